"""Members of a KIM: changing roles, leaving, coming back, and handing the chair over."""

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.core.cache import cache
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Case, IntegerField, QuerySet, When
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, KimRole, User
from kim_sites.services import mail
from members.models import FormerMember
from members.services.reach import Role, lock
from members.tasks import end_sessions

Action = AuditEntry.Action
GIVEN_BY_HAND = (Role.EDITOR, Role.CONTRIBUTOR)  # the chair goes by hand-over only
PASSWORD_TRIES, PASSWORD_PAUSE = 5, 15 * 60  # wrong passwords at a hand-over, and for how many seconds they count
_RANK = Case(When(role=Role.CHAIR, then=0), When(role=Role.EDITOR, then=1), default=2, output_field=IntegerField())


def memberships(kim: Kim) -> QuerySet:
    """Rows of person and role, the chair first; each with `user` and `group.kim_role`."""
    rows = User.groups.through.objects.filter(group__kim_role__kim=kim)
    rank = Case(
        When(group__kim_role__role=Role.CHAIR, then=0), When(group__kim_role__role=Role.EDITOR, then=1), default=2
    )
    return rows.select_related("user", "group__kim_role").order_by(rank, "user__first_name", "user__email", "pk")


def members_of(kim: Kim) -> QuerySet[User]:
    """People with a role in the KIM."""
    return User.objects.filter(groups__kim_role__kim=kim).distinct()


def role_of(person, kim: Kim) -> str:
    """The highest role of a person in the KIM; empty without one."""
    rows = KimRole.objects.filter(kim=kim, group__user=person).order_by(_RANK)
    return rows.values_list("role", flat=True).first() or ""


def chairs(kim: Kim) -> QuerySet[User]:
    """Whoever holds the chair of the KIM, whether the account can sign in or not."""
    return User.objects.filter(groups__kim_role__kim=kim, groups__kim_role__role=Role.CHAIR)


def sitting_chair(kim: Kim) -> User | None:
    """The chair who can sign in; None while there is none, or only one whose account was never set up."""
    able = chairs(kim).filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return able.order_by("pk").first()


def put(kim: Kim, person: User, role: str) -> None:
    """Give a person exactly this role in the KIM. For the services alone: it checks nothing."""
    groups = {row.role: row.group for row in kim.roles.select_related("group")}
    held = set(person.groups.filter(kim_role__kim=kim).values_list("pk", flat=True))
    others = held - {groups[role].pk}
    if others:
        person.groups.remove(*others)
    if groups[role].pk not in held:
        person.groups.add(groups[role])


@transaction.atomic
def set_role(actor, kim: Kim, person: User, role: str) -> None:
    """Make a contributor an editor or the other way round. Safe to repeat.

    Raises PermissionDenied if the actor does not manage the KIM or the person is not in it, ValidationError for a role
    that is not given this way, the own role, and the chair's.
    """
    kim = lock(actor, kim)
    held = _held(kim, person)
    if role not in GIVEN_BY_HAND:
        raise ValidationError({"role": _("Choose editor or contributor. The chair goes by handing it over.")})
    if person.pk == actor.pk:
        raise ValidationError(_("Nobody changes their own role. Ask somebody else to do it."))
    _not_the_chair(held, person)
    put(kim, person, role)


@transaction.atomic
def deactivate(actor, kim: Kim, person: User) -> bool:
    """Take a person out of the KIM. True if that was their last role, so that the account was closed too.

    Roles elsewhere, and the account that carries them, stay as they are. Raises as `set_role` does.
    """
    kim = lock(actor, kim)
    held = _held(kim, person)
    _not_the_chair(held, person)
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    person.groups.remove(*person.groups.filter(kim_role__kim=kim))
    closes = person.is_active and not person.is_superuser and not person.groups.exists()
    values = {"role": held, "left_at": timezone.now(), "account_closed": closes}
    FormerMember.objects.update_or_create(kim=kim, user=person, defaults=values)
    if closes:
        person.is_active = False
        person.save(update_fields=["is_active"])
        audit.record(Action.DEACTIVATED, user=actor, kim=kim, target=person)
        end_sessions.enqueue(person.pk)
    return closes


