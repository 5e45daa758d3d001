"""Writes and reads the audit: the only writer of `AuditEntry`."""

import datetime
import ipaddress

from django.core.cache import cache
from django.db.models import Q, QuerySet
from django.utils import timezone
from wagtail.models import GroupPagePermission

from access.models import AuditEntry
from access.services.current import current_request
from home.models import HubPage
from home.services.curation import hubs_of
from kim_sites.models import Kim, KimRole, Region
from kim_sites.services.scope import at_or_below, own_kim

Action = AuditEntry.Action
KEPT = datetime.timedelta(days=365)  # rows older than this are removed by the clock
REFUSALS_AN_HOUR = 60  # rows one person can cause by knocking at closed doors
MOST_PLACES = 20  # tenants and hubs of one person for which a sign-in is written down


def record(action, *, user=None, request=None, kim=None, region=None, target="", data=None) -> AuditEntry:
    """Write one event about one tenant or hub (a `Region`), or about the installation when neither is given.

    `user` is who did it and `request` tells from where; both are the running request's if left out. `target` names in
    words whom or what it is about.
    """
    request = request or current_request()
    user = user or getattr(request, "user", None)
    actor = user if user is not None and user.pk else None
    return AuditEntry.objects.create(
        action=action,
        actor=actor,
        actor_name=str(actor)[:254] if actor else "",
        kim=kim,
        region=region,
        target=str(target)[:254],
        data=data or {},
        address=request.path[:254] if request else "",
        network=network_of(request) if request else None,
    )


def record_for_person(action, person, *, request=None, user=None, target="", data=None) -> None:
    """Write an event in the life of an account for every tenant and hub in which the person has a role.

    `user` is who did it; the person itself if left out. Two queries to find the places, and one row for each.
    """
    places = [{"kim": kim} for kim in own_kim(person)[:MOST_PLACES]]
    places += [{"region": region} for region in own_hub_regions(person)[: MOST_PLACES - len(places)]]
    for place in places or [{}]:
        record(action, user=user or person, request=request, target=target, data=data, **place)


def record_refusal(request, name: str) -> None:
    """Note that the gate refused an address; at most `REFUSALS_AN_HOUR` rows an hour for one person."""
    key = f"audit-refusals:{request.user.pk}"
    cache.add(key, 0, 3600)
    try:
        if cache.incr(key) > REFUSALS_AN_HOUR:
            return
    except ValueError:  # the key ran out in between
        pass
    record_for_person(Action.REFUSED, request.user, request=request, data={"view": name, "method": request.method})


def own_hubs(user) -> QuerySet[HubPage]:
    """The hubs that name the person as a curator, in the source language: not those below them."""
    pages = GroupPagePermission.objects.filter(group__user=user, permission__codename="publish_page")
    return hubs_of(user).filter(pk__in=pages.values("page_id"))


def own_hub_regions(user) -> list[Region]:
    """Regions of the hubs that name the person as a curator."""
    if user.is_superuser:
        return []
    return [hub.region for hub in own_hubs(user)]


def entries_for(user) -> QuerySet[AuditEntry]:
    """What a person may read: chairs about their KIM, curators about everything below their hubs, operators all."""
    entries = AuditEntry.objects.select_related("actor", "kim", "region")
    if not user.is_active:
        return entries.none()
    if user.is_superuser:
        return entries
    condition = Q(kim__in=Kim.objects.filter(roles__group__user=user, roles__role=KimRole.Role.CHAIR))
    paths = list(own_hubs(user).values_list("path", flat=True))
    if paths:
        below = Kim.objects.filter(at_or_below(paths, "home_page__path"))
        condition |= Q(kim__in=below) | Q(region__in=hubs_of(user).values("region_id"))
    return entries.filter(condition)


def network_of(request) -> str | None:
    """The address of the network that asked, or None. Behind a trusted proxy its last forwarded hop is set already."""
    try:
        return str(ipaddress.ip_address(request.META.get("REMOTE_ADDR", "")))
    except ValueError:
        return None


def prune() -> int:
    """Remove what is older than `KEPT`; returns how many rows went."""
    return AuditEntry.objects.filter(at__lt=timezone.now() - KEPT).delete()[0]
