"""Translates events into calls of this application's services. Nothing else listens here."""

from django.db.models.signals import post_delete, post_save, pre_save

from kim_sites.services import versions
from lifecycle.models import ExportJob, ForumOfficer, RestoreJob
from lifecycle.services import forum
from lifecycle.services.archive.export import on_job_deleted


def on_forum_change(sender, instance, **kwargs):
    """What readers see of the regency's hub has changed."""
    versions.bump_on_commit(versions.of_hub(instance.region_id))


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    pre_save.connect(forum.guard, sender=ForumOfficer)
    for model in (ExportJob, RestoreJob):
        post_delete.connect(on_job_deleted, sender=model)
    for signal in (post_save, post_delete):
        signal.connect(on_forum_change, sender=ForumOfficer)
