"""What the screens of applications share. An application that is not yours to see does not exist."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from onboarding.models import Application
from onboarding.services import deciding, reach
from onboarding.services.places import line_of

# The words of the model are those of the applicant.
STATE_WORDS = {
    Application.State.SUBMITTED: gettext_lazy("waits for the office"),
    Application.State.QUESTION: gettext_lazy("waits for the applicant"),
}


def state_words(application: Application) -> str:
    """The state of an application as the office says it."""
    return str(STATE_WORDS.get(application.state) or application.get_state_display())


class ApplicationsPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture and the way back."""

    page_title = gettext_lazy("Applications")
    header_icon = "clipboard-list"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Applications"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_applications:index") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Applications")}, *trail]


class ApplicationMixin(ApplicationsPage):
    """A screen of one application that the person sees."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for an application outside the person's regencies."""
        super().setup(request, *args, **kwargs)
        rows = reach.applications_for(request.user)
        rows = rows.select_related("region", "regency", "decided_by", "kim__site")
        self.application = get_object_or_404(rows, pk=kwargs["application_id"])
        self.right = reach.right_of(request.user, self.application)

    @property
    def detail_url(self) -> str:
        """The screen of this application."""
        return reverse("kim_applications:detail", args=[self.application.pk])

    def get_trail(self):
        """The application and this screen."""
        name = self.application.kim_name or self.application.number
        return [{"url": self.detail_url, "label": name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the application."""
        return {
            **super().get_context_data(**kwargs),
            "application": self.application,
            "place": line_of(self.application),
            "state_words": state_words(self.application),
            "detail_url": self.detail_url,
            "is_stepping_in": self.right == reach.Right.STEP_IN,
        }

    def back(self, text: str):
        """Say what was done, above the application."""
        messages.success(self.request, text)
        return HttpResponseRedirect(self.detail_url)


class DecisionView(ApplicationMixin, FormView):
    """Asks what a decision needs, and shows what the service refuses. Only for those who may decide now."""

    template_name = "onboarding/admin/decide.html"
    submit_label = ""
    explanation = ""
    is_serious = False

    def carry_out(self, values: dict) -> str:
        """Call the service; returns the sentence that says what was done. Raises ValidationError, PermissionDenied."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        """Ask; whoever may not decide reads why on the application's own screen."""
        if self.right is None:
            messages.warning(request, deciding.why_not_yet(self.application))
            return HttpResponseRedirect(self.detail_url)
        return super().get(request, *args, **kwargs)

    def form_valid(self, form):
        """Do it, or show why not. Raises Http404 if the service does not know the actor."""
        try:
            text = self.carry_out(form.cleaned_data)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            form.add_error(None, error)  # it names its field, if it has one
            return self.form_invalid(form)
        return self.back(text)

    def get_context_data(self, **kwargs):
        """Add the words of the screen."""
        words = {
            "submit_label": self.submit_label, "explanation": self.explanation, "is_serious": self.is_serious,
        }  # fmt: skip
        return {**super().get_context_data(**kwargs), **words}
