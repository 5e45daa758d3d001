"""Restore: a file is brought, looked at, and carried out in the background; the database gets all of it or nothing."""

import datetime
import logging
import secrets

from django.conf import settings
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext as _
from wagtail.models import Collection, Page, Site

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, Region
from kim_sites.services import hosts, mail
from kim_sites.services.hub_pages import hub_for
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from kim_sites.services.roles import allow_home, make_roles
from kim_sites.services.scope import at_or_below, home_paths
from lifecycle.archive_tasks import carry_out_restore
from lifecycle.models import RestoreJob
from lifecycle.models.archives import JobState
from lifecycle.services.archive import collect, layout, leases
from lifecycle.services.archive.layout import ArchiveError
from lifecycle.services.archive.look import (
    address_problem,
    find_region,
    look,
    may_restore,
    may_restore_anything,
    village_problem,
)
from lifecycle.services.archive.media_in import MediaIn
from lifecycle.services.archive.pages_in import PagesIn
from lifecycle.services.archive.reader import ArchiveReader, unreadable
from lifecycle.services.archive.records_in import Keys, RecordsIn, cleaned, host_name
from members.services import invitations

logger = logging.getLogger(__name__)
KEPT = datetime.timedelta(days=2)
FAILED = gettext_noop("Something went wrong on the way. Nothing was changed. Please tell the operators.")
MOST_REPORTED = 100
# What contents raise that no export wrote.
SENSELESS = (ValidationError, LookupError, TypeError, ValueError, AttributeError, ObjectDoesNotExist, DatabaseError)


def jobs_for(user):
    """The restores that a person may see: the own ones; an operator all."""
    if not user.is_active:
        return RestoreJob.objects.none()
    return RestoreJob.objects.all() if user.is_superuser else RestoreJob.objects.filter(by=user)


