"""What accounts add to the admin: the screens of the second step, and when the person signed in before."""

from django.urls import path, reverse
from django.utils.translation import gettext as _
from wagtail import hooks

from accounts.panels import LastSignInPanel
from accounts.views import two_factor


@hooks.register("register_admin_urls")
def register_two_factor_urls():
    """The screens of the second step."""
    return [
        path("two-factor/", two_factor.SettingsView.as_view(), name="two_factor"),
        path("two-factor/enrol/", two_factor.EnrolView.as_view(), name="two_factor_enrol"),
        path("two-factor/verify/", two_factor.VerifyView.as_view(), name="two_factor_verify"),
        path("two-factor/codes/", two_factor.CodesView.as_view(), name="two_factor_codes"),
        path("two-factor/new-codes/", two_factor.NewCodesView.as_view(), name="two_factor_new_codes"),
        path("two-factor/replace/", two_factor.ReplaceView.as_view(), name="two_factor_replace"),
        path("two-factor/off/", two_factor.SwitchOffView.as_view(), name="two_factor_off"),
    ]


@hooks.register("register_account_menu_item")
def add_two_factor_item(request):
    """The way to the second step from the person's account."""
    return {
        "url": reverse("two_factor"),
        "label": _("Second step at sign-in"),
        "help_text": _("Ask for a code from your phone besides the password."),
    }


@hooks.register("construct_homepage_panels")
def add_last_sign_in(request, panels):
    """First of all: was the last sign-in really mine?"""
    panels.append(LastSignInPanel())
