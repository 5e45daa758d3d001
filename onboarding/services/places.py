"""How the place of an application is told."""

from kim_sites.models import Region
from kim_sites.services.places import chain
from onboarding.models import Application


def line_of(application: Application) -> str:
    """The place, from the village up to the regency; empty while none is chosen."""
    if not application.region_id:
        return ""
    return ", ".join(region.name for region in chain(application.region_id) if region.level >= Region.Level.REGENCY)
