"""Spreadsheets of KIM that an office brings along."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, Region
from kim_sites.models.tenants import private_storage


class ImportJob(models.Model):
    """One uploaded spreadsheet: checked first, then carried out on request, row by row."""

    class State(models.TextChoices):
        CHECKING = "checking", _("being checked")
        CHECKED = "checked", _("checked")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("could not be read")

    region = models.ForeignKey(Region, models.PROTECT, related_name="+", verbose_name=_("for"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    file = models.FileField(upload_to="imports/", storage=private_storage)
    file_name = models.CharField(_("file"), max_length=120)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.CHECKING)
    problem = models.CharField(_("problem"), max_length=254, blank=True)
    created_at = models.DateTimeField(_("when"), auto_now_add=True)
    # The lease of the worker that carries it out: when it is over, another one goes on.
    leased_until = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    # Rows of the file, as soon as it was read: what the progress is measured against.
    total = models.PositiveIntegerField(default=0)
    # Who let it be carried out, and whether the chairs are written to.
    carried_out_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    sends_invitations = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("import")
        verbose_name_plural = _("imports")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["region", "-created_at"], name="imports_of_region"),
            models.Index(fields=["state", "leased_until"], name="imports_under_way"),
        ]

    def __str__(self):
        return self.file_name


class ImportRow(models.Model):
    """One row of a spreadsheet. `values` are the cells as texts, by column; `errors` maps columns to sentences."""

    class State(models.TextChoices):
        GOOD = "good", _("can be made")
        FAULTY = "faulty", _("has a mistake")
        THERE = "there", _("is there already")
        MADE = "made", _("made")
        FAILED = "failed", _("could not be made")

    job = models.ForeignKey(ImportJob, models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField(_("row"))
    values = models.JSONField(default=dict)
    errors = models.JSONField(default=dict)
    state = models.CharField(_("state"), max_length=8, choices=State)
    kim = models.ForeignKey(Kim, models.SET_NULL, null=True, related_name="+")
    # What the check found: the place, and the address (the wished one, or one from the name of the village).
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+", verbose_name=_("region"))
    label = models.CharField(_("address"), max_length=40, blank=True)

    class Meta:
        verbose_name = _("row of an import")
        verbose_name_plural = _("rows of an import")
        ordering = ["number"]
        indexes = [models.Index(fields=["job", "state", "number"], name="import_rows_by_state")]
        constraints = [models.UniqueConstraint(fields=["job", "number"], name="one_import_row_per_number")]

    def __str__(self):
        return f"{self.job}, {self.number}"
