"""The application of a village group for a website."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, LegalPaper, Officer, Region
from kim_sites.models.tenants import private_storage


class Application(models.Model):
    """What a group hands in, from its first saved word to its own site. Written by `onboarding.services` only.

    While it is a draft the fields may be empty, and `draft` holds what was typed exactly as it was typed, also what can't
    be read as a date. The tracking link carries `number` and a secret that is worked out from `nonce`, never stored.
    """

    class State(models.TextChoices):
        DRAFT = "draft", _("not sent yet")
        SUBMITTED = "submitted", _("waits for the check")
        QUESTION = "question", _("waits for your answer")
        APPROVED = "approved", _("approved, the site is being made")
        DONE = "done", _("the site is open")
        REFUSED = "refused", _("refused")
        WITHDRAWN = "withdrawn", _("withdrawn")

    # The states in which a village is spoken for by this application.
    OPEN_STATES = (State.SUBMITTED, State.QUESTION, State.APPROVED)

    number = models.CharField(_("number"), max_length=16, unique=True)
    nonce = models.CharField(max_length=32)
    state = models.CharField(_("state"), max_length=12, choices=State, default=State.DRAFT)
    draft = models.JSONField(default=dict, blank=True)

    region = models.ForeignKey(
        Region,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="applications",
        verbose_name=_("village or district"),
    )
    # Kept beside the village, so that a queue is one indexed look-up.
    regency = models.ForeignKey(
        Region, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("regency")
    )
    kim_name = models.CharField(_("name of the KIM"), max_length=120, blank=True)
    kind_of_group = models.CharField(
        _("kind of group"), max_length=16, choices=Kim.GroupKind, default=Kim.GroupKind.KIM
    )
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    label = models.CharField(_("wished address"), max_length=40, blank=True)

    paper_number = models.CharField(_("number of the decree (SK)"), max_length=120, blank=True)
    paper_issued_on = models.DateField(_("date of the decree (SK)"), null=True, blank=True)
    paper_signer = models.CharField(_("signed by"), max_length=120, blank=True)
    paper_office = models.CharField(_("office of the signer"), max_length=12, choices=LegalPaper.Office, blank=True)
    paper_valid_until = models.DateField(_("valid until"), null=True, blank=True)
    scan = models.FileField(_("scan or photo"), upload_to="applications/", storage=private_storage, blank=True)

    contact_name = models.CharField(_("name of the person who applies"), max_length=120, blank=True)
    contact_email = models.EmailField(_("e-mail address"), blank=True)
    contact_phone = models.CharField(_("WhatsApp number"), max_length=20, blank=True)
    # The chair's account; the same as the contact's when the chair applies.
    chair_email = models.EmailField(_("e-mail address of the chair"), blank=True)
    consent_at = models.DateTimeField(_("consent given"), null=True)

    created_at = models.DateTimeField(_("begun"), auto_now_add=True)
    changed_at = models.DateTimeField(_("changed"), default=timezone.now)
    submitted_at = models.DateTimeField(_("sent"), null=True)
    # Since when the office (or the applicant) is at turn: what "silent" is counted from.
    waiting_since = models.DateTimeField(_("waits since"), null=True)
    decided_at = models.DateTimeField(_("decided"), null=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    kim = models.OneToOneField(Kim, models.SET_NULL, null=True, related_name="application", verbose_name=_("KIM"))
    # The making of the site: what the progress shows, and why it stopped.
    progress = models.CharField(max_length=40, blank=True)
    failure = models.CharField(max_length=254, blank=True)

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ["-created_at", "-pk"]
        indexes = [
            models.Index(fields=["regency", "state", "waiting_since"], name="applications_of_regency"),
            models.Index(fields=["region", "state"], name="applications_of_village"),
            models.Index(fields=["state", "changed_at"], name="applications_by_age"),
            models.Index(fields=["contact_email"], name="applications_of_person"),
        ]

    def __str__(self):
        return f"{self.number} {self.kim_name}".strip()


class ApplicationOfficer(models.Model):
    """Somebody named in an application: becomes a row of the roster."""

    application = models.ForeignKey(Application, models.CASCADE, related_name="officers")
    name = models.CharField(_("name"), max_length=120)
    position = models.CharField(_("position"), max_length=12, choices=Officer.Position)
    sort_order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("officer in an application")
        verbose_name_plural = _("officers in an application")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name


class ApplicationStep(models.Model):
    """One step of an application: who did what when, with the words that were said."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", _("sent")
        ASKED = "asked", _("asked for a correction")
        ANSWERED = "answered", _("answered")
        CHANGED = "changed", _("changed")
        REFUSED = "refused", _("refused")
        REOPENED = "reopened", _("opened again")
        APPROVED = "approved", _("approved")
        STEPPED_IN = "stepped_in", _("the province stepped in")
        STUCK = "stuck", _("the site could not be made")
        DONE = "done", _("the site was made")
        WITHDRAWN = "withdrawn", _("withdrawn")

    application = models.ForeignKey(Application, models.CASCADE, related_name="steps")
    kind = models.CharField(_("what"), max_length=12, choices=Kind)
    text = models.TextField(_("words"), blank=True)
    # Nobody: the applicant, or the system.
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    actor_name = models.CharField(max_length=254, blank=True)
    at = models.DateTimeField(_("when"), auto_now_add=True)

    class Meta:
        verbose_name = _("step of an application")
        verbose_name_plural = _("steps of an application")
        ordering = ["at", "pk"]

    def __str__(self):
        return f"{self.get_kind_display()}, {self.application}"
