"""The application of the dashboard."""

import atexit

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class DashboardConfig(AppConfig):
    """Dashboard, menu and numbers of readers."""

    name = "dashboard"
    verbose_name = _("dashboard")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Follow what is published; write what was counted before a process ends."""
        from dashboard import signal_handlers
        from dashboard.services import readers

        signal_handlers.register()
        atexit.register(readers.flush)
