"""Who decides about the life of a KIM, and the lock behind which it is decided."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from kim_sites.models import Kim
from members.services.reach import own_hub_paths, stands_above

SHORTEST_REASON, LONGEST_REASON = 10, 500


def lock_from_above(actor, kim: Kim) -> Kim:
    """Hold the KIM's row until the end of the transaction.

    Raises PermissionDenied unless the actor is an operator or curates a hub above the KIM.
    """
    kim = Kim.objects.select_for_update(no_key=True).filter(pk=kim.pk).first()
    if kim is None or not stands_above(actor, kim):
        raise PermissionDenied
    return kim


def stands_far_above(actor, kim: Kim) -> bool:
    """Whether the actor is an operator, or curates a hub above the regency's: a province's or the nation's."""
    if not actor.is_active:
        return False
    if actor.is_superuser:
        return True
    home = kim.home_page
    regency = home.path[: -home.steplen] if home else ""
    return any(regency.startswith(path) and path != regency for path in own_hub_paths(actor))


def clean_reason(reason: str) -> str:
    """The reason as it is kept. Raises ValidationError if it says nothing or too much."""
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise ValidationError({"reason": _("Please say in one sentence why. The KIM will read it.")})
    if len(reason) > LONGEST_REASON:
        raise ValidationError(
            {"reason": _("The reason may have at most %(most)s characters.") % {"most": LONGEST_REASON}}
        )
    return reason
