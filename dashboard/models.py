"""Numbers that are kept, so that no dashboard has to count: readers, the last publication, the runs of the clock."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kim_sites.models import Kim


class ReaderCount(models.Model):
    """How often a page was opened on one day. Nothing about who opened it is kept, or known.

    Without constraints in the database: a page may go while its last readers are still being written down.
    """

    kim = models.ForeignKey(Kim, models.CASCADE, db_constraint=False, related_name="+")
    page = models.ForeignKey(Page, models.CASCADE, db_constraint=False, related_name="+")
    day = models.DateField()
    views = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("number of readers")
        verbose_name_plural = _("numbers of readers")
        constraints = [models.UniqueConstraint(fields=["page", "day"], name="readers_once_a_day")]
        indexes = [
            models.Index(fields=["kim", "day"], name="readers_of_kim"),
            models.Index(fields=["day"], name="readers_by_day"),
        ]

    def __str__(self):
        return f"{self.page_id}, {self.day}: {self.views}"


class KimActivity(models.Model):
    """When a KIM last published something; until it has, the day on which it came."""

    kim = models.OneToOneField(Kim, models.CASCADE, primary_key=True, related_name="activity")
    last_at = models.DateTimeField(_("last published"), db_index=True)
    has_published = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("activity of a KIM")
        verbose_name_plural = _("activities of KIM")

    def __str__(self):
        return f"{self.kim_id}: {self.last_at}"


class JobRun(models.Model):
    """The last run of one job of the clock."""

    name = models.CharField(max_length=60, primary_key=True)
    ended_at = models.DateTimeField(_("ended at"))
    is_ok = models.BooleanField(default=True)

    class Meta:
        verbose_name = _("run of a job")
        verbose_name_plural = _("runs of jobs")

    def __str__(self):
        return self.name
