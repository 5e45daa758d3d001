"""What an applicant does: begins, saves, sends, answers, takes back.

There is no account behind it. Number and secret together are the key: `links.find` checks them before anything here is
called. Every change locks the application, so that a second tap on a button changes nothing.
"""

import secrets
from datetime import datetime

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from kim_sites.models import Region
from kim_sites.services import mail
from kim_sites.services.provisioning import kim_of_village
from kim_sites.services.scans import clean_scan
from onboarding.models import Application, ApplicationOfficer, ApplicationStep
from onboarding.services import drafts
from onboarding.services.guarding import may_mail
from onboarding.services.links import new_number
from onboarding.services.steps import note
from onboarding.signals import application_waiting

State, Kind = Application.State, ApplicationStep.Kind
# While the applicant is at turn.
EDITABLE = (State.DRAFT, State.QUESTION)
LONGEST_ANSWER = 2_000  # characters


class Incomplete(ValidationError):
    """Something of the application is missing or wrong; `reading` says what and where."""

    def __init__(self, reading: drafts.Reading):
        self.reading = reading
        super().__init__(_("Something is missing yet. Please look at the marked steps."), code="incomplete")


def find_region(code: str) -> Region:
    """The village or district for which somebody applies. Raises ValidationError with one sentence if nobody can."""
    region = Region.objects.filter(code=str(code).replace("\x00", "").strip()[:13]).first()
    if region is None:
        raise ValidationError(_("This village is not in the list. Please search it by its name."), code="unknown")
    if not region.is_active:
        raise ValidationError(
            _("%(name)s is no longer in the official list of villages. Please choose the village it belongs to now.")
            % {"name": region.name},
            code="inactive",
        )
    if region.level < Region.Level.DISTRICT:
        raise ValidationError(
            _("A KIM sits in a village or a district; %(name)s is larger. Please choose the village.")
            % {"name": region.name},
            code="too_large",
        )
    return region


def village_problem(region: Region, application: Application | None = None) -> str:
    """Why nobody can apply for this village now, in one sentence that names no applicant; nothing if one can."""
    kim = kim_of_village(region)
    if kim is not None:
        return _("%(place)s has a KIM already: %(kim)s. Please talk to its chair.") % {
            "place": region.name, "kim": kim.name,
        }  # fmt: skip
    others = Application.objects.filter(region=region, state__in=Application.OPEN_STATES)
    if application is not None:
        others = others.exclude(pk=application.pk)
    if others.exists():
        return _(
            "Another application for %(place)s is being checked already. A village has one KIM: please talk to your"
            " village office or the Diskominfo. What you have written stays saved."
        ) % {"place": region.name}
    return ""


def begin(region_code: str) -> Application:
    """Open a draft for a village. Raises ValidationError with one sentence if nobody can apply for it."""
    region = find_region(region_code)
    problem = village_problem(region)
    if problem:
        raise ValidationError(problem, code="taken")
    return Application.objects.create(
        number=new_number(),
        nonce=secrets.token_urlsafe(16),
        region=region,
        regency_id=region.code_at(Region.Level.REGENCY),
    )


@transaction.atomic
def choose_village(application: Application, region_code: str) -> Application:
    """Change the village. A draft changes at once; what was sent changes when the answer goes out.

    Raises ValidationError as `begin` does, and when the applicant is not at turn.
    """
    application = _lock_editable(application)
    region = find_region(region_code)
    problem = village_problem(region, application)
    if problem:
        raise ValidationError(problem, code="taken")
    if application.state == State.DRAFT:
        application.region, application.regency_id = region, region.code_at(Region.Level.REGENCY)
    else:
        application.draft[drafts.VILLAGE] = region.code
    _save(application)
    return application


@transaction.atomic
def save_step(application: Application, step: str, values: dict) -> Application:
    """Keep what was typed in a step, right or wrong, as `drafts.typed_values` gives it.

    Raises ValidationError when the applicant is not at turn.
    """
    application = _lock_editable(application)
    application.draft[step] = values
    if application.state == State.DRAFT and step == "kontak":
        form = drafts.step_form(application, step, is_checked=True)
        form.is_valid()
        application.contact_email = form.cleaned_data.get("contact_email", "")
    _save(application)
    if step == "kontak":
        _mail_link_once(application)
    return application


def save_scan(application: Application, file) -> Application:
    """Keep the scan of the SK in place of the one before, whatever else is missing on its page.

    Raises ValidationError with one sentence if it is no sound PDF or photo (the one before stays), or when the applicant
    is not at turn.
    """
    # Before the transaction: SQLite would keep everybody else from writing meanwhile.
    cleaned = clean_scan(file)
    return _keep_scan(application, cleaned.file)


@transaction.atomic
def _keep_scan(application: Application, file) -> Application:
    application = _lock_editable(application)
    before = application.scan.name
    application.scan.save(file.name, file, save=False)
    if application.state == State.QUESTION:
        application.draft["has_new_scan"] = True
    _save(application)
    _delete_file_later(application, before)
    return application


@transaction.atomic
def submit(application: Application, has_consented: bool) -> Application:
    """Send a draft to the office: once, however often it is called.

    Raises Incomplete if a step is not in order, and ValidationError without consent or if the village has been taken
    meanwhile. Then nothing has changed.
    """
    application = _lock(application)
    if application.state in Application.OPEN_STATES:
        return application
    if application.state != State.DRAFT:
        raise ValidationError(_closed_sentence(application))
    reading = _read_complete(application)
    if not has_consented:
        raise ValidationError(_("Please tick that we may use the data, otherwise the office can't check them."))
    _take_village(application, application.region)
    now = timezone.now()
    _write_fields(application, reading)
    application.draft = {}
    application.state, application.consent_at = State.SUBMITTED, now
    application.submitted_at = application.waiting_since = now
    _save(application, now)
    note(application, Kind.SUBMITTED)
    mail.send("application_received", application.pk)
    application_waiting.send(Application, application=application)
    return application


