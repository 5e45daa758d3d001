"""The papers of a KIM: the list, one paper with its scan, adding, correcting, deciding."""

from functools import cached_property

from django.db.models import Q
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView, View
from wagtail.admin import messages

from access.admin.words import actor_name
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import LegalPaper
from kim_sites.services import roster
from kim_sites.services.papers import current_paper, state_of, states_of
from kim_sites.services.scans import count_pages, preview
from lifecycle.admin.paper_forms import PaperForm, ReasonForm, TolerateForm, WatchFilterForm
from lifecycle.admin.paper_words import change_text
from lifecycle.admin.papers_base import KimPapersMixin, PaperMixin, PapersPage, ServiceFormView
from lifecycle.services import papers
from members.services.reach import curated_kim, manageable_kim

PER_PAGE = 50


class KimListView(PapersPage, ListView):
    """Of which KIM? People with one go straight to it."""

    template_name = "lifecycle/admin/papers_kim_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @cached_property
    def query(self) -> str:
        """The words that are looked for in names of KIM and regions."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The KIM that the person looks after."""
        found = manageable_kim(self.request.user).select_related("region").order_by("name", "pk")
        for word in self.query.split()[:6]:
            found = found.filter(Q(name__icontains=word) | Q(region__name__icontains=word))
        return found

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who look after none."""
        first = list(manageable_kim(request.user).order_by().values_list("pk", flat=True)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_papers:list", args=first))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the state of each KIM's paper, the search and the pages."""
        context = super().get_context_data(**kwargs)
        kims = list(context["page_obj"].object_list)
        states = states_of(kims)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        rows = [(kim, states[kim.pk]) for kim in kims]
        return {**context, "rows": rows, "query": self.query, "elided_page_range": pages}


class WatchView(PapersPage, ListView):
    """For curators: papers that end soon or have ended, the oldest end first."""

    template_name = "lifecycle/admin/papers_watch.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    page_title = gettext_lazy("Papers that end")

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who stand above no KIM."""
        if not curated_kim(request.user).exists():
            raise Http404
        return super().get(request, *args, **kwargs)

    def get_trail(self):
        """This list."""
        return [{"url": "", "label": self.get_page_title()}]

    @cached_property
    def form(self) -> WatchFilterForm:
        """The filters."""
        return WatchFilterForm(self.request.GET)

    def get_queryset(self):
        """The papers, narrowed to what was asked for."""
        chosen = self.form.values
        found = papers.papers_to_watch(self.request.user, chosen.get("state", ""))
        for word in chosen.get("q", "").split()[:6]:
            found = found.filter(Q(kim__name__icontains=word) | Q(kim__region__name__icontains=word))
        return found

    def get_context_data(self, **kwargs):
        """Add the states and the pages."""
        context = super().get_context_data(**kwargs)
        rows = [(paper, state_of(paper)) for paper in context["page_obj"].object_list]
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        more = {"rows": rows, "filter_form": self.form, "is_filtered": bool(self.form.values)}
        return {**context, **more, "elided_page_range": pages}


class PaperListView(KimPapersMixin, TemplateView):
    """The current paper with its state, the former ones, and what is unusual about the roster."""

    template_name = "lifecycle/admin/papers_list.html"

    def get_trail(self):
        """The KIM."""
        return [{"url": "", "label": self.kim.name}]

    def get_context_data(self, **kwargs):
        """Add the papers; the first one is the current one."""
        found = list(self.kim.legal_papers.select_related("added_by"))
        current = found[0] if found else None
        return {
            **super().get_context_data(**kwargs),
            "current": current,
            "state": state_of(current),
            "former": found[1:],
            "roster_warnings": roster.warnings(self.kim.officers.now()),
            "is_closed": not self.kim.is_visible,
        }


class PaperView(PaperMixin, TemplateView):
    """One paper: what stands on it, its scan page by page, and who did what with it."""

    template_name = "lifecycle/admin/papers_paper.html"

    def get_page_title(self):
        """The number."""
        return self.paper.number

    def get_context_data(self, **kwargs):
        """Add the sheets of the scan and the history."""
        history = [(entry, actor_name(entry), change_text(entry)) for entry in papers.history_of(self.paper)]
        is_current = current_paper(self.kim) == self.paper
        return {
            **super().get_context_data(**kwargs),
            "sheets": range(1, sheets_of(self.paper) + 1),
            "history": history,
            "is_current": is_current,
            "state": state_of(self.paper),
            "may_remove": papers.may_remove(self.request.user, self.paper),
        }


class SheetView(PaperMixin, View):
    """One page of the scan as a picture, for those who may see it and for no cache."""

    def get(self, request, *args, **kwargs):
        """Raises Http404 if there is no such page, or the scan can't be read."""
        if not self.paper.scan:
            raise Http404
        try:
            with self.paper.scan.open("rb") as file:
                picture = preview(file, kwargs["number"] - 1)
        except (OSError, ValueError) as error:
            raise Http404 from error
        if not picture.startswith(b"\xff\xd8"):
            raise Http404
        response = HttpResponse(picture, content_type="image/jpeg")
        response.headers["Cache-Control"] = "private, no-store"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Content-Security-Policy"] = "sandbox"
        return response


