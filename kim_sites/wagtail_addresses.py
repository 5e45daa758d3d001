"""Wagtail's own look-ups of sites, replaced by those of `kim_sites.addresses`: none may read the list of all sites.

Wagtail offers no setting for these. Each is replaced where it is defined, once, when the application starts, so that
plain `Page` rows (explorer, choosers, reports, links in rich texts) cost what the portal's own pages cost. The stock
functions are kept in `REPLACED`; tests/test_addresses_contract.py compares with them. See docs/decisions/addresses.md.
"""

from django.db.models.query import ModelIterable
from wagtail.models import Site
from wagtail.models import sites as wagtail_sites
from wagtail.models.pages import AbstractPage
from wagtail.query import PageQuerySet

from kim_sites.addresses import Together, find_roots, remember

MOST_TOGETHER = 200  # pages of one query whose roots are looked up at once
REPLACED: dict[str, tuple] = {}  # by name: where a stock function stood, and the function


def nearest_roots(self, cache_object=None, **kwargs):
    """Only the nearest roots; Wagtail builds every address of a page from these."""
    roots = remember(cache_object, ("path", self.path), lambda: find_roots(self))
    return tuple(root for root in roots if self.url_path.startswith(root.root_path))


def get_url(self, request=None, current_site=None):
    """The address as a link: relative on the page's own site, absolute anywhere else; None without a site.

    Wagtail's own method counts all sites to find out whether there is only one.
    """
    parts = self.get_url_parts(request)
    if parts is None or parts[2] is None:
        return None
    site = current_site or (Site.find_for_request(request) if request else None)
    return parts[2] if site and site.pk == parts[0] else f"{parts[1]}{parts[2]}"


def no_list_of_roots():
    """Nobody may list all sites. Who needs the address of a page asks that page.

    Wagtail asks only in order to purge a front-end cache or to turn typed addresses into links to pages. Neither is
    used here, and a system check keeps it so.
    """
    return []


def get_site_for_hostname(hostname: str, port: int) -> Site:
    """The site of a host name as Wagtail means it, by index: the default site is asked for only when it matters.

    Raises Site.DoesNotExist.
    """
    sites = Site.objects.select_related("root_page").order_by("pk")
    named = list(sites.filter(hostname=hostname))
    best = [site for site in named if site.port == port] or [site for site in named if site.is_default_site]
    if best or len(named) == 1:
        return (best or named)[0]
    default = sites.filter(is_default_site=True).first()
    if default is None:
        raise Site.DoesNotExist
    return default


def keeping_together(stock):
    """What fills a query of pages: each page learns which others came with it, see `Together`."""

    def _fetch_all(self):
        is_new = self._result_cache is None
        stock(self)
        if not is_new or not issubclass(self._iterable_class, ModelIterable):
            return
        pages = [page.__dict__ for page in self._result_cache if "path" in page.__dict__]
        for start in range(0, len(pages), MOST_TOGETHER):
            some = pages[start : start + MOST_TOGETHER]
            together = Together([page["path"] for page in some])
            for page in some:
                page["_fetched_together"] = together

    return _fetch_all


def replace(owner, name: str, new) -> None:
    """Put `new` in the place of a stock function; what stood there is kept in `REPLACED`."""
    REPLACED[f"{owner.__name__}.{name}"] = (owner, name, owner.__dict__[name])
    setattr(owner, name, new)


def replace_look_ups() -> None:
    """Put every replacement in its place; called once when the application is ready."""
    replace(AbstractPage, "_get_relevant_site_root_paths", nearest_roots)
    replace(AbstractPage, "_get_site_root_paths", nearest_roots)
    replace(AbstractPage, "get_url", get_url)
    replace(AbstractPage, "url", property(lambda self: self.get_url()))
    replace(Site, "get_site_root_paths", staticmethod(no_list_of_roots))
    replace(wagtail_sites, "get_site_for_hostname", get_site_for_hostname)
    # Pages are fetched by this class or by one that inherits from it; it has the method from Django.
    PageQuerySet._fetch_all = keeping_together(PageQuerySet._fetch_all)
