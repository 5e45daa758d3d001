"""The application that keeps tenants apart."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccessConfig(AppConfig):
    """Wires the audit to what it writes down, and narrows the admin."""

    name = "access"
    verbose_name = _("access")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Listen to sign-ins, roles and the life of tenants."""
        from access import narrowing, offers, operators, signal_handlers

        signal_handlers.register()
        narrowing.narrow()
        offers.narrow()
        operators.widen_screens()