@transaction.atomic
def answer(application: Application, text: str) -> Application:
    """Answer the office's question, with the corrections that were saved meanwhile: once.

    Raises Incomplete, or ValidationError if there is neither a word nor a correction, or the village has been taken.
    """
    application = _lock(application)
    if application.state == State.SUBMITTED:
        return application
    if application.state != State.QUESTION:
        raise ValidationError(_closed_sentence(application))
    text = text.replace("\x00", "").strip()[:LONGEST_ANSWER]
    if not text and not application.draft:
        raise ValidationError(_("Please write an answer, or correct something above."), code="empty")
    reading = _read_complete(application)
    region_code = application.draft.get(drafts.VILLAGE) or application.region_id
    _take_village(application, find_region(region_code))
    changed = ", ".join(changed_steps(application))
    _write_fields(application, reading)
    application.draft = {}
    application.state = State.SUBMITTED
    application.waiting_since = timezone.now()
    _save(application)
    corrected = _("Corrected: %(what)s.") % {"what": changed} if changed else ""
    note(application, Kind.ANSWERED, "\n\n".join(filter(None, (text, corrected))))
    application_waiting.send(Application, application=application)
    return application


@transaction.atomic
def withdraw(application: Application) -> Application:
    """Take an application back; a draft is deleted with its scan. Raises ValidationError once it has been decided."""
    application = _lock(application)
    if application.state == State.WITHDRAWN:
        return application
    if application.state == State.DRAFT:
        discard(application)
        return application
    if application.state not in (State.SUBMITTED, State.QUESTION):
        raise ValidationError(_closed_sentence(application))
    application.state, application.draft = State.WITHDRAWN, {}
    application.decided_at = timezone.now()
    application.waiting_since = None
    _save(application)
    note(application, Kind.WITHDRAWN)
    return application


def discard(application: Application) -> None:
    """Delete an application with everything in it, and its scan when the transaction is through."""
    _delete_file_later(application, application.scan.name)
    application.delete()


def step_titles() -> dict[str, str]:
    """What the steps are called."""
    return {
        drafts.VILLAGE: _("Village"),
        "kelompok": _("Group and SK"),
        "pengurus": _("People"),
        "kontak": _("Address and contact"),
        drafts.REVIEW: _("Look over and send"),
    }


def changed_steps(application: Application) -> list[str]:
    """The parts that were corrected since the office asked, by their titles."""
    titles, draft = step_titles(), application.draft
    names = [titles[name] for name in drafts.STEPS if name in draft]
    if draft.get("has_new_scan") and "kelompok" not in draft:
        names.append(_("scan of the SK"))
    return names


def _lock(application: Application) -> Application:
    locked = Application.objects.select_for_update(of=("self",)).select_related("region", "regency")
    found = locked.filter(pk=application.pk).first()
    if found is None:
        raise ValidationError(_("This application is no longer there."), code="gone")
    return found


def _lock_editable(application: Application) -> Application:
    locked = _lock(application)
    if locked.state not in EDITABLE:
        raise ValidationError(_closed_sentence(locked), code="closed")
    return locked


def _closed_sentence(application: Application) -> str:
    return _("The application can't be changed now: %(state)s.") % {"state": application.get_state_display()}


def _read_complete(application: Application) -> drafts.Reading:
    reading = drafts.read(application)
    if not application.scan:
        missing = _("Please add a scan or photo of the SK.")
        reading.problems.setdefault("kelompok", []).append(missing)
    if application.region is None:
        reading.problems[drafts.VILLAGE] = [_("Please choose the village.")]
    if reading.problems:
        raise Incomplete(reading)
    return reading


def _take_village(application: Application, region: Region | None) -> None:
    """Two who send for the same village queue on its row; the second one is told."""
    region = find_region(region.code if region else "")
    Region.objects.select_for_update(no_key=True).get(pk=region.pk)
    problem = village_problem(region, application)
    if problem:
        raise ValidationError(problem, code="taken")
    application.region, application.regency_id = region, region.code_at(Region.Level.REGENCY)


def _write_fields(application: Application, reading: drafts.Reading) -> None:
    for name in ("kelompok", "kontak"):
        for key, value in reading.forms[name].cleaned_data.items():
            setattr(application, key, value)
    people = reading.forms["pengurus"].people()
    application.officers.all().delete()
    ApplicationOfficer.objects.bulk_create(
        ApplicationOfficer(application=application, name=name, position=position, sort_order=number)
        for number, (position, name) in enumerate(people)
    )


def _save(application: Application, now: datetime | None = None) -> None:
    application.changed_at = now or timezone.now()
    application.save()


def _mail_link_once(application: Application) -> None:
    """The link by mail as soon as there is somebody to send it to; once for each address."""
    address = application.contact_email
    if application.state != State.DRAFT or not address or application.draft.get("mailed_to") == address:
        return
    if may_mail(address):
        application.draft["mailed_to"] = address
        application.save(update_fields=["draft"])
        mail.send("application_saved", application.pk)


def _delete_file_later(application: Application, name: str) -> None:
    if name:
        storage = application.scan.storage
        transaction.on_commit(lambda: storage.delete(name))
