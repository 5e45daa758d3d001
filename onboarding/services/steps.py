"""The diary of an application."""

from onboarding.models import Application, ApplicationStep

Kind = ApplicationStep.Kind


def note(application: Application, kind: str, text: str = "", actor=None) -> ApplicationStep:
    """Write one step; without an actor it was the applicant, or the system."""
    return ApplicationStep.objects.create(
        application=application, kind=kind, text=text.strip(), actor=actor, actor_name=str(actor)[:254] if actor else ""
    )
