"""Whether an object that an address names is the person's. One query or two each; a malformed value is nobody's."""

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import CollectionViewRestriction, Page, Revision, Site, TaskState, UploadedFile, WorkflowState
from wagtail.permissions import policy_registry
from wagtail_localize.models import OverridableSegment, StringSegment, Translation, TranslationSource

from access.documents import is_for_host
from home.models import HubPage
from kim_sites.models import KimDocument, KimHomePage, KimImage, KimRole, LegalPaper, Officer, Seller
from kim_sites.services.scope import may_read_papers

BULK_MODELS = {"page", "kimimage", "kimdocument"}


def number(value) -> int | None:
    """The value as a key of a row; None if it is not one (too large for the database included)."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else None


def page(scope, value, **kwargs) -> bool:
    """A page at or below one on which the person holds a permission."""
    pk = number(value)
    return pk is not None and scope.has_page(pk)


def page_to_place(scope, value, **kwargs) -> bool:
    """A page that the person may give another place, or a second one: no home of a KIM and no hub."""
    homes = (model.objects.filter(pk=number(value)) for model in (KimHomePage, HubPage))
    return page(scope, value) and not any(found.exists() for found in homes)


def page_to_open(scope, value, **kwargs) -> bool:
    """The same, or a page on the way down to several of the person's pages: for the explorer."""
    pk = number(value)
    return pk is not None and scope.may_open(pk)


def page_to_browse(scope, value, **kwargs) -> bool:
    """A page whose children the page chooser may list."""
    pk = number(value)
    return pk is not None and scope.browsable_pages().filter(pk=pk).exists()


def page_to_link(scope, value, **kwargs) -> bool:
    """A page that the person may link to."""
    pk = number(value)
    return pk is not None and scope.linkable_pages().filter(pk=pk).exists()


def revision_of_page(scope, value, page_id=None, pk=None, **kwargs) -> bool:
    """A revision of the page that the address names; `live`, `latest` and `earliest` are its own."""
    if value in ("live", "latest", "earliest"):
        return True
    key = number(value)
    return key is not None and Revision.page_revisions.filter(pk=key, object_id=str(page_id or pk)).exists()


def task_state_of_page(scope, value, page_id, **kwargs) -> bool:
    """A step of the approval of the page that the address names."""
    pk = number(value)
    states = TaskState.objects.filter(pk=pk, workflow_state__object_id=str(page_id))
    return pk is not None and states.exists()


def task_of_page(scope, value, page_id, **kwargs) -> bool:
    """A task through which the page that the address names goes, or went."""
    pk = number(value)
    return pk is not None and TaskState.objects.filter(task=pk, workflow_state__object_id=str(page_id)).exists()


def workflow_state_of_page(scope, value, page_id, **kwargs) -> bool:
    """An approval of the page that the address names."""
    pk = number(value)
    return pk is not None and WorkflowState.objects.filter(pk=pk, object_id=str(page_id)).exists()


def image(scope, value, **kwargs) -> bool:
    """A picture of the person's own."""
    pk = number(value)
    return pk is not None and scope.has_media(KimImage, pk)


def put_away_image(scope, value, **kwargs) -> bool:
    """A picture of the person's own that lies in the bin."""
    pk = number(value)
    return pk is not None and scope.has_put_away(pk)


def image_to_choose(scope, value, **kwargs) -> bool:
    """A picture of the person's own, or one that a hub above shares."""
    pk = number(value)
    return pk is not None and scope.has_media(KimImage, pk, shared=True)


def document(scope, value, **kwargs) -> bool:
    """A document of the person's own."""
    pk = number(value)
    return pk is not None and scope.has_media(KimDocument, pk)


def document_to_choose(scope, value, **kwargs) -> bool:
    """A document of the person's own, or one that a hub above shares."""
    pk = number(value)
    return pk is not None and scope.has_media(KimDocument, pk, shared=True)


def collection(scope, value, **kwargs) -> bool:
    """A collection in which the person may do anything with pictures or documents."""
    pk = number(value)
    return pk is not None and any(scope.collections(model).filter(pk=pk).exists() for model in (KimImage, KimDocument))


def restricted_collection_of_host(scope, request, restriction_id, **kwargs) -> bool:
    """A rule on a collection whose files the asked host hands out."""
    rules = CollectionViewRestriction.objects.select_related("collection")
    found = rules.filter(pk=restriction_id).first()
    return found is not None and is_for_host(found.collection, request)


def restricted_page_of_host(scope, request, page_id, **kwargs) -> bool:
    """A page that answers on the asked host."""
    site = Site.find_for_request(request)
    page = Page.objects.filter(pk=page_id).first()
    parts = page.specific.get_url_parts() if site and page else None
    return parts is not None and parts[0] == site.pk


def upload(scope, value, **kwargs) -> bool:
    """A file that the person has just uploaded."""
    pk = number(value)
    return pk is not None and UploadedFile.objects.filter(pk=pk, uploaded_by_user=scope.user).exists()


