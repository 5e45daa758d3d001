"""What a hub shows: its front page, its lists and its directory. Everything is read from `FeedEntry` and `Kim`."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import F
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Site

from home.models.feed import FeedEntry
from home.services.counts import counts_below
from kim_sites.listings import BoundedPaginator, Listing, build_filter, paginate
from kim_sites.models import AchievementKind, Kim, KimHomePage, NewsCategory, ProductCategory, Region

PER_PAGE = 18


@dataclass(frozen=True)
class Section:
    """One list of a hub: its address, its name and the choices of its filter."""

    slug: str
    title: str
    choices: tuple = ()
    all_label: str = ""


SECTIONS = {
    "news": Section("berita", _("News"), tuple(NewsCategory.choices), _("All news")),
    "products": Section("produk", _("Products"), tuple(ProductCategory.choices), _("All products")),
    "achievements": Section(
        "prestasi",
        _("Achievements and potential"),
        tuple(AchievementKind.choices),
        _("All"),
    ),
    "directory": Section("kim", _("KIM directory")),
}
FRONT_PAGE = {"news": 7, "products": 8, "achievements": 4}  # cards of each kind
CHILD_LEVEL = {Region.Level.NATION: 1, Region.Level.PROVINCE: 2, Region.Level.REGENCY: 3}


def menu(home, request) -> list[dict]:
    """The menu of a hub's site: its lists."""
    items = []
    for name, section in SECTIONS.items():
        url = home.section_url(request, name)
        items.append({"title": section.title, "menu_url": url, "is_current": request.path.startswith(url)})
    return items


def base_entries(hub, language: str):
    """What rises to a hub in the reader's language, without what its curators hid."""
    return FeedEntry.objects.below(hub.region).in_language(language, settings.LANGUAGE_CODE).shown_on(hub).newest()


def front_page(hub, request, language: str) -> dict:
    """The newest of each kind, what is featured, and the places below. Five queries, whatever lies below."""
    chosen = featured(hub, language)
    # What stands in front already is not shown again below.
    visible = base_entries(hub, language).exclude(pk__in=[entry.pk for entry in chosen])
    latest = {name: list(visible.filter(section=name)[:count]) for name, count in FRONT_PAGE.items()}
    places = child_places(hub, request)
    return {
        "latest": latest,
        "featured": chosen,
        "places": places,
        "kim_count": sum(place["kim_count"] for place in places),
    }


def featured(hub, language: str, most: int = 4) -> list[FeedEntry]:
    """What the hub's curators put forward today, in their order."""
    rows = FeedEntry.objects.below(hub.region).in_language(language, settings.LANGUAGE_CODE)
    entries = list(rows.featured_on(hub)[:most])
    for entry in entries:
        entry.is_featured = True
    return entries


def entries(hub, request, section_name: str, language: str) -> Listing:
    """One list of a hub with its filters, place and category. Words are looked for by `search`, which has an index."""
    section = SECTIONS[section_name]
    url = hub.section_url(request, section_name)
    rows = base_entries(hub, language).filter(section=section_name)
    places = build_filter(request.GET, "wilayah", _("Place"), place_choices(hub), url, _("All places"))
    categories = build_filter(request.GET, "kategori", _("Category"), section.choices, url, section.all_label)
    if places.current:
        rows = rows.below(Region(code=places.current.value, level=places.current.value.count(".") + 1))
    if categories.current:
        field = "kind" if section_name == "achievements" else "category"
        rows = rows.filter(**{field: categories.current.value})
    return paginate(request, rows, PER_PAGE, [places, categories], url, BoundedPaginator)


def place_choices(hub) -> list[tuple[str, str]]:
    """The regions one level below a hub's own, by code: at most 38 or so."""
    level = CHILD_LEVEL[hub.region.level]
    regions = Region.objects.filter(parent_id=hub.region_id, level=level, is_active=True)
    return [(code, Region(name=name).short_name) for code, name in regions.values_list("code", "name")]


def child_places(hub, request) -> list[dict]:
    """The regions below a hub, with the number of their KIM and the address of their hub or list. Two queries."""
    counts = counts_below(hub.region)
    if hub.region.level == Region.Level.REGENCY:
        directory = hub.section_url(request, "directory")
        below = [(code, name, directory) for code, name in place_choices(hub)]
    else:
        below = _hubs_below(hub, request)
    return [
        {"code": code, "name": name, "url": url, "kim_count": counts[code]}
        for code, name, url in below
        if counts.get(code)
    ]


def _hubs_below(hub, request) -> list[tuple[str, str, str]]:
    """Region code, name and address of each hub below; where a KIM is, there is a hub."""
    from home.models import HubPage

    base = hub.get_url(request)
    rows = HubPage.objects.child_of(hub).live().order_by("region__name")
    hosts = F("sites_rooted_here__hostname"), F("sites_rooted_here__port")
    found = []
    for code, name, slug, host, port in rows.values_list("region_id", "region__name", "slug", *hosts):
        url = f"{Site(hostname=host, port=port).root_url}/" if host else f"{base}{slug}/"
        found.append((code, Region(name=name).short_name, url))
    return found


def directory(hub, request) -> dict:
    """Who is there. A regency lists its KIM by district and names the districts that have none; above it, places."""
    if hub.region.level == Region.Level.REGENCY:
        return regency_directory(hub, request)
    places = child_places(hub, request)
    names = dict(place_choices(hub))
    missing = [name for code, name in names.items() if code not in {place["code"] for place in places}]
    return {
        "places": places,
        "missing_places": missing,
        "kim_count": sum(place["kim_count"] for place in places),
        "covered_count": len(places),
        "district_count": len(names),
    }


def regency_directory(hub, request) -> dict:
    """The KIM of a regency by district. One regency has some dozens of districts and hundreds of villages at most."""
    homes = (
        KimHomePage.objects.filter(
            kim__status=Kim.Status.ACTIVE,
            kim__region__code__startswith=f"{hub.region_id}.",
            locale_id=hub.locale_id if hub.locale.language_code == settings.LANGUAGE_CODE else _default_locale(),
            live=True,
        )
        .select_related("kim__site", "kim__region")
        .order_by("title", "pk")
    )
    by_district: dict[str, list[dict]] = {}
    for home in homes:
        region = home.kim.region
        row = {
            "name": home.kim.name,
            "url": home.kim.url,
            "place": region.name,
            "card": home.card,
            "tagline": home.tagline,
        }
        by_district.setdefault(region.code_at(Region.Level.DISTRICT), []).append(row)
    districts = place_choices(hub)
    groups = [{"name": name, "kim": by_district[code]} for code, name in districts if code in by_district]
    return {
        "groups": groups,
        "missing": [name for code, name in districts if code not in by_district],
        "kim_count": sum(len(group["kim"]) for group in groups),
        "covered_count": len(groups),
        "district_count": len(districts),
    }


def _default_locale() -> int:
    return Locale.objects.get(language_code=settings.LANGUAGE_CODE).pk
