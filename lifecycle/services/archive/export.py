"""Export: asking for a file, making it in the background, fetching it, and forgetting it after a week."""

import datetime
import logging
import tempfile
from functools import partial

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files import File
from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, KimDocument, KimImage, LegalPaper
from kim_sites.services import hosts, mail
from lifecycle.archive_tasks import make_export
from lifecycle.models import ExportJob
from lifecycle.models.archives import JobState
from lifecycle.services.archive import collect, layout, leases, readable
from lifecycle.services.archive.names import Names
from lifecycle.services.archive.pages_out import pages
from lifecycle.services.archive.writer import ArchiveWriter
from members.services.reach import manageable_kim, may_manage

logger = logging.getLogger(__name__)
KEPT = datetime.timedelta(days=7)
DAY = datetime.timedelta(days=1)
FAILED = gettext_noop("The file could not be made. Please try again later.")


def exports_for(user) -> QuerySet[ExportJob]:
    """The exports that a person may see: of the KIM that they chair or stand above."""
    return ExportJob.objects.filter(kim__in=manageable_kim(user)).select_related("kim", "by")


@transaction.atomic
def ask_export(actor, kim: Kim) -> ExportJob:
    """Ask for the file of a KIM; a second click gives the one that is being made.

    Raises PermissionDenied if the actor neither chairs the KIM nor stands above it, ValidationError beyond the limit
    of a day.
    """
    kim = Kim.objects.select_for_update(no_key=True).filter(pk=kim.pk).first()
    if kim is None or not may_manage(actor, kim):
        raise PermissionDenied
    if kim.home_page_id is None or kim.collection_id is None:
        raise ValidationError(_("%(kim)s has no website, so there is nothing to export.") % {"kim": kim.name})
    jobs = ExportJob.objects.filter(kim=kim)
    running = jobs.filter(state__in=leases.UNFINISHED).first()
    if running:
        return running
    if jobs.filter(created_at__gt=timezone.now() - DAY).exclude(state=JobState.FAILED).count() >= most_a_day():
        raise ValidationError(
            _("At most %(most)s exports can be made in a day. Please use one of those below, or come back tomorrow.")
            % {"most": most_a_day()}
        )
    job = ExportJob.objects.create(kim=kim, by=actor)
    audit.record(AuditEntry.Action.EXPORTED, user=actor, kim=kim, target=kim.name)
    make_export.enqueue(job.pk)
    return job


def most_a_day() -> int:
    """How many exports a KIM may ask for in 24 hours."""
    return settings.MOST_EXPORTS_A_DAY


def run_export(job_id: int) -> None:
    """Make the file of a job. Safe to call twice, side by side, and after a worker was killed half-way."""
    job = leases.take(ExportJob, job_id)
    if job is None:
        return
    try:
        with tempfile.TemporaryFile() as target:
            write_archive(job.kim, target, lambda percent: leases.tell(job, percent))
            size = target.tell()
            target.seek(0)
            job.file.save(f"{archive_name(job.kim)}.zip", File(target), save=False)
    except Exception:
        logger.exception("export %s failed", job.pk)
        job.state, job.problem = JobState.FAILED, gettext(FAILED)
        job.leased_until, job.finished_at = None, timezone.now()
        job.save(update_fields=["state", "problem", "leased_until", "finished_at"])
        return
    job.state, job.progress, job.size, job.leased_until = JobState.DONE, 100, size, None
    job.finished_at = timezone.now()
    with transaction.atomic():
        job.save()
        mail.send("export_ready", job.pk)


def archive_name(kim: Kim) -> str:
    """The name of the file, without its ending."""
    return f"KIM-{kim.slug}-{readable.made_today()}"


def write_archive(kim: Kim, target, tell=lambda percent: None) -> dict:
    """Write the file of a KIM into `target`, an open file; returns what is counted in it.

    `tell` is called with per cent. Memory does not grow with what the KIM has, but for the list of its keys.
    """
    with translation.override(settings.LANGUAGE_CODE):
        kim = Kim.objects.select_related("region", "site", "home_page", "collection").get(pk=kim.pk)
        names = Names.of(kim)
        writer = ArchiveWriter(target)
        media = _write_data(kim, names, writer)
        tell(15)
        counts = {kind: len(keys) for kind, keys in names.numbers.items() if kind != "collection"}
        _write_media(kim, names, writer, media, tell)
        for name, rows in readable.tables(kim, names):
            writer.add_text(name, rows)
        _write_copy(kim, names, writer, media, tell)
        writer.add_text("BACA-SAYA.txt", readable.read_me(kim, counts))
        writer.close(_manifest(kim, counts))
    return counts


