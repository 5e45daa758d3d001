"""Rupiah as people read it."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _


def rupiah(amount: int) -> str:
    """`25000` as `Rp25.000` in Indonesian and `Rp25,000` in English. Whole rupiah; there are no smaller coins."""
    return f"Rp{number_format(amount, decimal_pos=0, use_l10n=True, force_grouping=True)}"


def price_text(kind: str, low: int | None, high: int | None) -> str:
    """A price by its kind (`fixed`, `range`, `ask`); without a number it is always "ask"."""
    if kind == "ask" or low is None:
        return _("Ask for the price")
    if kind == "range" and high is not None:
        return f"{rupiah(low)} – {rupiah(high)}"
    return rupiah(low)
