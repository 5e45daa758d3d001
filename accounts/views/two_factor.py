"""The screens of the second step: add an app, type a code, keep the recovery codes, change or switch off."""

from io import BytesIO

import segno
from django.contrib.auth import get_user
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse, reverse_lazy
from django.utils.decorators import method_decorator
from django.utils.functional import cached_property
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import FormView, TemplateView
from wagtail.admin import messages
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from accounts.forms import CodeForm, NewAppForm, PasswordAndCodeForm
from accounts.services import sessions, two_factor

# In the session: the secret that is being added, leave to put a new app in the place of the old, codes to be shown.
KEY, MAY_REPLACE, CODES = "two_factor_key", "two_factor_may_replace", "two_factor_codes"


class NextMixin:
    """Knows where the person wanted to go; only addresses of this host count."""

    @cached_property
    def next_url(self) -> str:
        """The address given as `next`, or an empty string."""
        url = self.request.POST.get("next") or self.request.GET.get("next") or ""
        is_ours = url_has_allowed_host_and_scheme(
            url, {self.request.get_host()}, require_https=self.request.is_secure()
        )
        return url if is_ours else ""

    def with_next(self, name: str) -> str:
        """The address of a view of ours that goes on to the same place."""
        query = f"?{urlencode({'next': self.next_url})}" if self.next_url else ""
        return f"{reverse(name)}{query}"

    def get_context_data(self, **kwargs):
        """Add where to go on."""
        return {**super().get_context_data(**kwargs), "next": self.next_url}


class EnrolView(NextMixin, FormView):
    """Add an authenticator app: a picture to scan, a link to open, a secret to type, and one code as proof."""

    template_name = "accounts/two_factor_enrol.html"
    form_class = NewAppForm

    def dispatch(self, request, *args, **kwargs):
        """Only for people without an app, or just checked for changing theirs."""
        if two_factor.device_of(request.user) and not (request.user.is_verified() and request.session.get(MAY_REPLACE)):
            return redirect("two_factor" if request.user.is_verified() else self.with_next("two_factor_verify"))
        if KEY not in request.session:
            request.session[KEY] = two_factor.new_key()
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        """Keep the app and go on to the recovery codes."""
        device = two_factor.switch_on(self.request.user, self.request.session[KEY], form.cleaned_data["code"])
        if device is None:
            form.add_error(
                "code", _("This code does not fit. Is the time of your phone set by itself? Try the next code.")
            )
            return self.form_invalid(form)
        self.request.session.pop(KEY)
        self.request.session.pop(MAY_REPLACE, None)
        self.request.session[CODES] = two_factor.new_recovery_codes(self.request.user)
        sessions.verified(self.request, device)
        return HttpResponseRedirect(self.with_next("two_factor_codes"))

    def get_context_data(self, **kwargs):
        """Add what the app needs."""
        key = self.request.session[KEY]
        address = two_factor.app_address(self.request.user, key)
        return {
            **super().get_context_data(**kwargs),
            "app_address": mark_safe(address.replace("&", "&amp;")),  # noqa: S308  (percent-encoded by django-otp)
            "picture": picture_of(address),
            "secret": two_factor.secret_in_groups(key),
            "must_have": two_factor.must_have(self.request.user),
        }


def picture_of(text: str) -> str:
    """A QR code as SVG, dark on light in either theme, made here: the secret goes to no other server."""
    stream = BytesIO()
    segno.make(text, error="m").save(
        stream, kind="svg", scale=5, border=3, light="#fff", xmldecl=False, svgns=True, omitsize=True,
        svgclass="kim-qr", lineclass=None,
    )  # fmt: skip
    return mark_safe(stream.getvalue().decode())  # noqa: S308  (made of modules, holds no text)


class VerifyView(NextMixin, FormView):
    """The second step at sign-in."""

    template_name = "accounts/two_factor_verify.html"
    form_class = CodeForm

    def dispatch(self, request, *args, **kwargs):
        """People without an app have nothing to type; those who did it go on."""
        if request.user.is_verified():
            return HttpResponseRedirect(self.get_success_url())
        if two_factor.device_of(request.user) is None:
            must_have = two_factor.must_have(request.user)
            return redirect(self.with_next("two_factor_enrol") if must_have else self.get_success_url())
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        """The form tries the code for the person."""
        return {**super().get_form_kwargs(), "user": get_user(self.request)}

    def form_valid(self, form):
        """Open the admin for this session; warn when the paper runs out."""
        sessions.verified(self.request, form.device)
        left = two_factor.codes_left(self.request.user)
        if left < 3 and form.device.name != two_factor.DEVICE_NAME:
            messages.warning(self.request, _("You have few recovery codes left. Please make new ones in your account."))
        return super().form_valid(form)

    def get_success_url(self):
        """Where the person wanted to go, else the dashboard."""
        return self.next_url or reverse("wagtailadmin_home")


