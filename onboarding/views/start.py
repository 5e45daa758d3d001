"""The way in: finding the village, by name and while one types."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect, JsonResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kim_sites.services import hosts
from kim_sites.share import ShareMeta
from onboarding.forms.apply import address_problem
from onboarding.services import applying, guarding, region_search
from onboarding.services.links import secret_of
from onboarding.views.hub import near, on_hub, page

LOOK_UPS_A_MINUTE = 300  # of one network, while people type


def start(request):
    """What it is about, and the search for the village; a chosen village opens a draft."""
    if request.method == "POST":
        try:
            guarding.check_person(request.POST)
            guarding.check_network(request, "begin", settings.APPLICATIONS_PER_NETWORK)
            application = applying.begin(request.POST.get("region", ""))
        except ValidationError as error:
            return _start_page(request, request.POST.get("q", ""), error.messages[0], request.POST.get("region", ""))
        address = reverse("apply:continue", args=[application.number, secret_of(application), "kelompok"])
        return HttpResponseRedirect(address)
    return _start_page(request, request.GET.get("q", ""))


def _start_page(request, text: str, problem: str = "", region_code: str = ""):
    title = _("Register your KIM")
    places = region_search.search(text, near(request)) if text else []
    if region_code and not places:
        places = region_search.search(region_code)
    context = {"text": text[:120], "places": places, "problem": problem, "is_searched": bool(text.strip())}
    response = page(request, "start", title, context | {"share": _share(request, title), "robots": ""})
    response.headers["X-Robots-Tag"] = "all" if request.method == "GET" and not text else "noindex"
    return response


def _share(request, title: str) -> ShareMeta:
    """The page is meant to be passed on by WhatsApp."""
    home, site = request.hub_home, request._wagtail_site
    meta = ShareMeta(
        title=title,
        description=_("A free website for the information group of your village: ready in a few steps, on your phone."),
        url=f"{site.root_url}{reverse('apply:start')}",
        site_name=site.site_name or home.title,
        site_url=site.root_url,
        language=get_language(),
    )
    meta.set_image(home, site.root_url)
    return meta


def regions(request):
    """Villages and districts that fit what is being typed, as JSON."""
    try:
        guarding.check_network(request, "look-up", LOOK_UPS_A_MINUTE, 60)
    except ValidationError as error:
        return JsonResponse({"problem": error.messages[0], "places": []}, status=429)
    places = region_search.search(request.GET.get("q", ""), near(request))
    return JsonResponse({"places": [place.as_json() for place in places]})


def check_label(request):
    """Whether a site could have an address, as JSON, while it is being typed."""
    try:
        guarding.check_network(request, "look-up", LOOK_UPS_A_MINUTE, 60)
    except ValidationError as error:
        return JsonResponse({"problem": error.messages[0]}, status=429)
    label = request.GET.get("label", "").strip().lower()[:80]
    problem = address_problem(label)
    good = "" if problem else _("%(address)s is still free.") % {"address": hosts.subdomain(label)}
    return JsonResponse({"problem": problem, "good": good})


start = on_hub(require_http_methods(["GET", "HEAD", "POST"])(start))
regions = on_hub(require_safe(regions))
check_label = on_hub(require_safe(check_label))
