"""Who did what with rights: for chairs about their KIM, for curators about all below their hubs, for operators all."""

from dataclasses import dataclass

import django_filters
from django import forms
from django.db.models import Q
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import BaseListingView

from access.admin.words import place_name, sentence, short_network
from access.models import AuditEntry
from access.services.audit import entries_for, own_hubs
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import KimRole

PER_PAGE = 30
MOST_RECENT = 5  # entries on the dashboard


def may_read(user) -> bool:
    """Whether the person may read any of the audit: chairs, curators and operators."""
    if not user.is_active:
        return False
    return user.is_superuser or is_any_chair(user) or own_hubs(user).exists()


def is_any_chair(user) -> bool:
    """Whether the person chairs a KIM."""
    return KimRole.objects.filter(role=KimRole.Role.CHAIR, group__user=user).exists()


class AuditFilterSet(WagtailFilterSet):
    """By what happened, in which KIM, and when. Names are typed: a list of all KIM would have thousands of rows."""

    action = django_filters.ChoiceFilter(
        label=_("What"), choices=AuditEntry.Action.choices, empty_label=_("All"), widget=forms.Select
    )
    kim = django_filters.CharFilter(label=_("Name of the KIM"), field_name="kim__name", lookup_expr="icontains")
    at = django_filters.DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)

    class Meta:
        model = AuditEntry
        fields = ["action", "kim", "at"]


@dataclass
class AuditRow:
    """One entry as the list shows it."""

    entry: AuditEntry

    @property
    def text(self) -> str:
        """What happened."""
        return sentence(self.entry)

    @property
    def place(self) -> str:
        """Which KIM or hub it concerns."""
        return place_name(self.entry)

    @property
    def network(self) -> str:
        """From where, in part."""
        return short_network(self.entry.network)

    @property
    def reason(self) -> str:
        """Why a KIM was suspended, in the words of whoever did it."""
        return str(self.entry.data.get("reason", ""))


class AuditListView(BaseListingView):
    """The list, newest first. Cost is flat: at most `CappedPaginator` rows are counted and one page is read."""

    model = AuditEntry
    page_title = _("Audit")
    header_icon = "history"
    template_name = "access/admin/audit.html"
    results_template_name = "access/admin/audit_results.html"
    index_url_name = "access_audit:index"
    index_results_url_name = "access_audit:index_results"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    filterset_class = AuditFilterSet
    is_searchable = True
    verbose_name_plural = AuditEntry._meta.verbose_name_plural

    def dispatch(self, request, *args, **kwargs):
        """Raises Http404 for people who may read nothing."""
        if not may_read(request.user):
            raise Http404
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self):
        """Only what the person may read."""
        return entries_for(self.request.user)

    def search_queryset(self, queryset):
        """Words in the name of whoever did it, or of whom it is about."""
        for word in self.search_query.split()[:6]:
            queryset = queryset.filter(Q(actor_name__icontains=word) | Q(target__icontains=word))
        return queryset

    def get_context_data(self, *args, **kwargs):
        """Add the sentences."""
        context = super().get_context_data(*args, **kwargs)
        return {**context, "rows": [AuditRow(entry) for entry in context["object_list"]]}


class AuditPanel(Component):
    """The newest entries, on the dashboard of a chair."""

    name = "audit"
    template_name = "access/admin/audit_panel.html"
    order = 70

    class Media:
        css = {"all": ["access/audit.css"]}

    def get_context_data(self, parent_context):
        """The entries, for chairs; curators and operators have too many of them for this."""
        user = parent_context["request"].user
        if user.is_superuser or not is_any_chair(user):
            return {"rows": []}
        return {"rows": [AuditRow(entry) for entry in entries_for(user)[:MOST_RECENT]]}
