"""The pages of an application that is being written or corrected. Whatever is sent is kept first, and judged after."""

from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from kim_sites.services import hosts, scans
from kim_sites.services.phones import display_phone
from onboarding.forms.apply import member_warning
from onboarding.models import Application
from onboarding.services import applying, drafts, guarding, region_search
from onboarding.services.addresses import suggest
from onboarding.services.links import secret_of, tracking_url
from onboarding.views.hub import near, page, with_application

SAVES_PER_NETWORK = 600  # in an hour
SENDS_PER_NETWORK = 60
MORE_ROWS = 5


def address(application: Application, name: str, *arguments) -> str:
    """One of the pages of an application."""
    return reverse(f"apply:{name}", args=[application.number, secret_of(application), *arguments])


@with_application
@require_http_methods(["GET", "HEAD", "POST"])
def step(request, application: Application, step: str):
    """One step; once the applicant is no longer at turn, the tracking page."""
    if step not in drafts.STEPS:
        raise Http404
    if application.state not in applying.EDITABLE:
        return HttpResponseRedirect(address(application, "track"))
    if step == drafts.REVIEW and application.state == Application.State.QUESTION:
        return HttpResponseRedirect(address(application, "track"))
    try:
        if request.method == "POST":
            guarding.check_network(request, "save", SAVES_PER_NETWORK)
        return {drafts.VILLAGE: village, drafts.REVIEW: review}.get(step, form_step)(request, application, step)
    except ValidationError as error:
        return refused(request, application, step, error.messages[0])


def refused(request, application: Application, step: str, problem: str):
    """The step again with a sentence on top; what was sent is shown as it was sent."""
    current = Application.objects.filter(pk=application.pk).first()
    if current is None or current.state not in applying.EDITABLE:
        return HttpResponseRedirect(address(application, "track"))
    if step in drafts.FORMS:
        values = drafts.typed_values(step, request.POST)
        form = drafts.FORMS[step](application, initial=values)
        return form_page(request, application, step, form, problem=problem)
    if step == drafts.REVIEW:
        return review_page(request, application, problem)
    return village_page(request, application, problem)


def form_step(request, application: Application, step: str):
    """Group, people or contact."""
    if request.method != "POST":
        # Coming back from the look over: say what is wrong there.
        is_checked = "salah" in request.GET
        return form_page(request, application, step, drafts.step_form(application, step, is_checked))
    application = applying.save_step(application, step, drafts.typed_values(step, request.POST))
    scan_problem = _save_scan(request, application)
    application.refresh_from_db()
    if "lagi" in request.POST:
        form = drafts.step_form(application, step)
        return form_page(request, application, step, form, more=MORE_ROWS)
    if "nanti" in request.POST and not scan_problem:
        return HttpResponseRedirect(address(application, "track") + "?disimpan=1")
    form = drafts.step_form(application, step, is_checked=True)
    if step == "kelompok" and not application.scan and not scan_problem:
        scan_problem = _("Please add a scan or photo of the SK.")
    if form.is_valid() and not scan_problem:
        return HttpResponseRedirect(_next(request, application, step))
    return form_page(request, application, step, form, scan_problem=scan_problem)


def _save_scan(request, application: Application) -> str:
    file = request.FILES.get("scan")
    if file is None:
        return ""
    try:
        applying.save_scan(application, file)
    except ValidationError as error:
        return error.messages[0]
    return ""


def _next(request, application: Application, step: str) -> str:
    if application.state == Application.State.QUESTION:
        return address(application, "track") + "?disimpan=1"
    if request.POST.get("ke") == drafts.REVIEW:
        return address(application, "continue", drafts.REVIEW)
    return address(application, "continue", drafts.STEPS[drafts.STEPS.index(step) + 1])


def form_page(request, application, step, form, scan_problem: str = "", problem: str = "", more: int = 0):
    """A step with its form."""
    if "salah" in request.GET and step == "kelompok" and not application.scan:
        scan_problem = scan_problem or _("Please add a scan or photo of the SK.")
    errors = [(name, messages[0]) for name, messages in form.errors.items()] if form.is_bound else []
    if scan_problem:
        errors.append(("scan", scan_problem))
    context = {
        "form": form, "errors": errors, "scan_problem": scan_problem, "problem": problem,
        "goes_to": request.POST.get("ke") or request.GET.get("ke", ""),
    }  # fmt: skip
    if step == "pengurus":
        context["member_rows"] = form.rows(more)
        context["warning"] = member_warning(drafts.count_people(application)) if form.is_bound else ""
    if step == "kontak":
        context |= {"suggestion": suggest(application.region, application), "base_domain": hosts.base_domain().name}
    return step_page(request, application, step, step, context)


