"""Rupiah as people write them: read if they can mean one thing only, refused otherwise."""

import re
from decimal import Decimal

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

MOST_PRICE = 2_000_000_000
UNITS = {"rb": 1_000, "ribu": 1_000, "jt": 1_000_000, "juta": 1_000_000}
# Dots or spaces only between groups of three; cents only if there are none. A comma counts before ribu and juta alone.
PRICE = re.compile(
    r"""(?:rp\.?\s*)?
    (?:
        (?P<whole>[1-9][0-9]*|[1-9][0-9]{0,2}(?:(?:\.[0-9]{3})+|(?:\s[0-9]{3})+)) (?:,00|,-)?
      | (?P<part>(?:0|[1-9][0-9]{0,2})(?:,[0-9]{1,2})?) \s*(?P<unit>rb|ribu|jt|juta)\.?
    )""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)


def parse_price(text: str) -> int | None:
    """`25.000`, `Rp 25 000,-`, `25 ribu`, `1,5 jt` as a whole number of rupiah; None for an empty text.

    Raises ValidationError with a sentence that says how to write it for whatever could mean something else.
    """
    text = text.replace("\u00a0", " ").strip()
    if not text:
        return None
    found = PRICE.fullmatch(text)
    if not found:
        raise ValidationError(_("Write the price in whole rupiah, for example 25.000 or 25 ribu."))
    if found["unit"]:
        price = int(Decimal(found["part"].replace(",", ".")) * UNITS[found["unit"].lower()])
    else:
        price = int(re.sub(r"[.\s]", "", found["whole"]))
    if not 0 < price <= MOST_PRICE:
        raise ValidationError(_("Write a price between 1 rupiah and 2 billion rupiah."))
    return price
