"""What the screens of members share. A KIM that is not yours to manage does not exist."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseNotAllowed, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, View
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from members.services.reach import manageable_kim


class MembersPage(WagtailAdminTemplateMixin):
    """Wagtail's furniture and the way back."""

    page_title = gettext_lazy("Site members")
    header_icon = "group"

    def get_trail(self) -> list[dict]:
        """The breadcrumbs after "Site members"; the last one is this screen."""
        return []

    def get_breadcrumbs_items(self):
        """From the dashboard to this screen."""
        trail = self.get_trail()
        own_url = reverse("kim_members:index") if trail else ""
        return [*self.breadcrumbs_items, {"url": own_url, "label": _("Site members")}, *trail]


class KimMixin(MembersPage):
    """A screen of one KIM, whose members the person manages."""

    def setup(self, request, *args, **kwargs):
        """Raises Http404 for a KIM whose members the person does not manage."""
        super().setup(request, *args, **kwargs)
        self.kim = get_object_or_404(manageable_kim(request.user).select_related("region"), pk=kwargs["kim_id"])

    @property
    def list_url(self) -> str:
        """The list of this KIM's members."""
        return reverse("kim_members:list", args=[self.kim.pk])

    def get_trail(self):
        """The KIM and this screen."""
        return [{"url": self.list_url, "label": self.kim.name}, {"url": "", "label": self.get_page_title()}]

    def get_context_data(self, **kwargs):
        """Add the KIM."""
        return {**super().get_context_data(**kwargs), "kim": self.kim, "list_url": self.list_url}

    def back(self, text: str):
        """Say what was done, above the list."""
        messages.success(self.request, text)
        return HttpResponseRedirect(self.list_url)

    def refused(self, error: ValidationError):
        """Say why nothing was done, above the list."""
        messages.error(self.request, " ".join(error.messages))
        return HttpResponseRedirect(self.list_url)


class ServiceFormView(KimMixin, FormView):
    """Asks what a service needs, and shows what it refuses beside the field."""

    template_name = "members/admin/form.html"
    submit_label = ""
    is_serious = False

    def carry_out(self, values: dict) -> str:
        """Call the service; returns the sentence that says what was done. Raises ValidationError, PermissionDenied."""
        raise NotImplementedError

    def form_valid(self, form):
        """Do it, or show why not. Raises Http404 if the service does not know the actor or the person."""
        try:
            text = self.carry_out(form.cleaned_data)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            form.add_error(None, error)  # it names its field, if it has one
            return self.form_invalid(form)
        return self.back(text)

    def get_context_data(self, **kwargs):
        """Add the words of the screen."""
        words = {"submit_label": self.submit_label, "is_serious": self.is_serious}
        return {**super().get_context_data(**kwargs), **words}


class ServiceButtonView(KimMixin, View):
    """One button: only POST."""

    def carry_out(self) -> str:
        """Call the service; returns the sentence that says what was done. Raises ValidationError, PermissionDenied."""
        raise NotImplementedError

    def get(self, request, *args, **kwargs):
        """Nothing is shown here."""
        return HttpResponseNotAllowed(["POST"])

    def post(self, request, *args, **kwargs):
        """Do it, or say why not. Raises Http404 if the service does not know the actor or the object."""
        try:
            return self.back(self.carry_out())
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            return self.refused(error)
