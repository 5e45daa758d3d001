"""How the place of an application is told."""

from kim_sites.models import Region
from kim_sites.services.places import chain
from onboarding.models import Application


def line_of(application: Application) -> str:
    """The place, from the village up to the regency; empty while none is chosen."""
    if not application.region_id:
        return ""
    return ", ".join(region.name for region in chain(application.region_id) if region.level >= Region.Level.REGENCY)


def lines_of(applications: list[Application]) -> dict[int, str]:
    """The same for a whole list, by key of the application: one query."""
    wanted = {code for row in applications if row.region_id for code in _codes(row.region_id)}
    names = dict(Region.objects.filter(code__in=wanted).values_list("code", "name"))
    return {
        row.pk: ", ".join(names[code] for code in _codes(row.region_id or "") if code in names) for row in applications
    }


def _codes(code: str) -> list[str]:
    """The codes from a village up to its regency."""
    parts = code.split(".")
    return [".".join(parts[:end]) for end in range(len(parts), 1, -1)]
