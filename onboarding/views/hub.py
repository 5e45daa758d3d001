"""What every page for applicants needs: the host of a hub, its frame, and headers that keep the link to oneself."""

from functools import wraps

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from wagtail.models import Site

from home import hub_lists
from home.models import HubPage
from kim_sites.share import Crumb
from onboarding.services import guarding
from onboarding.services.links import find, public_hub_url
from search.hosts import home_of

WRONG_LINKS_AN_HOUR = 60  # from one network


def on_hub(view):
    """Let a view answer on hubs only; the site of a KIM sends people to the hub of its province.

    No cookie is needed: what a form may do hangs on the secret in its address and on nothing that a browser would send
    along by itself, so there is nothing that another website could borrow.
    """

    @wraps(view)
    def answer(request, *args, **kwargs):
        site = Site.find_for_request(request)
        kim = getattr(site, "kim", None)
        if kim is not None:
            return HttpResponseRedirect(public_hub_url(kim.region_id) + request.get_full_path().lstrip("/"))
        if not isinstance(home_of(request), HubPage):
            raise Http404
        response = view(request, *args, **kwargs)
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers.setdefault("X-Robots-Tag", "noindex")
        return response

    return csrf_exempt(answer)


def with_application(view):
    """Find the application that number and secret in the address open; otherwise say so in clear words."""

    @wraps(view)
    def answer(request, number, secret, *args, **kwargs):
        application = find(*(part.replace("\x00", "") for part in (number, secret)))
        if application is None:
            return unknown_link(request, number)
        return view(request, application, *args, **kwargs)

    return on_hub(answer)


def unknown_link(request, number: str = "", status: int = 404):
    """The page for a link that opens nothing: mistyped, or of something that has been deleted."""
    sentence = _("This link opens no application. Perhaps a part is missing, or it was deleted because nobody used it.")
    try:
        guarding.check_network(request, "find", WRONG_LINKS_AN_HOUR)
    except ValidationError as error:
        sentence, status = error.messages[0], 429
    context = {"problem": sentence, "number": number[:20], "mail_url": reverse("apply:find")}
    return page(request, "find", _("Find your application"), context, status=status)


def near(request) -> str:
    """The code of the province of the asked hub; nothing on the nation's."""
    code = request.hub_home.region_id
    return "" if code == "00" else code.split(".")[0]


def page(request, template: str, title: str, context: dict, status: int = 200):
    """Render a page in the hub's own frame."""
    home = request.hub_home
    frame = {
        "hub_home": home,
        "menu": hub_lists.menu(home, request),
        "breadcrumbs": [Crumb(home.title, home.get_url(request)), Crumb(title, request.path)],
        "title": title,
        "trap": guarding.TRAP,
        "clock": guarding.CLOCK,
        "opened": guarding.opened(),
    }
    return render(request, f"onboarding/apply/{template}.html", {**frame, **context}, status=status)
