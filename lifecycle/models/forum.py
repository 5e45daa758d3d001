"""The forum in which the KIM of a regency come together."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import KimImage, Officer, Region


class ForumOfficer(models.Model):
    """Somebody in the Forum KIM of a regency: a roster of its own, kept by the regency's curators."""

    region = models.ForeignKey(Region, models.PROTECT, related_name="forum_officers", verbose_name=_("regency"))
    name = models.CharField(_("name"), max_length=120)
    position = models.CharField(_("position"), max_length=12, choices=Officer.Position, default=Officer.Position.MEMBER)
    # Which KIM the person comes from, in words: it may have ended since.
    comes_from = models.CharField(_("comes from"), max_length=120, blank=True)
    since = models.DateField(_("since"), null=True, blank=True)
    until = models.DateField(_("until"), null=True, blank=True)
    photo = models.ForeignKey(
        KimImage, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    is_public = models.BooleanField(
        _("shown to readers"), default=False, help_text=_("Only with the consent of the person.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("officer of a forum")
        verbose_name_plural = _("officers of a forum")
        ordering = ["sort_order", "pk"]
        indexes = [models.Index(fields=["region", "sort_order"], name="forum_of_region")]

    def __str__(self):
        return self.name
