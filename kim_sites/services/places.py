"""How the place of a KIM is told."""

from functools import lru_cache

from kim_sites.models import Kim, Region
from kim_sites.services import versions


def chain(region_code: str) -> tuple[Region, ...]:
    """A region and those it lies in, from the smallest up to the province.

    Names of regions hardly ever change, and stand on every page of a KIM: each process asks for them once.
    """
    return _read_chain(region_code, versions.current([versions.ALL])[0])


@lru_cache(maxsize=10_000)
def _read_chain(region_code: str, _number) -> tuple[Region, ...]:
    parts = region_code.split(".")
    codes = [".".join(parts[:end]) for end in range(1, len(parts) + 1)]
    return tuple(Region.objects.filter(code__in=codes).order_by("-level"))


def place_line(kim: Kim) -> str:
    """The place of a KIM, from its region up to the regency."""
    return ", ".join(region.name for region in chain(kim.region_id) if region.level >= Region.Level.REGENCY)


def short_place(kim: Kim) -> str:
    """The region of a KIM and the one right above it, unless that is the province."""
    return ", ".join(region.name for region in chain(kim.region_id)[:2] if region.level >= Region.Level.REGENCY)


def province_name(kim: Kim) -> str:
    """The province of a KIM, as people say it."""
    return chain(kim.region_id)[-1].short_name