def record(model) -> "object":
    """Makes a check for the records of one model: they belong to a KIM of the person's."""

    def check(scope, value, **kwargs) -> bool:
        pk = number(value)
        return pk is not None and model.objects.filter(pk=pk, kim__in=scope.kim()).exists()

    return check


seller = record(Seller)
officer = record(Officer)


def kim(scope, value, **kwargs) -> bool:
    """A KIM of the person's."""
    pk = number(value)
    return pk is not None and scope.kim().filter(pk=pk).exists()


def chaired_kim(scope, value, **kwargs) -> bool:
    """A KIM that the person chairs or that lies below a hub they curate."""
    pk = number(value)
    if pk is None:
        return False
    chaired = KimRole.objects.filter(kim=pk, role=KimRole.Role.CHAIR, group__user=scope.user)
    return chaired.exists() or (scope.hubs().exists() and scope.kim().filter(pk=pk).exists())


def redirect(scope, value, **kwargs) -> bool:
    """A redirect of a site whose KIM the person chairs or curates."""
    pk = number(value)
    found = Redirect.objects.select_related("site__kim").filter(pk=pk).first() if pk is not None else None
    site_kim = getattr(found.site, "kim", None) if found and found.site_id else None
    return site_kim is not None and chaired_kim(scope, site_kim.pk)


def hub(scope, value, **kwargs) -> bool:
    """A hub that the person may curate."""
    pk = number(value)
    return pk is not None and scope.hubs().filter(pk=pk).exists()


def paper(scope, value, **kwargs) -> bool:
    """A legal paper whose scan the person may read."""
    pk = number(value)
    found = LegalPaper.objects.select_related("kim__home_page").filter(pk=pk).first() if pk is not None else None
    return found is not None and may_read_papers(scope.user, found.kim)


def source(scope, value, **kwargs) -> bool:
    """The source of a translation: a page of the person's."""
    pk = number(value)
    found = TranslationSource.objects.filter(pk=pk).first() if pk is not None else None
    return found is not None and _translated_pages_are_own(scope, found, [found.locale_id])


def translation(scope, value, **kwargs) -> bool:
    """A translation whose source is a page of the person's, and its target too if there is one already."""
    pk = number(value)
    found = Translation.objects.select_related("source").filter(pk=pk).first() if pk is not None else None
    if found is None:
        return False
    return _translated_pages_are_own(scope, found.source, [found.source.locale_id, found.target_locale_id])


def _translated_pages_are_own(scope, translation_source, locales) -> bool:
    pages = Page.objects.filter(translation_key=translation_source.object_id, locale__in=locales)
    paths = list(pages.values_list("path", flat=True))
    return bool(paths) and all(scope.has_path(path) for path in paths)


def segment(model) -> "object":
    """Makes a check for the segments of one model: they belong to the translation that the address names."""

    def check(scope, value, translation_id, **kwargs) -> bool:
        pk = number(value)
        found = model.objects.filter(pk=pk, source__translations=number(translation_id)) if pk is not None else None
        return found is not None and found.exists()

    return check


string_segment = segment(StringSegment)
overridable_segment = segment(OverridableSegment)


def page_model(scope, value, content_type_app_name=None, app_label=None, **kwargs) -> bool:
    """A type of page that exists: the other half of its name stands beside it."""
    found = ContentType.objects.filter(app_label=content_type_app_name or app_label, model=value).first()
    model = found.model_class() if found else None
    return model is not None and issubclass(model, Page)


def pinged_object(scope, value, app_label, model_name, **kwargs) -> bool:
    """What an editing session is about: a page of the person's, or a record or picture that they may change."""
    try:
        model = apps.get_model(app_label, model_name)
    except LookupError:
        return False
    if issubclass(model, Page):
        return page(scope, value)
    policy = policy_registry.get_by_type(model, fallback=False)
    if policy is None or number(value) is None:
        return False
    try:
        found = model._default_manager.filter(pk=value).first()
    except (ValueError, ValidationError):
        return False
    return found is not None and policy.user_has_permission_for_instance(scope.user, "change", found)


def bulk_objects(scope, request, app_label, model_name, action, **kwargs) -> bool:
    """Every object that a bulk action names, and the page or collection that "all" means."""
    if model_name not in BULK_MODELS:
        return False
    ids = [value for value in request.GET.getlist("id") if value != "all"]
    parent = request.GET.get("childOf") or None
    if model_name == "page":
        found = scope.pages()
        parent_is_own = parent is None or page_to_open(scope, parent)
    else:
        model = KimImage if model_name == "kimimage" else KimDocument
        found = scope.media(model, shared=False)
        parent_is_own = parent is None or collection(scope, parent)
    keys = {number(value) for value in ids}
    return None not in keys and parent_is_own and found.filter(pk__in=keys).count() == len(keys)


def page_to_open_or_root(scope, value, **kwargs) -> bool:
    """The same as `page_to_open`; the word `root` stands for the top of what the person may explore."""
    return value == "root" or page_to_open(scope, value)
