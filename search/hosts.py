"""Whose site was asked: every address of this application answers for that host alone."""

from django.http import Http404
from wagtail.models import Site

from home.models import HubPage
from kim_sites.models import KimHomePage

RELATED = {KimHomePage: ("locale", "logo", "kim__site", "kim__region__parent__parent"), HubPage: ("locale", "region")}


def home_of(request) -> KimHomePage | HubPage:
    """The home page of the asked host in the reader's language, with what its templates need. Raises Http404.

    It is remembered on the request as it is when a page is served.
    """
    site = Site.find_for_request(request)
    page = site.root_page.localized if site else None
    model = page.specific_class if page else None
    if model not in RELATED:
        raise Http404
    home = model.objects.select_related(*RELATED[model]).get(pk=page.pk)
    if isinstance(home, KimHomePage):
        if home.kim is None:
            raise Http404
        home.kim_home = request.kim_home = home
    else:
        request.hub_home = home
    return home


def is_closed(home) -> bool:
    """Whether this is the home of a KIM that readers may not open."""
    return isinstance(home, KimHomePage) and not home.kim.is_visible
