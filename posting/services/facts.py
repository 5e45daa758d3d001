"""What a page says besides its text and photos, for whoever decides on it."""

from django.utils.translation import gettext as _
from wagtail.models import Page

from kim_sites.models import AchievementPage, NewsPage, ProductPage, Seller
from kim_sites.services.phones import display_phone


def facts_of(page: Page) -> list[tuple[str, str]]:
    """Labels and values; only those that the page has."""
    found: list[tuple[str, object]] = []
    if isinstance(page, NewsPage):
        found = [(_("Topic"), page.get_category_display())]
    elif isinstance(page, AchievementPage):
        found = [(_("Level"), page.get_level_display()), (_("Year"), page.year)]
    elif isinstance(page, ProductPage):
        found = [(_("Price"), page.price), (_("Kind"), page.get_category_display()), (_("Seller"), page.seller)]
        found += seller_facts(page.seller) if page.seller else []
    return [(label, str(value)) for label, value in found if value]


def seller_facts(seller: Seller) -> list[tuple[str, str]]:
    """The number and whether readers see it: with the product they may see it for the first time."""
    if not seller.whatsapp:
        return [(_("WhatsApp number"), _("none"))]
    consent = (
        _("agrees: readers see the number") if seller.owner_consents else _("not yet: readers don't see the number")
    )
    return [(_("WhatsApp number"), display_phone(seller.whatsapp)), (_("The seller's consent"), consent)]
