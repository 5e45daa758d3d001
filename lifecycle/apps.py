"""The application of lifecycle."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LifecycleConfig(AppConfig):
    """What happens to a KIM after its first day: papers, roster, closing, moving, export and restore."""

    name = "lifecycle"
    verbose_name = _("life of a KIM")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register mails, sections of hubs and handlers."""
        from home import hub_parts
        from lifecycle import signal_handlers
        from lifecycle.services import archive_mail, forum, life_mail, papers_mail  # noqa: F401

        hub_parts.register(forum.hub_part)
        signal_handlers.register()
