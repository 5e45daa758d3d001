"""How the installation is: tasks, mail, files, and the runs of the clock."""

import datetime
from dataclasses import dataclass

from django.core.cache import cache
from django.db.models import Sum
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from dashboard.models import JobRun
from kim_sites.models import KimDocument, KimImage, OutgoingMail

MOST_COUNTED = 1000
SLOW_AFTER = datetime.timedelta(minutes=10)  # a task that waits longer says that no worker runs
LATE_AFTER = datetime.timedelta(minutes=15)  # the clock runs something every minute
STORAGE_SECONDS = 10 * 60


@dataclass(frozen=True)
class Health:
    """Numbers are capped at `MOST_COUNTED`; moments are None if there is nothing to tell."""

    waiting: int
    oldest: datetime.datetime | None
    failed: int  # tasks, in the last seven days
    mail_waiting: int
    mail_failed: int  # in the last seven days
    bytes_used: int
    clock_at: datetime.datetime | None
    failed_jobs: list[str]

    @property
    def is_worker_late(self) -> bool:
        """Whether tasks wait so long that nobody seems to work on them."""
        return self.oldest is not None and self.oldest < timezone.now() - SLOW_AFTER

    @property
    def is_clock_late(self) -> bool:
        """Whether the clock seems to stand still."""
        return self.clock_at is None or self.clock_at < timezone.now() - LATE_AFTER

    @property
    def is_well(self) -> bool:
        """Whether nobody has to do anything."""
        return not (self.is_worker_late or self.is_clock_late or self.failed or self.mail_failed or self.failed_jobs)


def health() -> Health:
    """A few counts by index, and the size of all files, which is summed every ten minutes at most."""
    week_ago = timezone.now() - datetime.timedelta(days=7)
    ready = DBTaskResult.objects.ready().order_by()
    runs = list(JobRun.objects.all())
    mail = OutgoingMail.objects.order_by()
    return Health(
        waiting=ready[:MOST_COUNTED].count(),
        oldest=ready.order_by("enqueued_at").values_list("enqueued_at", flat=True).first(),
        failed=DBTaskResult.objects.failed().order_by().filter(finished_at__gte=week_ago)[:MOST_COUNTED].count(),
        mail_waiting=mail.filter(state=OutgoingMail.State.WAITING)[:MOST_COUNTED].count(),
        mail_failed=mail.filter(state=OutgoingMail.State.FAILED, created_at__gte=week_ago)[:MOST_COUNTED].count(),
        bytes_used=cache.get_or_set("dashboard:bytes", bytes_used, STORAGE_SECONDS),
        clock_at=max((run.ended_at for run in runs), default=None),
        failed_jobs=sorted(run.name for run in runs if not run.is_ok),
    )


def bytes_used() -> int:
    """Bytes of all photos and documents, as they were uploaded."""
    return sum(model.objects.aggregate(total=Sum("file_size"))["total"] or 0 for model in (KimImage, KimDocument))


def note_run(name: str, is_ok: bool) -> None:
    """Remember that a job of the clock ended."""
    JobRun.objects.update_or_create(name=name, defaults={"ended_at": timezone.now(), "is_ok": is_ok})
