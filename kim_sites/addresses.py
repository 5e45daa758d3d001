"""Which site a page belongs to: the nearest root always wins, whatever host asks.

Site roots are nested here (nation, province, KIM). Stock Wagtail, asked on a hub's host, would give a KIM's page the
hub's address, and it finds it in a list of all sites. These look-ups cost a constant number of indexed queries, however
many sites there are; `kim_sites.wagtail_addresses` lets Wagtail use them for every page.
"""

from collections.abc import Iterable
from functools import lru_cache

from django.http import HttpRequest
from django.urls import reverse
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath

Roots = tuple[SiteRootPath, ...]  # of one page: more than one only if several sites share a root


@lru_cache
def pages_prefix(language_code: str) -> str:
    """What the addresses of pages in the active language begin with: `/`, or `/en/`."""
    return reverse("wagtail_serve", args=("",))


def path_prefixes(path: str) -> list[str]:
    """Tree paths of all ancestors and of the page itself, from the top down (treebeard: 4 characters a level)."""
    return [path[:end] for end in range(Page.steplen, len(path) + 1, Page.steplen)]


def remember(cache_object, key, find):
    """Look `key` up once per request. `cache_object` is the request, or anything else for no memory at all."""
    if not isinstance(cache_object, HttpRequest):
        return find()
    memory = cache_object.__dict__.setdefault("_nearest_roots", {})
    # Wagtail's redirects pass this list on from request to request, and nobody looks into it.
    cache_object.__dict__.setdefault("_wagtail_cached_site_root_paths", [])
    if key not in memory:
        memory[key] = find()
    return memory[key]


def set_root(request: HttpRequest, key, root: SiteRootPath) -> None:
    """Remember for one request what routing has found out already."""
    remember(request, key, lambda: (root,))


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


def roots_of_paths(paths: Iterable[str]) -> dict[str, Roots]:
    """The nearest site roots at or above each tree path, in two queries; translations of a root are roots too.

    Where several sites share one root the default one comes first, then by host name.
    """
    paths = set(paths)
    prefixes = {prefix for path in paths for prefix in path_prefixes(path)}
    rows = Page.objects.filter(path__in=prefixes).order_by()
    pages = list(rows.values_list("path", "url_path", "translation_key", "locale__language_code"))
    by_key: dict = {}
    rooted = Site.objects.filter(root_page__translation_key__in={key for _path, _url, key, _code in pages})
    for site in rooted.select_related("root_page").order_by("-is_default_site", "hostname", "port"):
        by_key.setdefault(site.root_page.translation_key, []).append(site)
    roots = {
        path: tuple(SiteRootPath(site.pk, url_path, site.root_url, code) for site in by_key[key])
        for path, url_path, key, code in pages
        if key in by_key
    }
    nearest = {}
    for path in paths:
        above = (roots[prefix] for prefix in reversed(path_prefixes(path)) if prefix in roots)
        nearest[path] = next(above, ())
    return nearest


def root_of_path(path: str) -> SiteRootPath | None:
    """The nearest site root at or above a tree path."""
    return next(iter(roots_of_paths([path])[path]), None)


class Together:
    """Pages that one query brought. The first one that is asked for its address looks all roots up."""

    def __init__(self, paths: list[str]):
        self.paths = paths
        self.roots: dict[str, Roots] | None = None

    def __len__(self):
        return len(self.paths)

    def roots_of(self, path: str) -> Roots:
        """The nearest roots of one of the paths; a page that has moved since is looked up by itself."""
        if self.roots is None:
            self.roots = roots_of_paths(self.paths)
        return self.roots[path] if path in self.roots else roots_of_paths([path])[path]


def find_roots(page: Page) -> Roots:
    """The nearest roots of a page, looked up together with the pages that came with it."""
    if not page.path:
        return ()
    together = page.__dict__.get("_fetched_together")
    return together.roots_of(page.path) if together else roots_of_paths([page.path])[page.path]
