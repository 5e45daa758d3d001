"""The screens of a Forum KIM: thin, with the rules in `lifecycle.services.forum`. What is not yours does not exist."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView, TemplateView
from wagtail.admin import messages
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.views.generic import WagtailAdminTemplateMixin
from wagtail.images.widgets import AdminImageChooser

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.services.references import foreign_references, refusal
from kim_sites.services.roster import by_rank, doubled
from lifecycle.admin.paper_forms import date_field
from lifecycle.admin.papers_base import show_refusal
from lifecycle.models import ForumOfficer
from lifecycle.services import forum

PER_PAGE = 50


class ForumForm(WagtailAdminModelForm):
    """Somebody in the forum."""

    since = date_field(label=gettext_lazy("Since"), required=False)
    until = date_field(
        label=gettext_lazy("Until"),
        required=False,
        help_text=gettext_lazy("Leave it empty for those who hold the position now."),
    )

    class Meta:
        model = ForumOfficer
        fields = ["name", "position", "comes_from", "since", "until", "photo", "is_public", "sort_order"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # Said here: a form that is built before Wagtail is ready would offer the pictures of all tenants in a select.
        self.fields["photo"].widget = AdminImageChooser()

    def _post_clean(self):
        """Refuse a picture of somebody else, at its field."""
        super()._post_clean()
        for reference in foreign_references(self.instance, lambda: forum.owner_of_forum(self.instance.region)):
            if reference.field in self.fields and reference.field not in self.errors:
                self.add_error(reference.field, refusal(reference.model))

    def clean(self):
        """Raises ValidationError if the term ends before it begins."""
        cleaned = super().clean()
        since, until = cleaned.get("since"), cleaned.get("until")
        if since and until and until < since:
            self.add_error("until", _("The end lies before the beginning."))
        return cleaned


class ForumPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture and the way back."""

    page_title = gettext_lazy("Forum KIM")
    header_icon = "group"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Forum KIM"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_forum:index") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Forum KIM")}, *trail]


class HubListView(ForumPage, ListView):
    """Of which regency? People with one go straight to it."""

    template_name = "lifecycle/admin/forum_hubs.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    @cached_property
    def query(self) -> str:
        """The words that are looked for in the names."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The regencies whose forum the person keeps."""
        hubs = forum.forum_hubs(self.request.user)
        for word in self.query.split()[:6]:
            hubs = hubs.filter(region__name__icontains=word)
        return hubs

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who keep none."""
        first = list(forum.forum_hubs(request.user)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_forum:list", args=[first[0].pk]))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add the search and the pages."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        return {**context, "query": self.query, "elided_page_range": pages}


class HubMixin(ForumPage):
    """A screen of one forum."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a hub whose forum the person does not keep."""
        super().setup(request, *args, **kwargs)
        self.hub = get_object_or_404(forum.forum_hubs(request.user), pk=kwargs["hub_id"])

    @property
    def list_url(self) -> str:
        """The roster of this forum."""
        return reverse("kim_forum:list", args=[self.hub.pk])

    def get_trail(self):
        """The regency and this screen."""
        name = self.hub.region.name
        return [{"url": self.list_url, "label": name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the hub."""
        more = {"hub": self.hub, "region": self.hub.region, "list_url": self.list_url}
        return {**super().get_context_data(**kwargs), **more}

    def back(self, text: str):
        """Say what was done, above the list."""
        messages.success(self.request, text)
        return HttpResponseRedirect(self.list_url)


class OfficerListView(HubMixin, TemplateView):
    """The roster: those of today by position, the former ones folded."""

    template_name = "lifecycle/admin/forum_list.html"

    def get_trail(self):
        """The regency."""
        return [{"url": "", "label": self.hub.region.name}]

    def get_context_data(self, **kwargs):
        """Add the people."""
        today = timezone.localdate()
        officers = by_rank(forum.officers_of(self.hub.region_id)[: forum.MOST_OFFICERS])
        now = [officer for officer in officers if not officer.until or officer.until > today]
        former = sorted((officer for officer in officers if officer not in now), key=lambda item: item.until)[::-1]
        return {**super().get_context_data(**kwargs), "now": now, "former": former, "warnings": doubled(now)}


class OfficerFormView(HubMixin, FormView):
    """The form of one person."""

    template_name = "lifecycle/admin/forum_form.html"
    form_class = ForumForm
    submit_label = gettext_lazy("Save")

    @cached_property
    def officer(self) -> ForumOfficer:
        """Whom it is about. Raises Http404 for somebody of another forum."""
        if "officer_id" not in self.kwargs:
            return ForumOfficer(region=self.hub.region)
        return get_object_or_404(forum.officers_of(self.hub.region_id), pk=self.kwargs["officer_id"])

    def get_form_kwargs(self):
        """The person, and who asks."""
        return {**super().get_form_kwargs(), "instance": self.officer, "for_user": self.request.user}

    def form_valid(self, form):
        """Save, or show why not."""
        try:
            officer = forum.save_officer(self.request.user, self.hub, form.instance)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            show_refusal(form, error)
            return self.form_invalid(form)
        return self.back(_("%(name)s was saved.") % {"name": officer.name})

    def get_context_data(self, **kwargs):
        """Add the words of the screen."""
        more = {"submit_label": self.submit_label, "officer": self.officer if self.officer.pk else None}
        return {**super().get_context_data(**kwargs), **more}


class AddView(OfficerFormView):
    """Somebody new."""

    page_title = gettext_lazy("Add somebody")


class ChangeView(OfficerFormView):
    """Change what is written about somebody."""

    def get_page_title(self):
        """The name, as it is stored."""
        return ForumOfficer.objects.values_list("name", flat=True).get(pk=self.officer.pk)


class DeleteView(HubMixin, TemplateView):
    """Take somebody off the roster: asked by GET, done by POST."""

    template_name = "lifecycle/admin/forum_delete.html"
    page_title = gettext_lazy("Delete")

    @cached_property
    def officer(self) -> ForumOfficer:
        """Whom it is about. Raises Http404 for somebody of another forum."""
        return get_object_or_404(forum.officers_of(self.hub.region_id), pk=self.kwargs["officer_id"])

    def get_context_data(self, **kwargs):
        """Add the person."""
        return {**super().get_context_data(**kwargs), "officer": self.officer}

    def post(self, request, *args, **kwargs):
        """Delete."""
        name = self.officer.name
        forum.remove_officer(request.user, self.hub, self.officer)
        return self.back(_("%(name)s was deleted.") % {"name": name})


app_name = "kim_forum"
urlpatterns = [
    path("", HubListView.as_view(), name="index"),
    path("<int:hub_id>/", OfficerListView.as_view(), name="list"),
    path("<int:hub_id>/add/", AddView.as_view(), name="add"),
    path("<int:hub_id>/<int:officer_id>/", ChangeView.as_view(), name="change"),
    path("<int:hub_id>/<int:officer_id>/delete/", DeleteView.as_view(), name="delete"),
]
