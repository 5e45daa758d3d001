"""The screen on which a province sets how it registers."""

from functools import cached_property

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, ListView
from wagtail.admin import messages

from onboarding.admin.base import ApplicationsPage
from onboarding.admin.forms import RulesForm
from onboarding.services import numbers
from onboarding.services.rules import ruled_provinces, rules_of, set_rules


class RulesListView(ApplicationsPage, ListView):
    """Which province? People with one go straight to it."""

    template_name = "onboarding/admin/provinces.html"
    page_title = gettext_lazy("Rules of the province")
    context_object_name = "provinces"

    def get_trail(self):
        """This screen."""
        return [{"url": "", "label": self.get_page_title()}]

    def get_queryset(self):
        """The person's provinces."""
        return ruled_provinces(self.request.user)

    def get(self, request, *args, **kwargs):
        """Raises Http404 for people who set no rules."""
        first = list(ruled_provinces(request.user)[:2])
        if not first:
            raise Http404
        if len(first) == 1:
            return HttpResponseRedirect(reverse("kim_applications:rules_of", args=[first[0].pk]))
        return super().get(request, *args, **kwargs)


class RulesView(ApplicationsPage, FormView):
    """Pattern of the number and the patience with regencies."""

    template_name = "onboarding/admin/rules.html"
    page_title = gettext_lazy("Rules of the province")
    form_class = RulesForm

    @cached_property
    def province(self):
        """The province of the address. Raises Http404 for one that is not the person's."""
        return get_object_or_404(ruled_provinces(self.request.user), pk=self.kwargs["code"])

    def get_trail(self):
        """This screen."""
        return [{"url": "", "label": self.get_page_title()}]

    def get_initial(self):
        """The rules as they are."""
        rules = rules_of(self.province.pk)
        return {"number_pattern": rules.number_pattern, "silent_days": rules.silent_days}

    def get_context_data(self, **kwargs):
        """Add what a number would look like."""
        context = super().get_context_data(**kwargs)
        code = f"{self.province.pk}.02.04.2001"
        typed = str(context["form"]["number_pattern"].value() or "")
        words = [
            ("{urut:3}", _("the running number, with at least three digits: %(example)s") % {"example": "007"}),
            ("{kode}", _("the code of the regency: %(example)s") % {"example": f"{self.province.pk}.02"}),
            ("{kode_desa}", _("the code of the village: %(example)s") % {"example": code}),
            ("{tahun}", _("the year: %(example)s") % {"example": f"{timezone.localdate():%Y}"}),
            ("{bulan}", _("the month: %(example)s") % {"example": f"{timezone.localdate():%m}"}),
        ]
        example = numbers.example(typed, code)
        return {**context, "province": self.province, "words": words, "code": code, "example": example}

    def form_valid(self, form):
        """Save, or show why not."""
        try:
            set_rules(self.request.user, self.province, **form.cleaned_data)
        except PermissionDenied as error:
            raise Http404 from error
        except ValidationError as error:
            form.add_error(None, error)
            return self.form_invalid(form)
        messages.success(self.request, _("The rules of %(name)s are saved.") % {"name": self.province.name})
        return HttpResponseRedirect(self.request.path)
