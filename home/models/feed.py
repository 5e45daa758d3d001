"""What rises: one row per published page, and what hubs decided about it."""

from django.db import models
from django.db.models import Exists, OuterRef, Q, Subquery
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from kim_sites.models import Kim, Region


class FeedQuerySet(models.QuerySet):
    """Rows of a hub, each list one query whatever lies below."""

    def below(self, region: Region) -> "FeedQuerySet":
        """Rows of all KIM in a region; the nation is everything."""
        if region.level == Region.Level.NATION:
            return self
        field = {1: "province_code", 2: "regency_code", 3: "district_code"}[region.level]
        return self.filter(**{field: region.code})

    def rising(self) -> "FeedQuerySet":
        """Rows that hubs list; info pages are only searched on their own site."""
        return self.exclude(kind=FeedEntry.Kind.INFO)

    def in_language(self, language: str, default: str) -> "FeedQuerySet":
        """Rows in the reader's language, and in the default one what has no translation."""
        if language == default:
            return self.filter(language=default)
        translated = FeedEntry.objects.filter(translation_key=OuterRef("translation_key"), language=language)
        return self.filter(Q(language=language) | Q(language=default) & ~Exists(translated))

    def shown_on(self, hub_page) -> "FeedQuerySet":
        """Without the rows that this hub's curators have hidden."""
        return self.exclude(translation_key__in=Curation.objects.in_force(hub_page, Curation.Decision.HIDDEN))

    def featured_on(self, hub_page) -> "FeedQuerySet":
        """What a hub features today, in its curators' order."""
        decisions = Curation.objects.filter(
            hub_key=hub_page.translation_key, page__translation_key=OuterRef("translation_key")
        )
        return (
            self.filter(translation_key__in=Curation.objects.in_force(hub_page, Curation.Decision.FEATURED))
            .annotate(place=Subquery(decisions.order_by("position").values("position")[:1]))
            .order_by("place", "-sort_at", "-page_id")
        )

    def newest(self) -> "FeedQuerySet":
        """The order of every list: stable, since the key breaks ties."""
        return self.order_by("-sort_at", "-page_id")


class FeedEntry(models.Model):
    """One published page of a KIM with everything that a card needs. Written by `home.services.feed` only.

    Hubs, search and news feeds read this table and never the page tree.
    """

    class Kind(models.TextChoices):
        NEWS = "news", _("News")
        PRODUCT = "product", _("Product")
        ACHIEVEMENT = "achievement", _("Achievement")
        POTENTIAL = "potential", _("Potential")
        INFO = "info", _("Info page")

    class Section(models.TextChoices):
        """The lists of a hub; info pages stand in none."""

        NEWS = "news", _("News")
        PRODUCTS = "products", _("Products")
        ACHIEVEMENTS = "achievements", _("Achievements and potential")
        NONE = "", ""

    SECTION_OF = {
        Kind.NEWS: Section.NEWS,
        Kind.PRODUCT: Section.PRODUCTS,
        Kind.ACHIEVEMENT: Section.ACHIEVEMENTS,
        Kind.POTENTIAL: Section.ACHIEVEMENTS,
        Kind.INFO: Section.NONE,
    }

    page = models.OneToOneField(Page, models.CASCADE, primary_key=True, related_name="feed_entry")
    kim = models.ForeignKey(Kim, models.CASCADE, related_name="feed_entries")
    kind = models.CharField(_("kind"), max_length=12, choices=Kind)
    # The list of a hub in which the entry stands, worked out from the kind: one index serves a list of several kinds.
    section = models.CharField(max_length=12, choices=Section, default="", blank=True, editable=False)
    category = models.CharField(_("category"), max_length=16, blank=True)
    language = models.CharField(max_length=12)
    translation_key = models.UUIDField()
    title = models.CharField(_("title"), max_length=255)
    summary = models.TextField(blank=True)
    url = models.CharField(max_length=600)
    card = models.JSONField(default=dict)
    data = models.JSONField(default=dict)  # price, availability, level and so on, as keys: put into words by `facts`
    date = models.DateField(_("date"))
    sort_at = models.DateTimeField()
    kim_name = models.CharField(max_length=120)
    place_name = models.CharField(max_length=255)
    province_code = models.CharField(max_length=2)
    regency_code = models.CharField(max_length=5)
    district_code = models.CharField(max_length=8, blank=True)

    objects = FeedQuerySet.as_manager()
    is_featured = False

    class Meta:
        verbose_name = _("feed entry")
        verbose_name_plural = _("feed entries")
        indexes = [
            # A list of each kind of hub, and of everything that came in to it: read in order, from the newest on.
            models.Index(fields=["section", "-sort_at", "-page"], name="feed_nation"),
            models.Index(fields=["province_code", "section", "-sort_at", "-page"], name="feed_province"),
            models.Index(fields=["regency_code", "section", "-sort_at", "-page"], name="feed_regency"),
            models.Index(fields=["district_code", "section", "-sort_at", "-page"], name="feed_district"),
            models.Index(fields=["-sort_at", "-page"], name="feed_nation_all"),
            models.Index(fields=["province_code", "-sort_at", "-page"], name="feed_province_all"),
            models.Index(fields=["regency_code", "-sort_at", "-page"], name="feed_regency_all"),
            models.Index(fields=["kim", "kind", "-sort_at"], name="feed_kim"),
            models.Index(fields=["translation_key", "language"], name="feed_translation"),
        ]

    def __str__(self):
        return self.title

    @classmethod
    def section_of(cls, kind: str) -> str:
        """The section in which entries of a kind stand."""
        return cls.SECTION_OF[cls.Kind(kind)].value

    @property
    def category_label(self) -> str:
        """The category in the reader's language."""
        from home.services.labels import category_label

        return category_label(self.kind, self.category)

    @property
    def facts(self) -> list[str]:
        """Short facts for the card in the reader's language: a price, a rank, a level."""
        from home.services.labels import entry_facts

        return entry_facts(self.kind, self.data)


