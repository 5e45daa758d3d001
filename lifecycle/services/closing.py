"""Closing a site for a while, archiving it, and taking either back."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Page, Revision

from kim_sites.models import Kim, KimHomePage
from kim_sites.services import mail
from kim_sites.services.provisioning import hold_villages, kim_of_village, set_status
from kim_sites.services.scope import at_or_below
from kim_sites.signals import kim_status_changed
from lifecycle.services.reach import clean_reason, lock_from_above, stands_far_above

Status = Kim.Status


@transaction.atomic
def suspend(actor, kim: Kim, reason: str) -> Kim:
    """Close the site to readers until `resume`; the group goes on preparing. Safe to repeat.

    Raises PermissionDenied unless the actor stands above the KIM, ValidationError without a reason, or if it is archived.
    """
    kim = lock_from_above(actor, kim)
    _not_archived(kim)
    return _change(kim, Status.SUSPENDED, clean_reason(reason))


@transaction.atomic
def resume(actor, kim: Kim) -> Kim:
    """Open a suspended site again. Safe to repeat. Raises as `suspend` does."""
    kim = lock_from_above(actor, kim)
    _not_archived(kim)
    return _change(kim, Status.ACTIVE, "")


@transaction.atomic
def archive(actor, kim: Kim, reason: str) -> Kim:
    """Make the site history: it can be read, nothing is written any more, hubs no longer show it. Safe to repeat.

    What was to be published or to expire later stays as it is. Raises as `suspend` does, but for the state.
    """
    kim = lock_from_above(actor, kim)
    reason = clean_reason(reason)
    _forget_schedules(kim)
    return _change(kim, Status.ARCHIVED, reason)


@transaction.atomic
def unarchive(actor, kim: Kim) -> Kim:
    """Open an archived KIM again: a mistake can be taken back. Safe to repeat.

    Raises PermissionDenied unless the actor is an operator or curates a hub above the regency's, ValidationError if the
    village has another KIM by now, or this one was merged into another.
    """
    kim = lock_from_above(actor, kim)
    if not stands_far_above(actor, kim):
        raise PermissionDenied
    if kim.status != Status.ARCHIVED:
        return kim
    if kim.merged_into_id:
        raise ValidationError(_("%(kim)s was merged into another KIM. Take that back first.") % {"kim": kim.name})
    return reopen(kim)


def reopen(kim: Kim) -> Kim:
    """Open an archive whose row is held by a caller who has checked the actor.

    Raises ValidationError if the village has another KIM by now.
    """
    hold_villages(kim.region)
    other = kim_of_village(kim.region)
    if other:
        raise ValidationError(
            _("%(place)s has a KIM already: %(name)s.") % {"place": kim.region.name, "name": other.name}
        )
    return _change(kim, Status.ACTIVE, "")


def _not_archived(kim: Kim) -> None:
    if kim.status == Status.ARCHIVED:
        raise ValidationError(_("%(kim)s is archived.") % {"kim": kim.name})


def _change(kim: Kim, status: str, reason: str) -> Kim:
    if kim.status == status:
        return kim
    if kim.status == Status.ARCHIVED:
        # `set_status` refuses to open an archive by the way; here somebody means it.
        kim.status, kim.status_reason, kim.status_changed_at = status, reason, timezone.now()
        kim.save()
        kim_status_changed.send(sender=Kim, kim=kim, reason=reason)
    else:
        kim = set_status(kim, status, reason)
    mail.send("kim_status", kim.pk, str(status))
    return kim


def _forget_schedules(kim: Kim) -> None:
    """Otherwise the clock would try to write in the archive."""
    paths = list(KimHomePage.objects.filter(kim=kim).values_list("path", flat=True))
    pages = Page.objects.filter(at_or_below(paths))
    revisions = Revision.page_revisions.filter(approved_go_live_at__isnull=False)
    keys = [str(pk) for pk in pages.values_list("pk", flat=True)]
    revisions.filter(object_id__in=keys).update(approved_go_live_at=None)
    pages.filter(expire_at__isnull=False).update(expire_at=None)
