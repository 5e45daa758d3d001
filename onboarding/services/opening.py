"""From an approved application to an open site: all of it or nothing, and safe to run twice."""

import datetime
import logging

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, KimRole, Officer, User
from kim_sites.services import mail
from kim_sites.services.provisioning import (
    ChairData,
    DecreeData,
    KimRequest,
    OfficerData,
    ProvisioningError,
    provision_kim,
)
from members.services import invitations
from members.services.reach import may_manage
from members.services.roles import reopen
from onboarding.models import Application
from onboarding.services import numbers
from onboarding.services.reach import regency_curators
from onboarding.services.steps import Kind, note
from onboarding.tasks import make_site

logger = logging.getLogger(__name__)
State = Application.State
PATIENCE = datetime.timedelta(minutes=2)  # after it, an approved application without a site is taken up again
MOST_TRIES = 5
TRY = "try:"  # `Application.progress` while it is being made: how often it was begun


def open_site(application_id: int) -> None:
    """Make the KIM of an approved application in one transaction, and invite its chair.

    What is wrong with the request gives the application back to the curators with a sentence. Anything else is raised,
    the application stays approved, and `resume` takes it up again, `MOST_TRIES` times in all.
    """
    with translation.override(settings.LANGUAGE_CODE):
        tries = _begin(application_id)
        if not tries:
            return
        try:
            # Whoever was killed so often would be killed again.
            if tries <= MOST_TRIES:
                with transaction.atomic():
                    _open(application_id)
        finally:
            if tries >= MOST_TRIES:
                with transaction.atomic():
                    application = _locked(application_id)
                    if application:
                        _give_back(
                            application, _("Something went wrong while the site was made. Please ask the operators.")
                        )


def resume() -> int:
    """Enqueue again what was approved and has no site after `PATIENCE`; returns how many."""
    late = Application.objects.filter(state=State.APPROVED, changed_at__lt=timezone.now() - PATIENCE)
    count = 0
    for pk in late.values_list("pk", flat=True).order_by("changed_at")[:100]:
        count += 1
        Application.objects.filter(pk=pk).update(changed_at=timezone.now())
        make_site.enqueue(pk)
    return count


def _begin(application_id: int) -> int:
    """Write down that it is being made, for those who watch; returns which try this is, 0 if there is nothing to do."""
    rows = Application.objects.filter(pk=application_id, state=State.APPROVED)
    progress = rows.values_list("progress", flat=True).first()
    if progress is None:
        return 0
    tries = int(progress.removeprefix(TRY)) + 1 if progress.startswith(TRY) else 1
    rows.update(progress=f"{TRY}{tries}", changed_at=timezone.now())
    return tries


def _locked(application_id: int) -> Application | None:
    """The application, held until the end of the transaction, if its site is still to be made."""
    return Application.objects.select_for_update().filter(pk=application_id, state=State.APPROVED).first()


def _open(application_id: int) -> None:
    application = _locked(application_id)
    if application is None:
        return
    try:
        made = provision_kim(_request(application))
        if not made.created:
            # This very function writes all or nothing, so the tenant came from elsewhere.
            raise ProvisioningError(
                _("%(place)s has a KIM already: %(name)s.") % {"place": application.region.name, "name": made.kim.name}
            )
    except ProvisioningError as error:
        _give_back(application, str(error))
        return
    kim = made.kim
    kim.registration_number = numbers.next_number(application.region, timezone.localdate())
    kim.save(update_fields=["registration_number"])
    words = _seat_chair(application, kim)
    application.kim, application.state, application.progress, application.failure = kim, State.DONE, "", ""
    application.changed_at = timezone.now()
    application.save()
    note(application, Kind.DONE, f"{kim.registration_number}\n{words}")
    data = {"application": application.number, "number": kim.registration_number}
    audit.record(AuditEntry.Action.APPLICATION, user=application.decided_by, kim=kim, target=kim.name, data=data)
    mail.send("application_done", application.pk)


def _give_back(application: Application, failure: str) -> None:
    """Put the application back into the queue with what was wrong, and tell whoever approved it."""
    application.state, application.failure, application.progress = State.SUBMITTED, failure[:254], ""
    application.waiting_since = application.changed_at = timezone.now()
    application.decided_at, approver, application.decided_by = None, application.decided_by, None
    application.save()
    step = note(application, Kind.STUCK, failure)
    if approver:
        mail.send("application_stuck", step.pk, approver.pk)


def _request(application: Application) -> KimRequest:
    """The application in the words of `provision_kim`. Raises ProvisioningError."""
    people = list(application.officers.all())
    chair = next((person for person in people if person.position == Officer.Position.CHAIR), None)
    if application.region is None or application.paper_issued_on is None:
        raise ProvisioningError(_("The application is not complete: village or decree (SK) are missing."))
    return KimRequest(
        region_code=application.region_id,
        name=application.kim_name.strip(),
        slug=application.label,
        decree=DecreeData(
            application.paper_number,
            application.paper_issued_on,
            application.paper_signer,
            application.paper_office,
            application.paper_valid_until,
            _copy_of_scan(application),
        ),
        chair=ChairData(chair.name if chair else application.contact_name, chair_email(application)),
        founded_on=application.founded_on,
        kind_of_group=application.kind_of_group,
        officers=tuple(OfficerData(person.name, person.position) for person in people if person is not chair),
        may_be_second=False,
    )


def chair_email(application: Application) -> str:
    """Where the chair is reached: the contact's address when the chair applied."""
    return (application.chair_email or application.contact_email).strip().lower()


def _copy_of_scan(application: Application) -> ContentFile | None:
    if not application.scan:
        return None
    try:
        with application.scan.open("rb") as file:
            content = file.read()
    except OSError as error:
        raise ProvisioningError(
            _("The scan of the decree (SK) can't be read any more. Please ask for it again.")
        ) from error
    return ContentFile(content, name=f"sk.{application.scan.name.rpartition('.')[2]}")


def _seat_chair(application: Application, kim: Kim) -> str:
    """Let the chair have a way in: a link to set a password, or a word that they are chair now. Returns what was done."""
    address = chair_email(application)
    account = User.objects.get(email=address)
    approver = _inviter(application, kim)
    if account.has_usable_password():
        if reopen(account, approver or account, kim):
            mail.send("chair_of_kim", kim.pk, account.pk)
            return _("%(email)s has an account already and is the chair now.") % {"email": address}
        return _("The account of %(email)s is closed. Please ask the operators to open it.") % {"email": address}
    try:
        if approver is None:
            raise PermissionDenied
        with transaction.atomic():
            invitations.invite(approver, kim, address, KimRole.Role.CHAIR)
    except (PermissionDenied, ValidationError):
        logger.warning("the chair of %s could not be invited", kim.pk)
        return _("The chair could not be invited. Please invite %(email)s among the site members.") % {"email": address}
    return _("%(email)s gets a link to set a password.") % {"email": address}


def _inviter(application: Application, kim: Kim) -> User | None:
    """Who invites the chair: whoever approved, else a curator of the regency, else an operator."""
    if application.decided_by and may_manage(application.decided_by, kim):
        return application.decided_by
    found = regency_curators(application.regency_id or "").order_by("pk").first()
    return found or User.objects.filter(is_active=True, is_superuser=True).order_by("pk").first()