def step_page(request, application: Application, step: str, template: str, context: dict):
    """The frame of all steps: where one is, and the link to come back."""
    titles = applying.step_titles()
    current = drafts.STEPS.index(step)
    steps = [
        {
            "name": name,
            "title": titles[name],
            "url": address(application, "continue", name),
            "is_current": number == current,
            "is_past": number < current,
        }
        for number, name in enumerate(drafts.STEPS)
    ]
    frame = {
        "application": application,
        "place": region_search.describe([application.region])[0] if application.region else None,
        "is_correction": application.state == Application.State.QUESTION,
        "steps": steps,
        "step_number": current + 1,
        "back_url": steps[current - 1]["url"] if current else "",
        "track_url": address(application, "track"),
        "whole_url": tracking_url(application),
        "scan_url": address(application, "scan") if application.scan else "",
        "is_wrong": bool(context.get("errors") or context.get("problem")),
    }
    return page(request, template, titles[step], {**frame, **context})


def village(request, application: Application, step: str):
    """Another village than the one that was chosen first."""
    if request.method == "POST":
        application = applying.choose_village(application, request.POST.get("region", ""))
        return HttpResponseRedirect(_next(request, application, step))
    return village_page(request, application)


def village_page(request, application: Application, problem: str = ""):
    """The search, with the village that is chosen now."""
    text = request.GET.get("q", "") or request.POST.get("q", "")
    places = region_search.search(text, near(request)) if text else []
    context = {"text": text[:120], "places": places, "problem": problem, "is_searched": bool(text.strip())}
    return step_page(request, application, drafts.VILLAGE, "village", context)


def review(request, application: Application, step: str):
    """Everything once more, the consent, and the button that sends it."""
    if request.method == "POST":
        guarding.check_person(request.POST)
        guarding.check_age(application.created_at)
        guarding.check_network(request, "send", SENDS_PER_NETWORK)
        has_consented = bool(request.POST.get("setuju"))
        if has_consented and not drafts.read(application).problems:
            guarding.check_address(application.contact_email)
        applying.submit(application, has_consented)
        return HttpResponseRedirect(address(application, "track"))
    return review_page(request, application)


def review_page(request, application: Application, problem: str = ""):
    """What was typed, by step, with what is missing."""
    reading = drafts.read(application)
    if not application.scan:
        reading.problems.setdefault("kelompok", []).append(_("Please add a scan or photo of the SK."))
    count = drafts.count_people(application)
    context = {
        "forms": reading.forms,
        "parts": parts(application, reading),
        "problem": problem,
        "is_complete": not reading.problems,
        "warning": member_warning(count) if count else "",
        "has_consented": bool(request.POST.get("setuju")),
    }
    return step_page(request, application, drafts.REVIEW, "review", context)


def parts(application: Application, reading: drafts.Reading) -> list[dict]:
    """The steps as lists of words and values, each with the way to correct it."""
    titles = applying.step_titles()
    found = []
    for name, form in reading.forms.items():
        rows = []
        for field in form:
            if field.name == "members":
                value = ", ".join(text for text in field.value() or [] if str(text).strip())
            else:
                value = _shown(field, form)
            rows.append((field.label, value, [str(message) for message in field.errors]))
        url = address(application, "continue", name)
        found.append({
            "name": name, "title": titles[name], "rows": rows, "problems": reading.problems.get(name, []),
            "url": f"{url}?ke=periksa" + ("&salah=1" if reading.problems.get(name) else ""),
            "has_scan": name == "kelompok",
        })  # fmt: skip
    return found


def _shown(field, form) -> str:
    choices = dict(getattr(field.field, "choices", []))
    value = form.cleaned_data.get(field.name, field.value()) if hasattr(form, "cleaned_data") else field.value()
    if field.name == "contact_phone":
        return display_phone(value) if value else ""
    return choices.get(value, value) or ""


@with_application
@require_safe
def scan(request, application: Application):
    """The first page of the scan that was handed in, as a picture."""
    if not application.scan:
        raise Http404
    try:
        with application.scan.open("rb") as file:
            picture = scans.preview(file)
    except (ValueError, OSError) as error:
        raise Http404 from error
    return HttpResponse(picture, content_type="image/jpeg")
