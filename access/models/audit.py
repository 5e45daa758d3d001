"""What was done with rights: sign-ins, roles, refusals, suspensions. Content has Wagtail's own history."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, Region


class AuditEntry(models.Model):
    """One event and the tenant or hub that it concerns. Written by `access.services.audit` and nowhere else.

    An event that concerns several (the sign-in of somebody with roles in two KIM) is one row for each of them, so that
    each chair sees its own and nobody sees that there are others. A row without tenant and hub is for operators.
    """

    class Action(models.TextChoices):
        SIGNED_IN = "signed_in", _("signed in")
        SIGN_IN_FAILED = "sign_in_failed", _("sign-in failed")
        LOCKED_OUT = "locked_out", _("sign-in locked after too many tries")
        SIGNED_OUT = "signed_out", _("signed out")
        PASSWORD_CHANGED = "password_changed", _("password changed")
        TWO_FACTOR_ON = "two_factor_on", _("second step switched on")
        TWO_FACTOR_OFF = "two_factor_off", _("second step switched off")
        TWO_FACTOR_FAILED = "two_factor_failed", _("wrong code in the second step")
        INVITED = "invited", _("invited")
        INVITATION_WITHDRAWN = "invitation_withdrawn", _("invitation withdrawn")
        JOINED = "joined", _("accepted an invitation")
        ROLE_GIVEN = "role_given", _("role given")
        ROLE_TAKEN = "role_taken", _("role taken away")
        CHAIR_HANDED_OVER = "chair_handed_over", _("chair handed over")
        DEACTIVATED = "deactivated", _("account deactivated")
        REACTIVATED = "reactivated", _("account activated again")
        REFUSED = "refused", _("refused")
        SUSPENDED = "suspended", _("KIM suspended")
        RESUMED = "resumed", _("KIM opened again")
        ARCHIVED = "archived", _("KIM archived")
        REMOVED = "removed", _("removed")
        APPLICATION = "application", _("application decided")
        PAPER_CHANGED = "paper_changed", _("legal paper changed")
        MOVED = "moved", _("address changed")
        MERGED = "merged", _("KIM merged")
        EXPORTED = "exported", _("exported")
        RESTORED = "restored", _("restored from a file")
        IMPORTED = "imported", _("imported from a spreadsheet")
        REDIRECT_CHANGED = "redirect_changed", _("redirect changed")

    at = models.DateTimeField(_("when"), auto_now_add=True, db_index=True)
    action = models.CharField(_("what"), max_length=24, choices=Action)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("who")
    )
    # Stays when the account goes.
    actor_name = models.CharField(_("name"), max_length=254, blank=True)
    kim = models.ForeignKey(Kim, models.CASCADE, null=True, related_name="audit_entries", verbose_name=_("KIM"))
    region = models.ForeignKey(Region, models.PROTECT, null=True, related_name="+", verbose_name=_("hub"))
    target = models.CharField(_("about"), max_length=254, blank=True)
    address = models.CharField(_("address"), max_length=254, blank=True)
    network = models.GenericIPAddressField(_("network address"), null=True)
    data = models.JSONField(_("details"), default=dict)

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        ordering = ["-at", "-pk"]
        indexes = [
            models.Index(fields=["kim", "-at"], name="audit_of_kim"),
            models.Index(fields=["region", "-at"], name="audit_of_hub"),
        ]

    def __str__(self):
        return f"{self.get_action_display()}: {self.target or self.actor_name}"
