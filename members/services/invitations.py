"""Inviting people by e-mail. What is said and shown never tells whether an address has an account already."""

import datetime
import hashlib
import secrets

from django.conf import settings
from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim
from kim_sites.services import mail
from members.models import Invitation
from members.services.reach import Role, lock, stands_above
from members.services.roles import GIVEN_BY_HAND, members_of, sitting_chair

Action = AuditEntry.Action
State = Invitation.State
MOST_MAILS = 5  # mails for one invitation
PAUSE = datetime.timedelta(minutes=2)  # between two mails for one invitation
FORGOTTEN_AFTER = datetime.timedelta(days=90)  # addresses of people who never came are not kept longer
CLOSED_STATUSES = (Kim.Status.SUSPENDED, Kim.Status.ARCHIVED)


def open_invitations(kim: Kim) -> QuerySet[Invitation]:
    """What was neither accepted nor withdrawn, newest first; with those whose time is over."""
    return Invitation.objects.filter(kim=kim, state=State.OPEN).select_related("invited_by")


def offered_roles(actor, kim: Kim) -> list[str]:
    """Roles that the actor may offer: the chair only from above, and only while the KIM has none who can sign in."""
    if sitting_chair(kim) is None and stands_above(actor, kim):
        return [Role.CHAIR, *GIVEN_BY_HAND]
    return list(GIVEN_BY_HAND)


@transaction.atomic
def invite(actor, kim: Kim, email: str, role: str) -> Invitation:
    """Offer a role to an address; an open invitation of the same address is replaced. The mail goes by the queue.

    Raises PermissionDenied if the actor does not manage the KIM, ValidationError for an address or role that can't be,
    a KIM that is closed, and beyond the limits.
    """
    kim = lock(actor, kim)
    email = _clean_email(email)
    _check_open(kim)
    if role not in offered_roles(actor, kim):
        raise ValidationError({"role": _("This role can't be offered. Choose another one.")})
    if _is_set_up_member(kim, email):
        raise ValidationError({"email": _("%(email)s is a member of this KIM already.") % {"email": email}})
    _forget_old(kim)
    _check_limits(kim, email)
    Invitation.objects.filter(kim=kim, email=email, state=State.OPEN).update(state=State.WITHDRAWN)
    invitation = Invitation.objects.create(
        kim=kim, email=email, role=role, invited_by=actor, expires_at=timezone.now() + lifetime()
    )
    audit.record(Action.INVITED, user=actor, kim=kim, target=email, data={"role": str(role)})
    mail.send("invitation", invitation.pk)
    return invitation


@transaction.atomic
def resend(actor, kim: Kim, invitation: Invitation) -> Invitation:
    """Send a new link with a new term; the old one ends at once.

    Raises PermissionDenied if the invitation is not an open one of a KIM that the actor manages, ValidationError if it
    was sent just now or too often, or the KIM is closed.
    """
    kim = lock(actor, kim)
    invitation = _open_one(kim, invitation)
    _check_open(kim)
    now = timezone.now()
    if invitation.asked_at > now - PAUSE:
        raise ValidationError(_("The e-mail was sent just now. Please wait two minutes."))
    if invitation.times_asked >= MOST_MAILS:
        raise ValidationError(
            _("This invitation was sent %(most)s times. Ask the person whether the address is right.")
            % {"most": MOST_MAILS}
        )
    if invitation.is_expired:
        _check_limits(kim, invitation.email)
    invitation.secret_hash, invitation.sent_at = None, None
    invitation.asked_at, invitation.expires_at = now, now + lifetime()
    invitation.times_asked += 1
    invitation.save()
    data = {"role": invitation.role, "again": True}
    audit.record(Action.INVITED, user=actor, kim=kim, target=invitation.email, data=data)
    mail.send("invitation", invitation.pk)
    return invitation


@transaction.atomic
def withdraw(actor, kim: Kim, invitation: Invitation) -> None:
    """End an open invitation. Raises PermissionDenied if it is not an open one of a KIM that the actor manages."""
    kim = lock(actor, kim)
    invitation = _open_one(kim, invitation)
    invitation.state = State.WITHDRAWN
    invitation.save(update_fields=["state"])
    data = {"role": invitation.role}
    audit.record(Action.INVITATION_WITHDRAWN, user=actor, kim=kim, target=invitation.email, data=data)


def lifetime() -> datetime.timedelta:
    """How long a link holds."""
    return datetime.timedelta(days=settings.INVITATION_DAYS)


def hash_of(secret: str) -> str:
    """What is kept of a secret. It is 256 bits of chance, so a plain hash is enough."""
    return hashlib.sha256(secret.encode()).hexdigest()


def renew_secret(invitation_id: int) -> tuple[Invitation, str] | None:
    """Make the secret of an open invitation, for the task that sends it; None if there is nothing to send any more."""
    secret = secrets.token_urlsafe(32)
    live = Invitation.objects.filter(pk=invitation_id, state=State.OPEN, expires_at__gt=timezone.now())
    if not live.update(secret_hash=hash_of(secret)):
        return None
    return Invitation.objects.select_related("kim", "invited_by").get(pk=invitation_id), secret


def note_sent(invitation_id: int) -> None:
    """The mail server took the mail."""
    Invitation.objects.filter(pk=invitation_id).update(sent_at=timezone.now())


def _clean_email(email: str) -> str:
    email = email.strip().lower()
    try:
        validate_email(email)
    except ValidationError as error:
        raise ValidationError({"email": _("“%(email)s” is not an e-mail address.") % {"email": email}}) from error
    if len(email) > Invitation._meta.get_field("email").max_length:
        raise ValidationError({"email": _("This e-mail address is too long.")})
    return email


def _check_open(kim: Kim) -> None:
    if kim.status in CLOSED_STATUSES:
        raise ValidationError(
            _("%(kim)s is closed at the moment (%(status)s), so nobody can be invited.")
            % {"kim": kim.name, "status": kim.get_status_display()}
        )


def _is_set_up_member(kim: Kim, email: str) -> bool:
    """Whether the address belongs to a member who can sign in. One whose account was never set up gets a link."""
    able = members_of(kim).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return able.filter(email=email).exists()


def _check_limits(kim: Kim, email: str) -> None:
    now = timezone.now()
    rows = Invitation.objects.filter(kim=kim)
    waiting = rows.filter(state=State.OPEN, expires_at__gt=now).exclude(email=email)
    if waiting.count() >= settings.MOST_OPEN_INVITATIONS:
        raise ValidationError(
            _("There are %(most)s open invitations already. Withdraw one, or wait until somebody has answered.")
            % {"most": settings.MOST_OPEN_INVITATIONS}
        )
    if rows.filter(created_at__gt=now - datetime.timedelta(days=1)).count() >= settings.MOST_INVITATIONS_A_DAY:
        raise ValidationError(
            _("At most %(most)s people can be invited in a day. Please go on tomorrow.")
            % {"most": settings.MOST_INVITATIONS_A_DAY}
        )


def _open_one(kim: Kim, invitation: Invitation) -> Invitation:
    row = Invitation.objects.select_for_update().filter(pk=invitation.pk, kim=kim, state=State.OPEN).first()
    if row is None:
        raise PermissionDenied
    return row


def _forget_old(kim: Kim) -> None:
    Invitation.objects.filter(kim=kim, expires_at__lt=timezone.now() - FORGOTTEN_AFTER).delete()
