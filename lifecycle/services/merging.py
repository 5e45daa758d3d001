"""Two KIM become one: villages merge, or two groups join. See docs/decisions/merging.md."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim
from kim_sites.services import mail
from kim_sites.services.frozen import thawed
from lifecycle.services import closing
from lifecycle.services.reach import clean_reason
from members.services.reach import stands_above

Status = Kim.Status
MERGED = AuditEntry.Action.MERGED


@transaction.atomic
def merge(actor, ended: Kim, successor: Kim, reason: str) -> Kim:
    """Archive `ended`; whoever opens its front page comes to `successor`, its articles stay readable where they are.

    Raises PermissionDenied unless the actor stands above both, ValidationError if they are the same, or one of them is
    archived already. Safe to repeat.
    """
    ended, successor = _lock_both(actor, ended, successor)
    if ended.pk == successor.pk:
        raise ValidationError({"successor": _("Please choose another KIM: these two are the same.")})
    if ended.merged_into_id == successor.pk:
        return ended
    if successor.status == Status.ARCHIVED:
        raise ValidationError({"successor": _("%(kim)s is archived and can't go on.") % {"kim": successor.name}})
    if ended.status == Status.ARCHIVED:
        raise ValidationError(_("%(kim)s is archived.") % {"kim": ended.name})
    ended = closing.archive(actor, ended, clean_reason(reason))
    with thawed():
        ended.merged_into = successor
        ended.save()
    _note(actor, ended, successor)
    mail.send("kim_merged", ended.pk, successor.pk)
    return ended


@transaction.atomic
def unmerge(actor, ended: Kim) -> Kim:
    """Take a merging back: the KIM is open again. Safe to repeat.

    Raises PermissionDenied unless the actor stands above both, ValidationError if the village has another KIM by now.
    """
    successor = ended.merged_into
    if successor is None:
        return ended
    ended, successor = _lock_both(actor, ended, successor)
    with thawed():
        ended.merged_into = None
        ended.save()
    _note(actor, ended, successor, is_back=True)
    return closing.reopen(ended)


def _lock_both(actor, *both: Kim) -> list[Kim]:
    """Hold both rows, in one order, so that two mergings never wait for each other."""
    rows = Kim.objects.select_for_update(no_key=True).filter(pk__in={kim.pk for kim in both}).order_by("pk")
    found = {kim.pk: kim for kim in rows}
    if any(kim.pk not in found or not stands_above(actor, found[kim.pk]) for kim in both):
        raise PermissionDenied
    return [found[kim.pk] for kim in both]


def _note(actor, ended: Kim, successor: Kim, is_back: bool = False) -> None:
    for kim, other in ((ended, successor), (successor, ended)):
        target = f"{ended.name} → {successor.name}"
        audit.record(MERGED, user=actor, kim=kim, target=target, data={"with": other.slug, "taken_back": is_back})
