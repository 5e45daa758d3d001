"""The guard on references: a page or record may refer only to what is its tenant's own, or shared on purpose.

It asks about the tenant, not about the person: a curator of two KIM may not put the picture of one on a page of the
other either. What is shared is said in `kim_sites.services.sharing`. Runs at every save of a page, a draft, a record or
a setting, in every form, and before every preview.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, ReferenceIndex

from kim_sites.addresses import path_prefixes
from kim_sites.services.sharing import above

NO_PLACE = "-"  # the path of a collection that is not there: nothing lies below it


@dataclass(frozen=True)
class Owner:
    """To whom the referring object belongs: a KIM, or the hub at `page_path` when `kim_id` is None."""

    kim_id: int | None
    page_path: str
    collection_path: str


@dataclass(frozen=True)
class Reference:
    """One reference that an object makes: the field on it, and what it points to."""

    field: str
    model: type
    key: str


def references_of(instance) -> list[Reference]:
    """Everything that an object in memory refers to: in its fields, its stream fields, its rich texts, its children.

    Wagtail's own index finds them; the object need not be saved.
    """
    found = ReferenceIndex._extract_references_from_object(instance)
    models = {}
    references = []
    for type_id, key, model_path, _content_path in found:
        if type_id not in models:
            models[type_id] = ContentType.objects.get_for_id(type_id).model_class()
        references.append(Reference(model_path.split(".")[0], models[type_id], str(key)))
    return references


def foreign_references(instance, find_owner: Callable[[], Owner | None]) -> list[Reference]:
    """Those references of an object that its owner may not make. What does not exist is nobody's, and passes.

    `find_owner` is only called if there are references. Then one query for each kind of object referred to, and two
    more if there are links to pages.
    """
    by_model = defaultdict(list)
    for reference in references_of(instance):
        if reference.model in _judges():
            by_model[reference.model].append(reference)
    owner = find_owner() if by_model else None
    if owner is None:
        return []
    foreign = []
    for model, references in by_model.items():
        keys = {int(reference.key) for reference in references if is_key(reference.key)}
        refused = {str(key) for key in _judges()[model](model, keys, owner)}
        foreign += [item for item in references if item.key in refused or not is_key(item.key)]
    return foreign


def is_key(text: str) -> bool:
    """Whether a text is a key of a row as the database writes it: `0034`, `+34` and `３４` are 34 to some and not to others."""
    return text.isascii() and text.isdigit() and len(text) < 18 and str(int(text)) == text


def check_references(instance, find_owner: Callable[[], Owner | None], is_new: bool = True) -> None:
    """Raise ValidationError, by field, if an object refers to what belongs to somebody else.

    With `is_new` off, what the stored object refers to already may stay: when a KIM moves to another regency, its
    pages can still be saved.
    """
    foreign = foreign_references(instance, find_owner)
    if foreign and not is_new and instance.pk:
        stored = ReferenceIndex.get_references_for_object(instance)
        known = set(stored.values_list("to_content_type__model", "to_object_id"))
        foreign = [item for item in foreign if (item.model._meta.model_name, item.key) not in known]
    if foreign:
        raise ValidationError({reference.field: refusal(reference.model) for reference in foreign})


def refusal(model) -> str:
    """The sentence for a reference to another tenant's object."""
    from kim_sites.models import KimDocument, KimImage, Seller

    if model is KimImage:
        return _("This picture belongs to another KIM. Please choose one of your own.")
    if model is KimDocument:
        return _("This document belongs to another KIM. Please choose one of your own.")
    if model is Seller:
        return _("This seller belongs to another KIM. Please choose one of your own.")
    return _("This belongs to another KIM. Please choose something of your own.")


def owner_of_kim(kim_id: int) -> Owner:
    """The owner that a KIM is. One query."""
    path = Collection.objects.filter(kim=kim_id).values_list("path", flat=True).first()
    return Owner(kim_id, "", path or NO_PLACE)


