"""Deleting a page puts it into the bin, from where it comes back whole: same key, history, links and decisions.

A page in the bin is a page of Wagtail that was taken back and moved away from every site.
"""

import datetime
import logging
import uuid

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.actions.delete_page import DeletePageAction
from wagtail.coreutils import find_available_slug
from wagtail.log_actions import log
from wagtail.models import Locale, Page, Revision

from home.models import HubPage
from kim_sites.models import Kim, KimHomePage
from kim_sites.services.frozen import refuse_if_archived
from kim_sites.services.scope import at_or_below, paths_of
from trash.models import BinPage, DeletedPage

logger = logging.getLogger(__name__)
SLUG, TITLE = "terhapus", "Halaman terhapus"


def days_kept() -> int:
    """For how many days a deleted page can be brought back."""
    return settings.DELETED_PAGES_DAYS


def is_in_bin(page: Page) -> bool:
    """Whether the page, or one above it, was deleted."""
    return BinPage.objects.filter(path=page.path[: 2 * Page.steplen]).exists()


def may_lie_in_bin(page: Page) -> bool:
    """Whether the page's address is one of the bin's: asks nothing, and is right to say no."""
    return page.url_path.startswith(f"/{SLUG}/")


def lock_bin() -> BinPage:
    """The bin, made when it is first needed. Its row is locked: two that lay something in at once take turns."""
    found = BinPage.objects.select_for_update().first()
    if found:
        return found
    root = Page.objects.select_for_update().get(depth=1)
    if not BinPage.objects.exists():
        # Read anew: the number of children changed while the lock was waited for.
        root = Page.objects.get(pk=root.pk)
        root.add_child(instance=BinPage(title=TITLE, slug=SLUG, live=False, locale=Locale.get_default()))
    return BinPage.objects.select_for_update().get()


def kim_of(page: Page) -> Kim | None:
    """The KIM below whose home the page lies."""
    paths = [page.path[:end] for end in range(Page.steplen, len(page.path), Page.steplen)]
    homes = KimHomePage.objects.filter(path__in=paths).select_related("kim").order_by("-depth")
    home = homes.first()
    return home.kim if home else None


def may_put_away(page: Page) -> bool:
    """Whether the bin takes the page: homes of KIM and hubs are taken down by other ways, and what is in stays in."""
    homes = (model.objects.filter(path__startswith=page.path) for model in (KimHomePage, HubPage))
    return not is_in_bin(page) and not any(found.exists() for found in homes)


@transaction.atomic
def put_away(user, pages: list[Page]) -> list[DeletedPage]:
    """Take pages back and lay them into the bin, with all below them. Whether `user` may delete them was asked before.

    Pages that somebody else deleted in the meantime, or that lie below another one of `pages`, are passed over. Raises
    ValidationError for pages of an archived KIM.
    """
    batch = uuid.uuid4()
    keys = [page.pk for page in pages]
    kims = {kim.pk for page in pages if (kim := kim_of(page))}
    list(Kim.objects.select_for_update().filter(pk__in=kims).order_by("pk").values_list("pk"))
    found = []
    for page in Page.objects.filter(pk__in=keys).order_by("path"):
        page = Page.objects.filter(pk=page.pk).first()  # a page above it may have taken it along
        if page and may_put_away(page):
            found.append(_put_away(user, page, batch))
    return found


def _put_away(user, page: Page, batch) -> DeletedPage:
    kim = kim_of(page)
    refuse_if_archived(kim.pk if kim else None)
    parent = page.get_parent()
    published = {}
    for inner in Page.objects.filter(path__startswith=page.path).order_by("-path").specific():
        if state := inner.current_workflow_state:
            state.cancel(user=user)
        if inner.live:
            # With the version that was worked on last: it is not what readers saw.
            latest = inner.latest_revision_id
            published[inner.pk] = [_version_of(inner), latest]
            inner.unpublish(user=user, log_action=False)
        inner.revisions.update(approved_go_live_at=None)
    Page.objects.get(pk=page.pk).specific.move(lock_bin(), pos="last-child", user=None)
    row = DeletedPage.objects.create(
        kim=kim, page_id=page.pk, parent=parent, title=page.title, batch=batch, published=published, deleted_by=user
    )
    log(instance=page, action="trash.put_away", user=user)
    return row


