"""Whose site was asked: every address of this application answers for that host alone."""

from django.http import Http404
from django.utils.translation import get_language
from wagtail.models import Page, Site

from home.models import HubPage
from kim_sites.models import Kim, KimHomePage
from kim_sites.services import versions


def home_of(request) -> KimHomePage | HubPage:
    """The home page of the asked host in the reader's language, with what its templates need. Raises Http404.

    It is remembered on the request as it is when a page is served. One query.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    try:
        return _kim_home(request, site, site.kim)
    except Kim.DoesNotExist:
        return _hub_home(request, site)


def _kim_home(request, site: Site, kim: Kim) -> KimHomePage:
    home = _in_reader_language(KimHomePage.objects.filter(kim_id=kim.pk).select_related("locale"), site)
    kim.site = site
    home.kim = kim
    home.kim_home = request.kim_home = home
    request.page_versions = [versions.of_kim(kim.pk)]
    return home


def _hub_home(request, site: Site) -> HubPage:
    key = Page.objects.filter(pk=site.root_page_id).values("translation_key")
    home = _in_reader_language(HubPage.objects.filter(translation_key__in=key).select_related("locale", "region"), site)
    request.hub_home = home
    request.page_versions = [versions.of_hub(home.region_id)]
    return home


def _in_reader_language(homes, site: Site):
    """The home in the active language if it is published in it, otherwise the site's own root."""
    found = list(homes)
    localized = (home for home in found if home.live and home.locale.language_code == get_language())
    home = next(localized, None) or next((home for home in found if home.pk == site.root_page_id), None)
    if home is None:
        raise Http404
    return home


def is_closed(home) -> bool:
    """Whether this is the home of a KIM that readers may not open."""
    return isinstance(home, KimHomePage) and not home.kim.is_visible