def owner_of_path(path: str) -> Owner | None:
    """The owner of the page at a tree path, which need not be there yet; None for the tree's root. Three queries at
    most."""
    from kim_sites.models import KimHomePage

    homes = KimHomePage.objects.filter(path__in=path_prefixes(path)).select_related("kim__collection")
    home = homes.order_by("-depth").first()
    if home is not None and home.kim_id:
        collection = home.kim.collection
        return Owner(home.kim_id, "", collection.path if collection else NO_PLACE)
    for page in Page.objects.filter(path__in=path_prefixes(path), depth__gt=1).order_by("-depth"):
        collection_id = getattr(page.specific, "collection_id", None)
        if collection_id:
            return owner_of_hub(page.path, collection_id)
    return None


def owner_of_hub(path: str, collection_id: int) -> Owner:
    """The owner that a hub is: its page at `path`, and its very own collection. One query."""
    own = Collection.objects.filter(pk=collection_id).values_list("path", flat=True).first()
    return Owner(None, path, own or NO_PLACE)


def same_owner(path: str, other: str) -> bool:
    """Whether two tree paths lie in the same KIM, or neither in one."""
    one, two = owner_of_path(path), owner_of_path(other)
    return (one.kim_id if one else None) == (two.kim_id if two else None)


def may_move_between(collection: Collection, other: Collection) -> bool:
    """Whether a file may go from one collection to another: within one KIM, or out of the root, which is nobody's.

    One query.
    """
    from kim_sites.models import Kim

    def kim_of(item):
        return {pk for pk, path in found if item.path.startswith(path)}

    paths = {*path_prefixes(collection.path), *path_prefixes(other.path)}
    found = list(Kim.objects.filter(collection__path__in=paths).values_list("pk", "collection__path"))
    if collection.depth == 1 or collection.path == other.path:
        return True
    return bool(kim_of(collection)) and kim_of(collection) == kim_of(other)


def _judges() -> dict:
    from kim_sites.models import KimDocument, KimImage, LegalPaper, Officer, Seller

    return {
        KimImage: _foreign_media, KimDocument: _foreign_media, Seller: _foreign_records, Officer: _foreign_records,
        LegalPaper: _foreign_records, Page: _foreign_pages,
    }  # fmt: skip


def _foreign_media(model, keys: set[int], owner: Owner) -> list[int]:
    shared = above([owner.collection_path], Collection.steplen) if owner.collection_path != NO_PLACE else []
    places = model.objects.filter(pk__in=keys).values_list("pk", "collection__path")
    return [pk for pk, path in places if not _is_own_place(path, owner) and path not in shared]


def _is_own_place(path: str, owner: Owner) -> bool:
    # Below a hub's collection lie those of its KIM: only the hub's very own is the hub's.
    return path.startswith(owner.collection_path) if owner.kim_id else path == owner.collection_path


def _foreign_records(model, keys: set[int], owner: Owner) -> list[int]:
    return list(model.objects.filter(pk__in=keys).exclude(kim=owner.kim_id).values_list("pk", flat=True))


def _foreign_pages(model, keys: set[int], owner: Owner) -> list[int]:
    from kim_sites.models import KimHomePage

    pages = list(Page.objects.filter(pk__in=keys))
    prefixes = {prefix for page in pages for prefix in path_prefixes(page.path)}
    homes = dict(KimHomePage.objects.filter(path__in=prefixes).values_list("path", "kim_id"))
    foreign = []
    for page in pages:
        kim_ids = {homes[prefix] for prefix in path_prefixes(page.path) if prefix in homes}
        # What was open once may be linked for good: closing it later must not spoil the pages that lead there.
        was_open = page.live or page.first_published_at is not None
        if owner.kim_id:
            # Own pages in every language, and pages of hubs.
            is_right = kim_ids == {owner.kim_id} or (not kim_ids and was_open)
        else:
            is_right = was_open or (not kim_ids and page.path.startswith(owner.page_path))
        if not is_right:
            foreign.append(page.pk)
    return foreign
