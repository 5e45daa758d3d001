"""Querysets of a tenant's pages, tuned in one place."""

from django.conf import settings
from django.db.models import Exists, OuterRef, Q
from wagtail.models import Locale, PageManager
from wagtail.query import PageQuerySet

# What every card shows, and what the address of its page is made of.
CARD_FIELDS = ("title", "url_path", "locale", "kim", "card")
# What Wagtail keeps on a page for its editors, and no reader's page looks at.
EDITOR_FIELDS = (
    "draft_title",
    "expire_at",
    "expired",
    "go_live_at",
    "has_unpublished_changes",
    "latest_revision",
    "latest_revision_created_at",
    "live_revision",
    "locked",
    "locked_at",
    "locked_by",
    "owner",
)


def without_editor_fields(rows, prefix: str = ""):
    """A queryset of pages (or of what has one at `prefix`, as `root_page__`) without the columns for editors."""
    return rows.defer(*(f"{prefix}{name}" for name in EDITOR_FIELDS))


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
        """Live, public pages in the order of a list, without what a card does not show.

        Putting a query together costs more than asking it, and that cost goes with the number of columns.
        """
        cards = self.live().filter(is_private=False)
        related = sorted({name.partition("__")[0] for name in self.model.card_fields if "__" in name})
        if related:
            cards = cards.select_related(*related)
        return cards.only(*CARD_FIELDS, *self.model.card_fields).order_by(*self.model.card_order)


KimPageManager = PageManager.from_queryset(KimPageQuerySet)
