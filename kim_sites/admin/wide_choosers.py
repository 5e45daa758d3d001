"""Choosers of what there are thousands of: collections, groups, sites. A form renders what is chosen and nothing else."""

from django import forms
from django.contrib.auth.models import Group
from django.db.models import OuterRef, Q, Subquery
from django.db.models.functions import Length, Substr
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.models import Collection, Site
from wagtail.permissions import policy_registry

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import KimDocument, KimImage

SEARCHED = {Collection: ("name",), Group: ("name",), Site: ("hostname", "site_name")}
MOST_WORDS = 6


def with_words(rows, words: str, fields: tuple[str, ...]):
    """Rows in which every word stands in one of the fields."""
    for word in words.split()[:MOST_WORDS]:
        found = Q()
        for field in fields:
            found |= Q(**{f"{field}__icontains": word})
        rows = rows.filter(found)
    return rows


class WordsForm(BaseFilterForm):
    """Looks for words."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects):
        """Narrow to rows that hold every word."""
        query = self.cleaned_data.get("q", "")
        self.is_searching, self.search_query = bool(query), query
        return with_words(super().filter(objects), query, SEARCHED[objects.model])


def collections_of(user):
    """Where the person may put pictures or documents, each with the name of the collection above it."""
    parent = Collection.objects.filter(path=Substr(OuterRef("path"), 1, Length(OuterRef("path")) - Collection.steplen))
    rows = Collection.objects.annotate(above=Subquery(parent.order_by().values("name")[:1]))
    if user.is_superuser:
        return rows
    policies = [policy_registry.get_by_type(model) for model in (KimImage, KimDocument)]
    own = [policy.collections_user_has_permission_for(user, "add").values("pk") for policy in policies]
    return rows.filter(Q(pk__in=own[0]) | Q(pk__in=own[1]))


class WideChoiceMixin:
    """The one place where the views of these choosers read their objects."""

    filter_form_class = WordsForm
    paginator_class = CappedPaginator

    def allowed(self):
        """Groups and sites are for operators alone, see the gate."""
        if self.model_class is Collection:
            return collections_of(self.request.user)
        rows = self.model_class.objects.all()
        return rows if self.request.user.is_superuser else rows.none()

    def get_object_list(self):
        """In an order that has an index."""
        order = {Collection: "path", Group: "name", Site: "hostname"}[self.model_class]
        return self.allowed().order_by(order, "pk")

    def get_object(self, pk):
        """For the answer after one was chosen; a foreign one does not exist."""
        try:
            return self.allowed().get(pk=pk)
        except ValueError as error:
            raise self.model_class.DoesNotExist from error

    def get_objects(self, pks):
        """For the answer after several were chosen."""
        return self.allowed().filter(pk__in=[pk for pk in pks if pk.isdigit()])

    @property
    def columns(self):
        """What tells two of the same name apart."""
        if self.model_class is Collection:
            return [*super().columns, Column("above", label=_("Lies in"))]
        return super().columns


class WideChooseView(WideChoiceMixin, chooser.ChooseView):
    """The window."""


class WideResultsView(WideChoiceMixin, chooser.ChooseResultsView):
    """Its list alone."""


class WideChosenView(WideChoiceMixin, chooser.ChosenView):
    """One was chosen."""


class WideChosenMultipleView(WideChoiceMixin, chooser.ChosenMultipleView):
    """Several were chosen."""


class WideChooserViewSet(ChooserViewSet):
    """What these choosers share: they make nothing."""

    per_page = 10
    choose_view_class = WideChooseView
    choose_results_view_class = WideResultsView
    chosen_view_class = WideChosenView
    chosen_multiple_view_class = WideChosenMultipleView

    def get_urlpatterns(self):
        """Without an address that makes something."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


class CollectionChooserViewSet(WideChooserViewSet):
    """The collection of a file."""

    model = Collection
    icon = "folder-open-1"
    choose_one_text = _("Choose a collection")
    choose_another_text = _("Choose another collection")


class GroupChooserViewSet(WideChooserViewSet):
    """A group of people."""

    model = Group
    icon = "group"
    choose_one_text = _("Choose a group")
    choose_another_text = _("Choose another group")


class SiteChooserViewSet(WideChooserViewSet):
    """A site."""

    model = Site
    icon = "site"
    choose_one_text = _("Choose a site")
    choose_another_text = _("Choose another site")


collection_chooser = CollectionChooserViewSet("collection_chooser", url_prefix="collections/chooser")
group_chooser = GroupChooserViewSet("group_chooser", url_prefix="groups/chooser")
site_chooser = SiteChooserViewSet("site_chooser", url_prefix="sites/chooser")
CHOOSERS = (collection_chooser, group_chooser, site_chooser)


class ChosenWithMore(forms.Widget):
    """Several of thousands: those that are chosen as ticked boxes, and a chooser for one more."""

    def __init__(self, chooser_widget, attrs=None):
        super().__init__(attrs)
        self.chooser = chooser_widget

    def value_from_datadict(self, data, files, name):
        """What stayed ticked, and the one that was added."""
        more = data.get(f"{name}-more")
        kept = data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []
        return [*kept, more] if more and more not in kept else list(kept)

    def value_omitted_from_data(self, data, files, name):
        """Boxes that are not ticked are not sent."""
        return False

    def id_for_label(self, id_, index=None):
        """The label is that of the whole."""
        return ""

    def render(self, name, value, attrs=None, renderer=None):
        """The boxes and the button of the chooser."""
        keys = [getattr(item, "pk", item) for item in value or []]
        keys = [key for key in keys if str(key).isdigit()]
        rows = self.chooser.model._default_manager.filter(pk__in=keys) if keys else []
        boxes = format_html_join(
            "", '<div><label><input type="checkbox" name="{}" value="{}" checked> {}</label></div>',
            [(name, row.pk, str(row)) for row in rows],
        )  # fmt: skip
        more = self.chooser.render(f"{name}-more", None, {"id": f"id_{name}-more"}, renderer)
        return format_html("<div>{}</div>{}", boxes, more)

    @property
    def media(self):
        """The chooser's."""
        return self.chooser.media


def several(viewset: WideChooserViewSet) -> ChosenWithMore:
    """A widget for several of what the chooser offers."""
    return ChosenWithMore(viewset.widget_class(attrs={}))
