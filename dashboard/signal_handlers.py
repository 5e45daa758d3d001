"""What the dashboard follows."""

from django.db.models.signals import post_save

from dashboard.services import silence
from home.signals import entry_written
from kim_sites.models import Kim


def _published(sender, entry, **kwargs):
    silence.note_publication(entry)


def _made(sender, instance, created, raw=False, **kwargs):
    if created and not raw:
        silence.note_beginning(instance)


def register() -> None:
    """Listen to the feed, and to new KIM."""
    entry_written.connect(_published, dispatch_uid="dashboard_publication")
    post_save.connect(_made, sender=Kim, dispatch_uid="dashboard_new_kim")
