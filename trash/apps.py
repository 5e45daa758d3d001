"""The application of deleted pages."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TrashConfig(AppConfig):
    """Deleted pages, kept for a while."""

    name = "trash"
    verbose_name = _("deleted pages")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Follow KIM that are removed."""
        from trash import signal_handlers

        signal_handlers.register()
