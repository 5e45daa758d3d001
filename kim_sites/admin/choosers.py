"""Choosers of sellers and of KIM: they list, and hand out, only what the person may use."""

from django import forms
from django.db.models import ForeignKey
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.forms.models import register_form_field_override
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import chooser
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.log_actions import log

from kim_sites.admin.forms import MOST_IN_SELECT, QuickSellerForm
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import Kim, Seller
from kim_sites.services.scope import kim_for_user


class NameFilterForm(BaseFilterForm):
    """Looks for words in the name."""

    q = forms.CharField(
        label=_("Search term"), widget=forms.TextInput(attrs={"placeholder": _("Search")}), required=False
    )

    def filter(self, objects):
        """Narrow to names that hold every word."""
        objects = super().filter(objects)
        query = self.cleaned_data.get("q", "")
        for word in query.split()[:6]:
            objects = objects.filter(name__icontains=word)
        self.is_searching, self.search_query = bool(query), query
        return objects


class ScopedChoiceMixin:
    """The one place where the views of a chooser read their objects."""

    filter_form_class = NameFilterForm
    paginator_class = CappedPaginator

    def allowed(self):
        """What the person may choose from."""
        if self.model_class is Kim:
            return kim_for_user(self.request.user).select_related("region")
        return Seller.objects.filter(kim__in=kim_for_user(self.request.user)).select_related("kim")

    def get_object_list(self):
        """For the list and the search."""
        return self.allowed()

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
        """The name, and what tells two of the same name apart."""
        if self.model_class is Kim:
            return [*super().columns, Column("region", label=_("Region"), accessor="region.name")]
        return [*super().columns, Column("kim", label=_("KIM"), accessor="kim.name")]


class QuickAddMixin:
    """The form with which a seller is added from the chooser."""

    def can_create(self):
        """People of a few KIM; with many, choosing the KIM needs a chooser of its own, which the list of sellers has."""
        user = self.request.user
        if not super().can_create():
            return False
        return (
            0
            < len(kim_for_user(user, "add_seller").order_by().values_list("pk")[: MOST_IN_SELECT + 1])
            <= MOST_IN_SELECT
        )

    def get_creation_form_kwargs(self):
        """The form offers the person's own KIM only."""
        return {**super().get_creation_form_kwargs(), "for_user": self.request.user}

    def save_form(self, form):
        """Save, and write it into the history as the seller's own form does."""
        seller = form.save()
        log(seller, "wagtail.create", user=self.request.user)
        return seller


class SellerChooseView(ScopedChoiceMixin, QuickAddMixin, chooser.ChooseView):
    """The window."""


class SellerResultsView(ScopedChoiceMixin, QuickAddMixin, chooser.ChooseResultsView):
    """Its list alone."""


class SellerCreateView(QuickAddMixin, chooser.CreateView):
    """A new seller."""


class ScopedChooseView(ScopedChoiceMixin, chooser.ChooseView):
    """The window."""


class ScopedResultsView(ScopedChoiceMixin, chooser.ChooseResultsView):
    """Its list alone."""


class ScopedChosenView(ScopedChoiceMixin, chooser.ChosenView):
    """One was chosen."""


class ScopedChosenMultipleView(ScopedChoiceMixin, chooser.ChosenMultipleView):
    """Several were chosen."""


class SellerChooserViewSet(ChooserViewSet):
    """The seller of a product."""

    model = Seller
    icon = "user"
    choose_one_text = _("Choose a seller")
    choose_another_text = _("Choose another seller")
    edit_item_text = _("Edit this seller")
    creation_tab_label = _("New seller")
    create_action_label = _("Add this seller")
    creation_form_class = QuickSellerForm
    choose_view_class = SellerChooseView
    choose_results_view_class = SellerResultsView
    chosen_view_class = ScopedChosenView
    chosen_multiple_view_class = ScopedChosenMultipleView
    create_view_class = SellerCreateView


class KimChooserViewSet(ChooserViewSet):
    """The KIM of a new record, for people who work with many."""

    model = Kim
    icon = "home"
    choose_one_text = _("Choose a KIM")
    choose_another_text = _("Choose another KIM")
    choose_view_class = ScopedChooseView
    choose_results_view_class = ScopedResultsView
    chosen_view_class = ScopedChosenView
    chosen_multiple_view_class = ScopedChosenMultipleView

    def get_urlpatterns(self):
        """Without an address that makes a KIM: only `provision_kim` does."""
        return [pattern for pattern in super().get_urlpatterns() if pattern.name != "create"]


seller_chooser = SellerChooserViewSet("seller_chooser", url_prefix="sellers/chooser")
kim_chooser = KimChooserViewSet("kim_chooser", url_prefix="kim/chooser")


def register_widgets() -> None:
    """Give foreign keys to sellers and KIM their choosers; safe to repeat.

    Has to run before any page form is built: system checks build them before Wagtail registers its viewsets, and a
    form built too early offers every seller of the platform in a select.
    """
    for viewset in (seller_chooser, kim_chooser):
        register_form_field_override(ForeignKey, to=viewset.model, override={"widget": viewset.widget_class})
