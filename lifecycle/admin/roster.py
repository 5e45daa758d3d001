"""The change of officers with a new paper: one screen, all or nothing."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import TemplateView
from wagtail.admin import messages

from kim_sites.services import roster as rosters
from kim_sites.services.papers import current_paper
from lifecycle.admin.paper_forms import PaperForm
from lifecycle.admin.papers_base import KimPapersMixin, show_refusal
from lifecycle.admin.roster_forms import NEW_PAPER, OfficersForm
from lifecycle.services.roster import NewPaper, change_officers


class OfficersView(KimPapersMixin, TemplateView):
    """Who stays, who ends, who takes over, by which paper."""

    template_name = "lifecycle/admin/officers.html"
    page_title = gettext_lazy("Change of officers")
    header_icon = "group"

    def forms(self, data=None, files=None) -> tuple[OfficersForm, PaperForm]:
        """The form of the officers, and that of a new paper, which is only looked at if it is chosen."""
        officers = OfficersForm(data, kim=self.kim, current=current_paper(self.kim))
        is_new = data is None or data.get("paper") == NEW_PAPER
        paper = PaperForm(
            data if is_new else None, files if is_new else None, prefix="sk", use_required_attribute=False
        )
        return officers, paper

    def get(self, request, *args, **kwargs):
        """Ask."""
        return self.render(*self.forms())

    def post(self, request, *args, **kwargs):
        """Carry it out, or show why not. Raises Http404 if the person may not (any more)."""
        officers, paper = self.forms(request.POST, request.FILES)
        is_new = paper.is_bound
        # Both, so that everything that is missing is shown at once.
        is_valid = all([officers.is_valid(), not is_new or paper.is_valid()])
        if not is_valid:
            return self.render(officers, paper)
        try:
            change_officers(request.user, self.kim, self.chosen(officers, paper), officers.changes, officers.added)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            show_refusal(paper if is_new and hasattr(error, "error_dict") else officers, error)
            return self.render(officers, paper)
        messages.success(request, _("The officers of %(kim)s were changed.") % {"kim": self.kim})
        for text in rosters.warnings(self.kim.officers.now()):
            messages.warning(request, text)
        return HttpResponseRedirect(roster_url(self.kim))

    def chosen(self, officers: OfficersForm, paper: PaperForm):
        """The paper that names the officers."""
        if paper.is_bound:
            return NewPaper(paper.paper_data, paper.cleaned_data["scan"])
        return get_object_or_404(self.kim.legal_papers, pk=officers.cleaned_data["paper"])

    def render(self, officers: OfficersForm, paper: PaperForm):
        """The screen."""
        context = self.get_context_data(form=officers, paper_form=paper, roster_url=roster_url(self.kim))
        return self.render_to_response(context)


def roster_url(kim) -> str:
    """The roster of one KIM."""
    return f"{reverse('officers:index')}?kim={kim.pk}"
