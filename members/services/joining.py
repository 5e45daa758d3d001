"""Accepting an invitation. The link proves the mailbox; nobody is added before a button was pressed."""

from dataclasses import dataclass
from enum import StrEnum

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, User
from members.models import FormerMember, Invitation
from members.services.invitations import CLOSED_STATUSES, hash_of
from members.services.reach import Role
from members.services.roles import chairs, is_closed_here, put, reopen, role_of, sitting_chair

Action = AuditEntry.Action
State = Invitation.State
LONGEST_NAME = User._meta.get_field("first_name").max_length


class Step(StrEnum):
    """What the holder of a link can do next."""

    UNKNOWN = "unknown"  # no such secret
    USED = "used"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    KIM_CLOSED = "kim_closed"
    HAS_CHAIR = "has_chair"
    BLOCKED = "blocked"  # the account was closed by an operator
    OTHER_PERSON = "other_person"  # signed in under another address
    SIGN_IN = "sign_in"
    NEW = "new"  # name and password are asked
    CONFIRM = "confirm"


OPEN_STEPS = (Step.NEW, Step.CONFIRM)


class NotNow(Exception):
    """The invitation can't be accepted; `offer.step` says why."""

    def __init__(self, offer: "Offer"):
        super().__init__(offer.step)
        self.offer = offer


@dataclass(frozen=True)
class Offer:
    """An invitation as its holder sees it."""

    step: Step
    invitation: Invitation | None = None
    account: User | None = None


def offer_of(secret: str, visitor) -> Offer:
    """What a link offers to whoever opened it. Writes nothing: mail scanners open links."""
    rows = Invitation.objects.select_related("kim", "invited_by")
    return _offer(rows.filter(secret_hash=hash_of(secret)).first(), visitor)


@transaction.atomic
def accept(secret: str, visitor, name: str = "", password: str = "") -> Offer:
    """Give the role to the invited person; new people get an account with `name` and `password`.

    Of two calls at once, one joins. Raises NotNow if the link does not allow it (any more), ValidationError for a name
    or password that can't be; then nothing has been written.
    """
    # The order of locks is that of the other services: first the KIM, then the invitation. What the link offers is
    # worked out only behind them: before, another call could be half way between invitation and account.
    rows = Kim.objects.select_for_update(no_key=True, of=("self",))
    kim = rows.filter(invitations__secret_hash=hash_of(secret)).first()
    if kim is None:
        raise NotNow(Offer(Step.UNKNOWN))
    rows = Invitation.objects.select_for_update(of=("self",)).select_related("kim", "invited_by")
    offer = _offer(rows.filter(secret_hash=hash_of(secret)).first(), visitor)
    if offer.step not in OPEN_STEPS:
        raise NotNow(offer)
    invitation = offer.invitation
    account = _set_up(offer, name, password) if offer.step == Step.NEW else offer.account
    reopen(account, account, kim)
    _seat(kim, account, invitation.role)
    FormerMember.objects.filter(kim=kim, user=account).delete()
    invitation.state = State.ACCEPTED
    invitation.save(update_fields=["state"])
    audit.record(Action.JOINED, user=account, kim=kim, target=account, data={"role": invitation.role})
    return Offer(offer.step, invitation, account)


def _offer(invitation: Invitation | None, visitor) -> Offer:
    if invitation is None:
        return Offer(Step.UNKNOWN)
    dead = _why_dead(invitation)
    if dead:
        return Offer(dead, invitation)
    account = User.objects.filter(email=invitation.email).first()
    return Offer(_next_step(invitation, account, visitor), invitation, account)


def _why_dead(invitation: Invitation) -> Step | None:
    if invitation.state == State.ACCEPTED:
        return Step.USED
    if invitation.state == State.WITHDRAWN:
        return Step.WITHDRAWN
    if invitation.is_expired:
        return Step.EXPIRED
    if invitation.kim.status in CLOSED_STATUSES:
        return Step.KIM_CLOSED
    if invitation.role == Role.CHAIR:
        chair = sitting_chair(invitation.kim)
        if chair and chair.email != invitation.email:
            return Step.HAS_CHAIR
    return None


def _next_step(invitation: Invitation, account: User | None, visitor) -> Step:
    if visitor.is_authenticated and visitor.email != invitation.email:
        return Step.OTHER_PERSON
    if account is None:
        return Step.NEW
    if not account.is_active:
        # Nobody can sign in to a closed account: here the link alone is the proof, and signing in comes after it.
        return Step.CONFIRM if is_closed_here(account) else Step.BLOCKED
    if not account.has_usable_password():
        return Step.NEW
    return Step.CONFIRM if visitor.is_authenticated else Step.SIGN_IN


def _set_up(offer: Offer, name: str, password: str) -> User:
    """Make the account, or finish one that never had a password. Raises ValidationError and NotNow."""
    name = " ".join(name.split())
    if not name:
        raise ValidationError({"name": _("Please enter your name.")})
    if len(name) > LONGEST_NAME:
        raise ValidationError({"name": _("This name is too long.")})
    account = offer.account or User(email=offer.invitation.email)
    account.first_name = name
    try:
        validate_password(password, account)
    except ValidationError as error:
        raise ValidationError({"password": error.messages}) from error
    account.set_password(password)
    try:
        with transaction.atomic():
            account.save()
    except IntegrityError as error:
        # The same person accepted another KIM's invitation at the same moment.
        raise NotNow(Offer(Step.SIGN_IN, offer.invitation)) from error
    return account


def _seat(kim: Kim, account: User, role: str) -> None:
    """Put the person into the role; a chair stays the chair, and one who was never set up makes room."""
    if role_of(account, kim) == Role.CHAIR:
        return
    if role == Role.CHAIR:
        for pending in chairs(kim).exclude(pk=account.pk):
            put(kim, pending, Role.EDITOR)
    put(kim, account, role)
