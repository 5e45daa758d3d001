"""Serves pages, and pictures when no web server stands in front."""

import mimetypes
from pathlib import Path

from django.conf import settings
from django.http import FileResponse, Http404
from django.views import static
from django.views.decorators.http import require_safe
from wagtail.models import Site
from wagtail.views import serve as wagtail_serve

from home.models import HubPage
from home.routing import route_hub
from kim_sites.models import Kim
from kim_sites.routing import route_kim
from kim_sites.services import versions

# A bare system does not know these, and browsers are told not to guess.
mimetypes.add_type("image/avif", ".avif")
mimetypes.add_type("image/webp", ".webp")
# Seconds. Not for ever: a picture that is removed for good reason must leave the caches some day.
RENDITION_AGE = 60 * 60 * 24 * 30


@require_safe
def rendition(request, path: str):
    """One ready-made size of a picture. Originals and documents lie beside this folder and are never served here.

    Raises SuspiciousFileOperation (answered with 400) for a path that leaves the folder, and Http404.
    """
    response = static.serve(request, path, document_root=Path(settings.MEDIA_ROOT) / "images")
    if isinstance(response, FileResponse):
        response.headers["Cache-Control"] = f"public, max-age={RENDITION_AGE}"
    return response


def serve(request, path: str):
    """Find the page in a few queries, leave the route on the request, and let Wagtail serve it.

    Raises Http404 when there is no such page; Wagtail's redirects get their turn after that.
    """
    site = Site.find_for_request(request)
    if site is None:
        raise Http404
    try:
        route = route_kim(request, site, site.kim, path)
        names = [versions.of_kim(site.kim.pk)]
        if getattr(route.page, "pk", None):
            request.counted_page = (site.kim.pk, route.page.pk)
    except Kim.DoesNotExist:
        route = route_hub(request, site, path)
        hub = route.page if isinstance(route.page, HubPage) else getattr(request, "hub_home", None)
        names = [versions.of_hub(hub.region_id)] if hub else []
    if not getattr(route.page, "is_private", True):
        request.page_versions = names
    request._wagtail_route_for_request = route
    return wagtail_serve(request, path)
