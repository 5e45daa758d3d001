"""Whose records a person may work on: worked out from page permissions, so that roles and curators need one rule."""

from django.db.models import Q
from wagtail.models import GroupPagePermission, Page

from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimHomePage, KimRole


def paths_of(user, page: str = "", records: tuple[str, ...] = ()) -> list[str]:
    """Tree paths on which the groups of a person hold page permissions; one query, and no path below another.

    `page` is the codename that must be held there; any will do without one. With `records`, only groups count that
    hold one of these permissions of this application too: an editor of one KIM who only contributes to another may
    not edit the other's sellers.
    """
    rows = GroupPagePermission.objects.filter(group__user=user)
    if page:
        rows = rows.filter(permission__codename=page)
    if records:
        rows = rows.filter(
            group__permissions__codename__in=records, group__permissions__content_type__app_label="kim_sites"
        )
    kept: list[str] = []
    for path in sorted(set(rows.values_list("page__path", flat=True))):
        if not kept or not path.startswith(kept[-1]):
            kept.append(path)
    return kept


def at_or_below(paths: list[str], field: str = "path") -> Q:
    """A condition for tree paths at or below any of `paths`; it uses the index of the path on every database."""
    condition = Q(pk__in=[])
    for path in paths:
        condition |= Q(**{f"{field}__range": (path, path + "Z" * Page.steplen)})
    return condition


def kim_for_user(user, *records: str):
    """The KIM whose home page is at or below a page on which the person's groups hold page permission.

    Covers roles in a KIM, curators of the hubs above it, and operators. `records` are codenames (`change_seller`), of
    which a group must hold one as well. Two queries at most, whatever the number of tenants.
    """
    if not user.is_active:
        return Kim.objects.none()
    if user.is_superuser:
        return Kim.objects.all()
    return Kim.objects.filter(at_or_below(paths_of(user, records=records), "home_page__path"))


def own_kim(user):
    """The KIM in which the person has a role, also for an operator: what "my KIM" means."""
    return Kim.objects.filter(roles__group__user=user).distinct()


def home_paths(kim) -> list[str]:
    """Tree paths of the homes of some KIM (a queryset), in every language."""
    return list(KimHomePage.objects.filter(kim__in=kim).order_by("path").values_list("path", flat=True))


def is_chair(user, kim: Kim) -> bool:
    """Whether the person chairs the KIM."""
    return kim.roles.filter(role=KimRole.Role.CHAIR, group__user=user).exists()


def may_read_papers(user, kim: Kim) -> bool:
    """Whether the person may see the scans of legal papers: the chair, a curator of a hub above, an operator."""
    if not user.is_active:
        return False
    if user.is_superuser or is_chair(user, kim):
        return True
    above = path_prefixes(kim.home_page.path)[:-1] if kim.home_page else []
    return GroupPagePermission.objects.filter(
        group__user=user, permission__codename="publish_page", page__path__in=above
    ).exists()
