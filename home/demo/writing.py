"""Writes the demo's articles, products and achievements."""

import datetime

from django.utils import timezone
from django.utils.text import slugify

from home.demo.painter import Painter
from kim_sites.models import (
    AchievementIndexPage,
    AchievementPage,
    Kim,
    KimPage,
    NewsIndexPage,
    NewsPage,
    ProductIndexPage,
    ProductPage,
    ProductPhoto,
    Seller,
)


def days_ago(days: int) -> datetime.date:
    """A day counted back from today, so that the demo never looks old."""
    return timezone.localdate() - datetime.timedelta(days=days)


def publish(index, page: KimPage, day: datetime.date) -> KimPage:
    """Add a page below its index and publish it as of noon of a day."""
    page.locale = index.locale
    page.slug = unique_slug(index, page.title)
    noon = timezone.make_aware(datetime.datetime.combine(day, datetime.time(12)))
    page.first_published_at = min(noon, timezone.now())
    page.live = False
    index.add_child(instance=page)
    page.save_revision().publish()
    return page


def unique_slug(index, title: str) -> str:
    """A short address from the title that no sibling has."""
    base = slugify(title)[:60].rstrip("-")
    taken = set(index.get_children().values_list("slug", flat=True))
    return next(slug for slug in [base, *(f"{base}-{number}" for number in range(2, 99))] if slug not in taken)


def body_blocks(blocks, kim: Kim, painter: Painter) -> list:
    """The content's blocks as a body; pictures of galleries are painted."""
    return [(name, gallery(value, kim, painter) if name == "gallery" else value) for name, value in blocks]


def gallery(pictures: list[dict], kim: Kim, painter: Painter) -> dict:
    """A gallery's pictures as the block's value."""
    return {
        "pictures": [
            {
                "image": painter.image(picture, kim.collection, picture["caption"] or picture["alt"]),
                "alt": picture["alt"],
                "caption": picture["caption"],
            }
            for picture in pictures
        ]
    }


def add_news(kim: Kim, item: dict, painter: Painter) -> None:
    """All articles, the oldest first."""
    index = NewsIndexPage.objects.get(kim=kim)
    for row in sorted(item["news"], key=lambda row: -row["days_ago"]):
        day = days_ago(row["days_ago"])
        page = NewsPage(
            title=row["title"],
            date=day,
            lead_image=painter.image(row["image"], kim.collection, row["title"]),
            lead_image_alt=row["image"]["alt"],
            summary=row["summary"],
            body=body_blocks(row["body"], kim, painter),
            category=row["category"],
            adinda=row["adinda"],
            author_name=row["author"],
            source=row["source"],
            tag_names=", ".join(row["tags"]),
        )
        publish(index, page, day)


def add_sellers(kim: Kim, item: dict) -> None:
    """Every seller agreed to be shown, on the day on which the papers were seen or a month ago."""
    for row in item["sellers"]:
        Seller.objects.create(
            kim=kim,
            name=row["name"],
            owner_name=row["owner"],
            owner_consents=True,
            consent_on=row["checked_on"] or days_ago(30),
            whatsapp=row["whatsapp"],
            address=row["address"],
            nib=row["nib"],
            halal=row["halal"],
            pirt=row["pirt"],
            checked_on=row["checked_on"],
        )


def add_products(kim: Kim, item: dict, painter: Painter) -> None:
    """All products with their photos."""
    index = ProductIndexPage.objects.get(kim=kim)
    names = {row["key"]: row["name"] for row in item["sellers"]}
    for row in item["products"]:
        page = ProductPage(
            title=row["title"],
            category=row["category"],
            seller=Seller.objects.get(kim=kim, name=names[row["seller"]]),
            price_kind=row["price_kind"],
            price_min=row["price_min"],
            price_max=row["price_max"],
            unit=row["unit"],
            availability=row["availability"],
            confirmed_on=days_ago(row["confirmed_days_ago"]),
            description=row["description"],
        )
        page.photos = [
            ProductPhoto(image=painter.image(photo, kim.collection, row["title"]), alt=photo["alt"], sort_order=order)
            for order, photo in enumerate(row["images"])
        ]
        publish(index, page, days_ago(row["confirmed_days_ago"]))


def add_achievements(kim: Kim, item: dict, painter: Painter) -> None:
    """All achievements and potential."""
    index = AchievementIndexPage.objects.get(kim=kim)
    for number, row in enumerate(item["achievements"]):
        names = ("title", "kind", "level", "year", "organiser", "rank", "potential_type")
        page = AchievementPage(
            **{name: row[name] for name in names},
            lead_image=painter.image(row["image"], kim.collection, row["title"]),
            lead_image_alt=row["image"]["alt"],
            body=[("text", row["body"])],
        )
        publish(index, page, days_ago(20 + 17 * number))
