"""Imports of an office: who may, the upload, and the start of carrying one out. The work itself is in `import_work`."""

import datetime
import uuid

from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Count, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.services.audit import own_hub_regions
from kim_sites.models import Region
from kim_sites.models.regions import NATION_CODE
from onboarding.import_tasks import check_import, run_import
from onboarding.models import ImportJob, ImportRow
from onboarding.services.import_columns import SheetError
from onboarding.services.import_reading import check_outside, check_size

State, RowState = ImportJob.State, ImportRow.State
KEPT = datetime.timedelta(days=90)  # names and e-mail addresses of people are not kept longer
MOST_OPEN = 5  # imports of one person that are being worked on


def regions_for(user) -> list[Region]:
    """The regions for which a person may import: those of the own hubs; for an operator the nation."""
    if not user.is_active:
        return []
    if user.is_superuser:
        return list(Region.objects.filter(code=NATION_CODE))
    return own_hub_regions(user)


def may_import(user) -> bool:
    """Whether the person may import at all."""
    return bool(regions_for(user))


def jobs_for(user) -> QuerySet[ImportJob]:
    """The imports that a person sees: those for the own regions and for what lies in them."""
    jobs = ImportJob.objects.select_related("region", "by", "carried_out_by")
    condition = Q(pk__in=[])
    for region in regions_for(user):
        if region.code == NATION_CODE:
            return jobs
        condition |= Q(region=region) | Q(region__code__startswith=f"{region.code}.")
    return jobs.filter(condition)


def start(actor, region: Region, file, name: str) -> ImportJob:
    """Take a spreadsheet in and let it be checked; nothing else is written.

    `file` is anything with `read` and `size`. Raises PermissionDenied if the region is not the actor's, ValidationError for a file
    that can't be a spreadsheet, and while too many imports of the actor are under way.
    """
    if region.code not in {own.code for own in regions_for(actor)}:
        raise PermissionDenied
    try:
        check_size(file.size)
        content = file.read()
        check_outside(content)
    except SheetError as error:
        raise ValidationError({"file": str(error)}) from error
    busy = ImportJob.objects.filter(by=actor, state__in=(State.CHECKING, State.RUNNING))
    if busy.count() >= MOST_OPEN:
        raise ValidationError(_("Several of your imports are being worked on. Please wait until one is done."))
    with transaction.atomic():
        job = ImportJob(region=region, by=actor, file_name=name[:120])
        job.file.save(f"{uuid.uuid4().hex}.bin", ContentFile(content), save=False)
        job.save()
        check_import.enqueue(job.pk)
    return job


@transaction.atomic
def carry_out(actor, job: ImportJob, with_invitations: bool = False) -> ImportJob:
    """Let the sound rows become KIM, and those that failed last time be tried again.

    A second click changes nothing. Raises PermissionDenied if the import is not the actor's, ValidationError if there is
    nothing to be made.
    """
    job = ImportJob.objects.select_for_update(no_key=True).get(pk=job.pk)
    if not jobs_for(actor).filter(pk=job.pk).exists():
        raise PermissionDenied
    if job.state == State.RUNNING:
        return job
    if job.state not in (State.CHECKED, State.DONE):
        raise ValidationError(_("This import was not checked yet."))
    ImportRow.objects.filter(job=job, state=RowState.FAILED).update(state=RowState.GOOD, errors={})
    if not ImportRow.objects.filter(job=job, state=RowState.GOOD).exists():
        raise ValidationError(_("There is no row from which a KIM could be made."))
    job.state, job.leased_until, job.problem = State.RUNNING, None, ""
    job.carried_out_by, job.sends_invitations = actor, with_invitations
    job.save()
    run_import.enqueue(job.pk)
    return job


def counts(job: ImportJob) -> dict[str, int]:
    """How many rows stand in which state; every state is named."""
    found = dict(ImportRow.objects.filter(job=job).order_by().values_list("state").annotate(number=Count("pk")))
    return {state: found.get(state, 0) for state in RowState.values}


def resume() -> int:
    """Let another worker go on with imports whose worker was killed; returns how many. Safe beside itself."""
    now = timezone.now()
    stuck = ImportJob.objects.filter(state__in=(State.CHECKING, State.RUNNING), leased_until__lt=now)
    lost = ImportJob.objects.filter(
        state__in=(State.CHECKING, State.RUNNING), leased_until=None, created_at__lt=now - datetime.timedelta(minutes=5)
    )
    jobs = list((stuck | lost).values_list("pk", "state"))
    for pk, state in jobs:
        (check_import if state == State.CHECKING else run_import).enqueue(pk)
    return len(jobs)


def prune() -> int:
    """Forget imports that are older than `KEPT`, with their files; the audit keeps that they were. Returns how many."""
    old = ImportJob.objects.filter(created_at__lt=timezone.now() - KEPT).exclude(state=State.RUNNING)
    jobs = list(old)
    for job in jobs:
        job.file.delete(save=False)
        job.delete()
    return len(jobs)
