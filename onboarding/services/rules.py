"""What a province sets for itself."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from home.models import HubPage
from kim_sites.models import Region
from onboarding.models import ProvinceRules

MOST_DAYS = 90


def rules_of(region_code: str) -> ProvinceRules:
    """The rules that hold in the province of a region; unsaved, with the defaults, for one that has set none."""
    code = region_code.split(".")[0]
    return ProvinceRules.objects.filter(region_id=code).first() or ProvinceRules(region_id=code)


def ruled_provinces(user) -> QuerySet[Region]:
    """The provinces whose rules the person sets: those whose hub they curate, for an operator all of them."""
    provinces = Region.objects.filter(level=Region.Level.PROVINCE, is_active=True).order_by("name")
    if not user.is_active:
        return provinces.none()
    if user.is_superuser:
        return provinces
    hubs = HubPage.objects.filter(
        group_permissions__group__user=user, group_permissions__permission__codename="publish_page"
    )
    return provinces.filter(code__in=hubs.values("region_id"))


@transaction.atomic
def set_rules(actor, province: Region, number_pattern: str, silent_days: int) -> ProvinceRules:
    """Set the pattern of registration numbers and the days after which the province may step in.

    Raises PermissionDenied if the actor does not curate the province's hub, ValidationError for a pattern or a number
    of days that can't be. Numbers that were given out stay as they are.
    """
    from onboarding.services.numbers import check_pattern

    if not ruled_provinces(actor).filter(pk=province.pk).exists():
        raise PermissionDenied
    pattern = " ".join(number_pattern.split())
    try:
        check_pattern(pattern)
    except ValidationError as error:
        raise ValidationError({"number_pattern": error.messages}) from error
    if not 1 <= silent_days <= MOST_DAYS:
        raise ValidationError({"silent_days": _("Choose 1 to %(most)s days.") % {"most": MOST_DAYS}})
    values = {"number_pattern": pattern, "silent_days": silent_days}
    rules, _created = ProvinceRules.objects.update_or_create(region=province, defaults=values)
    return rules
