"""The tenant's application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class KimSitesConfig(AppConfig):
    """Registers signal handlers and the project's own checks."""

    name = "kim_sites"
    verbose_name = _("KIM sites")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Wire what listens to models."""
        from . import checks, signal_handlers  # noqa: F401  (checks register themselves)

        signal_handlers.register()
