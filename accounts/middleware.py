"""The network address behind a proxy, and the second step before anything in the admin."""

import contextlib
import ipaddress

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import MiddlewareNotUsed
from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from accounts.services import sessions

# What a person may open between the password and the second step.
OPEN_NAMES = frozenset(
    [
        "wagtailadmin_login",
        "wagtailadmin_logout",
        "wagtailadmin_sprite",
        "wagtailadmin_javascript_catalog",
        "two_factor_enrol",
        "two_factor_verify",
    ]
)


class ForwardedAddressMiddleware:
    """Takes the reader's network address from the proxy, if `TRUST_PROXY` says that there is one.

    Only the last hop counts: our own proxy wrote it. What stands before it, anybody could have sent.
    """

    def __init__(self, get_response):
        if not settings.TRUST_PROXY:
            raise MiddlewareNotUsed
        self.get_response = get_response

    def __call__(self, request):
        hop = request.META.get("HTTP_X_FORWARDED_FOR", "").rpartition(",")[2].strip()
        with contextlib.suppress(ValueError):  # no header, or nothing that is an address: the proxy's own stays
            request.META["REMOTE_ADDR"] = str(ipaddress.ip_address(hop))
        return self.get_response(request)


class TwoFactorMiddleware:
    """Closes the admin's host until the second step is done, and ends sessions that were left alone too long."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Let the request through, or lead to the screen where the code is asked for."""
        if not getattr(request, "is_admin_host", False) or not request.user.is_authenticated:
            return None
        if sessions.is_over(request):
            return self.sign_out(request)
        if request.resolver_match.view_name in OPEN_NAMES:
            return None
        if request.user.is_verified() or not sessions.needs_second_step(request):
            return None
        return self.refuse(request)

    def sign_out(self, request):
        """End the session; the person may come back to the same place."""
        logout(request)
        if wants_data(request) or request.method != "GET":
            return refusal(request, _("You were away for a long time. Please sign in again."))
        return redirect_to_login(request.get_full_path(), reverse("wagtailadmin_login"))

    def refuse(self, request):
        """Lead to the second step, or say that it is missing where nothing can be led."""
        if wants_data(request) or request.method not in ("GET", "HEAD"):
            return refusal(request, _("Please finish signing in first: the code from your phone is still missing."))
        name = "two_factor_verify" if request.session[sessions.HAS_DEVICE] else "two_factor_enrol"
        return redirect(f"{reverse(name)}?{urlencode({'next': request.get_full_path()})}")


def wants_data(request) -> bool:
    """Whether a script asks, which could not show a page."""
    return request.headers.get("x-requested-with") == "XMLHttpRequest" or not request.accepts("text/html")


def refusal(request, sentence: str):
    """A 403 with one sentence, as data for scripts."""
    if wants_data(request):
        return JsonResponse({"error": sentence}, status=403)
    return render(request, "accounts/refusal.html", {"sentence": sentence}, status=403)