class AddView(ServiceFormView, KimPapersMixin):
    """A new paper."""

    form_class = PaperForm
    page_title = gettext_lazy("New decree (SK)")
    submit_label = gettext_lazy("Save")
    intro = gettext_lazy("The one with the latest date counts from now on. The former ones stay in the history.")

    def carry_out(self, form):
        """Add it."""
        paper = papers.add_paper(self.request.user, self.kim, form.paper_data, form.cleaned_data["scan"])
        return _("The decree (SK) %(number)s was added.") % {"number": paper.number}


class ChangeView(ServiceFormView, PaperMixin):
    """Correct a typing mistake."""

    form_class = PaperForm
    page_title = gettext_lazy("Correct the decree (SK)")
    submit_label = gettext_lazy("Save")
    intro = gettext_lazy("Only for slips of the pen: for a renewal, please add a new decree (SK).")

    def get_form_kwargs(self):
        """The scan need not be sent again."""
        return {**super().get_form_kwargs(), "needs_scan": False}

    def get_initial(self):
        """What stands there now."""
        return {name: getattr(self.paper, name) for name in ("number", "issued_on", "signer", "office", "valid_until")}

    def carry_out(self, form):
        """Correct it."""
        paper = papers.change_paper(self.request.user, self.kim, self.paper, form.paper_data, form.cleaned_data["scan"])
        return _("The decree (SK) %(number)s was corrected.") % {"number": paper.number}


class RemoveView(PaperMixin, TemplateView):
    """Take away a paper that was just added by mistake: asked by GET, done by POST."""

    template_name = "lifecycle/admin/papers_remove.html"
    page_title = gettext_lazy("Remove")

    def get(self, request, *args, **kwargs):
        """Raises Http404 for a paper that stays."""
        if not papers.may_remove(request.user, self.paper):
            raise Http404
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Remove it. Raises Http404 for a paper that stays."""
        if not papers.may_remove(request.user, self.paper):
            raise Http404
        papers.remove_paper(request.user, self.kim, self.paper)
        return self.back(_("The decree (SK) %(number)s was removed.") % {"number": self.paper.number})


class DecideView(ServiceFormView, KimPapersMixin):
    """What curators decide about a KIM whose paper has ended."""

    needs_curator = True

    def get(self, request, *args, **kwargs):
        """Back to the list if there is nothing to decide."""
        if not state_of(current_paper(self.kim)).has_ended:
            messages.warning(
                request, _("The decree (SK) of %(kim)s has not ended: nothing to decide.") % {"kim": self.kim}
            )
            return redirect(self.list_url)
        return super().get(request, *args, **kwargs)


class TolerateView(DecideView):
    """Give more time."""

    form_class = TolerateForm
    page_title = gettext_lazy("Give more time")
    submit_label = gettext_lazy("Give more time")
    intro = gettext_lazy("The site stays open although the decree (SK) has ended. The chair gets a mail.")

    def carry_out(self, form):
        """Give it."""
        until = form.cleaned_data["until"]
        papers.tolerate(self.request.user, self.kim, until, form.cleaned_data["reason"])
        date = date_format(until, "DATE_FORMAT")
        return _("%(kim)s has time until %(date)s. The chair gets a mail.") % {"kim": self.kim, "date": date}


class SuspendView(DecideView):
    """Close the site."""

    form_class = ReasonForm
    page_title = gettext_lazy("Suspend the site")
    submit_label = gettext_lazy("Yes, suspend")
    is_serious = True
    intro = gettext_lazy(
        "Readers see a friendly page instead of the site, and the hubs no longer show what it published."
        " The KIM can go on preparing. You can open the site again at any time."
    )

    def carry_out(self, form):
        """Close it."""
        papers.suspend(self.request.user, self.kim, form.cleaned_data["reason"])
        return _("%(kim)s is suspended. The chair gets a mail.") % {"kim": self.kim}


def sheets_of(paper: LegalPaper) -> int:
    """How many pages the scan of a paper has; 0 without one, or if it can't be read."""
    if not paper.scan:
        return 0
    try:
        with paper.scan.open("rb") as file:
            return count_pages(file)
    except OSError:
        return 0
