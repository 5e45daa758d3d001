"""Sellers: the small businesses whose products a KIM shows."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index

from .fields import WhatsAppField


class Seller(index.Indexed, models.Model):
    """A record of its own, because one seller has many products and the consent is given once.

    NIB, halal and PIRT are facts that a KIM may note, with the day on which somebody looked at the paper.
    """

    kim = models.ForeignKey("kim_sites.Kim", models.CASCADE, related_name="sellers", verbose_name=_("KIM"))
    name = models.CharField(_("name of the business"), max_length=120)
    owner_name = models.CharField(_("owner"), max_length=120, blank=True, help_text=_("Not shown to readers."))
    owner_consents = models.BooleanField(
        _("the owner agrees to be shown"),
        default=False,
        help_text=_("Without the owner's consent neither number nor address is shown to readers."),
    )
    consent_on = models.DateField(_("agreed on"), null=True, blank=True)
    whatsapp = WhatsAppField(_("WhatsApp number"))
    address = models.TextField(_("address"), max_length=300, blank=True)
    nib = models.CharField(_("business number (NIB)"), max_length=40, blank=True)
    halal = models.CharField(_("halal certificate"), max_length=60, blank=True)
    pirt = models.CharField(_("home industry permit (PIRT)"), max_length=60, blank=True)
    checked_on = models.DateField(_("papers seen on"), null=True, blank=True)

    search_fields = [index.SearchField("name"), index.AutocompleteField("name"), index.FilterField("kim_id")]

    class Meta:
        verbose_name = _("seller")
        verbose_name_plural = _("sellers")
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["kim", "name"], name="one_seller_per_name")]

    def __str__(self):
        return self.name

    def clean(self):
        """Papers are only worth something with the day on which they were seen."""
        if (self.nib or self.halal or self.pirt) and not self.checked_on:
            raise ValidationError({"checked_on": _("Give the day on which you saw the papers.")})

    @property
    def public_whatsapp(self) -> str:
        """The number, if the owner agreed to show it."""
        return self.whatsapp if self.owner_consents else ""

    @property
    def public_address(self) -> str:
        """The address, if the owner agreed to show it."""
        return self.address if self.owner_consents else ""

    @property
    def papers(self) -> list[tuple[str, str]]:
        """Name and number of each paper that was seen."""
        named = [("NIB", self.nib), (_("Halal"), self.halal), ("PIRT", self.pirt)]
        return [(name, number) for name, number in named if number]
