"""A first look at a file: which KIM it holds, and whether there is a place for it."""

from django.utils.translation import gettext as _

from home.models import HubPage
from kim_sites.models import Kim, Region
from kim_sites.services import hosts
from kim_sites.services.provisioning import kim_of_village
from kim_sites.services.regions import get_region
from lifecycle.services.archive import layout
from lifecycle.services.archive.layout import ArchiveError
from lifecycle.services.archive.reader import ArchiveReader, unreadable
from members.services.reach import own_hub_paths

COUNTED = ("page", "image", "document", "seller", "person", "paper")


def look(reader: ArchiveReader) -> dict:
    """What the file says about itself: name, address, region, status, counts, when and where it was made.

    Raises ArchiveError for a region that this installation does not have.
    """
    data = reader.object(layout.KIM)
    manifest = reader.manifest
    try:
        name, slug, status = str(data["name"]), str(data["slug"]), str(data["status"])
        region = find_region(str(data["region"]["code"]))
        counts = {kind: int(manifest["counts"].get(kind, 0)) for kind in COUNTED}
    except (KeyError, TypeError, ValueError) as error:
        if isinstance(error, ArchiveError):
            raise
        raise unreadable(layout.KIM) from error
    if status not in Kim.Status.values or not name.strip() or len(name) > 120:
        raise unreadable(layout.KIM)
    return {
        "name": name,
        "slug": slug[:60],
        "status": status,
        "region": region.code,
        "region_name": region.name,
        "counts": counts,
        "made_at": str(manifest.get("made_at", ""))[:40],
        "made_on": str(manifest.get("made_on", ""))[:120],
    }


def find_region(code: str) -> Region:
    """The region of a KIM. Raises ArchiveError if it is unknown, inactive or too large."""
    try:
        region = get_region(code)
    except ValueError as error:
        raise ArchiveError(str(error)) from error
    if region.level < Region.Level.DISTRICT:
        raise ArchiveError(
            _("A KIM sits in a village or a district; %(name)s (%(code)s) is larger.")
            % {"name": region.name, "code": region.code}
        )
    return region


def may_restore(user, region_code: str) -> bool:
    """Whether a person may bring a KIM of this region back: its regency's curator, the province's, an operator."""
    if user is None or not user.is_active:
        return False
    if user.is_superuser:
        return True
    codes = HubPage.objects.filter(path__in=own_hub_paths(user)).values_list("region_id", flat=True)
    return any(code == "00" or region_code.startswith(f"{code}.") for code in codes)


def may_restore_anything(user) -> bool:
    """Whether the person is a curator of any hub, or an operator."""
    return user.is_active and (user.is_superuser or bool(own_hub_paths(user)))


def address_problem(slug: str) -> str:
    """Why a KIM can't have this address; an empty string if it can."""
    problem = hosts.label_problem(slug)
    if not problem and Kim.objects.filter(slug=slug).exists():
        problem = _("The address “%(label)s” is taken already, please choose another one.") % {"label": slug}
    return problem


def village_problem(region: Region, status: str) -> str:
    """Why the region has no room; an empty string if it has. An archived KIM takes none."""
    other = kim_of_village(region) if status != Kim.Status.ARCHIVED else None
    return _("%(place)s has a KIM already: %(name)s.") % {"place": region.name, "name": other.name} if other else ""
