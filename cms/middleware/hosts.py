"""Which host answers what: the admin on one host, each site on its own, and a clear page for any other."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers
from wagtail.models import Site

from kim_sites.models import HostAlias
from kim_sites.services.hosts import HostName, is_admin_host

# What the admin's host answers besides the admin itself.
ADMIN_HOST_PATHS = ("/admin/", "/kirim/", "/static/", "/media/", "/documents/", "/robots.txt", "/-/")
# What no other host answers: it leads to the admin's.
ONLY_ADMIN_PATHS = ("/admin/", "/kirim/")


class HostMiddleware:
    """Sets `request.is_admin_host` and the request's `Site` in one indexed query; unknown hosts end here with a 404."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        hostname = HostName.parse(request.get_host()).name.rstrip(".")
        request.is_admin_host = is_admin_host(hostname)
        if request.is_admin_host:
            return self.admin(request)
        if request.path_info.startswith(ONLY_ADMIN_PATHS) or request.path_info in ("/admin", "/kirim"):
            return HttpResponseRedirect(f"{settings.WAGTAILADMIN_BASE_URL}{request.get_full_path()}")
        site = find_site(hostname)
        if site is None:
            return self.unknown_host(request, hostname)
        request._wagtail_site = site
        return self.get_response(request)

    def admin(self, request):
        """Serve the admin with its own content security policy; send its bare address to the dashboard."""
        if not request.path_info.startswith(ADMIN_HOST_PATHS):
            return HttpResponseRedirect("/kirim/" if request.path_info == "/kirim" else "/admin/")
        # The admin is no site: links to any page are whole addresses. Wagtail would take the default site for it.
        request._wagtail_site = None
        response = self.get_response(request)
        response._csp_replace = settings.ADMIN_CONTENT_SECURITY_POLICY
        return response

    def unknown_host(self, request, hostname):
        """Send an old address to the new one, or say that there is no site here."""
        alias = HostAlias.objects.select_related("kim__site").filter(hostname=hostname).first()
        if alias and alias.kim.site:
            response = HttpResponsePermanentRedirect(f"{alias.kim.site.root_url}{request.get_full_path()}")
            # A KIM may take an old address back: a browser that kept both ways would go in a circle.
            response.headers["Cache-Control"] = "no-cache"
            return response
        with translation.override(settings.LANGUAGE_CODE):
            request._wagtail_site = None
            home = f"{settings.PUBLIC_SCHEME}://{settings.BASE_DOMAIN}/"
            response = render(request, "unknown_host.html", {"hostname": hostname, "portal_url": home}, status=404)
        patch_vary_headers(response, ["Host"])
        return response


def find_site(hostname: str) -> Site | None:
    """The site of a host name, with its KIM if it is one's; None if there is none. A port in the address plays no part."""
    return Site.objects.select_related("kim").filter(hostname=hostname).order_by("pk").first()