class CurationQuerySet(models.QuerySet):
    """Decisions of one hub; each holds for the page in every language."""

    def in_force(self, hub_page, decision: str):
        """Translation keys of the pages that a hub features or hides today. As few as its curators have chosen."""
        open_end = Q(until__isnull=True) | Q(until__gte=timezone.localdate())
        rows = self.filter(open_end, hub_key=hub_page.translation_key, decision=decision)
        return rows.values("page__translation_key")


class Curation(models.Model):
    """What one hub decided on one entry: featured (place, until when) or hidden (why). The KIM sees it."""

    class Decision(models.TextChoices):
        FEATURED = "featured", _("featured")
        HIDDEN = "hidden", _("hidden")

    # The hub by its translation key: a decision holds for the hub in every language, and for any page type.
    hub_key = models.UUIDField()
    hub_name = models.CharField(_("hub"), max_length=255)
    # The page and not the entry: a decision outlives an unpublishing, so that nobody can undo it by publishing again.
    page = models.ForeignKey(Page, models.CASCADE, related_name="curations", verbose_name=_("page"))
    decision = models.CharField(_("decision"), max_length=8, choices=Decision)
    position = models.PositiveSmallIntegerField(_("place"), default=1, help_text=_("1 stands first."))
    until = models.DateField(_("until"), null=True, blank=True, help_text=_("The last day; empty for no end."))
    reason = models.CharField(_("reason"), max_length=300, blank=True, help_text=_("The KIM reads this."))
    decided_by = models.ForeignKey(
        "kim_sites.User", models.SET_NULL, null=True, related_name="+", verbose_name=_("decided by")
    )
    decided_at = models.DateTimeField(_("decided"), auto_now=True)

    objects = CurationQuerySet.as_manager()

    class Meta:
        verbose_name = _("decision of a hub")
        verbose_name_plural = _("decisions of hubs")
        constraints = [models.UniqueConstraint(fields=["hub_key", "page"], name="one_decision_per_hub")]
        indexes = [models.Index(fields=["hub_key", "decision", "position"], name="curation_by_hub")]

    def __str__(self):
        return f"{self.page}: {self.get_decision_display()}"

    @property
    def is_over(self) -> bool:
        """Whether a featured entry's last day has passed."""
        return self.until is not None and self.until < timezone.localdate()
