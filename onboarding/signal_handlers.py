"""Events of this application, each turned into one call of a service."""

from django.db.models.signals import pre_delete

from kim_sites.models import Kim
from onboarding.models import Application
from onboarding.services.applying import discard
from onboarding.services.deciding import notify_curators
from onboarding.signals import application_waiting


def on_waiting(sender, application, **kwargs):
    """An application waits for the office."""
    notify_curators(application)


def on_kim_removed(sender, instance, **kwargs):
    """A KIM goes for good: what was applied for goes with it, for it names people."""
    for application in Application.objects.filter(kim=instance):
        discard(application)


def connect() -> None:
    """Called once, when the application is ready."""
    application_waiting.connect(on_waiting, dispatch_uid="onboarding.notify_curators")
    pre_delete.connect(on_kim_removed, sender=Kim, dispatch_uid="onboarding.on_kim_removed")
