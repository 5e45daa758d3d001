"""Wagtail's screens for operators, made for thousands of groups, collections and sites.

Wagtail offers settings for some of them; for the others attributes of its views and forms are set, once, when the
application starts. See docs/decisions/flat-admin.md.
"""

from django import forms
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models.query import QuerySet
from django.utils.functional import cached_property
from wagtail.admin.forms.collections import CollectionViewRestrictionForm
from wagtail.admin.paginator import WagtailPaginator
from wagtail.admin.views.generic import IndexView
from wagtail.log_actions import registry as log_registry
from wagtail.models import BaseViewRestriction, Collection, GroupApprovalTask, Site, get_page_models

from access.admin.words import REPORTS_OF_APPROVAL
from kim_sites.admin.paginators import MOST
from kim_sites.admin.wide_choosers import collection_chooser, group_chooser, several, site_chooser, with_words
from kim_sites.models import KimDocument, KimImage, Officer, Seller

PER_PAGE = 20


class PasswordOnlyForm(CollectionViewRestrictionForm):
    """A collection is open or behind a password: a list of groups would be one of all tenants."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        kept = (BaseViewRestriction.NONE, BaseViewRestriction.PASSWORD)
        field = self.fields["restriction_type"]
        field.choices = [choice for choice in field.choices if choice[0] in kept]
        self.fields["groups"].queryset = self.fields["groups"].queryset.none()


def count_some(self) -> int:
    """The number of rows, at most `MOST` of a query: counting may not cost more because there are more tenants."""
    rows = self.object_list
    if isinstance(rows, QuerySet) and not rows.query.is_sliced:
        return rows.order_by()[:MOST].count()
    return stock_count(self)


stock_count = WagtailPaginator.count.func


def searched(stock):
    """What a list reads, narrowed to the words that are looked for: Wagtail's list of collections has no search."""

    def get_queryset(self):
        return with_words(stock(self), self.search_query or "", ("name",)).order_by("path")

    return get_queryset


def collection_rows(self, object_list):
    """One page of the tree of collections, indented."""
    rows = [(collection.pk, collection.get_indented_name(2, html=True)) for collection in object_list]
    return IndexView.get_table(self, rows)


def all_people(filterset):
    """Whom the filter of the history may find; it is narrowed, or asks for words, before it is shown."""
    return get_user_model()._default_manager.order_by()


def viewable_log(stock):
    """Which history of pages somebody may see: an operator all of it, without looking at each page."""

    def viewable_by_user(self, user):
        return self.all() if user.is_active and user.is_superuser else stock(self, user)

    return viewable_by_user


def all_actions(user) -> list:
    """Every action there is; Wagtail would read the history of all tenants to leave some out."""
    return log_registry.get_choices()


def all_logged_types(user):
    """Every kind of thing whose history is kept."""
    models = [*get_page_models(), KimImage, KimDocument, Officer, Seller]
    models += [get_user_model(), Group, Site, Collection] if user.is_superuser else []
    types = ContentType.objects.get_for_models(*models, for_concrete_models=False).values()
    return ContentType.objects.filter(pk__in=[item.pk for item in types]).order_by("model")


def use_chooser(form_class: type[forms.BaseForm], name: str, viewset) -> None:
    """Let a field of a form of Wagtail's be filled by a chooser."""
    field = form_class.base_fields[name]
    field.widget = viewset.widget_class()
    field.widget.is_required = field.required


def widen_screens() -> None:
    """Paginate what Wagtail shows whole, and replace its lists of everything; called once."""
    from wagtail.admin.forms.choosers import CollectionFilterMixin
    from wagtail.admin.forms.collections import CollectionForm
    from wagtail.admin.views import collection_privacy, collections
    from wagtail.admin.views.pages.listing import IndexView as PageIndexView
    from wagtail.admin.views.reports import audit_logging, workflows
    from wagtail.admin.views.reports.base import ReportView
    from wagtail.contrib.redirects.forms import ConfirmImportForm, RedirectForm
    from wagtail.documents.views.bulk_actions import add_to_collection as documents_to_collection
    from wagtail.images.views.bulk_actions import add_to_collection as images_to_collection
    from wagtail.models.pages import PageLogEntryManager
    from wagtail.sites.views import SiteViewSet
    from wagtail.users.views.bulk_actions.assign_role import RoleForm

    workflows.WorkflowView.page_title = REPORTS_OF_APPROVAL["workflows"]
    workflows.WorkflowTasksView.page_title = REPORTS_OF_APPROVAL["workflow-tasks"]
    WagtailPaginator.count = cached_property(count_some)
    WagtailPaginator.count.__set_name__(WagtailPaginator, "count")
    PageIndexView.paginate_by = ReportView.paginate_by = collections.Index.paginate_by = PER_PAGE
    audit_logging.SiteHistoryReportFilterSet.get_users_queryset = all_people
    PageLogEntryManager.viewable_by_user = viewable_log(PageLogEntryManager.viewable_by_user)
    audit_logging.get_actions_for_filter = all_actions
    audit_logging.get_content_types_for_filter = all_logged_types
    collections.Index.search_fields = ["name"]
    collections.Index.index_results_url_name = "collection_results"  # typing searches at once, as in other lists
    collections.Index.is_searchable = True
    collections.Index.get_table = collection_rows
    collections.Index.get_queryset = searched(collections.Index.get_queryset)
    collection_privacy.CollectionViewRestrictionForm = PasswordOnlyForm
    SiteViewSet.list_per_page = PER_PAGE
    SiteViewSet.search_fields = ["hostname", "site_name"]
    GroupApprovalTask.admin_form_widgets = {"groups": several(group_chooser)}
    use_chooser(CollectionForm, "parent", collection_chooser)
    use_chooser(RedirectForm, "site", site_chooser)
    use_chooser(ConfirmImportForm, "site", site_chooser)
    use_chooser(RoleForm, "role", group_chooser)
    CollectionFilterMixin.__init__ = offering_few(CollectionFilterMixin.__init__)
    for module in (images_to_collection, documents_to_collection):
        module.CollectionForm.__init__ = choosing_collection(module.CollectionForm.__init__)


def choosing_collection(stock):
    """What builds the form of the bulk action "add to collection"."""

    def __init__(self, *args, **kwargs):
        stock(self, *args, **kwargs)
        self.fields["collection"].widget = collection_chooser.widget_class()

    return __init__


def offering_few(stock):
    """What builds the filter by collection in the window of a chooser: there only if it can list them all."""

    def __init__(self, *args, collections=None, **kwargs):
        stock(self, *args, collections=collections if getattr(collections, "are_few", True) else None, **kwargs)

    return __init__
