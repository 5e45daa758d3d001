"""Who sees which applications, and who may decide about one."""

import datetime
from enum import StrEnum

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db.models import Q, QuerySet
from django.utils import timezone

from home.models import HubPage
from kim_sites.models import Region, User
from kim_sites.models.regions import NATION_CODE
from onboarding.models import Application, ApplicationStep, ProvinceRules
from onboarding.services.rules import rules_of

State = Application.State


class Right(StrEnum):
    """Why somebody may decide."""

    OWN = "own"  # a curator of the regency, or an operator
    STEP_IN = "step_in"  # from above: the regency was silent too long, or has nobody


def hub_codes(user) -> list[str]:
    """Codes of the regions whose hubs name the person as a curator; one query, asked once for this user object."""
    if not user.is_active:
        return []
    if not hasattr(user, "_hub_codes"):
        hubs = HubPage.objects.filter(
            group_permissions__group__user=user, group_permissions__permission__codename="publish_page"
        )
        user._hub_codes = sorted(set(hubs.values_list("region_id", flat=True)))
    return user._hub_codes


def sees_applications(user) -> bool:
    """Whether there is a queue for the person at all."""
    return user.is_active and (user.is_superuser or bool(hub_codes(user)))


def applications_for(user) -> QuerySet[Application]:
    """What the person sees: of the own regencies, or of all regencies of the own province or the nation.

    Never what has not been sent yet. Each case is an indexed look-up.
    """
    sent = Application.objects.exclude(state=State.DRAFT)
    if not user.is_active:
        return sent.none()
    codes = hub_codes(user) if not user.is_superuser else []
    if user.is_superuser or NATION_CODE in codes:
        return sent
    provinces = [code for code in codes if "." not in code]
    regencies = [code for code in codes if "." in code]
    below = Region.objects.filter(parent__in=provinces).values("code") if provinces else []
    return sent.filter(Q(regency__in=regencies) | Q(regency__in=below))


def regency_curators(code: str) -> QuerySet[User]:
    """People who curate the hub of exactly this region and can sign in."""
    able = User.objects.filter(is_active=True).exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX)
    hubs = HubPage.objects.filter(region_id=code, group_permissions__permission__codename="publish_page")
    return able.filter(groups__in=hubs.values("group_permissions__group")).distinct()


def silent_from(application: Application) -> datetime.datetime | None:
    """From when on the province may step in; None while it is the applicant's turn."""
    if application.state != State.SUBMITTED or application.waiting_since is None:
        return None
    days = rules_of(application.regency_id or "").silent_days
    return application.waiting_since + datetime.timedelta(days=days)


def silent() -> Q:
    """A condition for what waits longer than its province allows; one query for the provinces that set their own days."""
    now = timezone.now()
    own = dict(ProvinceRules.objects.values_list("region_id", "silent_days"))
    usual = now - datetime.timedelta(days=ProvinceRules._meta.get_field("silent_days").default)
    condition = Q(waiting_since__lt=usual) & ~Q(regency__parent__in=list(own))
    for code, days in own.items():
        condition |= Q(regency__parent=code, waiting_since__lt=now - datetime.timedelta(days=days))
    return Q(state=State.SUBMITTED) & condition


def right_of(user, application: Application) -> Right | None:
    """Why the person may decide about an application; None if they may not (yet)."""
    if not user.is_active:
        return None
    if user.is_superuser:
        return Right.OWN
    codes, regency = hub_codes(user), application.regency_id or ""
    if regency and regency in codes:
        return Right.OWN
    if not regency or not {NATION_CODE, regency.split(".")[0]} & set(codes):
        return None
    since = silent_from(application)
    if since is not None and since < timezone.now():
        return Right.STEP_IN
    if application.steps.filter(kind=ApplicationStep.Kind.STEPPED_IN).exists():
        return Right.STEP_IN
    return None if regency_curators(regency).exists() else Right.STEP_IN
