"""Events of this application, each turned into one call of a service."""

from onboarding.services.deciding import notify_curators
from onboarding.signals import application_waiting


def on_waiting(sender, application, **kwargs):
    """An application waits for the office."""
    notify_curators(application)


def connect() -> None:
    """Called once, when the application is ready."""
    application_waiting.connect(on_waiting, dispatch_uid="onboarding.notify_curators")