def bring(actor, file) -> RestoreJob:
    """Keep a file and look into it; nothing is restored yet.

    Raises PermissionDenied for somebody who is no curator, ArchiveError with a sentence if the file can't be used or
    its KIM lies elsewhere; then it is not kept.
    """
    if not may_restore_anything(actor):
        raise PermissionDenied
    if file.size > settings.MOST_RESTORE_BYTES:
        raise ArchiveError(
            _("This file is too large. It may have at most %(most)s MB.")
            % {"most": settings.MOST_RESTORE_BYTES // layout.MEGABYTE}
        )
    reader = ArchiveReader(file)
    reader.check_hashes()
    summary = look(reader)
    if not may_restore(actor, summary["region"]):
        raise ArchiveError(
            _("This KIM belongs to %(place)s. Only curators of its regency or province can bring it back.")
            % {"place": summary["region_name"]}
        )
    region = Region.objects.get(code=summary["region"])
    file.seek(0)
    job = RestoreJob(by=actor, region_id=region.code_at(Region.Level.REGENCY), summary=summary)
    job.file.save(f"{secrets.token_hex(8)}.zip", file, save=False)
    job.save()
    return job


@transaction.atomic
def order(actor, job: RestoreJob, slug: str, invite: bool = False) -> RestoreJob:
    """Start the restore under an address; a second click changes nothing.

    Raises PermissionDenied if the actor may not, ValidationError if address or village are taken or the file has gone.
    """
    job = RestoreJob.objects.select_for_update().filter(pk=job.pk).first()
    if job is None or not jobs_for(actor).filter(pk=job.pk).exists() or not may_restore(actor, job.summary["region"]):
        raise PermissionDenied
    is_new = job.state == JobState.WAITING and "order" not in job.summary
    if not is_new and job.state != JobState.FAILED:
        return job
    if not job.file or job.kim_id:
        raise ValidationError(_("The file is no longer kept. Please choose it again."))
    slug = slug.strip().lower()
    problem = address_problem(slug)
    if problem:
        raise ValidationError({"slug": problem})
    problem = village_problem(find_region(job.summary["region"]), job.summary["status"])
    if problem:
        raise ValidationError(problem)
    job.summary = {
        **job.summary,
        "order": {"slug": slug, "invite": bool(invite)},
        "secret": secrets.token_hex(16),
        "report": [],
    }
    job.state, job.progress, job.problem, job.leased_until = JobState.WAITING, 0, "", None
    job.created_at = timezone.now()
    job.save()
    carry_out_restore.enqueue(job.pk)
    return job


def run_restore(job_id: int) -> None:
    """Carry a restore out. Safe to call twice, side by side, and after a worker was killed half-way."""
    job = leases.take(RestoreJob, job_id)
    if job is None:
        return
    if "order" not in job.summary:
        RestoreJob.objects.filter(pk=job.pk).update(state=JobState.WAITING, leased_until=None)
        return
    with translation.override(SOURCE_LANGUAGE):
        try:
            if job.kim_id is None:
                _bring_back(job)
        except ValidationError as error:
            _fail(job, " ".join(error.messages))
            return
        except Exception:
            logger.exception("restore %s failed", job.pk)
            _fail(job, gettext(FAILED))
            return
        try:
            finish(job)
        except Exception:
            # The KIM is there, still closed: the clock takes the job up again when its lease is over.
            logger.exception("restore %s could not be finished yet", job.pk)


def _fail(job: RestoreJob, problem: str) -> None:
    job.state, job.problem, job.leased_until, job.finished_at = JobState.FAILED, problem[:254], None, timezone.now()
    with transaction.atomic():
        job.save(update_fields=["state", "problem", "leased_until", "finished_at"])
        mail.send("restore_done", job.pk)


def _bring_back(job: RestoreJob) -> None:
    """Files first, then all rows in one transaction. Raises ArchiveError; then neither is there."""
    with job.file.open("rb") as source:
        reader = ArchiveReader(source)
        reader.check_hashes()
        media = MediaIn(reader, job.summary["secret"])
        try:
            media.copy(lambda percent: leases.tell(job, percent * 40 // 100))
            with transaction.atomic():
                report = _write(job, reader, media)
                job.summary = {**job.summary, "report": [*media.report, *report][:MOST_REPORTED]}
                job.save(update_fields=["summary", "kim"])
        except Exception as error:
            job.kim = None
            media.discard()
            if isinstance(error, SENSELESS) and not isinstance(error, ArchiveError):
                logger.info("restore %s: %s: %s", job.pk, type(error).__name__, error)
                raise unreadable("data/") from error
            raise


def _write(job: RestoreJob, reader: ArchiveReader, media: MediaIn) -> list[str]:
    """All rows of the KIM, closed to readers; returns what had to be left out."""
    data, wish = reader.object(layout.KIM), job.summary["order"]
    region = find_region(str(data["region"]["code"]))
    if not may_restore(job.by, region.code):
        raise ArchiveError(_("The person who started this may no longer do so."))
    place = hub_for(region)
    # All work on one branch of the tree queues here, as when a KIM is made.
    hub = Page.objects.select_for_update().get(pk=place.page.pk)
    problem = address_problem(wish["slug"]) or village_problem(region, str(data["status"]))
    if problem:
        raise ArchiveError(problem)
    kim = _make_kim(data, wish["slug"], region, place.collection)
    keys = Keys(kim)
    pages = PagesIn(reader, kim, keys, str(data["slug"]))
    pages.tree(hub)
    home = pages.homes[0]
    kim.home_page_id = home.pk
    kim.site = _make_site(kim, data, home, keys)
    kim.save()
    Kim.objects.filter(pk=kim.pk).update(created_at=data["created_at"])
    make_roles(kim)
    for other in pages.homes[1:]:
        allow_home(kim, other)
    records = RecordsIn(reader, kim, media.stored, keys)
    records.people()
    records.collections(data["collections"], kim.collection)
    records.papers()
    records.sellers()
    records.media()
    records.officers()
    pages.contents(lambda done: leases.tell(job, 45))
    records.redirects()
    records.old_addresses(data["old_addresses"])
    job.kim = kim
    job.summary = {**job.summary, "newcomers": records.newcomers, "open_as": str(data["status"])}
    return keys.report


def _make_kim(data: dict, slug: str, region: Region, parent: Collection) -> Kim:
    """The row of the KIM and its collection, closed to readers until everything is in place."""
    fields = cleaned(Kim, data, collect.KIM_FIELDS)
    fields.pop("created_at")
    kim = Kim.objects.create(region=region, **{**fields, "slug": slug, "status": Kim.Status.REGISTERED})
    kim.collection = parent.add_child(instance=Collection(name=f"{kim.name} ({slug})"[:255]))
    return kim


def _make_site(kim: Kim, data: dict, home, keys: Keys) -> Site:
    """The site under its own domain if that is free, otherwise under the chosen address."""
    site = data["site"] or {}
    hostname = hosts.subdomain(kim.slug)
    own = host_name(site) if "host" in site else ""
    if own and not hosts.host_is_taken(own):
        hostname = own
    elif "host" in site:
        keys.report.append(
            _("The domain %(name)s is not free; the address is %(host)s.") % {"name": site["host"], "host": hostname}
        )
    return Site.objects.create(
        hostname=hostname,
        port=hosts.site_port(),
        site_name=str(site.get("name") or kim.name)[:255],
        root_page_id=home.pk,
    )


def finish(job: RestoreJob) -> None:
    """Save every page as its type does (pictures of cards, tags), then open the KIM as it was. Safe to repeat."""
    kim = job.kim
    keys = list(_pages_of(kim).values_list("pk", flat=True))
    report = list(job.summary.get("report", []))
    for done, key in enumerate(keys, 1):
        page = Page.objects.get(pk=key).specific
        try:
            with transaction.atomic():
                page.save(clean=False)
        except (ValidationError, DatabaseError, OSError, ValueError) as error:
            logger.warning("restore %s: page %s: %s", job.pk, key, error)
            report.append(_("Please open and save this page once: %(title)s") % {"title": page.title})
        leases.tell(job, 45 + 54 * done // len(keys))
    with transaction.atomic():
        kim = Kim.objects.select_for_update().get(pk=kim.pk)
        kim.status = job.summary["open_as"]
        kim.save()
        report += _invite(job, kim)
        audit.record(AuditEntry.Action.RESTORED, user=job.by, kim=kim, target=kim.name, data={"slug": kim.slug})
        job.summary = {**job.summary, "report": report[:MOST_REPORTED]}
        job.state, job.progress, job.leased_until, job.finished_at = JobState.DONE, 100, None, timezone.now()
        if job.file:
            job.file.delete(save=False)
        job.save()
        mail.send("restore_done", job.pk)


def _pages_of(kim: Kim):
    return Page.objects.filter(at_or_below(home_paths(Kim.objects.filter(pk=kim.pk)))).order_by("path")


def _invite(job: RestoreJob, kim: Kim) -> list[str]:
    """Offer a link to people whose account nobody can use yet; returns who could not get one, and why."""
    problems = []
    for email, role in job.summary.get("newcomers", []) if job.summary["order"]["invite"] else []:
        try:
            with transaction.atomic():
                invitations.invite(job.by, kim, email, role)
        except ValidationError as error:
            problems.append(f"{email}: {' '.join(error.messages)}")
    return problems


def resume_restores() -> int:
    """Take up again what a killed worker left; returns how many."""
    jobs = leases.stuck(RestoreJob.objects.filter(summary__has_key="order"))
    numbers = list(jobs.values_list("pk", flat=True)[:50])
    for job_id in numbers:
        carry_out_restore.enqueue(job_id)
    return len(numbers)


def prune_restores() -> int:
    """Delete files that nobody restored, and forget old jobs; returns how many files."""
    old = RestoreJob.objects.filter(created_at__lt=timezone.now() - KEPT).exclude(file="")
    count = 0
    for job in old.exclude(state=JobState.RUNNING).order_by("pk")[:500]:
        job.file.delete(save=False)
        job.save(update_fields=["file"])
        count += 1
    RestoreJob.objects.filter(created_at__lt=timezone.now() - datetime.timedelta(days=30)).delete()
    return count
