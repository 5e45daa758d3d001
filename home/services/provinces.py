"""How people shorten the names of the provinces; a province's hub has this as its address."""

from django.conf import settings
from django.utils.text import slugify

from kim_sites.models import Region
from kim_sites.services.hosts import base_domain, subdomain

LABELS = {
    "11": "aceh", "12": "sumut", "13": "sumbar", "14": "riau", "15": "jambi", "16": "sumsel", "17": "bengkulu",
    "18": "lampung", "19": "babel", "21": "kepri", "31": "jakarta", "32": "jabar", "33": "jateng", "34": "jogja",
    "35": "jatim", "36": "banten", "51": "bali", "52": "ntb", "53": "ntt", "61": "kalbar", "62": "kalteng",
    "63": "kalsel", "64": "kaltim", "65": "kaltara", "71": "sulut", "72": "sulteng", "73": "sulsel", "74": "sultra",
    "75": "gorontalo", "76": "sulbar", "81": "maluku", "82": "malut", "91": "papua", "92": "papuabarat",
    "93": "papuaselatan", "94": "papuatengah", "95": "papuapegunungan", "96": "papuabaratdaya",
}  # fmt: skip


def province_label(region: Region) -> str:
    """The short name of a province; one that is not in the table yet gets its full name."""
    return LABELS.get(region.code) or slugify(region.short_name)


def province_address(code: str) -> str:
    """The address of a province's hub by its region code, without a query; a page of every KIM links it."""
    label = LABELS.get(code, "")
    port = base_domain().port
    return f"{settings.PUBLIC_SCHEME}://{subdomain(label)}{f':{port}' if port else ''}/"