class SettingsMixin(NextMixin, WagtailAdminTemplateMixin):
    """A screen in the person's account."""

    page_title = gettext_lazy("Second step at sign-in")
    header_icon = "lock"

    def get_breadcrumbs_items(self):
        """The way from the account."""
        return [
            *super().get_breadcrumbs_items(),
            {"url": reverse("wagtailadmin_account"), "label": _("Account")},
            {"url": "", "label": self.get_page_title()},
        ]


class SettingsView(SettingsMixin, TemplateView):
    """Whether the second step is on, and what can be changed."""

    template_name = "accounts/two_factor.html"

    def get_context_data(self, **kwargs):
        """Add how things stand."""
        user = self.request.user
        return {
            **super().get_context_data(**kwargs),
            "device": two_factor.device_of(user),
            "codes_left": two_factor.codes_left(user),
            "must_have": two_factor.must_have(user),
        }


class CodesView(SettingsMixin, TemplateView):
    """The recovery codes, until the person says that they are kept: a weak signal must not lose them."""

    template_name = "accounts/two_factor_codes.html"
    page_title = gettext_lazy("Recovery codes")

    def get(self, request, *args, **kwargs):
        """Show them; without any there is nothing to see."""
        if not request.session.get(CODES):
            return redirect("two_factor")
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Never show them again."""
        request.session.pop(CODES, None)
        messages.success(request, _("The second step is on. From now on you are asked for a code at sign-in."))
        return HttpResponseRedirect(self.next_url or reverse("two_factor"))

    def get_context_data(self, **kwargs):
        """Add the codes."""
        return {**super().get_context_data(**kwargs), "codes": self.request.session[CODES]}


@method_decorator(sensitive_post_parameters(), name="dispatch")
class CheckedView(SettingsMixin, FormView):
    """A change that asks for password and code first."""

    template_name = "accounts/two_factor_change.html"
    form_class = PasswordAndCodeForm
    success_url = reverse_lazy("two_factor")
    explanation = ""
    button = ""

    def dispatch(self, request, *args, **kwargs):
        """There has to be something to change."""
        if two_factor.device_of(request.user) is None:
            return redirect("two_factor")
        return super().dispatch(request, *args, **kwargs)

    def get_form_kwargs(self):
        """The form checks the person's own password and code."""
        return {**super().get_form_kwargs(), "user": get_user(self.request)}

    def get_context_data(self, **kwargs):
        """Add what is about to happen."""
        return {**super().get_context_data(**kwargs), "explanation": self.explanation, "button": self.button}


class NewCodesView(CheckedView):
    """Ten new recovery codes in the place of the old ones."""

    page_title = gettext_lazy("New recovery codes")
    explanation = gettext_lazy("You get ten new codes. The old ones will not work any more.")
    button = gettext_lazy("Make new codes")

    def form_valid(self, form):
        """Make and show them."""
        self.request.session[CODES] = two_factor.new_recovery_codes(self.request.user)
        return redirect("two_factor_codes")


class ReplaceView(CheckedView):
    """Another phone. The old app works until the new one has shown its first code."""

    page_title = gettext_lazy("Use another phone")
    explanation = gettext_lazy("If your old phone is gone, type one of your recovery codes.")
    button = gettext_lazy("Continue")

    def form_valid(self, form):
        """Let the person add the new app."""
        self.request.session[MAY_REPLACE] = True
        self.request.session.pop(KEY, None)
        return redirect("two_factor_enrol")


class SwitchOffView(CheckedView):
    """Sign in with the password alone again; not for those who must have the second step."""

    page_title = gettext_lazy("Switch the second step off")
    explanation = gettext_lazy("After this your password alone opens your account.")
    button = gettext_lazy("Switch off")

    def dispatch(self, request, *args, **kwargs):
        """Refuse those who can't go without."""
        if two_factor.must_have(request.user):
            messages.error(request, _("Curators and operators can't switch the second step off."))
            return redirect("two_factor")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form):
        """Forget app and codes."""
        two_factor.switch_off(self.request.user)
        self.request.session[sessions.HAS_DEVICE] = False
        messages.success(self.request, _("The second step is off."))
        return super().form_valid(form)
