"""The one writer of `RegencyCount`, and what hubs read from it."""

from collections import Counter

from django.db import transaction
from django.db.models import Count
from django.db.models.functions import Substr

from home.models.counts import RegencyCount
from kim_sites.models import Kim, Region
from kim_sites.models.regions import NATION_CODE

REGENCY_LENGTH, DISTRICT_LENGTH = len("00.00"), len("00.00.00")


@transaction.atomic
def recount(*region_codes: str) -> None:
    """Count the open KIM of the regencies in which these regions lie; always in one order, so that two never lock up.

    The count is taken behind the lock of its row: whoever comes second counts what the first one has written.
    """
    for code in sorted({code[:REGENCY_LENGTH] for code in region_codes if len(code) >= REGENCY_LENGTH}):
        RegencyCount.objects.get_or_create(region_id=code)
        row = RegencyCount.objects.select_for_update().get(region_id=code)
        row.kim_count = Kim.objects.visible().filter(region__code__startswith=code).count()
        row.save()


def counts_below(region: Region) -> dict[str, int]:
    """Number of open KIM by the code of each region one level down. One query over at most some hundred rows."""
    if region.level == Region.Level.REGENCY:
        rows = Kim.objects.visible().filter(region__code__startswith=region.code).order_by()
        district = rows.annotate(place=Substr("region_id", 1, DISTRICT_LENGTH)).values_list("place")
        return dict(district.annotate(count=Count("pk")))
    rows = RegencyCount.objects.filter(kim_count__gt=0).order_by()
    if region.code != NATION_CODE:
        return dict(rows.filter(region__code__startswith=f"{region.code}.").values_list("region_id", "kim_count"))
    found = Counter()
    for code, count in rows.values_list("region_id", "kim_count"):
        found[code[:2]] += count
    return dict(found)


def drifted() -> dict[str, tuple[int, int]]:
    """Regencies whose number is wrong: code to what is kept and what is true. In normal running there are none."""
    kept = dict(RegencyCount.objects.values_list("region_id", "kim_count"))
    places = Kim.objects.visible().annotate(place=Substr("region_id", 1, REGENCY_LENGTH)).order_by()
    true = dict(places.values_list("place").annotate(count=Count("pk")))
    codes = sorted({*kept, *true})
    return {code: (kept.get(code, 0), true.get(code, 0)) for code in codes if kept.get(code, 0) != true.get(code, 0)}
