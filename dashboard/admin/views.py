"""What the dashboard leads to: the list of silent KIM, and the button that confirms a product."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from dashboard.services.products import confirm
from dashboard.services.silence import PERIODS, USUAL, silent_kim
from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import ProductPage
from kim_sites.services.scope import own_kim
from members.services.reach import curated_kim

PER_PAGE = 50


class SilentView(WagtailAdminTemplateMixin, ListView):
    """For curators: KIM that published nothing for a while, the longest silent first."""

    template_name = "dashboard/admin/silent.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    page_title = gettext_lazy("KIM that went silent")
    header_icon = "time"

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who stand above no KIM."""
        if not curated_kim(request.user).exists():
            raise Http404
        return super().get(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """From the dashboard to this list."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @cached_property
    def days(self) -> int:
        """The chosen period; anything else is the usual one."""
        asked = self.request.GET.get("days", "")
        return int(asked) if asked in {str(days) for days in PERIODS} else USUAL

    @cached_property
    def query(self) -> str:
        """The words that are looked for in names of KIM and regions."""
        return self.request.GET.get("q", "").strip()[:100]

    def get_queryset(self):
        """The KIM, narrowed to what was asked for."""
        found = silent_kim(self.request.user, self.days)
        for word in self.query.split()[:6]:
            found = found.filter(name__icontains=word) | found.filter(region__name__icontains=word)
        return found

    def get_context_data(self, **kwargs):
        """Add the filter and the pages."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        more = {"days": self.days, "periods": PERIODS, "query": self.query}
        return {**context, **more, "elided_page_range": pages}


class ConfirmView(View):
    """Price and stock of a product are still right: only POST."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        """Remember it. Raises Http404 for a product that is not the person's to publish."""
        product = get_object_or_404(ProductPage.objects.filter(kim__in=own_kim(request.user)), pk=kwargs["product_id"])
        try:
            confirm(request.user, product)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            messages.error(request, " ".join(error.messages))
            return HttpResponseRedirect(reverse("wagtailadmin_pages:edit", args=[product.pk]))
        messages.success(request, _("Thank you: “%(title)s” is confirmed.") % {"title": product.title})
        return HttpResponseRedirect(f"{reverse('wagtailadmin_home')}#products")
