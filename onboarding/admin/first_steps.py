"""The first steps of a KIM: the page, its part of the dashboard, and sharing the address."""

import segno
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, TemplateView, View
from wagtail.admin.ui.components import Component
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.admin.paginators import CappedPaginator
from onboarding.services.first_steps import kim_to_begin, note_shared, progress_of, steps_of

MOST_ON_DASHBOARD = 2
PER_PAGE = 30


class FirstStepsPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture."""

    page_title = gettext_lazy("First steps")
    header_icon = "tasks"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "First steps"."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("first_steps") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("First steps")}, *trail]


class FirstStepsListView(FirstStepsPage, ListView):
    """Of which KIM? People with one go straight to it."""

    template_name = "onboarding/admin/first_steps_list.html"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"

    def get_queryset(self):
        """The person's KIM."""
        return kim_to_begin(self.request.user)

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who neither chair nor edit a KIM."""
        first = list(kim_to_begin(request.user)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("first_steps_of", args=[first[0].pk]))
        return super().get(request, *args, **kwargs)

    def get_context_data(self, **kwargs):
        """Add how far each is: one query for the page."""
        context = super().get_context_data(**kwargs)
        shown = [kim.pk for kim in context["page_obj"].object_list]
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        rows = progress_of(kim_to_begin(self.request.user).filter(pk__in=shown))
        return {**context, "rows": rows, "elided_page_range": pages}


class FirstStepsView(FirstStepsPage, TemplateView):
    """The six steps of one KIM."""

    template_name = "onboarding/admin/first_steps.html"

    def get_context_data(self, **kwargs):
        """Add the steps. Raises Http404 for a KIM that is not the person's."""
        rows = progress_of(kim_to_begin(self.request.user).filter(pk=self.kwargs["kim_id"]))
        if not rows:
            raise Http404
        progress = rows[0]
        steps = steps_of(progress, self.request.user)
        kim = progress.kim
        words = _("We have a website now: %(kim)s") % {"kim": kim.name}
        return {
            **super().get_context_data(**kwargs),
            "kim": kim,
            "progress": progress,
            "steps": steps,
            "next_step": next((step for step in steps if not step.is_done and (step.url or step.key == "share")), None),
            "whatsapp_url": f"https://wa.me/?{urlencode({'text': f'{words} {kim.url}'})}",
            "qr": qr_of(kim.url) if kim.url else "",
        }


class ShareView(View):
    """The address was shared: only POST."""

    http_method_names = ["post", "options"]

    def post(self, request, *args, **kwargs):
        """Remember it. Raises Http404 for a KIM that is not the person's."""
        kim = get_object_or_404(kim_to_begin(request.user), pk=kwargs["kim_id"])
        try:
            note_shared(request.user, kim)
        except PermissionDenied as error:
            raise Http404 from error
        messages.success(request, _("Well done: the address of %(kim)s is on its way.") % {"kim": kim.name})
        return HttpResponseRedirect(reverse("first_steps_of", args=[kim.pk]))


def qr_of(url: str) -> str:
    """A QR code of an address as SVG, dark on white in every theme."""
    code = segno.make(url, error="m")
    return mark_safe(code.svg_inline(scale=5, border=4, dark="#000", light="#fff", svgclass="ob-qr-code"))  # noqa: S308


class FirstStepsPanel(Component):
    """What is left, on the dashboard, until nothing is."""

    name = "first_steps"
    template_name = "onboarding/admin/first_steps_panel.html"
    order = 45

    def get_context_data(self, parent_context):
        """The person's KIM that are not finished: one query."""
        user = parent_context["request"].user
        rows = progress_of(kim_to_begin(user)[:MOST_ON_DASHBOARD])
        return {"rows": [row for row in rows if not row.is_finished]}
