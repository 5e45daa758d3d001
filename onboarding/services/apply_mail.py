"""What applicants get by mail: the link with which they come back."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.services.mail import Mail, writes
from onboarding.models import Application
from onboarding.services.links import tracking_url

FOLDER = "onboarding/mail/"


@writes("application_saved", gettext_lazy("Application begun"))
def saved(application_id: int) -> Mail | None:
    """The link to go on later; nothing if the draft is gone."""
    return _write(application_id, _("Continue your KIM application"), "application_saved.txt")


@writes("application_received", gettext_lazy("Application received"))
def received(application_id: int) -> Mail | None:
    """The application has arrived, and this is where to look."""
    return _write(application_id, _("Your KIM application has arrived"), "application_received.txt")


@writes("application_link", gettext_lazy("Link to an application"))
def link(application_id: int) -> Mail | None:
    """The link once more, because somebody asked for it."""
    return _write(application_id, _("The link to your KIM application"), "application_link.txt")


def _write(application_id: int, subject: str, template: str) -> Mail | None:
    application = Application.objects.select_related("region", "regency").filter(pk=application_id).first()
    if application is None or not application.contact_email:
        return None
    context = {"application": application, "url": tracking_url(application)}
    return Mail(application.contact_email, f"{subject} ({application.number})", FOLDER + template, context)
