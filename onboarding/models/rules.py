"""What each province sets, and the numbers it has given out."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Region


class ProvinceRules(models.Model):
    """How a province registers its KIM; a province without a row has the defaults of the fields."""

    region = models.OneToOneField(Region, models.PROTECT, related_name="+", verbose_name=_("province"))
    # Words in braces: {kode} of the regency, {kode_desa}, {urut} or {urut:4} in sequence, {tahun}, {bulan}.
    number_pattern = models.CharField(
        _("pattern of the registration number"), max_length=60, default="{urut:3}/KIM/{kode}/{tahun}"
    )
    silent_days = models.PositiveSmallIntegerField(_("days after which the province may step in"), default=14)

    class Meta:
        verbose_name = _("rules of a province")
        verbose_name_plural = _("rules of the provinces")

    def __str__(self):
        return str(self.region)


class NumberSeries(models.Model):
    """The last number given out in one series; its row is locked while the next one is taken."""

    name = models.CharField(max_length=80, unique=True)
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("series of registration numbers")
        verbose_name_plural = _("series of registration numbers")

    def __str__(self):
        return self.name
