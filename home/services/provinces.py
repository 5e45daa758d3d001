"""How people shorten the names of the provinces; a province's hub has this as its address."""

from django.conf import settings
from django.utils.text import slugify

from kim_sites.models import Region
from kim_sites.services.hosts import base_domain, subdomain
from kim_sites.services.province_labels import LABELS


def province_label(region: Region) -> str:
    """The short name of a province; one that is not in the table yet gets its full name."""
    return LABELS.get(region.code) or slugify(region.short_name)


def province_address(code: str) -> str:
    """The address of a province's hub by its region code, without a query; a page of every KIM links it."""
    label = LABELS.get(code, "")
    port = base_domain().port
    return f"{settings.PUBLIC_SCHEME}://{subdomain(label)}{f':{port}' if port else ''}/"
