"""robots.txt of one host."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from search.hosts import home_of, is_closed

CLOSED = ["User-agent: *", "Disallow: /"]


@require_safe
@cache_control(public=True, max_age=3600)
def robots(request):
    """Where machines may look: not in search results, nowhere in the admin or on a closed KIM."""
    if getattr(request, "is_admin_host", False) or is_closed(home_of(request)):
        lines = CLOSED
    else:
        sitemap = f"{request._wagtail_site.root_url}{reverse('sitemap')}"
        lines = ["User-agent: *", *(f"Disallow: {path}" for path in search_paths()), "", f"Sitemap: {sitemap}"]
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")


def search_paths() -> list[str]:
    """The address of the search in every language."""
    paths = []
    for code, _name in settings.LANGUAGES:
        with translation.override(code):
            paths.append(reverse("search"))
    return paths
