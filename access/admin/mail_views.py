"""What became of the mails, for operators. No text and no secret is shown: none is kept."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import ListView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.admin.paginators import CappedPaginator
from kim_sites.models import OutgoingMail
from kim_sites.services import mail

PER_PAGE = 50


class MailListView(WagtailAdminTemplateMixin, ListView):
    """Mails of the last 30 days, newest first, narrowed to one state on request."""

    template_name = "access/admin/mail.html"
    page_title = gettext_lazy("Mail")
    header_icon = "mail"
    paginator_class = CappedPaginator
    paginate_by = PER_PAGE
    page_kwarg = "p"
    context_object_name = "mails"

    def get_breadcrumbs_items(self):
        """From the dashboard to here."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.get_page_title()}]

    @property
    def state(self) -> str:
        """The state that is asked for; empty for all."""
        asked = self.request.GET.get("state", "")
        return asked if asked in OutgoingMail.State else ""

    def get_queryset(self):
        """The rows."""
        rows = OutgoingMail.objects.all()
        return rows.filter(state=self.state) if self.state else rows

    def get_context_data(self, **kwargs):
        """Add the choice of states and the pages."""
        context = super().get_context_data(**kwargs)
        pages = context["paginator"].get_elided_page_range(context["page_obj"].number)
        for row in context["mails"]:
            row.name = mail.name_of(row.kind)
        choice = {"state": self.state, "states": OutgoingMail.State.choices}
        return {**context, **choice, "elided_page_range": pages}


class MailAgainView(View):
    """The button "try again"."""

    http_method_names = ["post"]

    def post(self, request, mail_id: int):
        """Try one again. Raises Http404 for anybody but operators."""
        try:
            mail.try_again(request.user, mail_id)
        except PermissionDenied as error:
            raise Http404 from error
        except LookupError:
            messages.warning(request, _("This mail is on its way already."))
        else:
            messages.success(request, _("The mail is being tried again."))
        return HttpResponseRedirect(reverse("kim_mail:index"))
