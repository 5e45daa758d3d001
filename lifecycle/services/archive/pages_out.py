"""Pages as they stand in the archive: what readers see, and the drafts that editors would miss."""

from collections.abc import Iterator

from wagtail.models import Page, PageViewRestriction, Revision

from kim_sites.models import Kim
from lifecycle.services.archive.collect import privacy
from lifecycle.services.archive.names import Names
from lifecycle.services.archive.references import Walk

BATCH = 40


def specific_pages(kim: Kim, names: Names) -> Iterator[Page]:
    """All pages in the order of the archive, a few at a time."""
    keys = names.keys("page")
    for start in range(0, len(keys), BATCH):
        chunk = keys[start : start + BATCH]
        found = {page.pk: page for page in Page.objects.filter(pk__in=chunk).select_related("locale").specific()}
        yield from (found[key] for key in chunk if key in found)


def pages(kim: Kim, names: Names) -> Iterator[dict]:
    """One object a page; see docs/archive-format.md."""
    walk = Walk(names.turn, inward=False)
    for page in specific_pages(kim, names):
        yield page_data(page, kim, names, walk)


def page_data(page: Page, kim: Kim, names: Names, walk: Walk) -> dict:
    """What is kept of one page."""
    data = page.serializable_data()
    rules = PageViewRestriction.objects.filter(page=page.pk).order_by("pk")
    parent = page.get_parent()
    return {
        "id": names.name("page", page.pk),
        "type": page._meta.label_lower,
        "parent": names.name("page", parent.pk) if parent else None,
        "language": page.locale.language_code,
        "translation_key": page.translation_key,
        "alias_of": names.name("page", page.alias_of_id),
        "fields": walk.fields(type(page), data),
        "children": walk.children(type(page), data, _Numbers(data)),
        "revisions": [_revision_data(row, page, names, walk, data) for row in kept_revisions(page)],
        "privacy": [privacy(rule, kim) for rule in rules],
    }


def kept_revisions(page: Page) -> list[Revision]:
    """The newest draft, what is live, and what is scheduled; oldest first. Older history stays behind."""
    wanted = {page.latest_revision_id, page.live_revision_id} - {None}
    rows = Revision.page_revisions.filter(object_id=str(page.pk))
    return list(
        (rows.filter(pk__in=wanted) | rows.filter(approved_go_live_at__isnull=False)).order_by("created_at", "pk")
    )


def _revision_data(row: Revision, page: Page, names: Names, walk: Walk, stored: dict) -> dict:
    return {
        "created_at": row.created_at,
        "by": names.name("person", row.user_id),
        "approved_go_live_at": row.approved_go_live_at,
        "is_latest": row.pk == page.latest_revision_id,
        "is_live": row.pk == page.live_revision_id,
        "fields": walk.fields(type(page), row.content),
        "children": walk.children(type(page), row.content, _Numbers(stored)),
    }


class _Numbers:
    """The children of a page by key, numbered from 1 within their relation; a child that is only in a draft has none."""

    def __init__(self, data: dict):
        self.data = data
        self.known: dict[str, dict] = {}

    def __call__(self, relation: str, key):
        if relation not in self.known:
            rows = self.data.get(relation) or []
            self.known[relation] = {row["pk"]: number for number, row in enumerate(rows, 1)}
        return self.known[relation].get(key)
