"""What offices, applicants and new chairs are told by mail."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim, User
from kim_sites.services.mail import Mail, writes
from onboarding.models import Application, ApplicationStep
from onboarding.services import links, reach
from onboarding.services.places import line_of

State = Application.State


@writes("application_waiting", gettext_lazy("An application waits"))
def application_waiting(application_id: int, user_id: int) -> Mail | None:
    """To a curator: an application waits. Nothing if it was decided meanwhile, or the person no longer sees it."""
    user = User.objects.filter(pk=user_id, is_active=True).first()
    application = reach.applications_for(user).filter(pk=application_id).first() if user else None
    if application is None or application.state != State.SUBMITTED:
        return None
    subject = _("An application waits: %(kim)s") % {"kim": application.kim_name}
    context = {"person": user, "application": application, "place": line_of(application), "url": _screen(application)}
    return Mail(user.email, subject, "onboarding/mail/waiting.txt", context)


@writes("application_stepped_in", gettext_lazy("The province stepped in"))
def application_stepped_in(step_id: int, user_id: int) -> Mail | None:
    """To a curator of the regency: somebody above acted."""
    step, user = _step(step_id), User.objects.filter(pk=user_id, is_active=True).first()
    if step is None or user is None:
        return None
    subject = _("The province stepped in: %(kim)s") % {"kim": step.application.kim_name}
    context = {"person": user, "step": step, "application": step.application, "url": _screen(step.application)}
    return Mail(user.email, subject, "onboarding/mail/stepped_in.txt", context)


@writes("application_stuck", gettext_lazy("An application waits too long"))
def application_stuck(step_id: int, user_id: int) -> Mail | None:
    """To whoever approved: the site could not be made."""
    step, user = _step(step_id), User.objects.filter(pk=user_id, is_active=True).first()
    if step is None or user is None or step.application.state != State.SUBMITTED:
        return None
    subject = _("The site could not be made: %(kim)s") % {"kim": step.application.kim_name}
    context = {"person": user, "step": step, "application": step.application, "url": _screen(step.application)}
    return Mail(user.email, subject, "onboarding/mail/stuck.txt", context)


@writes("application_question", gettext_lazy("Question about an application"))
def application_question(step_id: int) -> Mail | None:
    """To the applicant: something has to be corrected. Nothing if that was answered meanwhile."""
    step = _step(step_id)
    if step is None or step.application.state != State.QUESTION:
        return None
    subject = _("A question about your application: %(kim)s") % {"kim": step.application.kim_name}
    return _to_applicant(step.application, subject, "onboarding/mail/question.txt", text=step.text)


@writes("application_refused", gettext_lazy("Application refused"))
def application_refused(step_id: int) -> Mail | None:
    """To the applicant: refused, and why. Nothing if it was opened again meanwhile."""
    step = _step(step_id)
    if step is None or step.application.state != State.REFUSED:
        return None
    subject = _("Your application was refused: %(kim)s") % {"kim": step.application.kim_name}
    return _to_applicant(step.application, subject, "onboarding/mail/refused.txt", text=step.text)


@writes("application_done", gettext_lazy("Application approved"))
def application_done(application_id: int) -> Mail | None:
    """To the applicant: the site is open."""
    application = _applications().filter(pk=application_id, kim__isnull=False).first()
    if application is None:
        return None
    subject = _("The website of %(kim)s is open") % {"kim": application.kim_name}
    return _to_applicant(application, subject, "onboarding/mail/done.txt", kim=application.kim)


@writes("chair_of_kim", gettext_lazy("To the chair of a new KIM"))
def chair_of_kim(kim_id: int, user_id: int) -> Mail | None:
    """To a chair who has an account already: sign in with it."""
    kim, user = Kim.objects.filter(pk=kim_id).first(), User.objects.filter(pk=user_id, is_active=True).first()
    if kim is None or user is None:
        return None
    url = f"{settings.WAGTAILADMIN_BASE_URL}{reverse('first_steps')}"
    return Mail(
        user.email,
        _("You are the chair of %(kim)s now") % {"kim": kim.name},
        "onboarding/mail/chair.txt",
        {"person": user, "kim": kim, "url": url},
    )


def _applications():
    return Application.objects.select_related("region", "regency", "kim__site")


def _step(step_id: int) -> ApplicationStep | None:
    return ApplicationStep.objects.select_related("application__regency").filter(pk=step_id).first()


def _screen(application: Application) -> str:
    return f"{settings.WAGTAILADMIN_BASE_URL}{reverse('kim_applications:detail', args=[application.pk])}"


def _to_applicant(application: Application, subject: str, template: str, **context) -> Mail | None:
    if not application.contact_email:
        return None
    context |= {"application": application, "url": links.tracking_url(application)}
    return Mail(application.contact_email, subject, template, context)
