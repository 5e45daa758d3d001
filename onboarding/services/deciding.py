"""What an office does with an application: ask, correct, refuse, open again, approve."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.template.defaultfilters import date as format_date
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.services import hosts, mail
from kim_sites.services.provisioning import kim_of_village
from onboarding.models import Application
from onboarding.services import reach
from onboarding.services.reach import Right
from onboarding.services.steps import Kind, note
from onboarding.tasks import make_site

State = Application.State
DECIDABLE = (State.SUBMITTED, State.QUESTION)
MOST_WORDS = 2000  # characters of a question or a reason
MOST_CURATORS = 20  # people who get a mail about one application


@transaction.atomic
def ask(actor, application: Application, text: str) -> Application:
    """Ask the applicant to correct something; the same question twice is asked once.

    Raises PermissionDenied if the actor does not see the application, ValidationError if somebody else is at turn, it
    is decided, or there are no words.
    """
    application = lock(actor, application)
    text = _words(text, _("Please write what has to be corrected."))
    check_undecided(application)
    last = application.steps.last()
    if application.state == State.QUESTION and last and last.kind == Kind.ASKED and last.text == text:
        return application
    step_in(actor, application)
    _move(application, State.QUESTION)
    step = note(application, Kind.ASKED, text, actor)
    record(actor, application, "ask")
    mail.send("application_question", step.pk)
    return application


@transaction.atomic
def refuse(actor, application: Application, reason: str) -> Application:
    """Refuse with a reason, which the applicant reads. Safe to repeat by the same person. Raises as `ask` does."""
    application = lock(actor, application)
    reason = _words(reason, _("Please write why: the applicant reads it."))
    if application.state == State.REFUSED and application.decided_by_id == actor.pk:
        return application
    check_undecided(application)
    step_in(actor, application)
    _move(application, State.REFUSED, actor)
    step = note(application, Kind.REFUSED, reason, actor)
    record(actor, application, "refuse")
    mail.send("application_refused", step.pk)
    return application


@transaction.atomic
def reopen(actor, application: Application) -> Application:
    """Take a refusal back: the application waits for the check again. Raises as `ask` does."""
    application = lock(actor, application)
    if application.state == State.SUBMITTED:
        return application
    if application.state != State.REFUSED:
        raise ValidationError(_("Only an application that was refused can be opened again."))
    step_in(actor, application)
    _move(application, State.SUBMITTED)
    note(application, Kind.REOPENED, "", actor)
    record(actor, application, "reopen")
    return application


@transaction.atomic
def approve(actor, application: Application) -> Application:
    """Approve: the site is made in the background. A second click of the same person does nothing.

    Raises as `ask` does, and ValidationError with a sentence for each thing that has to be put right first.
    """
    application = lock(actor, application)
    if application.state in (State.APPROVED, State.DONE) and application.decided_by_id == actor.pk:
        return application
    check_undecided(application)
    hindrances = hindrances_of(application)
    if hindrances:
        raise ValidationError(hindrances)
    step_in(actor, application)
    application.failure = application.progress = ""
    _move(application, State.APPROVED, actor)
    note(application, Kind.APPROVED, "", actor)
    record(actor, application, "approve")
    make_site.enqueue(application.pk)
    application.refresh_from_db()
    return application


def hindrances_of(application: Application) -> list[str]:
    """Sentences about what keeps a site from being made, as far as it can be seen now."""
    found = []
    if application.region is None or not application.region.is_active:
        found.append(_("The village is not in the official list any more. Please ask the applicant."))
    else:
        other = kim_of_village(application.region)
        if other:
            found.append(
                _("%(place)s has a KIM already: %(name)s.") % {"place": application.region.name, "name": other.name}
            )
    if not application.kim_name.strip():
        found.append(_("The KIM needs a name."))
    if not (application.paper_number.strip() and application.paper_signer.strip() and application.paper_issued_on):
        found.append(_("A KIM needs a decree (SK) with number, date and signer."))
    if not (application.chair_email or application.contact_email):
        found.append(_("A KIM needs a chair with a name and an e-mail address."))
    problem = label_problem(application)
    return [*found, problem] if problem else found


def label_problem(application: Application, label: str | None = None) -> str:
    """Why the wished address can't be given, in one sentence; an empty string if it can."""
    label = application.label if label is None else label
    problem = hosts.label_problem(label)
    if problem:
        return problem
    # In the same regency only: the address itself is guarded when the site is made.
    rivals = Application.objects.filter(regency=application.regency_id, state=State.APPROVED, label=label)
    if rivals.exclude(pk=application.pk).exists():
        return _("The address “%(label)s” is taken already, please choose another one.") % {"label": label}
    return ""


