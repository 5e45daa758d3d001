"""Loads the demo portal: hubs, KIM, people, pages and pictures, through the same services as everything else."""

import datetime
from collections.abc import Callable
from decimal import Decimal

from django.db import transaction
from django.utils import timezone, translation
from wagtail.models import Locale

from home.demo.content import KIMS
from home.demo.content.hubs import HUBS, PEOPLE
from home.demo.english import add_english
from home.demo.painter import Painter
from home.demo.writing import add_achievements, add_news, add_products, add_sellers
from home.models import FeedEntry, HubPage
from home.services.curation import feature, hide
from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import InfoPage, Kim, KimHomePage, Officer, Region, User
from kim_sites.models.regions import NATION_CODE
from kim_sites.services.cards import COVER_SIZES
from kim_sites.services.provisioning import SOURCE_LANGUAGE, ChairData, DecreeData, KimRequest, provision_kim
from kim_sites.services.starter import PROFILE_SLUG

Progress = Callable[[str], None]


def load_demo(password: str, progress: Progress) -> None:
    """Make the whole demo portal; what is there already stays as it is.

    `progress` gets one line a step. The pages of a KIM are written in one transaction: an interrupted run is taken up
    again by the next one.
    """
    with translation.override(SOURCE_LANGUAGE), Painter(progress) as painter:
        progress("Hubs …")
        for item in HUBS:
            load_hub(item, painter)
        for number, item in enumerate(KIMS, 1):
            if not KimHomePage.objects.filter(kim__slug=item["slug"], cover__isnull=False).exists():
                progress(f"{number:>2}/{len(KIMS)}  {item['name']} …")
                load_kim(item, painter)
        progress("People, English pages, choices of curators …")
        load_people(password)
        add_english(painter)
        curate()


def load_hub(item: dict, painter: Painter) -> HubPage:
    """Make one hub and give it words and a cover."""
    hub = ensure_hub(Region.objects.get(code=item["region"] or NATION_CODE))
    if hub.intro:
        return hub
    # The title names the hub on its own pages; its site keeps the short name that goes round in shared links.
    hub.title = hub.draft_title = item["title"]
    hub.tagline, hub.intro = item["tagline"], item["intro"]
    hub.cover = painter.image(item["cover"], hub.collection, item["title"])
    hub.cover_alt = item["cover"]["alt"]
    hub.save_revision().publish()
    return hub


def load_kim(item: dict, painter: Painter) -> Kim:
    """Provision one KIM, store its pictures, and then write all its pages at once."""
    decree, chair = item["sk"], item["chair"]
    kim = provision_kim(
        KimRequest(
            region_code=item["region"],
            name=item["name"],
            slug=item["slug"],
            decree=DecreeData(
                decree["number"], decree["date"], decree["signer"], decree["office"], decree["valid_until"]
            ),
            chair=ChairData(chair["name"], chair["email"]),
            founded_on=item["founded"],
            kind_of_group=item["kind_of_group"],
        )
    ).kim
    painter.prepare({"cover": item["cover"]}, kim.collection, COVER_SIZES)
    painter.prepare({name: item[name] for name in ("news", "products", "achievements")}, kim.collection)
    with transaction.atomic():
        fill_site(kim, item, painter)
    return kim


def fill_site(kim: Kim, item: dict, painter: Painter) -> None:
    """Home, profile, people, sellers and everything published."""
    home = fill_home(kim, item, painter)
    fill_profile(home, item)
    add_officers(kim, item)
    add_sellers(kim, item)
    add_news(kim, item, painter)
    add_products(kim, item, painter)
    add_achievements(kim, item, painter)


def fill_home(kim: Kim, item: dict, painter: Painter) -> KimHomePage:
    """Cover, logo, words and contact of a KIM's home page."""
    home = kim.home_page.specific
    for name in ("tagline", "welcome", "accent", "whatsapp", "address"):
        setattr(home, name, item[name])
    home.latitude, home.longitude = (Decimal(f"{item[name]:.5f}") for name in ("latitude", "longitude"))
    home.cover = painter.image(item["cover"], kim.collection, f"Sampul {kim.name}")
    home.cover_alt = item["cover"]["alt"]
    home.logo = painter.logo(item["logo_seed"], home.accent_colours.base, kim.collection, f"Logo {kim.name}")
    home.save_revision().publish()
    return home


def fill_profile(home: KimHomePage, item: dict) -> None:
    """The profile in the KIM's own words."""
    profile = InfoPage.objects.child_of(home).get(slug=PROFILE_SLUG)
    profile.body = [("text", "".join(item["profile"]))]
    profile.save_revision().publish()


def add_officers(kim: Kim, item: dict) -> None:
    """The roster; provisioning has added the chair already."""
    kim.officers.all().delete()
    Officer.objects.bulk_create(
        [
            Officer(
                kim=kim,
                name=row["name"],
                position=row["position"],
                since=row["since"],
                is_public=True,
                sort_order=order,
            )
            for order, row in enumerate(item["officers"])
        ]
    )


def load_people(password: str) -> None:
    """The demo's logins, one per role."""
    kim = Kim.objects.get(slug="parenggean")
    for person in PEOPLE:
        user = User.objects.filter(email=person["email"]).first() or User(email=person["email"])
        user.first_name = person["name"]
        user.set_password(password)
        user.is_superuser = user.is_staff = person["key"] == "operator"
        user.save()
        if person["key"] in ("chair", "editor", "contributor"):
            user.groups.add(kim.roles.get(role=person["key"]).group)
        elif person["key"] in CURATED_REGIONS:
            region = Region.objects.get(code=CURATED_REGIONS[person["key"]])
            user.groups.add(curator_group(ensure_hub(region)))


CURATED_REGIONS = {"regency_curator": "62.02", "provincial_curator": "62"}
FEATURED = {
    "62": ["parenggean", "tamiang-layang", "ujung-pandaran"],
    "62.02": ["samuda"],
    NATION_CODE: ["sedau", "parenggean"],
}


def curate() -> None:
    """Some choices of curators: the newest article of some KIM, and one entry hidden with a reason."""
    operator = User.objects.get(is_superuser=True, email=next(p["email"] for p in PEOPLE if p["key"] == "operator"))
    until = timezone.localdate() + datetime.timedelta(days=30)
    for code, slugs in FEATURED.items():
        hub = HubPage.objects.get(region_id=code, locale=Locale.objects.get(language_code=SOURCE_LANGUAGE))
        for position, slug in enumerate(slugs, 1):
            entry = FeedEntry.objects.filter(kim__slug=slug, kind="news", language=SOURCE_LANGUAGE).newest().first()
            feature(hub, entry.page, operator, position=position, until=until)
    hub = HubPage.objects.get(region_id="62", locale=Locale.objects.get(language_code=SOURCE_LANGUAGE))
    hidden = FeedEntry.objects.filter(kim__slug="basarang", kind="product").newest().last()
    hide(hub, hidden.page, operator, reason="Harga belum dikonfirmasi lebih dari tiga bulan. Tolong perbarui dulu, ya.")
