"""Work that may be cut off: whoever has a job holds it for a while, and then somebody else may take it up."""

import datetime

from django.db.models import Q
from django.utils import timezone

from lifecycle.models.archives import JobState

LEASE = datetime.timedelta(minutes=10)
GIVEN_UP = datetime.timedelta(days=1)  # what is not finished by then never will be
UNFINISHED = (JobState.WAITING, JobState.RUNNING)


def take(model, job_id: int):
    """Take a job that nobody has; None if it is done, gone, or somebody is at it."""
    now = timezone.now()
    free = model.objects.filter(Q(leased_until=None) | Q(leased_until__lt=now), pk=job_id, state__in=UNFINISHED)
    if not free.update(state=JobState.RUNNING, leased_until=now + LEASE):
        return None
    return model.objects.get(pk=job_id)


def tell(job, progress: int) -> None:
    """Say how far the work is, and hold on to the job."""
    job.progress = min(99, max(job.progress, progress))
    type(job).objects.filter(pk=job.pk).update(progress=job.progress, leased_until=timezone.now() + LEASE)


def stuck(jobs, age: datetime.timedelta = LEASE):
    """Of some jobs (a queryset) those at which nobody is: their worker died, or the queue lost them."""
    now = timezone.now()
    return jobs.filter(Q(leased_until__lt=now) | Q(leased_until=None, created_at__lt=now - age), state__in=UNFINISHED)
