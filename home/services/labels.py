"""Puts the keys kept in a feed entry into the reader's words."""

from kim_sites.models import Availability, AwardLevel, NewsCategory, PotentialType, ProductCategory
from kim_sites.money import price_text

CATEGORIES = {"news": NewsCategory, "product": ProductCategory, "achievement": AwardLevel, "potential": PotentialType}


def label(choices, value: str) -> str:
    """The text of one choice; empty for a value that has gone."""
    return str(dict(choices.choices).get(value, ""))


def category_label(kind: str, category: str) -> str:
    """The category of an entry in words."""
    return label(CATEGORIES[kind], category) if kind in CATEGORIES and category else ""


def entry_facts(kind: str, data: dict) -> list[str]:
    """Short facts for a card."""
    if kind == "product":
        price = price_text(data.get("price_kind", "ask"), data.get("price_min"), data.get("price_max"))
        unit = data.get("unit")
        stock = data.get("availability", "")
        facts = [f"{price} / {unit}" if unit and data.get("price_kind") != "ask" else price, data.get("seller", "")]
        if stock != Availability.IN_STOCK:
            facts.append(label(Availability, stock))
    elif kind in ("achievement", "potential"):
        facts = [data.get("rank", ""), str(data.get("year") or "")]
    else:
        facts = []
    return [fact for fact in facts if fact]
