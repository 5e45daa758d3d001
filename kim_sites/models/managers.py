"""Querysets of a tenant's pages, tuned in one place."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Locale, PageManager
from wagtail.query import PageQuerySet


class KimPageQuerySet(PageQuerySet):
    """Which pages, and how much of each."""

    def for_kim(self, kim_id: int) -> "KimPageQuerySet":
        """Pages of one tenant, in all languages. One index, whatever the number of tenants."""
        return self.filter(kim_id=kim_id)

    def in_language(self, locale: Locale) -> "KimPageQuerySet":
        """Pages in the reader's language; what has no translation is shown in the source language."""
        if locale.language_code == settings.LANGUAGE_CODE:
            return self.filter(locale_id=locale.pk)
        translated = self.model.objects.filter(
            translation_key=OuterRef("translation_key"), locale_id=locale.pk, live=True, alias_of__isnull=True
        )
        untranslated = Q(locale__language_code=settings.LANGUAGE_CODE) & ~Exists(translated)
        return self.filter(Q(locale_id=locale.pk, alias_of__isnull=True) | untranslated)

    def for_cards(self) -> "KimPageQuerySet":
        """Live, public pages in the order of a list, without what a card does not show."""
        cards = self.live().filter(is_private=False)
        if self.model.card_related:
            cards = cards.select_related(*self.model.card_related)
        return cards.order_by(*self.model.card_order)


KimPageManager = PageManager.from_queryset(KimPageQuerySet)
