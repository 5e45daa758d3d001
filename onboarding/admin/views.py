"""One application: the paper beside what was typed, and what can be done with it."""

from django import forms
from django.http import FileResponse, Http404, HttpResponse, JsonResponse
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView, View

from kim_sites.services import scans
from onboarding.admin.base import ApplicationMixin, DecisionView
from onboarding.admin.forms import CorrectionForm, WordsForm
from onboarding.models import Application
from onboarding.services import correcting, deciding, looking

State = Application.State
# Sections of what was typed: heading and fields.
SECTIONS = (
    (gettext_lazy("The KIM"), ("kim_name", "kind_of_group", "founded_on", "label")),
    (
        gettext_lazy("The decree (SK)"),
        ("paper_number", "paper_issued_on", "paper_signer", "paper_office", "paper_valid_until"),
    ),
    (gettext_lazy("Contact"), ("contact_name", "contact_email", "contact_phone", "chair_email", "consent_at")),
)


def stages_of(application: Application) -> list[dict]:
    """The making of the site in four stages, each with whether it is done and which one is at turn."""
    done = application.state == State.DONE
    begun = bool(application.progress) or done
    names = [_("Approved"), _("Site, pages and paper are made"), _("The chair is invited"), _("The site is open")]
    reached = 4 if done else 1
    return [
        {"name": name, "is_done": index < reached, "is_current": begun and not done and index == reached}
        for index, name in enumerate(names)
    ]


class DetailView(ApplicationMixin, TemplateView):
    """Everything about one application on one screen."""

    template_name = "onboarding/admin/detail.html"

    def get_page_title(self):
        """The name of the KIM."""
        return self.application.kim_name or self.application.number

    def get_trail(self):
        """This application."""
        return [{"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the typed data, the paper, the people, the diary, and what may be the same."""
        application = self.application
        officers = list(application.officers.all())
        is_open = application.state in deciding.DECIDABLE
        return {
            **super().get_context_data(**kwargs),
            "sections": [(heading, [self.line(name) for name in names]) for heading, names in SECTIONS],
            "officers": officers,
            "pages": range(1, self.count_pages() + 1),
            "steps": list(application.steps.select_related("actor")),
            "oddities": looking.oddities(application, len(officers)),
            "age": looking.waits_for(application),
            "lookalikes": looking.lookalikes(application) if is_open else [],
            "hindrances": deciding.hindrances_of(application) if is_open else [],
            "is_open": is_open,
            "may_decide": self.right is not None,
            "why_not": "" if self.right else deciding.why_not_yet(application),
            "is_making": application.state == State.APPROVED,
            "stages": stages_of(application),
        }

    def line(self, name: str) -> tuple:
        """Label and value of one field."""
        application = self.application
        field = application._meta.get_field(name)
        value = getattr(application, f"get_{name}_display")() if field.choices else getattr(application, name)
        return field.verbose_name, value

    def count_pages(self) -> int:
        """Pages of the scan; 0 without one, or if it can't be read."""
        if not self.application.scan:
            return 0
        try:
            with self.application.scan.open("rb") as file:
                return scans.count_pages(file)
        except OSError:
            return 0


class PaperView(ApplicationMixin, View):
    """The scan as a file to keep."""

    def get(self, request, *args, **kwargs):
        """Send it. Raises Http404 if there is none."""
        application = self.application
        try:
            file = application.scan.open("rb")
        except (OSError, ValueError) as error:
            raise Http404 from error
        name = get_valid_filename(f"SK {application.paper_number} {application.kim_name}".replace("/", "-"))
        response = FileResponse(file, as_attachment=True, filename=f"{name}.{application.scan.name.rpartition('.')[2]}")
        return private(response)


class ScanView(ApplicationMixin, View):
    """One page of the scan as a picture; pages are counted from 1."""

    def get(self, request, *args, **kwargs):
        """Render it. Raises Http404 for a page that is not there."""
        try:
            with self.application.scan.open("rb") as file:
                picture = scans.preview(file, kwargs["number"] - 1)
        except (OSError, ValueError) as error:
            raise Http404 from error
        return private(HttpResponse(picture, content_type="image/jpeg"))


def private(response):
    """Personal data: kept nowhere on the way, and never run."""
    response.headers["Cache-Control"] = "private, no-store"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "sandbox"
    return response


class ProgressView(ApplicationMixin, View):
    """How far the making of the site is, for the screen that asks again and again."""

    def get(self, request, *args, **kwargs):
        """A few words as JSON."""
        application = self.application
        response = JsonResponse(
            {
                "state": application.state,
                "text": str(application.get_state_display()),
                "progress": application.progress,
                "failure": application.failure,
                "done": application.state != State.APPROVED,
            }
        )
        response.headers["Cache-Control"] = "private, no-store"
        return response


class AskView(DecisionView):
    """Ask for a correction."""

    form_class = WordsForm
    page_title = gettext_lazy("Ask for a correction")
    submit_label = gettext_lazy("Send the question")

    def get_form_kwargs(self):
        """The words of the field."""
        return {
            **super().get_form_kwargs(),
            "label": _("What has to be corrected?"),
            "help_text": _("The applicant gets this by e-mail, with a link to correct and answer."),
            "missing": _("Please write what has to be corrected."),
        }

    def carry_out(self, values):
        """Ask."""
        deciding.ask(self.request.user, self.application, values["text"])
        return _("The question is on its way to %(email)s.") % {"email": self.application.contact_email}


class RefuseView(DecisionView):
    """Refuse."""

    form_class = WordsForm
    page_title = gettext_lazy("Refuse")
    submit_label = gettext_lazy("Yes, refuse")
    is_serious = True

    def get_form_kwargs(self):
        """The words of the field."""
        return {
            **super().get_form_kwargs(),
            "label": _("Why?"),
            "help_text": _("The applicant reads this. Say what would have to be different."),
            "missing": _("Please write why: the applicant reads it."),
        }

    def carry_out(self, values):
        """Refuse."""
        deciding.refuse(self.request.user, self.application, values["text"])
        return _("The application was refused. You can open it again at any time.")


class ReopenView(DecisionView):
    """Take a refusal back."""

    form_class = forms.Form
    page_title = gettext_lazy("Open again")
    submit_label = gettext_lazy("Yes, open it again")
    explanation = gettext_lazy("The application waits for the check again, as if it had not been refused.")

    def carry_out(self, values):
        """Open it again."""
        deciding.reopen(self.request.user, self.application)
        return _("The application waits for the check again.")


class ApproveView(DecisionView):
    """Approve."""

    form_class = forms.Form
    page_title = gettext_lazy("Approve")
    submit_label = gettext_lazy("Yes, approve and make the site")
    explanation = gettext_lazy(
        "The site is made at once, the KIM gets its registration number, and the chair gets a link by e-mail."
    )

    def carry_out(self, values):
        """Approve. What the background found already is told at once."""
        deciding.approve(self.request.user, self.application)
        return _("Approved. The site is being made.")


class CorrectView(DecisionView):
    """Put small mistakes right."""

    template_name = "onboarding/admin/correct.html"
    form_class = CorrectionForm
    page_title = gettext_lazy("Correct")
    submit_label = gettext_lazy("Save")
    explanation = gettext_lazy("For small typing mistakes. The diary keeps what was there before.")

    def get_form_kwargs(self):
        """What was typed."""
        return {**super().get_form_kwargs(), "instance": Application.objects.get(pk=self.application.pk)}

    def carry_out(self, values):
        """Save."""
        lines = correcting.correct(self.request.user, self.application, values)
        return _("Saved.") if lines else _("Nothing was changed.")
