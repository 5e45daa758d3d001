"""The page of search results: of one KIM on its own host, of everything below its region on a hub's."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from home import hub_lists
from home.models import FeedEntry
from kim_sites.listings import Filter, Listing, build_filter, paginate
from kim_sites.models import KimHomePage, Region
from kim_sites.share import Crumb, ShareMeta
from search.hosts import home_of, is_closed
from search.results import Matches
from search.scopes import Scope
from search.services.query import clean, parse, ranked_ids
from search.services.suggestions import suggest

PER_PAGE = 12
KIND, PLACE = "jenis", "wilayah"


@require_safe
def search(request):
    """Search the asked host. Raises Http404 for a page of results that does not exist."""
    home = home_of(request)
    if is_closed(home):
        return home.serve_closed(request)
    url = reverse("search")
    filters = build_filters(request, home, url)
    scope = build_scope(home, filters)
    query = parse(request.GET.get("q", ""), scope.languages)
    context = base_context(request, home, url, query.text)
    if query.text:
        ids, has_more = ranked_ids(query, scope)
        matches = Matches(ids, query, has_more)
        listing = paginate(request, matches, PER_PAGE, filters, url)
        listing.params = current_params(query.text, filters)
        context |= {"listing": listing, "count_label": matches.count_label, "has_more": has_more}
        if not ids:
            context["suggestions"] = suggest(query, scope, url, current_params("", filters))
    else:
        nothing = Paginator([], PER_PAGE).page(1)
        context["listing"] = Listing(nothing, filters, current_params("", filters), url)
    response = render(request, "search/results.html", context)
    response.headers["X-Robots-Tag"] = "noindex, follow"
    response.headers["Cache-Control"] = "public, no-cache"
    return response


def build_filters(request, home, url: str) -> list[Filter]:
    """By kind; on a hub also by place."""
    given = request.GET.copy()
    given["q"] = clean(given.get("q", ""))
    for name in set(given) - {"q", KIND, PLACE}:
        del given[name]
    is_hub = not isinstance(home, KimHomePage)
    kinds = [choice for choice in FeedEntry.Kind.choices if not (is_hub and choice[0] == FeedEntry.Kind.INFO)]
    filters = [build_filter(given, KIND, _("Kind"), kinds, url, _("Everything"))]
    if is_hub:
        filters.append(build_filter(given, PLACE, _("Place"), hub_lists.place_choices(home), url, _("All places")))
    return filters


def build_scope(home, filters: list[Filter]) -> Scope:
    """What the reader searches on this host, as narrowed."""
    chosen = {choice.name: choice.current.value for choice in filters if choice.current}
    if isinstance(home, KimHomePage):
        return Scope(get_language(), kim_id=home.kim_id, kind=chosen.get(KIND, ""))
    code = chosen.get(PLACE)
    place = Region(code=code, level=code.count(".") + 1) if code else None
    return Scope(get_language(), hub=home, kind=chosen.get(KIND, ""), place=place)


def current_params(text: str, filters: list[Filter]) -> dict[str, str]:
    """What the addresses of this list carry."""
    chosen = {choice.name: choice.current.value for choice in filters if choice.current}
    return {**({"q": text} if text else {}), **chosen}


def base_context(request, home, url: str, text: str) -> dict:
    """What the template needs whether or not anything was asked."""
    is_hub = not isinstance(home, KimHomePage)
    home_url = home.get_url(request)
    title = _("Search: %(words)s") % {"words": text} if text else _("Search")
    crumbs = [Crumb(home.title, home_url), Crumb(_("Search"), url)]
    return {
        "page": home,
        "is_hub": is_hub,
        "kim_home": None if is_hub else home,
        "kim": None if is_hub else home.kim,
        "hub_home": home if is_hub else None,
        "menu": hub_lists.menu(home, request) if is_hub else home.menu(request),
        "scope_name": home.title,
        "search_url": url,
        "query": text,
        "search_title": title,
        "suggestions": [],
        "breadcrumbs": crumbs,
        "share": share_meta(request, home, url, title),
        "robots": "noindex, follow",
    }


def share_meta(request, home, url: str, title: str) -> ShareMeta:
    """The head of the page. It is not for search engines, so it says little."""
    site = request._wagtail_site
    meta = ShareMeta(
        title=title,
        description=_("Search %(name)s") % {"name": home.title},
        url=f"{site.root_url}{url}",
        site_name=site.site_name or home.title,
        site_url=site.root_url,
        language=get_language(),
    )
    meta.set_image(home, site.root_url)
    return meta
