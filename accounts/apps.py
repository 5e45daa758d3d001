"""The application of accounts."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    """Signing in safely: throttling, the second step, what the audit learns of it."""

    name = "accounts"
    verbose_name = _("accounts")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Listen to sign-ins, and say who writes the mail for a new password."""
        from accounts import signal_handlers
        from accounts.services import mails  # noqa: F401  (it registers itself)

        signal_handlers.register()
