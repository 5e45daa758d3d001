"""Search on the database's own full-text index."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    """Listens to the feed."""

    name = "search"
    verbose_name = _("search")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Wire the index to the feed."""
        from search import signal_handlers

        signal_handlers.register()
