"""Where photos are used: on pages and records as they are stored, and in drafts that nobody has published yet."""

import json
from functools import cache

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ManyToOneRel, OuterRef
from django.db.models.functions import Cast
from wagtail.models import Page, ReferenceIndex

from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimImage
from kim_sites.services.scope import at_or_below, home_paths

MOST_DRAFTS = 300  # of one KIM; the newest ones
MOST_SHOWN = 10
BLOCK_NAMES = {"image"}  # of stream fields; see `kim_sites.models.blocks`


def without_use(rows):
    """Photos (a queryset) that no stored page or record shows. Drafts are not looked at, see `photos_in_drafts`."""
    kind = ContentType.objects.get_for_model(KimImage)
    references = ReferenceIndex.objects.filter(
        to_content_type=kind, to_object_id=Cast(OuterRef("pk"), output_field=CharField())
    )
    return rows.filter(~Exists(references))


def drafts_of_kim(kim: Kim | None):
    """Pages of a KIM whose newest version is not published; nothing for a hub."""
    paths = home_paths(Kim.objects.filter(pk=kim.pk)) if kim else []
    if not paths:
        return []
    pages = Page.objects.filter(at_or_below(paths), has_unpublished_changes=True, latest_revision__isnull=False)
    return pages.select_related("latest_revision").order_by("-latest_revision_created_at")[:MOST_DRAFTS]


def photos_in_drafts(kim: Kim | None) -> dict[int, Page]:
    """The photos that drafts of a KIM show, each with one such page. The same few queries, however many drafts."""
    found: dict[int, Page] = {}
    for page in drafts_of_kim(kim):
        for key in photos_in(page.latest_revision.content):
            found.setdefault(key, page)
    return found


def photos_in(content) -> set[int]:
    """Keys of the photos in the stored words of a version of a page.

    Read as they stand: to make a page of them would ask for each picture. A stream field is a text of its own.
    """
    if isinstance(content, str) and content.startswith(("[", "{")):
        try:
            content = json.loads(content)
        except ValueError:
            return set()
    if isinstance(content, list):
        return set().union(*(photos_in(part) for part in content))
    if not isinstance(content, dict):
        return set()
    own = {value for name, value in content.items() if name in photo_names() and isinstance(value, int)}
    return own.union(*(photos_in(value) for value in content.values()))


@cache
def photo_names() -> frozenset[str]:
    """What the fields are called that hold a photo: foreign keys of pages and of their parts, and blocks."""
    relations = KimImage._meta.get_fields(include_hidden=True)
    return frozenset({item.field.name for item in relations if isinstance(item, ManyToOneRel)} | BLOCK_NAMES)


def kim_of_photo(image: KimImage) -> Kim | None:
    """The KIM to which a photo belongs; None for a hub's."""
    prefixes = path_prefixes(image.collection.path)
    return Kim.objects.select_related("collection").filter(collection__path__in=prefixes).order_by().first()


def users_of(image: KimImage) -> list:
    """Pages and records that show a photo, drafts included; at most a few, nothing means: none at all."""
    shown = [source for source, _references in ReferenceIndex.get_grouped_references_to(image)[:MOST_SHOWN]]
    draft = photos_in_drafts(kim_of_photo(image)).get(image.pk)
    if draft and not any(isinstance(item, Page) and item.pk == draft.pk for item in shown):
        shown.append(draft)
    return shown
