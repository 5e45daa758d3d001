"""Carries a checked import out: each row is a transaction of its own, so none stops or spoils another."""

import logging
import time

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import OperationalError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, KimRole
from kim_sites.services import hosts
from kim_sites.services.provisioning import ProvisioningError, provision_kim
from members.services.invitations import invite
from onboarding.models import ImportJob, ImportRow
from onboarding.services.import_check import LEASE, kim_in, take_lease
from onboarding.services.import_places import lies_in, suggest_label, tidy_label
from onboarding.services.import_rows import check_values, request_of
from onboarding.services.imports import counts, jobs_for

logger = logging.getLogger(__name__)
State, RowState = ImportJob.State, ImportRow.State
AT_ONCE = 20  # seconds of work before others get their turn


def work(job_id: int) -> bool:
    """Make KIM of the sound rows for a while; whether there is more to do. Nothing if a living worker has the import."""
    job = take_lease(job_id, State.RUNNING)
    if job is None:
        return False
    if not _may_go_on(job):
        _finish(job, _("Whoever started this import may no longer do so."))
        return False
    until = time.monotonic() + AT_ONCE
    with translation.override(settings.LANGUAGE_CODE):
        while (number := _next(job)) is not None:
            make_row(job, number)
            done = time.monotonic() > until
            lease = None if done else timezone.now() + LEASE
            ImportJob.objects.filter(pk=job.pk, state=State.RUNNING).update(leased_until=lease)
            if done:
                return True
        _finish(job)
    return False


def make_row(job: ImportJob, number: int) -> None:
    """Make the KIM of one row, or write down why not. Raises OperationalError if the database is out of reach."""
    try:
        with transaction.atomic():
            row = _locked(job, number)
            if row is not None:
                _make(job, row)
        return
    except OperationalError:
        raise
    except ProvisioningError as error:
        problem = str(error)
    except Exception:
        logger.exception("row %s of import %s failed", number, job.pk)
        problem = _("Something went wrong with this row. Nothing of it was written; please try again.")
    with transaction.atomic():
        row = _locked(job, number)
        if row is not None:
            row.state, row.errors = RowState.FAILED, {"": problem}
            row.save(update_fields=["state", "errors"])


def _next(job: ImportJob) -> int | None:
    waiting = ImportRow.objects.filter(job=job, state=RowState.GOOD).order_by("number")
    return waiting.values_list("number", flat=True).first()


def _locked(job: ImportJob, number: int) -> ImportRow | None:
    """The row, held until the end of the transaction; None if it was made meanwhile."""
    rows = ImportRow.objects.select_for_update(of=("self",)).select_related("region")
    return rows.filter(job=job, number=number, state=RowState.GOOD).first()


def _make(job: ImportJob, row: ImportRow) -> None:
    """Raises ProvisioningError with one sentence; days may lie between the check and now, so all is asked again."""
    if row.region is None or not lies_in(row.region_id, job.region_id):
        raise ProvisioningError(_("The village of this row is not known any more."))
    problems = check_values(row.values)
    if problems:
        raise ProvisioningError(next(iter(problems.values())))
    label = _label(row)
    kim, problem = kim_in(row.region, row.values["nama"])
    row.state = RowState.THERE
    if kim is None and not problem:
        try:
            made = provision_kim(request_of(row.values, row.region, label))
        except ProvisioningError as error:
            # Another import may have made it between our look and the lock.
            kim, problem = kim_in(row.region, row.values["nama"])[0], str(error)
        else:
            kim, row.state = made.kim, RowState.MADE if made.created else RowState.THERE
    if kim is None:
        raise ProvisioningError(problem)
    row.kim, row.label = kim, kim.slug
    row.save(update_fields=["state", "kim", "label"])
    if row.state != RowState.MADE:
        return
    _give_number(kim)
    if job.sends_invitations:
        _invite(job, kim, row.values["email"])


def _give_number(kim: Kim) -> None:
    """A registration number by the pattern of the province, for a KIM that brings none."""
    if kim.registration_number:
        return
    try:
        from onboarding.services.numbers import next_number
    except ImportError:
        return
    kim.registration_number = next_number(kim.region, timezone.localdate())
    kim.save(update_fields=["registration_number"])


def _label(row: ImportRow) -> str:
    """The wished address, or one from the name of the village that is free now."""
    if row.values.get("alamat"):
        return tidy_label(row.values["alamat"])
    if row.label and not hosts.label_problem(row.label):
        return row.label
    return suggest_label(row.region)


def _invite(job: ImportJob, kim: Kim, email: str) -> None:
    """Write to the chair. Whoever can sign in already needs no invitation; the limits of invitations hold."""
    try:
        with transaction.atomic():
            invite(job.carried_out_by, kim, email, KimRole.Role.CHAIR)
    except (PermissionDenied, ValidationError) as error:
        logger.info("the chair of %s was not invited: %s", kim.slug, error)


def _may_go_on(job: ImportJob) -> bool:
    return job.carried_out_by is not None and jobs_for(job.carried_out_by).filter(pk=job.pk).exists()


@transaction.atomic
def _finish(job: ImportJob, problem: str = "") -> None:
    """Say that it is done, once; the audit learns of the first time."""
    row = ImportJob.objects.select_for_update(of=("self",), no_key=True).get(pk=job.pk)
    if row.state != State.RUNNING:
        return
    is_first = row.finished_at is None
    row.state, row.leased_until, row.finished_at, row.problem = State.DONE, None, timezone.now(), problem
    row.save()
    if is_first:
        numbers = {state: number for state, number in counts(row).items() if number}
        audit.record(
            AuditEntry.Action.IMPORTED, user=row.carried_out_by, region=row.region, target=row.file_name, data=numbers
        )
