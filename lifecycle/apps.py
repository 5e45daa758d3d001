"""The application of lifecycle."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LifecycleConfig(AppConfig):
    """What happens to a KIM after its first day: papers, roster, closing, moving, export and restore."""

    name = "lifecycle"
    verbose_name = _("life of a KIM")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register the writers of mails."""
        from lifecycle.services import life_mail  # noqa: F401
