"""Indonesia's regions, from the nation to the village."""

from django.db import models
from django.utils.translation import gettext_lazy as _

NATION_CODE = "00"


class Region(models.Model):
    """One region. Its key is the Kemendagri code (`62.02.04.2001`); the parent is the code without its last segment.

    Rows come from `kim_sites.services.regions` only. A code that vanishes from the official list becomes inactive and
    stays: a KIM may still live there.
    """

    class Level(models.IntegerChoices):
        NATION = 0, _("nation")
        PROVINCE = 1, _("province")
        REGENCY = 2, _("regency")
        DISTRICT = 3, _("district")
        VILLAGE = 4, _("village")

    class Kind(models.TextChoices):
        """What the region is called by law; the fourth segment's first digit tells kelurahan, desa and desa adat."""

        NEGARA = "negara", _("nation")
        PROVINSI = "provinsi", _("province")
        KABUPATEN = "kabupaten", _("regency")
        KOTA = "kota", _("city")
        KECAMATAN = "kecamatan", _("district")
        DISTRIK = "distrik", _("Papuan district")
        KELURAHAN = "kelurahan", _("urban village")
        DESA = "desa", _("village")
        DESA_ADAT = "desa_adat", _("customary village")

    code = models.CharField(_("code"), max_length=13, primary_key=True)
    name = models.CharField(_("name"), max_length=120)
    level = models.PositiveSmallIntegerField(_("level"), choices=Level)
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    parent = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="children", verbose_name=_("part of")
    )
    is_active = models.BooleanField(_("active"), default=True)

    class Meta:
        verbose_name = _("region")
        verbose_name_plural = _("regions")
        ordering = ["code"]
        indexes = [models.Index(fields=["level", "name"], name="region_level_name")]

    def __str__(self):
        return self.name

    def code_at(self, level: int) -> str:
        """The code of the region's ancestor (or itself) at `level` 1 to 4; an empty string below its own level."""
        segments = self.code.split(".")
        if self.level < level or self.level == self.Level.NATION:
            return ""
        return ".".join(segments[:level])

    @property
    def ancestor_codes(self) -> list[str]:
        """Codes from the nation down to the region itself."""
        if self.level == self.Level.NATION:
            return [self.code]
        return [NATION_CODE, *(self.code_at(level) for level in range(1, self.level + 1))]

    @property
    def short_name(self) -> str:
        """The name without "Kabupaten" or "Provinsi" before it: how people say it. A Kota keeps its word."""
        for word in ("Kabupaten ", "Kab. ", "Provinsi "):
            if self.name.startswith(word):
                return self.name[len(word) :]
        return self.name
