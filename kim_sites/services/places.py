"""How the place of a KIM is told."""

from kim_sites.models import Kim


def place_line(kim: Kim) -> str:
    """The place of a KIM, from its region up to the regency."""
    names, region = [], kim.region
    while region is not None and region.level >= region.Level.REGENCY:
        names.append(region.name)
        region = region.parent
    return ", ".join(names)
