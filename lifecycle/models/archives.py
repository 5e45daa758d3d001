"""A whole KIM in one file, and back again."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, Region
from kim_sites.models.tenants import private_storage


class JobState(models.TextChoices):
    """How far the work on a file is."""

    WAITING = "waiting", _("waits")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    FAILED = "failed", _("failed")


class ExportJob(models.Model):
    """One file with everything of a KIM, asked for by its chair or somebody above."""

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="exports")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=JobState, default=JobState.WAITING)
    progress = models.PositiveSmallIntegerField(_("per cent"), default=0)
    problem = models.CharField(_("problem"), max_length=254, blank=True)
    file = models.FileField(upload_to="exports/", storage=private_storage, blank=True)
    size = models.PositiveBigIntegerField(_("bytes"), default=0)
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    finished_at = models.DateTimeField(_("ready"), null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("export")
        verbose_name_plural = _("exports")
        ordering = ["-created_at", "-pk"]
        indexes = [models.Index(fields=["kim", "-created_at"], name="exports_of_kim")]

    def __str__(self):
        return f"{self.kim}, {self.created_at:%Y-%m-%d}"


class RestoreJob(models.Model):
    """A file from an export that is brought back as a KIM, by a curator of the regency it belongs to or above."""

    # Known once the file was looked into.
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+", verbose_name=_("regency"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(_("state"), max_length=8, choices=JobState, default=JobState.WAITING)
    progress = models.PositiveSmallIntegerField(_("per cent"), default=0)
    problem = models.CharField(_("problem"), max_length=254, blank=True)
    file = models.FileField(upload_to="restores/", storage=private_storage)
    summary = models.JSONField(default=dict)
    kim = models.ForeignKey(Kim, models.SET_NULL, null=True, related_name="+")
    created_at = models.DateTimeField(_("asked for"), auto_now_add=True)
    finished_at = models.DateTimeField(_("ready"), null=True)
    leased_until = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("restore")
        verbose_name_plural = _("restores")
        ordering = ["-created_at", "-pk"]

    def __str__(self):
        return f"{self.pk}, {self.get_state_display()}"
