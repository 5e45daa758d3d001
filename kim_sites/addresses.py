"""Which site a page belongs to: the nearest root always wins, whatever host asks.

Site roots are nested here (nation, province, KIM). Stock Wagtail, asked on a hub's host, would give a KIM's page the
hub's address. These look-ups cost one indexed query per tenant and request, however many sites there are.
"""

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath


def path_prefixes(path: str) -> list[str]:
    """Tree paths of all ancestors and of the page itself, from the top down (treebeard: 4 characters a level)."""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def remember(cache_object, key, find):
    """Look `key` up once per request. `cache_object` is the request, or None for no memory at all."""
    if not isinstance(cache_object, HttpRequest):
        return find()
    memory = cache_object.__dict__.setdefault("_nearest_roots", {})
    # Wagtail's redirects expect the list of all roots on the request. It is only loaded if somebody looks into it.
    cache_object.__dict__.setdefault("_wagtail_cached_site_root_paths", SimpleLazyObject(Site.get_site_root_paths))
    if key not in memory:
        memory[key] = find()
    return memory[key]


def set_root(request: HttpRequest, key, root: SiteRootPath) -> None:
    """Remember for one request what routing has found out already."""
    remember(request, key, lambda: root)


def root_of_kim(kim_id: int, locale_id: int) -> SiteRootPath | None:
    """The root under which a KIM's pages of one language are served; None while the KIM has no site or no such home."""
    from kim_sites.models import KimHomePage

    home = (
        KimHomePage.objects.filter(kim_id=kim_id, locale_id=locale_id)
        .select_related("kim__site", "locale")
        .order_by("depth")
        .first()
    )
    if home is None or home.kim.site is None:
        return None
    return SiteRootPath(home.kim.site_id, home.url_path, home.kim.site.root_url, home.locale.language_code)


def root_of_path(path: str) -> SiteRootPath | None:
    """The nearest site root at or above a tree path; translations of a site's root count as its root too."""
    roots = list(
        Page.objects.filter(path__in=path_prefixes(path))
        .order_by("-depth")
        .values("url_path", "translation_key", "locale__language_code")
    )
    sites = {
        site.root_page.translation_key: site
        for site in Site.objects.select_related("root_page")
        .filter(root_page__translation_key__in=[root["translation_key"] for root in roots])
        .order_by()
    }
    for root in roots:
        if site := sites.get(root["translation_key"]):
            return SiteRootPath(site.pk, root["url_path"], site.root_url, root["locale__language_code"])
    return None
