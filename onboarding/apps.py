"""The application of onboarding."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class OnboardingConfig(AppConfig):
    """From a legal paper to a living website: application, check, registration, first steps, import."""

    name = "onboarding"
    verbose_name = _("onboarding")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register the mails, and tell curators when something waits."""
        from onboarding import signal_handlers
        from onboarding.services import apply_mail, verify_mail  # noqa: F401

        signal_handlers.connect()
