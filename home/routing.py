"""From an address of a hub's site to its page."""

from django.utils import translation
from wagtail.models import Page, Site
from wagtail.models.sites import SiteRootPath
from wagtail.url_routing import RouteResult

from home.hub_lists import SECTIONS
from home.models import HubPage
from kim_sites.addresses import set_root
from kim_sites.models.base import RedirectTo


def route_hub(request, site: Site, path: str) -> RouteResult | None:
    """The page of a hub's site at `path` in the active language, or None for a site that is no hub's.

    A language in which the hub does not exist leads to the source language. Raises Http404 if there is no such page.
    """
    hubs = list(
        HubPage.objects.filter(translation_key__in=Page.objects.filter(pk=site.root_page_id).values("translation_key"))
        .select_related("locale", "region")
        .order_by("depth", "pk")
    )
    if not hubs:
        return site.root_page.localized.specific.route(request, [part for part in path.split("/") if part])
    hub = next((hub for hub in hubs if hub.locale.language_code == translation.get_language()), None)
    if hub is None:
        return RouteResult(RedirectTo(f"{site.root_url}/{path}", permanent=False))
    request.hub_home = hub
    hub.in_other_languages = [other for other in hubs if other is not hub]
    for other in hubs:
        root = SiteRootPath(site.pk, other.url_path, site.root_url, other.locale.language_code)
        set_root(request, ("path", other.path), root)
    components = [part for part in path.split("/") if part]
    below = _hub_below(hub, components)
    return below.route(request, components[1:]) if below else hub.route(request, components)


def _hub_below(hub: HubPage, components: list[str]) -> HubPage | None:
    """The hub one level down that the address names, with its region, in one query; None for a list of `hub`'s own."""
    if not components or components[0] in {section.slug for section in SECTIONS.values()}:
        return None
    row = HubPage.objects.child_of(hub).filter(slug=components[0], live=True).values("translation_key")
    below = list(HubPage.objects.filter(translation_key__in=row).select_related("region", "locale"))
    found = next((other for other in below if other.is_child_of(hub)), None)
    if found:
        found.in_other_languages = [other for other in below if other is not found]
    return found