@transaction.atomic
def reactivate(actor, kim: Kim, person: User) -> str:
    """Give a former member the role back; returns it. Opens the account again if leaving had closed it.

    Raises PermissionDenied if the actor does not manage the KIM or the person did not belong to it, ValidationError for
    oneself, and for an account that somebody else closed.
    """
    kim = lock(actor, kim)
    former = FormerMember.objects.filter(kim=kim, user=person).first()
    if former is None:
        raise PermissionDenied
    if person.pk == actor.pk:
        raise ValidationError(_("Nobody changes their own role. Ask somebody else to do it."))
    if kim.status == Kim.Status.ARCHIVED:
        raise ValidationError(_("%(kim)s is archived: nobody can join it any more.") % {"kim": kim.name})
    person = User.objects.select_for_update(no_key=True).get(pk=person.pk)
    if not reopen(person, actor, kim):
        raise ValidationError(
            _("The account of %(name)s was closed by the operators. Please ask them.") % {"name": person}
        )
    role = former.role if former.role in GIVEN_BY_HAND else Role.EDITOR
    put(kim, person, role)
    former.delete()
    return str(role)


def is_closed_here(person: User) -> bool:
    """Whether the account is closed because its last role was taken, and not by an operator."""
    return not person.is_active and FormerMember.objects.filter(user=person, account_closed=True).exists()


def reopen(person: User, actor, kim: Kim) -> bool:
    """Open an account that leaving had closed; False if it is closed for another reason. Checks no actor."""
    if person.is_active:
        return True
    if not is_closed_here(person):
        return False
    person.is_active = True
    person.save(update_fields=["is_active"])
    FormerMember.objects.filter(user=person).update(account_closed=False)
    audit.record(Action.REACTIVATED, user=actor, kim=kim, target=person)
    return True


def handover_candidates(kim: Kim) -> QuerySet[User]:
    """Who may take the chair: members who can sign in and are not the chair."""
    able = members_of(kim).filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    return able.exclude(pk__in=chairs(kim).values("pk")).order_by("first_name", "email")


def hand_over(actor, kim: Kim, successor: User, password: str) -> None:
    """Make a member the chair; whoever was the chair becomes an editor, and both get a mail.

    `password` is the actor's own. Raises PermissionDenied if the actor does not manage the KIM (any more) or the
    successor is not in it, ValidationError for a wrong password or somebody who can't take the chair.
    """
    _check_password(actor, password)
    with transaction.atomic():
        kim = lock(actor, kim)
        _held(kim, successor)
        if not handover_candidates(kim).filter(pk=successor.pk).exists():
            raise ValidationError({"successor": _("Choose a member with an active account who is not the chair.")})
        before = list(chairs(kim))
        for person in before:
            put(kim, person, Role.EDITOR)
        put(kim, successor, Role.CHAIR)
        audit.record(
            Action.CHAIR_HANDED_OVER,
            user=actor,
            kim=kim,
            target=successor,
            data={"from": ", ".join(str(person) for person in before)},
        )
        mail.send("new_chair", kim.pk, successor.pk)
        for person in before:
            mail.send("former_chair", kim.pk, successor.pk, person.pk)


def _check_password(actor, password: str) -> None:
    """Raises ValidationError for a wrong password, and for any after too many."""
    key = f"handover-password:{actor.pk}"
    cache.add(key, 0, PASSWORD_PAUSE)
    if cache.get(key, 0) >= PASSWORD_TRIES:
        raise ValidationError({"password": _("Too many wrong passwords. Try again in a quarter of an hour.")})
    if not actor.check_password(password):
        try:
            cache.incr(key)
        except ValueError:  # the key ran out in between
            cache.set(key, 1, PASSWORD_PAUSE)
        raise ValidationError({"password": _("This is not your password.")})
    cache.delete(key)


def _held(kim: Kim, person: User) -> str:
    """The person's role in the KIM. Raises PermissionDenied without one: outside the KIM nobody can be reached."""
    held = role_of(person, kim)
    if not held:
        raise PermissionDenied
    return held


def _not_the_chair(held: str, person: User) -> None:
    if held == Role.CHAIR:
        raise ValidationError(_("%(name)s is the chair. Hand the chair over first.") % {"name": person})
