"""The queue: what waits, since when, and what is missing."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q
from django.http import Http404
from django.views.generic import ListView

from kim_sites.admin.paginators import CappedPaginator
from onboarding.admin.base import ApplicationsPage, state_words
from onboarding.admin.forms import SILENT, QueueFilterForm
from onboarding.models import Application
from onboarding.services import deciding, looking, reach
from onboarding.services.places import lines_of

PER_PAGE = 25
MOST_COUNTED = 100  # beyond that the menu says "99+"
State = Application.State


@dataclass
class Row:
    """One application as the queue shows it."""

    application: Application
    place: str
    age: str
    oddities: list[str]

    @property
    def state_words(self) -> str:
        """The state as the office says it."""
        return state_words(self.application)


def count_waiting(user) -> int:
    """How many applications wait for the office, at most `MOST_COUNTED`; two queries."""
    if not reach.sees_applications(user):
        return 0
    return reach.applications_for(user).filter(state=State.SUBMITTED).order_by()[:MOST_COUNTED].count()


class QueueView(ApplicationsPage, ListView):
    """Applications of the person's regencies: those that wait longest stand first."""

    template_name = "onboarding/admin/queue.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who check no applications."""
        if not reach.sees_applications(request.user):
            raise Http404
        return super().get(request, *args, **kwargs)

    @cached_property
    def is_above(self) -> bool:
        """Whether the person stands above regencies."""
        user = self.request.user
        return user.is_superuser or any("." not in code for code in reach.hub_codes(user))

    @cached_property
    def form(self) -> QueueFilterForm:
        """The filters."""
        return QueueFilterForm(self.request.GET, is_above=self.is_above)

    def get_queryset(self):
        """What was asked for. The order of each choice follows an index."""
        chosen = self.form.values
        rows = reach.applications_for(self.request.user).select_related("region", "regency")
        state = chosen.get("state", State.SUBMITTED)
        if "q" in chosen and "state" not in chosen:
            state = "all"
        if state == SILENT:
            rows = rows.filter(reach.silent()).order_by("waiting_since", "pk")
        elif state == "all":
            rows = rows.order_by("-pk")
        elif state == State.SUBMITTED:
            rows = rows.filter(state=state).order_by("waiting_since", "pk")
        else:
            rows = rows.filter(state=state).order_by("-changed_at", "-pk")
        for word in chosen.get("q", "").split()[:6]:
            rows = rows.filter(Q(kim_name__icontains=word) | Q(region__name__icontains=word) | Q(number__iexact=word))
        return rows

    def get_context_data(self, **kwargs):
        """Add place and oddities of each: two queries for the page."""
        context = super().get_context_data(**kwargs)
        applications = list(context["page_obj"].object_list)
        members = looking.count_members(applications)
        places = lines_of(applications)
        rows = [
            Row(
                row,
                places[row.pk],
                looking.waits_for(row),
                looking.oddities(row, members.get(row.pk, 0)) if row.state in deciding.DECIDABLE else [],
            )
            for row in applications
        ]
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return {
            **context,
            "rows": rows,
            "filter_form": self.form,
            "is_filtered": bool(self.form.values),
            "has_rules": self.is_above,
            "elided_page_range": pages,
        }