def _version_of(page: Page) -> int:
    """The version that readers see; a page that never had one gets it."""
    return page.live_revision_id or page.save_revision(log_action=False, clean=False).pk


def deleted_for(user) -> QuerySet[DeletedPage]:
    """What the person may bring back: all below pages that they may change, and their own pages elsewhere."""
    rows = DeletedPage.objects.select_related("kim", "parent", "deleted_by")
    if not user.is_active:
        return rows.none()
    if user.is_superuser:
        return rows
    theirs = at_or_below(paths_of(user, page="change_page"), "parent__path")
    return rows.filter(theirs | Q(page__owner=user) & at_or_below(paths_of(user), "parent__path"))


def row_of(user, page: Page) -> DeletedPage | None:
    """With what the page, or the one above it, was deleted, if the person may bring it back. One query."""
    return deleted_for(user).filter(page__path=page.path[: 3 * Page.steplen]).first()


@transaction.atomic
def bring_back(user, key: int) -> tuple[Page, bool]:
    """Put a deleted page back where it was, with all below it; what readers saw, they see again.

    Returns the page, and whether everything that was published is so again: not if the person may not publish, or
    something of it is missing by now. Raises PermissionDenied if it is not the person's to bring back, ValidationError
    if the page above it is gone.
    """
    row = deleted_for(user).filter(pk=key).first()
    if row is None:
        raise PermissionDenied
    if row.kim_id:
        Kim.objects.select_for_update().get(pk=row.kim_id)
    refuse_if_archived(row.kim_id)
    row = DeletedPage.objects.select_for_update(of=("self",)).select_related("parent").filter(pk=key).first()
    if row is None:
        raise PermissionDenied
    parent = row.parent and row.parent.specific
    if parent is None or is_in_bin(parent):
        raise ValidationError(_("The page above it was deleted too. Bring that one back first."))
    lock_bin()
    page = Page.objects.get(pk=row.page_id).specific
    page.slug = find_available_slug(parent, page.slug)
    page.save(clean=False)
    page.move(parent, pos="last-child", user=None)
    page = Page.objects.get(pk=page.pk).specific
    log(instance=page, action="trash.bring_back", user=user)
    is_whole = _publish_again(user, row)
    row.delete()
    return Page.objects.get(pk=page.pk).specific, is_whole


def _publish_again(user, row: DeletedPage) -> bool:
    is_whole = True
    published = {int(key): version for key, version in row.published.items()}
    for page in Page.objects.filter(pk__in=published).order_by("path").specific():
        version, latest = published[page.pk]
        revision = Revision.objects.filter(pk=version).first()
        if revision is None or not page.permissions_for_user(user).can_publish():
            is_whole = False
            continue
        try:
            with transaction.atomic():
                revision.publish(user=user, log_action=False)
        except (ValidationError, PermissionDenied) as error:
            logger.info("Page %d came back as a draft: %s", page.pk, error)
            is_whole = False
            continue
        if latest not in (None, version):
            Page.objects.filter(pk=page.pk).update(latest_revision=latest, has_unpublished_changes=True)
    return is_whole


@transaction.atomic
def forget(user, key: int) -> str:
    """Delete a page in the bin for good. Returns its title. Raises PermissionDenied if it is not the person's."""
    row = deleted_for(user).filter(pk=key).first()
    if row is None:
        raise PermissionDenied
    _forget(row, user)
    return row.title


def _forget(row: DeletedPage, user=None) -> None:
    lock_bin()
    page = Page.objects.filter(pk=row.page_id).first()
    if page:
        DeletePageAction(page.specific, user=user).execute(skip_permission_checks=True)


def prune(before: datetime.datetime | None = None) -> int:
    """Delete for good what was put into the bin before a moment (the setting's days ago). Returns how many pages."""
    before = before or timezone.now() - datetime.timedelta(days=days_kept())
    count = 0
    for row in DeletedPage.objects.filter(deleted_at__lt=before).order_by("pk").iterator():
        with transaction.atomic():
            _forget(row)
        count += 1
    return count


def forget_kim(kim_id: int) -> None:
    """The KIM is removed: what it had in the bin goes with it."""
    for row in DeletedPage.objects.filter(kim=kim_id):
        _forget(row)
