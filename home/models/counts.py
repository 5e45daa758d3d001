"""Numbers that hubs show, kept and not counted anew for each reader."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Region


class RegencyCount(models.Model):
    """How many KIM of a regency are open to readers. Written by `home.services.counts` only.

    Kept per regency and not above: two villages of different regencies then never wait for each other.
    """

    region = models.OneToOneField(Region, models.CASCADE, primary_key=True, related_name="+")
    kim_count = models.PositiveIntegerField(_("number of KIM"), default=0)

    class Meta:
        verbose_name = _("number of KIM in a regency")
        verbose_name_plural = _("numbers of KIM in regencies")

    def __str__(self):
        return f"{self.region_id}: {self.kim_count}"
