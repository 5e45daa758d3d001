"""Querysets of a tenant's pages, tuned in one place."""

from wagtail.models import PageManager
from wagtail.query import PageQuerySet


class KimPageQuerySet(PageQuerySet):
    """Which pages, and how much of each."""

    def for_kim(self, kim_id: int, locale_id: int | None = None) -> "KimPageQuerySet":
        """Pages of one tenant, in one language if given. One index, whatever the number of tenants."""
        pages = self.filter(kim_id=kim_id)
        return pages.filter(locale_id=locale_id) if locale_id else pages

    def for_cards(self) -> "KimPageQuerySet":
        """Live, public pages in the order of a list, without what a card does not show."""
        cards = self.live().filter(is_private=False)
        return cards.order_by(*self.model.card_order).select_related(*self.model.card_related)


KimPageManager = PageManager.from_queryset(KimPageQuerySet)
