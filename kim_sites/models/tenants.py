"""The tenant: one KIM, its legal papers, its roles, its officers and its addresses."""

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.files.storage import storages
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Collection, Page, Site

from .regions import Region


def private_storage():
    """Where scans live: never below the public media address."""
    return storages["private"]


class KimQuerySet(models.QuerySet):
    """Which KIM, in the words of the domain."""

    def visible(self) -> "KimQuerySet":
        """KIM whose site readers may open and whose pages rise to the hubs."""
        return self.filter(status=Kim.Status.ACTIVE)

    def for_user(self, user) -> "KimQuerySet":
        """KIM in which a person has a role of their own; for an operator all of them."""
        if user.is_superuser:
            return self
        return self.filter(roles__group__user=user).distinct()


class Kim(models.Model):
    """One community, one site. Made by `services.provisioning.provision_kim` and nowhere else."""

    class Status(models.TextChoices):
        REGISTERED = "registered", _("registered, site not open yet")
        ACTIVE = "active", _("active")
        SUSPENDED = "suspended", _("suspended")
        ARCHIVED = "archived", _("archived")

    class GroupKind(models.TextChoices):
        """Some KIM are a group of another kind that took the role on."""

        KIM = "kim", _("community information group")
        KARANG_TARUNA = "karang_taruna", _("youth organisation")
        PKK = "pkk", _("family welfare movement")
        FARMERS = "farmers", _("farmers' group")
        POKDARWIS = "pokdarwis", _("tourism awareness group")
        OTHER = "other", _("other")

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), max_length=40, unique=True)
    region = models.ForeignKey(Region, models.PROTECT, related_name="kim", verbose_name=_("region"))
    kind_of_group = models.CharField(_("kind of group"), max_length=16, choices=GroupKind, default=GroupKind.KIM)
    registration_number = models.CharField(_("registration number"), max_length=60, blank=True)
    founded_on = models.DateField(_("founded on"), null=True, blank=True)
    status = models.CharField(_("status"), max_length=12, choices=Status, default=Status.ACTIVE, db_index=True)
    status_reason = models.TextField(_("reason for the status"), blank=True)
    status_changed_at = models.DateTimeField(_("status since"), default=timezone.now)
    site = models.OneToOneField(Site, models.SET_NULL, null=True, related_name="kim", verbose_name=_("site"))
    home_page = models.OneToOneField(Page, models.SET_NULL, null=True, related_name="+", verbose_name=_("home page"))
    collection = models.OneToOneField(
        Collection, models.SET_NULL, null=True, related_name="kim", verbose_name=_("collection")
    )
    created_at = models.DateTimeField(_("created"), auto_now_add=True)
    shared_at = models.DateTimeField(_("address first shared"), null=True, blank=True, editable=False)
    # Villages merge; the site of the one that ended leads to the other one's.
    merged_into = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="merged_from", verbose_name=_("merged into")
    )

    objects = KimQuerySet.as_manager()

    class Meta:
        verbose_name = _("KIM")
        verbose_name_plural = _("KIM")
        ordering = ["name"]
        indexes = [models.Index(fields=["name", "id"], name="kim_by_name")]

    def __str__(self):
        return self.name

    @property
    def is_visible(self) -> bool:
        """Whether readers may open the site and its pages rise."""
        return self.status == self.Status.ACTIVE

    @property
    def url(self) -> str:
        """The absolute address of the site, with a slash at the end; empty while there is none."""
        return f"{self.site.root_url}/" if self.site else ""


class KimRole(models.Model):
    """Ties a role of a KIM to the Wagtail group that carries its permissions. A person has the role by being in it."""

    class Role(models.TextChoices):
        CHAIR = "chair", _("chair")
        EDITOR = "editor", _("editor")
        CONTRIBUTOR = "contributor", _("contributor")

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="roles")
    role = models.CharField(_("role"), max_length=12, choices=Role)
    group = models.OneToOneField(Group, models.CASCADE, related_name="kim_role")

    class Meta:
        verbose_name = _("role in a KIM")
        verbose_name_plural = _("roles in a KIM")
        constraints = [models.UniqueConstraint(fields=["kim", "role"], name="one_group_per_role")]

    def __str__(self):
        return f"{self.get_role_display()}, {self.kim}"


