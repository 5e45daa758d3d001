"""From an address of a KIM's site to its page in four queries, whatever the depth of the page.

Wagtail's own routing walks down the tree with three queries a level. A KIM's pages are found by their path at once,
together with the menu; Wagtail's `serve` view then finds the route on the request and goes on as usual.
"""

from django.db.models import Q
from django.http import Http404
from django.utils import translation
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.url_routing import RouteResult

from kim_sites.addresses import set_root
from kim_sites.models import Kim, KimHomePage
from kim_sites.models.base import RedirectTo
from kim_sites.models.managers import without_editor_fields


def route_kim(request, site: Site, kim: Kim, path: str) -> RouteResult:
    """The page of a KIM at `path` (without a language prefix) in the active language.

    A language in which the KIM has no home leads to the source language. Raises Http404 if there is no such live page.
    """
    homes = without_editor_fields(KimHomePage.objects.filter(kim_id=kim.pk)).order_by("depth")
    homes = list(homes.select_related("locale"))
    home = next((home for home in homes if home.locale.language_code == translation.get_language()), None)
    if home is None:
        return RouteResult(RedirectTo(f"{site.root_url}/{path}", permanent=False))
    kim.site = site
    home.kim = kim
    request.kim_home = home
    home.in_other_languages = [other for other in homes if other is not home]
    for other in homes:
        root = SiteRootPath(site.pk, other.url_path, site.root_url, other.locale.language_code)
        set_root(request, ("kim", kim.pk, other.locale_id), root)
    components = [part for part in path.split("/") if part]
    row = _find(home, components)
    if row is None or not row.live:
        return _untranslated(request, homes, home, components, site)
    return RouteResult(home if row.pk == home.pk else _specific(row, home))


def _find(home: KimHomePage, components: list[str]) -> Page | None:
    """The asked page and the home's menu in one query within the tenant's branch of the tree."""
    url_path = home.url_path + "".join(f"{part}/" for part in components)
    in_menu = Q(depth=home.depth + 1, show_in_menus=True, live=True)
    branch = Page.objects.filter(path__range=(home.path, f"{home.path}~"))
    rows = list(without_editor_fields(branch.filter(Q(url_path=url_path) | in_menu)).order_by("path"))
    home.set_menu([row for row in rows if row.depth == home.depth + 1 and row.show_in_menus and row.live])
    if not components:
        return home
    return next((row for row in rows if row.url_path == url_path), None)


def _specific(row: Page, home: KimHomePage) -> Page:
    model = row.specific_class
    if model is None:
        raise Http404
    related = ("locale", *getattr(model, "route_related", ()))
    # The page in every language by one query: the head of the page links them.
    pages = without_editor_fields(model.objects.filter(translation_key=row.translation_key))
    pages = list(pages.select_related(*related))
    page = next((page for page in pages if page.pk == row.pk), None)
    if page is None:
        raise Http404
    page.in_other_languages = [other for other in pages if other is not page]
    page.kim_home = home
    page.locale = home.locale
    return page


def _untranslated(request, homes, home, components, site) -> RouteResult:
    """A page that exists in the source language only is shown there; anything else is not found."""
    source = next((other for other in homes if other.locale.language_code != home.locale.language_code), None)
    if source is not None and translation.get_language() != site.root_page.locale.language_code:
        url_path = source.url_path + "".join(f"{part}/" for part in components)
        branch = Page.objects.filter(path__range=(source.path, f"{source.path}~"))
        if branch.filter(url_path=url_path, live=True).exists():
            path = "".join(f"{part}/" for part in components)
            return RouteResult(RedirectTo(f"{site.root_url}/{path}", permanent=False))
    raise Http404
