"""Mails about exports and restores."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.services.mail import Mail, writes
from lifecycle.models import ExportJob, RestoreJob
from lifecycle.models.archives import JobState


@writes("export_ready", gettext_lazy("Export ready"))
def export_ready(job_id: int) -> Mail | None:
    """To whoever asked for the file."""
    job = ExportJob.objects.select_related("kim", "by").filter(pk=job_id, state=JobState.DONE).first()
    if job is None or job.by is None or not job.by.is_active:
        return None
    context = {
        "kim": job.kim.name,
        "person": job.by,
        "size": job.size,
        "url": settings.WAGTAILADMIN_BASE_URL + reverse("kim_archive:exports", args=[job.kim_id]),
    }
    return Mail(
        job.by.email,
        _("The file of %(kim)s is ready") % {"kim": job.kim.name},
        "lifecycle/mail/export_ready.txt",
        context,
    )


@writes("restore_done", gettext_lazy("Restored from a file"))
def restore_done(job_id: int) -> Mail | None:
    """To whoever started the restore, however it went."""
    job = RestoreJob.objects.select_related("kim", "by").filter(pk=job_id).first()
    if job is None or job.by is None or not job.by.is_active or job.state not in (JobState.DONE, JobState.FAILED):
        return None
    name = job.kim.name if job.kim else job.summary.get("name", "")
    context = {
        "kim": name,
        "person": job.by,
        "job": job,
        "is_done": job.state == JobState.DONE,
        "url": settings.WAGTAILADMIN_BASE_URL + reverse("kim_archive:restore_job", args=[job.pk]),
    }
    return Mail(job.by.email, _("Restore of %(kim)s") % {"kim": name}, "lifecycle/mail/restore_done.txt", context)
