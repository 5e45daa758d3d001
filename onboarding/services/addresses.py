"""Proposes an address for a new site from the name of its village."""

from django.utils.text import slugify

from kim_sites.models import Region
from onboarding.forms.apply import address_problem
from onboarding.models import Application

LONGEST = 40


def suggest(region: Region | None, application: Application | None = None) -> str:
    """The first free one of: the village, with its district, with its regency; nothing if all are taken."""
    if region is None:
        return ""
    codes = region.ancestor_codes[2:]
    names = dict(Region.objects.filter(code__in=codes).values_list("code", "name"))
    district, regency = names.get(region.code_at(Region.Level.DISTRICT), ""), names.get(codes[0], "")
    own = slugify(region.name)
    short = slugify(regency.removeprefix("Kabupaten ").removeprefix("Kota "))
    for label in dict.fromkeys([own, f"{own}-{slugify(district)}", f"{own}-{short}", f"kim-{own}"]):
        label = label[:LONGEST].strip("-")
        if not address_problem(label, application):
            return label
    return ""
