"""Wagtail's generic views, narrowed to the records that the person may work on. A foreign record does not exist."""

from django.contrib import messages as django_messages
from django.db.models import ProtectedError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import ngettext
from wagtail.admin.views import generic
from wagtail.admin.views.generic import history, usage

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.services.scope import kim_for_user


class ScopedMixin:
    """Reads records through the permission policy alone."""

    scope_actions: list[str] = ["add", "change", "delete", "view"]

    def scoped(self):
        """Records on which the person may do one of `scope_actions`."""
        records = self.permission_policy.instances_user_has_any_permission_for(self.request.user, self.scope_actions)
        return records.select_related("kim")


class RecordIndexView(ScopedMixin, generic.IndexView):
    """The list. The column of the KIM is only there for people who have several."""

    paginator_class = CappedPaginator

    def get_base_queryset(self):
        """Only the person's own."""
        return self.scoped()

    @property
    def has_several_kim(self) -> bool:
        """Whether the list may hold records of more than one KIM."""
        return len(kim_for_user(self.request.user).order_by().values_list("pk")[:2]) > 1

    def get_table(self, object_list):
        """Without the column of the KIM where it would say the same in every row."""
        if not self.has_several_kim:
            self.columns = [column for column in self.columns if column.name != "kim"]
        return super().get_table(object_list)


class RecordEditView(ScopedMixin, generic.EditView):
    """Change a record."""

    scope_actions = ["change"]

    def get_queryset(self):
        """Only the person's own."""
        return self.scoped()


class RecordDeleteView(ScopedMixin, generic.DeleteView):
    """Delete a record, unless something still needs it."""

    scope_actions = ["delete"]

    def get_queryset(self):
        """Only the person's own."""
        return self.scoped()


class RecordHistoryView(ScopedMixin, history.HistoryView):
    """What was done to a record."""

    scope_actions = ["add", "change", "delete"]

    def get_base_object_queryset(self):
        """Only the person's own."""
        return self.scoped()


class RecordUsageView(ScopedMixin, usage.UsageView):
    """Where a record is used."""

    scope_actions = ["change"]

    def get_base_object_queryset(self):
        """Only the person's own."""
        return self.scoped()


class SellerDeleteView(RecordDeleteView):
    """A seller stays as long as there are products: readers could not buy them any more."""

    template_name = "kim_sites/admin/seller_delete.html"

    def get_products(self) -> list:
        """The seller's products, at most ten of them."""
        return list(self.object.products.order_by("title", "pk")[:10])

    def get_context_data(self, **kwargs):
        """Add the products that stand in the way."""
        products = self.get_products()
        return {
            **super().get_context_data(**kwargs),
            "products": products,
            "is_protected": bool(products),
            "refusal": self.refusal(),
        }

    def refusal(self) -> str:
        """Why the seller can't be deleted, in one sentence."""
        count = self.object.products.count()
        return ngettext(
            "“%(name)s” still has %(count)s product. Delete it or give it another seller first.",
            "“%(name)s” still has %(count)s products. Delete them or give them another seller first.",
            count,
        ) % {"name": self.object.name, "count": count}

    def form_valid(self, form):
        """Delete, or say why not; also if the last product came while the person was thinking."""
        if not self.object.products.exists():
            self.usage = None
            try:
                return super().form_valid(form)
            except ProtectedError:
                pass
        django_messages.error(self.request, self.refusal())
        return HttpResponseRedirect(reverse(self.delete_url_name, args=[self.object.pk]))
