"""Translates events into calls of the bin's services."""

from django.db.models.signals import pre_delete

from kim_sites.models import KimHomePage
from trash.services.bin import forget_kim


def on_home_removed(sender, instance, **kwargs):
    """The tree of a KIM goes: its sellers and pictures could not go while a page in the bin holds them."""
    if instance.kim_id:
        forget_kim(instance.kim_id)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    pre_delete.connect(on_home_removed, sender=KimHomePage, dispatch_uid="trash.on_home_removed")