class LegalPaper(models.Model):
    """The decree (SK) on which a KIM stands. Its date is not the founding date; both are kept."""

    class Office(models.TextChoices):
        LURAH = "lurah", _("head of the urban village (lurah)")
        KEPALA_DESA = "kepala_desa", _("head of the village (kepala desa)")
        CAMAT = "camat", _("head of the district (camat)")
        BUPATI = "bupati", _("regent (bupati)")
        WALI_KOTA = "wali_kota", _("mayor (wali kota)")
        GUBERNUR = "gubernur", _("governor (gubernur)")

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="legal_papers")
    number = models.CharField(_("number"), max_length=120)
    issued_on = models.DateField(_("date"))
    signer = models.CharField(_("signed by"), max_length=120)
    office = models.CharField(_("office of the signer"), max_length=12, choices=Office)
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    scan = models.FileField(_("scan"), upload_to="legal-papers/", storage=private_storage, blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("added by")
    )
    added_at = models.DateTimeField(_("added"), default=timezone.now)
    # A curator's decision about a paper that has ended: the site stays open until this day.
    tolerated_until = models.DateField(_("tolerated until"), null=True, blank=True)

    class Meta:
        verbose_name = _("legal paper")
        verbose_name_plural = _("legal papers")
        # The first one is the current one.
        ordering = ["-issued_on", "-pk"]
        constraints = [models.UniqueConstraint(fields=["kim", "number"], name="one_paper_per_number")]
        indexes = [models.Index(fields=["valid_until", "id"], name="papers_by_end")]

    def __str__(self):
        return self.number


class PaperNotice(models.Model):
    """A notice about the end of a paper that went out: each goes once, whoever looks and however often."""

    paper = models.ForeignKey(LegalPaper, models.CASCADE, related_name="notices")
    # Days before the end; 0 says that it has ended.
    days = models.PositiveSmallIntegerField()
    sent_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name = _("notice about a legal paper")
        verbose_name_plural = _("notices about legal papers")
        constraints = [models.UniqueConstraint(fields=["paper", "days"], name="one_notice_per_paper_and_term")]

    def __str__(self):
        return f"{self.paper}, {self.days}"


class OfficerQuerySet(models.QuerySet):
    """Who holds a position, and who held one."""

    def now(self) -> "OfficerQuerySet":
        """Those who hold their position today."""
        return self.filter(models.Q(until__isnull=True) | models.Q(until__gt=timezone.localdate()))

    def former(self) -> "OfficerQuerySet":
        """Those whose time is over."""
        return self.filter(until__lte=timezone.localdate())


class Officer(models.Model):
    """An officer or member of a KIM, apart from accounts: not every member signs in."""

    class Position(models.TextChoices):
        CHAIR = "chair", _("chair")
        SECRETARY = "secretary", _("secretary")
        TREASURER = "treasurer", _("treasurer")
        MEMBER = "member", _("member")

    kim = models.ForeignKey(Kim, models.CASCADE, related_name="officers", verbose_name=_("KIM"))
    name = models.CharField(_("name"), max_length=120)
    position = models.CharField(_("position"), max_length=12, choices=Position, default=Position.MEMBER)
    since = models.DateField(_("since"), null=True, blank=True)
    # The day from which the person no longer holds the position.
    until = models.DateField(_("until"), null=True, blank=True)
    photo = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("photo")
    )
    is_public = models.BooleanField(
        _("shown to readers"), default=False, help_text=_("Only with the consent of the person.")
    )
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)
    legal_paper = models.ForeignKey(
        LegalPaper,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="officers",
        verbose_name=_("named by the decree (SK)"),
    )

    objects = OfficerQuerySet.as_manager()

    class Meta:
        verbose_name = _("officer")
        verbose_name_plural = _("officers")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name


class HostAlias(models.Model):
    """A host name that once led to a KIM, or leads there beside the main one: it redirects for good."""

    hostname = models.CharField(_("host name"), max_length=255, unique=True)
    kim = models.ForeignKey(Kim, models.CASCADE, related_name="host_aliases")

    class Meta:
        verbose_name = _("old address")
        verbose_name_plural = _("old addresses")

    def __str__(self):
        return self.hostname
