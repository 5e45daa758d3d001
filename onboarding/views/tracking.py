"""The page on which an applicant sees how far it is, answers, and takes back."""

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kim_sites.services import mail
from onboarding.models import Application
from onboarding.services import applying, guarding, region_search, tracking
from onboarding.services.links import find as find_application
from onboarding.services.links import secret_of, tracking_url
from onboarding.views.hub import on_hub, page, unknown_link, with_application
from onboarding.views.steps import address

ANSWERS_PER_NETWORK = 60  # in an hour
MOST_LINKS = 5  # applications of one address whose links are mailed at once


@with_application
@require_safe
def track(request, application: Application):
    """How far it is."""
    return track_page(request, application)


def track_page(request, application: Application, problem: str = "", text: str = ""):
    """The tracking page; `text` is an answer that could not be taken."""
    titles = applying.step_titles()
    context = {
        "application": application,
        "standing": tracking.standing(application),
        "stages": tracking.stages(application),
        "diary": tracking.diary(application),
        "place": region_search.describe([application.region])[0] if application.region else None,
        "problem": problem,
        "text": text,
        "is_saved": "disimpan" in request.GET,
        "is_mailed": "dikirim" in request.GET,
        "whole_url": tracking_url(application),
        "secret": secret_of(application),
        "continue_url": address(application, "continue", tracking.next_step(application)),
        "corrections": [
            {"title": title, "url": address(application, "continue", name), "is_changed": name in application.draft}
            for name, title in titles.items()
            if name != "periksa"
        ],
        "changed": applying.changed_steps(application),
        "urls": {name: address(application, name) for name in ("answer", "withdraw", "resend")},
        "scan_url": address(application, "scan") if application.scan else "",
    }
    return page(request, "track", _("Your application"), context)


@with_application
@require_POST
def answer(request, application: Application):
    """Send the answer to the office's question; what was written stays on the page if it can't be taken."""
    text = request.POST.get("jawaban", "")
    try:
        guarding.check_network(request, "answer", ANSWERS_PER_NETWORK)
        applying.answer(application, text)
    except applying.Incomplete as error:
        step = error.reading.first_problem
        problem = _("Something is missing yet in “%(step)s”: %(problem)s") % {
            "step": applying.step_titles()[step], "problem": error.reading.problems[step][0],
        }  # fmt: skip
        return track_page(request, application, problem, text)
    except ValidationError as error:
        application.refresh_from_db()
        return track_page(request, application, error.messages[0], text)
    return HttpResponseRedirect(address(application, "track"))


@with_application
@require_POST
def withdraw(request, application: Application):
    """Take the application back; a draft is gone after that."""
    is_draft = application.state == Application.State.DRAFT
    try:
        applying.withdraw(application)
    except ValidationError as error:
        application.refresh_from_db()
        return track_page(request, application, error.messages[0])
    return HttpResponseRedirect(reverse("apply:start") if is_draft else address(application, "track"))


@with_application
@require_POST
def resend(request, application: Application):
    """Mail the link to the address in the application once more."""
    if not application.contact_email:
        return track_page(request, application, _("There is no e-mail address in this application yet."))
    if not guarding.may_mail(application.contact_email):
        return track_page(
            request,
            application,
            _("The link was sent several times today. Please look into your mail, also under spam."),
        )
    mail.send("application_link", application.pk)
    return HttpResponseRedirect(address(application, "track") + "?dikirim=1")


@on_hub
@require_http_methods(["GET", "HEAD", "POST"])
def find(request):
    """Number and secret typed by hand, or the links by mail. What is answered never tells whether there is something."""
    if request.method != "POST":
        return page(request, "find", _("Find your application"), {"is_mailed": "dikirim" in request.GET})
    if "email" in request.POST:
        return _mail_links(request)
    number, secret = (request.POST.get(name, "").replace("\x00", "").strip() for name in ("nomor", "rahasia"))
    application = find_application(number, secret)
    if application is None:
        return unknown_link(request, number, status=200)
    return HttpResponseRedirect(reverse("apply:track", args=[application.number, secret_of(application)]))


def _mail_links(request):
    email = request.POST["email"].strip().lower()[:254]
    context: dict = {"email": email}
    try:
        validate_email(email)
        guarding.check_network(request, "links", ANSWERS_PER_NETWORK)
    except ValidationError as error:
        context["mail_problem"] = error.messages[0]
        return page(request, "find", _("Find your application"), context)
    if guarding.may_mail(email):
        closed = (Application.State.REFUSED, Application.State.WITHDRAWN)
        for application in Application.objects.filter(contact_email=email).exclude(state__in=closed)[:MOST_LINKS]:
            mail.send("application_link", application.pk)
    return HttpResponseRedirect(reverse("apply:find") + "?dikirim=1")
