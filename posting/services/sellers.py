"""Whose product it is: a seller from the list or a new one, and no word that was typed is dropped without a sentence."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kim_sites.models import Kim, Seller


@dataclass(frozen=True)
class TypedSeller:
    """What was typed about a new seller; `phone` is a stored form of a number."""

    name: str = ""
    phone: str = ""
    agrees: bool = False

    def adds_nothing_to(self, seller: Seller) -> bool:
        """Whether all of it is known of the seller already, so that nothing is lost."""
        return (
            self.name.lower() in ("", seller.name.lower())
            and self.phone in ("", seller.whatsapp)
            and (seller.owner_consents or not self.agrees)
        )


def find_seller(kim: Kim, chosen: str, typed: TypedSeller) -> Seller | None:
    """The seller of the KIM that was meant; None if it is a new one.

    Raises ValidationError with a sentence at its field if nobody was named, or if something that was typed would be
    lost: beside a chosen seller, or under a name that is in the list already.
    """
    known = Seller.objects.filter(kim=kim)
    if chosen:
        is_key = chosen.isascii() and chosen.isdigit() and len(chosen) < 18
        seller = known.filter(pk=chosen).first() if is_key else None
        field = "seller"
        refusal = _(
            "You chose “%(name)s” and filled in a new seller as well. Empty the lines of the new seller, "
            "or choose none in the list."
        )
    else:
        seller = known.filter(name__iexact=typed.name).first() if typed.name else None
        field = "seller_name"
        refusal = _(
            "“%(name)s” is in the list of sellers already. Choose that one and leave number and consent empty, "
            "or write another name. A seller's number is changed in the menu, at Sellers."
        )
    if seller and not typed.adds_nothing_to(seller):
        raise ValidationError({field: refusal % {"name": seller.name}})
    if seller is None and (chosen or not typed.name):
        raise ValidationError({"seller": _("Choose the seller, or write the name of a new one.")})
    return seller
