"""The hubs' application."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    """Registers how hubs are made and what the feed listens to."""

    name = "home"
    verbose_name = _("hubs")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Wire hubs and feed."""
        from home import freshness, signal_handlers
        from home.services.hubs import hub_place
        from kim_sites.services.hub_pages import register_hub_builder

        register_hub_builder(hub_place)
        signal_handlers.register()
        freshness.register()
