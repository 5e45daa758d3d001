"""The application of lifecycle."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LifecycleConfig(AppConfig):
    """What happens to a KIM after its first day: papers, roster, closing, moving, export and restore."""

    name = "lifecycle"
    verbose_name = _("life of a KIM")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Register who writes our mails, and what goes with a deleted row."""
        from django.db.models.signals import post_delete

        from lifecycle.models import ExportJob, RestoreJob
        from lifecycle.services import archive_mail  # noqa: F401
        from lifecycle.services.archive.export import on_job_deleted

        post_delete.connect(on_job_deleted, sender=ExportJob)
        post_delete.connect(on_job_deleted, sender=RestoreJob)
