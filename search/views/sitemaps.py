"""sitemap.xml of one host: its own public pages and nobody else's."""

from collections import defaultdict

from django.http import Http404
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from home import hub_lists
from home.models import FeedEntry, HubPage
from kim_sites.models import AchievementIndexPage, InfoPage, KimHomePage, NewsIndexPage, ProductIndexPage
from search.hosts import home_of, is_closed

PER_FILE = 5_000  # addresses of entries
MAX_AGE = 3600  # seconds
LIST_MODELS = (KimHomePage, NewsIndexPage, ProductIndexPage, AchievementIndexPage)


@require_safe
@cache_control(public=True, max_age=MAX_AGE)
def sitemap(request):
    """All addresses of the asked host; above 5,000 an index of files that hold so many each."""
    home = _open_home(request)
    files = -(-_entries(home).count() // PER_FILE)
    if files <= 1:
        return _render(request, [*list_urls(home, request), *entry_urls(home, 0)])
    root = request._wagtail_site.root_url
    parts = [{"location": f"{root}{reverse('sitemap_part', args=[number])}"} for number in range(1, files + 1)]
    return render(request, "sitemap_index.xml", {"sitemaps": parts}, content_type="application/xml")


@require_safe
@cache_control(public=True, max_age=MAX_AGE)
def sitemap_part(request, number: int):
    """One file of a large sitemap. Raises Http404 beyond the last one."""
    home = _open_home(request)
    urls = entry_urls(home, number - 1) if 0 < number < 10_000 else []
    if not urls:
        raise Http404
    return _render(request, [*list_urls(home, request), *urls] if number == 1 else urls)


def _open_home(request):
    home = home_of(request)
    if is_closed(home):
        raise Http404
    return home


def _render(request, urls: list[dict]):
    return render(request, "sitemap.xml", {"urlset": urls}, content_type="application/xml")


def _entries(home):
    """The entries that have their address on this host: a KIM's. A hub shows others' entries and owns none."""
    return FeedEntry.objects.filter(kim_id=home.kim_id) if isinstance(home, KimHomePage) else FeedEntry.objects.none()


def entry_urls(home, file_number: int) -> list[dict]:
    """The addresses of one file's entries with their translations. Two queries."""
    start = file_number * PER_FILE
    rows = list(
        _entries(home)
        .order_by("pk")
        .values_list("url", "language", "translation_key", "page__last_published_at")[start : start + PER_FILE]
    )
    if not rows:
        return []
    languages = defaultdict(list)
    same = _entries(home).filter(translation_key__in=[row[2] for row in rows]).order_by("language")
    for url, language, key in same.values_list("url", "language", "translation_key"):
        languages[key].append((language, url))
    return [_url(url, changed, languages[key]) for url, _language, key, changed in rows]


def list_urls(home, request) -> list[dict]:
    """Home and lists of the host in every language."""
    found: list[tuple] = kim_pages(home, request) if isinstance(home, KimHomePage) else hub_pages(home, request)
    languages = defaultdict(list)
    for key, language, url, _changed in found:
        languages[key].append((language, url))
    return [_url(url, changed, languages[key]) for key, _language, url, changed in found]


def kim_pages(home: KimHomePage, request) -> list[tuple]:
    """Home and index pages of a KIM: key, language, address and time of change. Four queries and one a language."""
    found = []
    for model in LIST_MODELS:
        pages = model.objects.filter(kim_id=home.kim_id, live=True, is_private=False, alias_of__isnull=True)
        found += [
            (page.translation_key, page.locale.language_code, page.get_full_url(request), page.last_published_at)
            for page in pages.select_related("locale").order_by("pk")
        ]
    return found


def hub_pages(home: HubPage, request) -> list[tuple]:
    """The hubs that this host serves with their lists, and the hubs' info pages; nothing below another site's root."""
    found = []
    roots = HubPage.objects.filter(translation_key=home.translation_key, live=True, alias_of__isnull=True)
    for root in roots.select_related("locale").order_by("pk"):
        base, language = root.get_full_url(request), root.locale.language_code
        hubs = list(HubPage.objects.descendant_of(root, inclusive=True).live().order_by("path"))
        elsewhere = _other_roots(root, hubs)
        for hub in hubs:
            if not hub.path.startswith(elsewhere):
                url = f"{base}{hub.url_path[len(root.url_path) :]}"
                found.append((hub.translation_key, language, url, hub.last_published_at))
                for section in hub_lists.SECTIONS.values():
                    key = (hub.translation_key, section.slug)
                    found.append((key, language, f"{url}{section.slug}/", None))
        pages = InfoPage.objects.descendant_of(root).live().filter(kim__isnull=True, is_private=False)
        for page in pages.order_by("pk"):
            if not page.path.startswith(elsewhere):
                url = f"{base}{page.url_path[len(root.url_path) :]}"
                found.append((page.translation_key, language, url, page.last_published_at))
    return found


def _other_roots(root: HubPage, hubs: list[HubPage]) -> tuple[str, ...]:
    """Tree paths of the hubs below `root` that have a site of their own, in whatever language."""
    keys = set(
        HubPage.objects.filter(
            sites_rooted_here__isnull=False, translation_key__in=[hub.translation_key for hub in hubs]
        )
        .order_by()
        .values_list("translation_key", flat=True)
    )
    return tuple(hub.path for hub in hubs if hub.pk != root.pk and hub.translation_key in keys)


def _url(location: str, changed, languages: list[tuple[str, str]]) -> dict:
    """One address as Django's sitemap.xml wants it."""
    alternates = [{"lang_code": language, "location": url} for language, url in languages] if len(languages) > 1 else []
    return {"location": location, "lastmod": changed.date() if changed else None, "alternates": alternates}
