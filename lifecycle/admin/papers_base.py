"""What the screens of papers share. A KIM that is not yours to look after does not exist."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from members.services.reach import manageable_kim, stands_above


class PapersPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture and the way back."""

    page_title = gettext_lazy("Legal papers")
    header_icon = "doc-full"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Legal papers"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_papers:index") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Legal papers")}, *trail]


class KimPapersMixin(PapersPage):
    """A screen of one KIM whose papers the person looks after: its chair, a curator of a hub above, an operator."""

    needs_curator = False

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a KIM that the person does not look after, or not from above where that is needed."""
        super().setup(request, *args, **kwargs)
        kims = manageable_kim(request.user).select_related("region", "home_page")
        self.kim = get_object_or_404(kims, pk=kwargs["kim_id"])
        if self.needs_curator and not self.is_above:
            raise Http404

    @cached_property
    def is_above(self) -> bool:
        """Whether the person decides over this KIM."""
        return stands_above(self.request.user, self.kim)

    @property
    def list_url(self) -> str:
        """The papers of this KIM."""
        return reverse("kim_papers:list", args=[self.kim.pk])

    def get_trail(self):
        """The KIM and this screen."""
        return [{"url": self.list_url, "label": self.kim.name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the KIM."""
        more = {"kim": self.kim, "list_url": self.list_url, "is_above": self.is_above}
        return {**super().get_context_data(**kwargs), **more}

    def back(self, text: str):
        """Say what was done, above the list."""
        messages.success(self.request, text)
        return HttpResponseRedirect(self.list_url)


class PaperMixin(KimPapersMixin):
    """A screen of one paper."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a paper of another KIM."""
        super().setup(request, *args, **kwargs)
        papers = self.kim.legal_papers.select_related("added_by")
        self.paper = get_object_or_404(papers, pk=kwargs["paper_id"])
        self.paper.kim = self.kim

    @property
    def paper_url(self) -> str:
        """The screen of this paper."""
        return reverse("kim_papers:paper", args=[self.kim.pk, self.paper.pk])

    def get_context_data(self, **kwargs):
        """Add the paper."""
        return {**super().get_context_data(**kwargs), "paper": self.paper, "paper_url": self.paper_url}


class ServiceFormView(FormView):
    """Asks what a service needs, and shows what it refuses beside the field. Beside a mixin that knows `back`."""

    template_name = "lifecycle/admin/form.html"
    submit_label = ""
    intro = ""
    is_serious = False

    def carry_out(self, form) -> str:
        """Call the service; returns the sentence that says what was done. Raises ValidationError, PermissionDenied."""
        raise NotImplementedError

    def form_valid(self, form):
        """Do it, or show why not. Raises Http404 if the service does not know the actor or the object."""
        try:
            text = self.carry_out(form)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            show_refusal(form, error)
            return self.form_invalid(form)
        return self.back(text)

    def get_context_data(self, **kwargs):
        """Add the words of the screen."""
        words = {"submit_label": self.submit_label, "is_serious": self.is_serious, "intro": self.intro}
        return {**super().get_context_data(**kwargs), **words}


def show_refusal(form, error: ValidationError) -> None:
    """Put what a service refused beside the fields that the form has, the rest above it."""
    for name, problems in (error.message_dict if hasattr(error, "error_dict") else {None: error.messages}).items():
        for text in problems:
            form.add_error(name if name in form.fields else None, text)
