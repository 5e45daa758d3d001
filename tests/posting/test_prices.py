"""Prices as people write them mean what they meant, or are refused with the way to write them."""

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from posting.services.prices import MOST_PRICE, parse_price


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("25000", 25_000), ("25.000", 25_000), ("25 000", 25_000), ("25\u00a0000", 25_000), (" Rp 25.000 ", 25_000),
        ("Rp. 25.000,-", 25_000), ("rp25.000", 25_000), ("25.000,00", 25_000), ("25000,00", 25_000),
        ("Rp 1.250.000,00", 1_250_000), ("25rb", 25_000), ("25 ribu", 25_000), ("2,5 rb", 2_500), ("1,5 jt", 1_500_000),
        ("Rp 2 juta", 2_000_000), ("0,75 juta", 750_000), ("500", 500), ("", None), ("  ", None),
    ],
)  # fmt: skip
def test_what_can_mean_one_thing_only_is_understood(text, price):
    assert parse_price(text) == price


@pytest.mark.parametrize(
    "text",
    [
        "25,5", "1.5", "-25000", "25.00", "2.5000", "25,000", "25.000,50", "25.000.00", "1.250 000", "25  000", "1.5 jt",
        "1.500 rb", "1,500 jt", "Rp", "-", "0", "0,00", "007", "25.000/kg", "25000-30000", "25 rb 500", "murah", "25k",
        "rıbu", "25 r\u0130bu", "١٢٠٠٠", "25e3", "3.000.000.000", "0 jt", "999999999999999999",
    ],
)  # fmt: skip
def test_what_could_mean_something_else_is_refused_with_a_sentence(text):
    with pytest.raises(ValidationError, match="Tulis harga"):
        parse_price(text)


def dotted(number: int, sign: str) -> str:
    return f"{number:,}".replace(",", sign)


@given(
    st.integers(1, MOST_PRICE),
    st.sampled_from(["", ".", " "]),
    st.sampled_from(["", "Rp", "Rp ", "Rp. ", "rp"]),
    st.sampled_from(["", ",-", ",00"]),
)
def test_a_whole_price_comes_back_however_it_is_written(number, sign, before, after):
    assert parse_price(f"{before}{dotted(number, sign)}{after}") == number


@given(st.text(alphabet="0123456789.,- rpbjtiuaRk", max_size=16))
def test_whatever_is_accepted_is_what_a_person_means(text):
    """Worked out in another way: cents and dots are taken away only where they can be nothing else."""
    try:
        price = parse_price(text)
    except ValidationError:
        return
    words = text.strip().lower()
    if not words:
        assert price is None
        return
    words = words.removeprefix("rp").removeprefix(".").strip()
    unit = next((unit for unit in ("ribu", "rb", "juta", "jt") if words.rstrip(".").endswith(unit)), "")
    if unit:
        number = float(words.rstrip(".").removesuffix(unit).strip().replace(",", "."))
        assert price == round(number * (1_000 if unit in ("ribu", "rb") else 1_000_000))
    else:
        words = words.removesuffix(",00").removesuffix(",-")
        for sign in (".", " "):
            if sign in words:
                first, *groups = words.split(sign)
                assert 1 <= len(first) <= 3
                assert all(len(group) == 3 for group in groups)
                words = first + "".join(groups)
        assert price == int(words)
    assert 0 < price <= MOST_PRICE
