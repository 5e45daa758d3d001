"""Invitations, and who used to belong to a KIM. Membership itself is being in the group of a `KimRole`."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, KimRole


class Invitation(models.Model):
    """A role that waits for an e-mail address. Written by `members.services` and nowhere else.

    The link in the mail carries a secret; here is only its hash. The secret is made by the task that sends the mail, so
    it is in no table and no queue.
    """

    class State(models.TextChoices):
        OPEN = "open", _("open")
        ACCEPTED = "accepted", _("accepted")
        WITHDRAWN = "withdrawn", _("withdrawn")

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="invitations", verbose_name=_("KIM"))
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=12, choices=KimRole.Role)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.OPEN)
    secret_hash = models.CharField(max_length=64, null=True, unique=True)
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("invited by")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    expires_at = models.DateTimeField(_("valid until"))
    sent_at = models.DateTimeField(_("sent"), null=True)
    asked_at = models.DateTimeField(_("last asked to be sent"), default=timezone.now)
    times_asked = models.PositiveSmallIntegerField(default=1)

    class Meta:
        verbose_name = _("invitation")
        verbose_name_plural = _("invitations")
        ordering = ["-created_at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["kim", "email"], condition=models.Q(state="open"), name="one_open_invitation_per_address"
            )
        ]
        indexes = [models.Index(fields=["kim", "-created_at"], name="invitations_of_kim")]

    def __str__(self):
        return f"{self.email}, {self.kim}"

    @property
    def is_expired(self) -> bool:
        """Whether its time is over."""
        return self.expires_at <= timezone.now()


class FormerMember(models.Model):
    """Somebody whose role in a KIM was taken away, and who can be given it back. One row for a person and KIM."""

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="former_members")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="former_memberships")
    role = models.CharField(_("role"), max_length=12, choices=KimRole.Role)
    left_at = models.DateTimeField(_("left"), default=timezone.now)
    # No role was left anywhere, so the account was closed with it. Only such an account may be opened again here.
    account_closed = models.BooleanField(default=False)

    class Meta:
        verbose_name = _("former member")
        verbose_name_plural = _("former members")
        ordering = ["-left_at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["kim", "user"], name="one_former_membership")]

    def __str__(self):
        return f"{self.user}, {self.kim}"
