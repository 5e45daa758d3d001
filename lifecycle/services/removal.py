"""Removing a KIM for good: its pages, files, accounts and addresses, and nothing of anybody else's."""

import datetime
from collections import defaultdict

from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from taggit.models import TaggedItem
from wagtail.admin.models import EditingSession, FormState
from wagtail.models import (
    Collection,
    ModelLogEntry,
    Page,
    PageLogEntry,
    ReferenceIndex,
    Revision,
    WorkflowState,
)
from wagtail_localize.models import String, StringSegment, StringTranslation, TranslatableObject, TranslationSource

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, KimDocument, KimHomePage, KimImage, Region
from kim_sites.services.frozen import thawed
from lifecycle.models import ExportJob
from lifecycle.models.archives import JobState

EXPORT_IS_FRESH = datetime.timedelta(days=1)
LOOSE_MODELS = (EditingSession, FormState, Revision, WorkflowState, TaggedItem, ModelLogEntry, ReferenceIndex)


def has_fresh_export(kim: Kim) -> bool:
    """Whether a finished export of the KIM is at most a day old."""
    done = ExportJob.objects.filter(kim=kim, state=JobState.DONE)
    return done.filter(finished_at__gte=timezone.now() - EXPORT_IS_FRESH).exists()


@transaction.atomic
def remove_kim(actor, kim: Kim, *, address: str | None = None, without_export: bool = False) -> None:
    """Remove an archived KIM with everything that is its own. There is no way back but a restore from an export.

    Accounts stay: they lose their role here, and a restore gives it back. Without any role they open nothing.

    `address` is what the actor typed to confirm, if a person was asked. Raises PermissionDenied unless the actor is an
    operator, ValidationError if the KIM is not archived, the address is another one, or there is no fresh export and
    nobody said that none is wanted.
    """
    if not (actor.is_active and actor.is_superuser):
        raise PermissionDenied
    kim = Kim.objects.select_for_update().filter(pk=kim.pk).first()
    if kim is None:
        raise PermissionDenied
    _check(kim, address, without_export)
    pages, media = _pages_of(kim), _media_of(kim)
    doomed = _doomed(kim, pages, media)
    texts = _texts_of(pages)
    with thawed():
        # Listeners bring the feed, the counts and the kept pages in line while the KIM is still there.
        for home in KimHomePage.objects.filter(kim=kim).order_by("-depth"):
            home.delete()
        for item in media:
            item.delete()
        _remove_texts(*texts)
        _remove_loose_ends(doomed)
        _remove_tenant(actor, kim)


def _check(kim: Kim, address: str | None, without_export: bool) -> None:
    if kim.status != Kim.Status.ARCHIVED:
        raise ValidationError(_("%(kim)s is not archived. Archive it first, then it can be removed.") % {"kim": kim})
    if address is not None and address.strip().lower() != kim.slug:
        raise ValidationError({"address": _("Please type the address of the KIM: %(slug)s.") % {"slug": kim.slug}})
    if not without_export and not has_fresh_export(kim):
        raise ValidationError(
            {"without_export": _("There is no export from the last 24 hours. Make one first, or tick the box.")}
        )


def _pages_of(kim: Kim) -> list[Page]:
    pages: list[Page] = []
    for path in KimHomePage.objects.filter(kim=kim).values_list("path", flat=True):
        pages += Page.objects.filter(path__startswith=path)
    return pages


def _media_of(kim: Kim) -> list:
    if kim.collection is None:
        return []
    inside = Collection.objects.filter(path__startswith=kim.collection.path)
    return [item for model in (KimImage, KimDocument) for item in model.objects.filter(collection__in=inside)]


def _doomed(kim: Kim, pages: list[Page], media: list) -> dict[type, set]:
    """What will be gone, by model: other tables name it by its kind and number, without a foreign key."""
    doomed: dict[type, set] = defaultdict(set)
    for page in pages:
        doomed[Page].add(page.pk)
        if page.specific_class:
            doomed[page.specific_class].add(page.pk)
    for item in media:
        doomed[type(item)].add(item.pk)
    for relation in Kim._meta.related_objects:
        if relation.one_to_many and relation.on_delete.__name__ == "CASCADE":
            rows = relation.related_model._base_manager.filter(**{relation.field.name: kim})
            doomed[relation.related_model].update(rows.values_list("pk", flat=True))
    doomed[Kim].add(kim.pk)
    return doomed


def _texts_of(pages: list[Page]) -> tuple[list, list[int]]:
    """What the translators know of the pages: objects, and the sentences in them."""
    objects = list(TranslatableObject.objects.filter(translation_key__in={page.translation_key for page in pages}))
    segments = StringSegment.objects.filter(source__object__in=objects)
    return objects, list(segments.order_by().values_list("string", flat=True).distinct())


def _remove_texts(objects: list, string_ids: list[int]) -> None:
    """Sentences are shared by everybody who wrote the same one: those that nobody uses any more go."""
    # Segments protect their contexts, which hang on the objects: sources go first and take the segments along.
    TranslationSource.objects.filter(object__in=objects).delete()
    TranslatableObject.objects.filter(pk__in=[item.pk for item in objects]).delete()
    used = set(StringSegment.objects.filter(string__in=string_ids).values_list("string", flat=True))
    unused = set(string_ids) - used
    StringTranslation.objects.filter(translation_of__in=unused).delete()
    String.objects.filter(pk__in=unused).delete()


def _remove_loose_ends(doomed: dict[type, set]) -> None:
    PageLogEntry.objects.filter(page_id__in=doomed[Page]).delete()
    for model, keys in doomed.items():
        kind = ContentType.objects.get_for_model(model)
        keys_as_text = [str(key) for key in keys]
        for loose in LOOSE_MODELS:
            wanted = keys if loose is TaggedItem else keys_as_text
            loose.objects.filter(content_type=kind, object_id__in=wanted).delete()
        ReferenceIndex.objects.filter(to_content_type=kind, to_object_id__in=keys_as_text).delete()


def _remove_tenant(actor, kim: Kim) -> None:
    # The site has gone with its root page.
    kim = Kim.objects.select_related("region", "collection").get(pk=kim.pk)
    files = [paper.scan for paper in kim.legal_papers.exclude(scan="")]
    files += [job.file for job in ExportJob.objects.filter(kim=kim).exclude(file="")]
    groups = list(Group.objects.filter(kim_role__kim=kim).values_list("pk", flat=True))
    collection = kim.collection
    region = Region.objects.get(code=kim.region.code_at(Region.Level.REGENCY))
    kim.removed_by_service = True  # it writes the line itself, with the actor
    audit.record(
        AuditEntry.Action.REMOVED,
        user=actor,
        region=region,
        target=kim.name,
        data={"kind": "kim", "address": kim.slug, "place": kim.region.name},
    )
    Group.objects.filter(pk__in=groups).delete()
    kim.delete()
    if collection:
        Collection.objects.get(pk=collection.pk).delete()
    for file in files:
        transaction.on_commit(lambda file=file: file.storage.delete(file.name), robust=True)