def notify_curators(application: Application) -> int:
    """Mail those who have to check: the regency's curators, or the province's if there are none. Returns how many."""
    regency = application.regency_id or ""
    people = list(reach.regency_curators(regency)[:MOST_CURATORS])
    if not people:
        people = list(reach.regency_curators(regency.split(".")[0])[:MOST_CURATORS])
    for person in people:
        mail.send("application_waiting", application.pk, person.pk)
    return len(people)


def lock(actor, application: Application) -> Application:
    """Hold the row until the end of the transaction; nobody decides about it meanwhile.

    Raises PermissionDenied if the actor does not see the application, ValidationError if the regency is at turn.
    """
    # Nothing joined: after waiting for a lock PostgreSQL reads the row anew, but not what was joined to it.
    row = Application.objects.select_for_update().filter(pk=application.pk).first()
    if row is None or not reach.applications_for(actor).filter(pk=row.pk).exists():
        raise PermissionDenied
    row.right = reach.right_of(actor, row)
    if row.right is None:
        raise ValidationError(why_not_yet(row))
    return row


def why_not_yet(application: Application) -> str:
    """The sentence for somebody who sees an application from above and may not decide yet."""
    since = reach.silent_from(application)
    if since is None:
        return _("The office of the regency looks after this application.")
    return _("The office of the regency decides. You may step in if it is silent until %(date)s.") % {
        "date": format_date(timezone.localtime(since), "DATE_FORMAT")
    }


def check_undecided(application: Application) -> None:
    """Raises ValidationError that names who decided."""
    if application.state in DECIDABLE:
        return
    if application.state == State.WITHDRAWN:
        raise ValidationError(_("The applicant has withdrawn this application."))
    raise ValidationError(
        _("%(name)s has decided already: %(state)s.")
        % {"name": application.decided_by or _("Somebody else"), "state": application.get_state_display()}
    )


def step_in(actor, application: Application) -> None:
    """Note once that the decision came from above, and tell the regency's curators."""
    if application.right != Right.STEP_IN or application.steps.filter(kind=Kind.STEPPED_IN).exists():
        return
    step = note(application, Kind.STEPPED_IN, "", actor)
    for person in reach.regency_curators(application.regency_id)[:MOST_CURATORS]:
        mail.send("application_stepped_in", step.pk, person.pk)


def _words(text: str, missing: str) -> str:
    text = text.strip()
    if not text:
        raise ValidationError({"text": missing})
    if len(text) > MOST_WORDS:
        raise ValidationError({"text": _("At most %(most)s characters, please.") % {"most": MOST_WORDS}})
    return text


def _move(application: Application, state: str, decider=None) -> None:
    """Into another state; who decided, and since when the other side is at turn."""
    now = timezone.now()
    application.state, application.changed_at, application.waiting_since = state, now, now
    application.decided_by, application.decided_at = decider, now if decider else None
    application.save()


def record(actor, application: Application, decision: str) -> None:
    """Write the decision into the audit of the regency."""
    audit.record(
        AuditEntry.Action.APPLICATION,
        user=actor,
        region=application.regency,
        target=str(application),
        data={"decision": decision},
    )
