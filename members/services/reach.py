"""Whose members a person may manage."""

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from home.models import HubPage
from kim_sites.models import Kim, KimRole
from kim_sites.services.frozen import refuse_if_archived
from kim_sites.services.scope import at_or_below

Role = KimRole.Role


def own_hub_paths(user) -> list[str]:
    """Tree paths of the hubs that name the person as a curator; one query."""
    hubs = HubPage.objects.filter(
        group_permissions__group__user=user, group_permissions__permission__codename="publish_page"
    )
    return list(hubs.order_by("path").values_list("path", flat=True).distinct())


def curated_kim(user) -> QuerySet[Kim]:
    """The KIM over which a person stands: those below the own hubs, for an operator all of them."""
    if not user.is_active:
        return Kim.objects.none()
    if user.is_superuser:
        return Kim.objects.all()
    return Kim.objects.filter(at_or_below(own_hub_paths(user), "home_page__path"))


def manageable_kim(user) -> QuerySet[Kim]:
    """The KIM whose members a person manages: those chaired and those curated. Two queries, whatever their number."""
    if not user.is_active:
        return Kim.objects.none()
    if user.is_superuser:
        return Kim.objects.all()
    chaired = KimRole.objects.filter(role=Role.CHAIR, group__user=user).values("kim")
    return Kim.objects.filter(Q(pk__in=chaired) | at_or_below(own_hub_paths(user), "home_page__path"))


def may_manage(user, kim: Kim) -> bool:
    """Whether the person manages the members of the KIM."""
    return manageable_kim(user).filter(pk=kim.pk).exists()


def stands_above(user, kim: Kim) -> bool:
    """Whether the person is an operator or curates a hub above the KIM."""
    return curated_kim(user).filter(pk=kim.pk).exists()


def lock(actor, kim: Kim) -> Kim:
    """Hold the KIM's row until the end of the transaction: all that changes its members queues here.

    Raises PermissionDenied if the actor does not manage the KIM, or does so no longer once it is the actor's turn, and
    ValidationError if it is archived.
    """
    kim = Kim.objects.select_for_update(no_key=True).filter(pk=kim.pk).first()
    if kim is None or not may_manage(actor, kim):
        raise PermissionDenied
    refuse_if_archived(kim.pk)
    return kim
