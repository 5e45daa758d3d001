"""Mail that waits to be sent, and what became of it."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """One notice to one person. Written by `kim_sites.services.mail` and nowhere else.

    There is no text in it: `kind` names the function that writes the mail when it is sent, `arguments` what that is
    about. So no secret waits in a table, and what is told is true at the time of sending.
    """

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        SENT = "sent", _("sent")
        NOT_NEEDED = "not_needed", _("not needed any more")
        FAILED = "failed", _("given up")

    kind = models.CharField(max_length=60)
    arguments = models.JSONField(default=list)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next try"), default=timezone.now)
    last_error = models.CharField(_("last error"), max_length=254, blank=True)
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    sent_at = models.DateTimeField(_("sent"), null=True)

    class Meta:
        verbose_name = _("outgoing mail")
        verbose_name_plural = _("outgoing mail")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["next_try_at"], condition=models.Q(state="waiting"), name="mail_that_waits"),
            models.Index(fields=["created_at"], name="mail_by_age"),
        ]

    def __str__(self):
        return f"{self.kind}, {self.get_state_display()}"