def _manifest(kim: Kim, counts: dict) -> dict:
    return {
        "format": layout.FORMAT,
        "version": layout.VERSION,
        "software": "KIM",
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "made_on": hosts.base_domain().name,
        "kim": {"name": kim.name, "slug": kim.slug, "region": kim.region_id, "region_name": kim.region.name},
        "counts": counts,
    }


def _write_data(kim: Kim, names: Names, writer: ArchiveWriter) -> dict[str, str]:
    """Everything in `data/`; returns where each picture, document and scan goes."""
    media: dict[str, str] = {}

    def noting(rows, field: str):
        for row in rows:
            if row[field]:
                media[row["id"]] = row[field]
            yield row

    writer.add_text(layout.KIM, layout.as_json(collect.kim_data(kim, names)))
    writer.add_text(layout.PEOPLE, layout.lines(collect.people(kim, names)))
    writer.add_text(layout.PAPERS, layout.lines(noting(collect.papers(kim, names), "scan")))
    writer.add_text(layout.OFFICERS, layout.lines(collect.officers(kim, names)))
    writer.add_text(layout.SELLERS, layout.lines(collect.sellers(kim, names)))
    writer.add_text(layout.IMAGES, layout.lines(noting(collect.images(kim, names), "file")))
    writer.add_text(layout.DOCUMENTS, layout.lines(noting(collect.documents(kim, names), "file")))
    writer.add_text(layout.PAGES, layout.lines(pages(kim, names)))
    writer.add_text(layout.REDIRECTS, layout.lines(collect.redirects(kim, names)))
    return media


def _write_media(kim: Kim, names: Names, writer: ArchiveWriter, media: dict[str, str], tell) -> None:
    """The files themselves; one that has gone from the storage is left out, and the restore says so."""
    done = 0
    for kind, model, field in (
        ("image", KimImage, "file"),
        ("document", KimDocument, "file"),
        ("paper", LegalPaper, "scan"),
    ):
        for key in names.keys(kind):
            name = names.name(kind, key)
            row = model.objects.filter(pk=key).first() if name in media else None
            if row is not None and not writer.add_stored(media[name], getattr(row, field)):
                logger.warning("export of %s: the file of %s %s has gone", kim, kind, key)
                del media[name]
            done += 1
            if done % 5 == 0:
                tell(15 + 50 * done // max(1, len(media)))


def _write_copy(kim: Kim, names: Names, writer: ArchiveWriter, media: dict[str, str], tell) -> None:
    total = max(1, len(names.keys("page")))
    for done, (name, text) in enumerate(readable.ReadableCopy(kim, names, media).files(), 1):
        writer.add_text(name, text)
        if done % 10 == 0:
            tell(65 + 34 * done // total)


def resume_exports() -> int:
    """Take up again what a killed worker left; returns how many."""
    jobs = leases.stuck(ExportJob.objects.all())
    jobs.filter(created_at__lt=timezone.now() - leases.GIVEN_UP).update(
        state=JobState.FAILED, problem=FAILED, leased_until=None, finished_at=timezone.now()
    )
    numbers = list(jobs.values_list("pk", flat=True)[:50])
    for job_id in numbers:
        make_export.enqueue(job_id)
    return len(numbers)


def prune_exports() -> int:
    """Delete files and jobs older than `KEPT`; returns how many."""
    old = ExportJob.objects.filter(created_at__lt=timezone.now() - KEPT)
    count = 0
    for job in old.order_by("pk")[:500]:
        job.delete()
        count += 1
    return count


def on_job_deleted(sender, instance, **kwargs):
    """The file of an export or a restore goes with its row, also when the whole KIM is removed."""
    if instance.file:
        transaction.on_commit(partial(instance.file.storage.delete, instance.file.name), robust=True)
