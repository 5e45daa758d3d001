"""The screens of curation: thin, with the rules in `home.services.curation`. What is not yours does not exist."""

from dataclasses import dataclass
from functools import cached_property

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from home.admin.forms import CurationFilterForm, FeatureForm, HideForm
from home.admin.panels import decision_rows
from home.admin.words import State, long_date, state_of
from home.hub_lists import place_choices
from home.models import Curation, FeedEntry
from home.services import curation
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import Region

PER_PAGE = 25


@dataclass
class Row:
    """One entry of the list with the hub's decision."""

    entry: FeedEntry
    state: State
    decision: Curation | None

    @property
    def language(self) -> str:
        """The name of the entry's language; empty for the source language, in which most is written."""
        if self.entry.language == settings.LANGUAGE_CODE:
            return ""
        return str(dict(settings.LANGUAGES).get(self.entry.language, self.entry.language))


class CurationPage(WagtailAdminTemplateMixin):
    """What all screens of curation share: Wagtail's furniture."""

    page_title = gettext_lazy("Curation")
    header_icon = "pick"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Curation"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_curation:hubs") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Curation")}, *trail]


class HubListView(CurationPage, ListView):
    """Which hub? People with one go straight to it."""

    template_name = "home/admin/hub_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    context_object_name = "hubs"

    @cached_property
    def query(self) -> str:
        """The words that are looked for in the names."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The person's own hubs."""
        hubs = curation.hubs_of(self.request.user)
        for word in self.query.split():
            hubs = hubs.filter(title__icontains=word)
        return hubs

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who curate no hub."""
        first = list(curation.hubs_of(request.user)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_curation:list", args=[first[0].pk]))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the search and the pages."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return {**context, "query": self.query, "elided_page_range": pages}


class HubMixin(CurationPage):
    """A screen of one hub, which must be the person's own."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a hub that is not the person's."""
        super().setup(request, *args, **kwargs)
        self.hub = get_object_or_404(curation.hubs_of(request.user), pk=kwargs["hub_id"])

    @property
    def list_url(self) -> str:
        """The list of this hub."""
        return reverse("kim_curation:list", args=[self.hub.pk])


class EntryListView(HubMixin, ListView):
    """What came in to a hub, newest first."""

    template_name = "home/admin/curation_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    header_icon = "pick"

    def get_trail(self):
        """The hub."""
        return [{"url": "", "label": self.hub.title}]

    @cached_property
    def form(self) -> CurationFilterForm:
        """The filters."""
        return CurationFilterForm(self.request.GET, places=place_choices(self.hub))

    def get_queryset(self):
        """The entries, narrowed to what was asked for."""
        chosen = self.form.values
        rows = curation.incoming(self.hub, chosen.get("state", ""))
        if "kind" in chosen:
            rows = rows.filter(kind=chosen["kind"])
        if code := chosen.get("place"):
            rows = rows.below(Region(code=code, level=code.count(".") + 1))
        for word in chosen.get("q", "").split()[:6]:
            rows = rows.filter(Q(title__icontains=word) | Q(summary__icontains=word) | Q(kim_name__icontains=word))
        return rows

    def get_context_data(self, **kwargs):
        """Add the decision to each row: one query for the whole page."""
        context = super().get_context_data(**kwargs)
        entries = list(context["page_obj"].object_list)
        decided = Curation.objects.filter(hub_key=self.hub.translation_key, page__in=[entry.pk for entry in entries])
        decisions = {decision.page_id: decision for decision in decided}
        rows = [Row(entry, state_of(decisions.get(entry.pk)), decisions.get(entry.pk)) for entry in entries]
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return {
            **context,
            "hub": self.hub,
            "rows": rows,
            "filter_form": self.form,
            "is_filtered": bool(self.form.values),
            "elided_page_range": pages,
            "list_url": self.list_url,
            "here": self.request.get_full_path(),
        }


class DecisionMixin(HubMixin):
    """A screen about one entry of a hub."""

    submit_label = ""
    is_serious = False

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for an entry that does not rise to the hub."""
        super().setup(request, *args, **kwargs)
        self.entry = self.get_entry()
        self.next_url = get_valid_next_url_from_request(request) or self.list_url

    def get_entry(self) -> FeedEntry:
        """The entry."""
        entries = curation.incoming(self.hub).select_related("page")
        return get_object_or_404(entries, pk=self.kwargs["page_id"])

    @cached_property
    def decision(self) -> Curation | None:
        """What the hub decided so far."""
        return Curation.objects.filter(hub_key=self.hub.translation_key, page_id=self.kwargs["page_id"]).first()

    def get_trail(self):
        """The hub and this screen."""
        return [{"url": self.list_url, "label": self.hub.title}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add what the screen is about."""
        return {
            **super().get_context_data(**kwargs),
            "hub": self.hub,
            "entry": self.entry,
            "state": state_of(self.decision),
            "next_url": self.next_url,
            "submit_label": self.submit_label,
            "is_serious": self.is_serious,
        }

    def done(self, text: str):
        """Say what was done, with a way back."""
        undo_url = reverse("kim_curation:undo", args=[self.hub.pk, self.entry.pk])
        messages.success(self.request, text, buttons=[messages.button(undo_url, _("Undo"))])
        return HttpResponseRedirect(self.next_url)


class DecisionFormView(DecisionMixin, FormView):
    """Asks for what a decision needs, and decides by POST."""

    template_name = "home/admin/decide.html"

    def decide(self, values: dict) -> str:
        """Decide, and return the sentence that says so. Raises ValidationError."""
        raise NotImplementedError

    def form_valid(self, form):
        """Decide, or show what the service refuses."""
        try:
            text = self.decide(form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        return self.done(text)


class FeatureView(DecisionFormView):
    """Put an entry forward."""

    form_class = FeatureForm
    page_title = gettext_lazy("Feature")
    submit_label = gettext_lazy("Feature")

    def get_initial(self):
        """What was decided before, so that it can be changed."""
        known = self.decision
        if known and known.decision == Curation.Decision.FEATURED:
            return {"position": known.position, "until": None if known.is_over else known.until}
        return {}

    def decide(self, values):
        """Feature it."""
        decision = curation.feature(self.hub, self.entry.page, self.request.user, values["position"], values["until"])
        names = {"title": self.entry.title, "hub": self.hub.title}
        if decision.until is None:
            return _("“%(title)s” is featured on %(hub)s.") % names
        names["date"] = long_date(decision.until)
        return _("“%(title)s” is featured on %(hub)s until %(date)s.") % names


class HideView(DecisionFormView):
    """Keep an entry off the hub."""

    form_class = HideForm
    page_title = gettext_lazy("Hide")
    submit_label = gettext_lazy("Yes, hide it")
    is_serious = True

    def get_initial(self):
        """The reason that was given before."""
        return {"reason": self.decision.reason} if self.decision else {}

    def decide(self, values):
        """Hide it."""
        curation.hide(self.hub, self.entry.page, self.request.user, values["reason"])
        return _("“%(title)s” is hidden from %(hub)s. The KIM can read why.") % {
            "title": self.entry.title,
            "hub": self.hub.title,
        }


class UndoView(DecisionMixin, TemplateView):
    """Take a decision back: asked by GET, done by POST."""

    template_name = "home/admin/undo.html"
    page_title = gettext_lazy("Undo")
    submit_label = gettext_lazy("Yes, take it back")

    def post(self, request, *args, **kwargs):
        """Take it back; nothing happens the second time."""
        if curation.undo(self.hub, self.entry.page, request.user):
            messages.success(request, _("The decision on “%(title)s” was taken back.") % {"title": self.entry.title})
        return HttpResponseRedirect(self.next_url)


class KimDecisionsView(CurationPage, ListView):
    """All that hubs decided about the pages of the person's own KIM."""

    template_name = "home/admin/kim_decisions.html"
    page_title = gettext_lazy("What the hubs said")
    header_icon = "comment"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def get_breadcrumbs_items(self):
        """This list stands for itself: its readers curate nothing."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    def get_queryset(self):
        """Decisions about the person's own KIM only."""
        return curation.decisions_about(self.request.user)

    def get_context_data(self, **kwargs):
        """Add the sentences."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        rows = decision_rows(self.request.user, context["page_obj"].object_list)
        return {**context, "rows": rows, "elided_page_range": pages}
