"""An archived KIM is history: readers may read it, and nobody writes in it any more.

Held where things are stored, so that no screen, bulk action or command has to remember it. What changes the archive
itself (opening it again, removing or moving it) says so with `thawed`.
"""

from contextlib import contextmanager
from contextvars import ContextVar

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db.models.signals import pre_delete, pre_save
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision
from wagtail.signals import pre_page_move
from wagtail_localize.models import SegmentOverride, StringTranslation, Translation, TranslationSource

from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimDocument, KimHomePage, KimImage, KimPage, LegalPaper, Officer, Seller

_is_thawed: ContextVar[bool] = ContextVar("kim_is_thawed", default=False)


@contextmanager
def thawed():
    """Let the work inside write in archived KIM too."""
    token = _is_thawed.set(True)
    try:
        yield
    finally:
        _is_thawed.reset(token)


def refuse_if_archived(kim_id: int | None) -> None:
    """Raise ValidationError with one sentence if the KIM is archived. One query."""
    if kim_id is None or _is_thawed.get():
        return
    name = Kim.objects.filter(pk=kim_id, status=Kim.Status.ARCHIVED).values_list("name", flat=True).first()
    if name is not None:
        raise ValidationError(
            _("%(kim)s is archived. It can be read, and nothing in it can be changed any more.") % {"kim": name}
        )


def _kim_of_path(path: str) -> int | None:
    homes = KimHomePage.objects.filter(path__in=path_prefixes(path)).order_by("-depth")
    return homes.values_list("kim_id", flat=True).first()


def _kim_of_page(page) -> int | None:
    return getattr(page, "kim_id", None) or (_kim_of_path(page.path) if page and page.path else None)


def _kim_of_key(translation_key) -> int | None:
    page = Page.objects.filter(translation_key=translation_key).first()
    return _kim_of_page(page) if page else None


def _kim_of_revision(revision) -> int | None:
    if revision.base_content_type_id != ContentType.objects.get_for_model(Page).pk:
        return None
    page = Page.objects.filter(pk=revision.object_id).first()
    return _kim_of_page(page) if page else None


def _kim_of_file(item) -> int | None:
    collection = item.collection
    return Kim.objects.filter(collection__path__in=path_prefixes(collection.path)).values_list("pk", flat=True).first()


def _kim_of_redirect(redirect) -> int | None:
    return Kim.objects.filter(site=redirect.site_id).values_list("pk", flat=True).first() if redirect.site_id else None


OWNERS = {
    Revision: _kim_of_revision,
    KimImage: _kim_of_file,
    KimDocument: _kim_of_file,
    Redirect: _kim_of_redirect,
    PageViewRestriction: lambda row: _kim_of_page(row.page),
    TranslationSource: lambda row: _kim_of_key(row.object_id),
    Translation: lambda row: _kim_of_key(row.source.object_id),
    StringTranslation: lambda row: _kim_of_key(row.context.object_id),
    SegmentOverride: lambda row: _kim_of_key(row.context.object_id),
    Seller: lambda row: row.kim_id,
    Officer: lambda row: row.kim_id,
    LegalPaper: lambda row: row.kim_id,
}


def guard(sender, instance, raw=False, **kwargs):
    """Before anything of a tenant is written or removed."""
    if raw or _is_thawed.get():
        return
    if isinstance(instance, KimPage) or sender is Page:
        refuse_if_archived(_kim_of_page(instance))
    elif sender in OWNERS:
        refuse_if_archived(OWNERS[sender](instance))


def guard_move(sender, instance, **kwargs):
    """A page is moved by SQL that sends no other signal."""
    if not _is_thawed.get():
        refuse_if_archived(_kim_of_page(instance))


def register() -> None:
    """Connect the guard; called once when the application is ready."""
    for signal in (pre_save, pre_delete):
        signal.connect(guard)
    pre_page_move.connect(guard_move)
