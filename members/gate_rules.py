"""Who may reach the addresses of this application; see docs/isolation.md."""

from django.contrib.auth import get_user_model
from django.db.models import Q

from access.gate.checks import number
from access.gate.rules import ANYBODY, TENANTS, named, objects, same
from members.models import FormerMember, Invitation
from members.services.reach import manageable_kim


def kim(scope, value, **kwargs) -> bool:
    """A KIM whose members the person keeps: its chair, a curator of a hub above it."""
    pk = number(value)
    return pk is not None and manageable_kim(scope.user).filter(pk=pk).exists()


def invitation(scope, value, kim_id, **kwargs) -> bool:
    """An invitation of the KIM that the address names."""
    pk = number(value)
    return pk is not None and Invitation.objects.filter(pk=pk, kim=number(kim_id)).exists()


def member(scope, value, kim_id, **kwargs) -> bool:
    """Somebody who belongs, or belonged, to the KIM that the address names."""
    pk, kim_pk = number(value), number(kim_id)
    if pk is None:
        return False
    former = FormerMember.objects.filter(kim=kim_pk).values("user")
    people = get_user_model().objects.filter(Q(groups__kim_role__kim=kim_pk) | Q(pk__in=former), pk=pk)
    return people.exists()


RULES = {
    **named(
        "kim_members",
        {
            "index": TENANTS,
            **same(objects(kim_id=kim), "list invite chair"),
            **same(objects(kim_id=kim, invitation_id=invitation), "resend withdraw"),
            **same(objects(kim_id=kim, person_id=member), "role leave return"),
        },
    ),
    # The secret of the invitation is the key; its holder may have no account yet.
    **named("kim_invitation", same(ANYBODY, "show accept")),
}
