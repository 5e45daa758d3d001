"""Achievements (prestasi) and potential (potensi) of the village."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kim_sites.listings import build_filter
from kim_sites.share import ShareMeta

from .base import SHARING_PANELS, KimPage, title_panel
from .blocks import BodyBlock, body_images, body_text
from .indexes import KimIndexPage
from .managers import KimPageManager


class AchievementKind(models.TextChoices):
    """What the village won, or what it has."""

    ACHIEVEMENT = "achievement", _("Achievement")
    POTENTIAL = "potential", _("Potential")


class AwardLevel(models.TextChoices):
    """From the village to the world."""

    VILLAGE = "village", _("Village level")
    DISTRICT = "district", _("District level")
    REGENCY = "regency", _("Regency level")
    PROVINCE = "province", _("Province level")
    NATIONAL = "national", _("National level")
    INTERNATIONAL = "international", _("International level")


class PotentialType(models.TextChoices):
    """What kind of treasure it is."""

    NATURE = "nature", _("Nature")
    CULTURE = "culture", _("Culture")
    AGRICULTURE = "agriculture", _("Farming")
    TOURISM = "tourism", _("Tourism")
    HUMAN = "human", _("People and skills")


class AchievementPage(KimPage):
    """One achievement or one potential."""

    kind = models.CharField(_("kind"), max_length=12, choices=AchievementKind, default=AchievementKind.ACHIEVEMENT)
    level = models.CharField(_("level"), max_length=16, choices=AwardLevel, blank=True)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(1945), MaxValueValidator(2100)]
    )
    organiser = models.CharField(_("organiser"), max_length=160, blank=True)
    rank = models.CharField(_("rank"), max_length=120, blank=True, help_text=_("For example: first place."))
    potential_type = models.CharField(_("type of potential"), max_length=16, choices=PotentialType, blank=True)
    lead_image = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, related_name="+", verbose_name=_("main picture")
    )
    lead_image_alt = models.CharField(_("what the picture shows"), max_length=200)
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    objects = KimPageManager()
    parent_page_types = ["kim_sites.AchievementIndexPage"]
    subpage_types: list[str] = []
    template = "kim_sites/achievement.html"
    card_order = ("-year", "-pk")
    card_fields = ("kind", "level", "year", "rank", "potential_type")
    route_related = ("lead_image",)
    share_kind = "article"

    content_panels = [
        title_panel(_("What was won or what there is, for example “First place in the village contest 2026”.")),
        FieldPanel("kind"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("level"), FieldPanel("year")]),
                FieldRowPanel([FieldPanel("rank"), FieldPanel("organiser")]),
            ],
            heading=_("For an achievement"),
        ),
        FieldPanel("potential_type", heading=_("For a potential")),
        MultiFieldPanel(
            [
                FieldPanel("lead_image"),
                FieldPanel(
                    "lead_image_alt",
                    help_text=_("One sentence for readers who can't see it, for example “The winners with their cup”."),
                ),
            ],
            heading=_("Main picture"),
        ),
        FieldPanel("body"),
    ]
    promote_panels = SHARING_PANELS
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("achievement or potential")
        verbose_name_plural = _("achievements and potential")
        indexes = [models.Index(fields=["kim", "kind"], name="achievement_by_kim_kind")]

    def publish_errors(self):
        """Each kind needs its own facts."""
        if self.kind == AchievementKind.POTENTIAL:
            missing = {} if self.potential_type else {"potential_type": _("Choose the type of potential.")}
        else:
            missing = {} if self.level else {"level": _("Choose the level of the achievement.")}
            if not self.year:
                missing["year"] = _("Give the year of the achievement.")
        return missing

    def card_picture(self):
        """The main picture."""
        return (self.lead_image, self.lead_image_alt) if self.lead_image else None

    @property
    def facts(self) -> list[str]:
        """What stands under the title: level, year and rank, or the type of potential."""
        if self.kind == AchievementKind.POTENTIAL:
            return [str(self.get_potential_type_display())]
        facts = [self.rank, str(self.get_level_display()) if self.level else "", str(self.year or "")]
        return [fact for fact in facts if fact]

    @property
    def summary_text(self) -> str:
        """The beginning of the text."""
        return Truncator(body_text(self.body)).chars(180)

    def search_text(self) -> str:
        """All words, for the search of the project."""
        return " ".join([body_text(self.body), self.organiser, *self.facts])

    def shown_images(self):
        """The main picture and those of the text."""
        return [self.lead_image, *body_images(self.body)]

    def get_context(self, request, *args, **kwargs):
        """Add the address of the list."""
        context = super().get_context(request, *args, **kwargs)
        context["index_url"] = self.get_url(request).rstrip("/").rpartition("/")[0] + "/"
        return context

    @property
    def share_description(self) -> str:
        """The facts and the beginning of the text."""
        return self.search_description or " · ".join([*self.facts, self.summary_text])

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Schema.org's Article."""
        return [
            {
                "@type": "Article",
                "headline": meta.title[:110],
                "description": meta.description,
                "image": [meta.image],
                "mainEntityOfPage": meta.url,
                "publisher": {"@type": "Organization", "name": meta.site_name},
            }
        ]


class AchievementIndexPage(KimIndexPage):
    """All achievements and potential of a KIM."""

    item_model = AchievementPage
    subpage_types = ["kim_sites.AchievementPage"]
    max_count_per_parent = 1
    template = "kim_sites/achievement_index.html"

    class Meta:
        verbose_name = _("achievement list")
        verbose_name_plural = _("achievement lists")

    def filters(self, request):
        """By kind and by level."""
        url = self.get_url(request)
        return [
            build_filter(request.GET, "jenis", _("Kind"), AchievementKind.choices, url, _("All")),
            build_filter(request.GET, "tingkat", _("Level"), AwardLevel.choices, url, _("All levels")),
        ]

    def narrow(self, items, name, value):
        """By kind or level."""
        return items.filter(level=value) if name == "tingkat" else items.filter(kind=value)
