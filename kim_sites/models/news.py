"""News: the index and the article."""

from django.db import models
from django.utils import timezone
from django.utils.text import Truncator, slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from kim_sites.listings import build_filter
from kim_sites.share import ShareMeta

from .base import SHARING_PANELS, KimPage, title_panel
from .blocks import BodyBlock, body_images, body_text
from .indexes import KimIndexPage
from .managers import KimPageManager


class NewsCategory(models.TextChoices):
    """The same everywhere, so that a hub can filter across KIM."""

    GOVERNMENT = "government", _("Village government")
    ECONOMY = "economy", _("Economy and small business")
    HEALTH = "health", _("Health")
    EDUCATION = "education", _("Education")
    ENVIRONMENT = "environment", _("Environment")
    CULTURE = "culture", _("Arts and culture")
    YOUTH = "youth", _("Youth and sport")
    ANNOUNCEMENT = "announcement", _("Announcement")


class Adinda(models.TextChoices):
    """The six activities by which offices judge a KIM (Permenkominfo 8/2010)."""

    AKSES = "akses", _("Access to information")
    DISKUSI = "diskusi", _("Discussion")
    IMPLEMENTASI = "implementasi", _("Implementation")
    NETWORKING = "networking", _("Networking")
    DISEMINASI = "diseminasi", _("Dissemination")
    ASPIRASI = "aspirasi", _("Aspirations")


class NewsPage(KimPage):
    """One article."""

    date = models.DateField(_("date"), default=timezone.localdate)
    lead_image = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, related_name="+", verbose_name=_("main picture")
    )
    lead_image_alt = models.CharField(
        _("what the picture shows"),
        max_length=200,
        help_text=_("One sentence for readers who can't see it, for example “Villagers planting mangroves”."),
    )
    summary = models.TextField(
        _("summary"), max_length=300, blank=True, help_text=_("Left empty, it is made from the text.")
    )
    body = StreamField(BodyBlock(), verbose_name=_("text"))
    category = models.CharField(_("category"), max_length=16, choices=NewsCategory)
    adinda = models.CharField(_("ADINDA activity"), max_length=16, choices=Adinda, blank=True)
    author_name = models.CharField(_("written by"), max_length=120, blank=True)
    source = models.CharField(_("source"), max_length=200, blank=True, help_text=_("If the news came from elsewhere."))
    tag_names = models.CharField(
        _("tags"), max_length=200, blank=True, help_text=_("Words of your own, with commas between them.")
    )

    objects = KimPageManager()
    parent_page_types = ["kim_sites.NewsIndexPage"]
    subpage_types: list[str] = []
    template = "kim_sites/news.html"
    card_order = ("-date", "-pk")
    card_fields = ("date", "category", "summary")
    route_related = ("lead_image",)
    share_kind = "article"

    content_panels = [
        title_panel(_("Say what happened, for example “Villagers plant a thousand seedlings”.")),
        MultiFieldPanel([FieldPanel("lead_image"), FieldPanel("lead_image_alt")], heading=_("Main picture")),
        FieldPanel("summary"),
        FieldPanel("body"),
        MultiFieldPanel(
            [FieldPanel("date"), FieldPanel("category"), FieldPanel("adinda"), FieldPanel("tag_names")],
            heading=_("Kind of news"),
        ),
        MultiFieldPanel([FieldPanel("author_name"), FieldPanel("source")], heading=_("Who wrote it")),
    ]
    promote_panels = SHARING_PANELS
    search_fields = [*Page.search_fields, index.SearchField("summary"), index.SearchField("body")]

    class Meta:
        verbose_name = _("news article")
        verbose_name_plural = _("news articles")
        indexes = [models.Index(fields=["kim", "-date"], name="news_by_kim_date")]

    def prepare_save(self):
        """Keep the words of the card too: lists then need not read whole articles."""
        super().prepare_save()
        self.card["summary"] = self.summary_text

    def card_picture(self):
        """The main picture."""
        return (self.lead_image, self.lead_image_alt) if self.lead_image else None

    @property
    def summary_text(self) -> str:
        """The summary, or the beginning of the text."""
        return self.summary or Truncator(body_text(self.body)).chars(180)

    def search_text(self) -> str:
        """All words of the article, for the search of the project."""
        return " ".join([self.summary, body_text(self.body), self.tag_names, self.source])

    @property
    def tags(self) -> list[tuple[str, str]]:
        """Slug and name of each tag, as typed, without repeats."""
        names = (" ".join(name.split()) for name in self.tag_names.split(","))
        return list({slugify(name): (slugify(name), name) for name in names if slugify(name)}.values())

    def save(self, *args, **kwargs):
        """Save, and keep the rows by which the index filters in step with what readers see."""
        result = super().save(*args, **kwargs)
        if kwargs.get("update_fields") is None and self.kim_id:
            NewsTag.objects.filter(page=self).delete()
            if self.live:
                NewsTag.objects.bulk_create(
                    [NewsTag(page=self, kim_id=self.kim_id, slug=slug[:60], name=name) for slug, name in self.tags]
                )
        return result

    def shown_images(self):
        """The main picture and those of the text."""
        return [self.lead_image, *body_images(self.body)]

    def get_context(self, request, *args, **kwargs):
        """Add three more articles to read."""
        context = super().get_context(request, *args, **kwargs)
        if self.kim_id:
            others = NewsPage.objects.for_kim(self.kim_id).in_language(self.locale).for_cards().exclude(pk=self.pk)
            context["more_news"] = list(others[:3])
        context["index_url"] = self.get_url(request).rstrip("/").rpartition("/")[0] + "/"
        return context

    @property
    def share_description(self) -> str:
        """The summary."""
        return self.search_description or self.summary_text

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Schema.org's NewsArticle."""
        modified = self.last_published_at or timezone.now()
        return [
            {
                "@type": "NewsArticle",
                "headline": meta.title[:110],
                "description": meta.description,
                "image": [meta.image],
                "datePublished": self.date.isoformat(),
                "dateModified": modified.isoformat(timespec="seconds"),
                "author": {
                    "@type": "Person" if self.author_name else "Organization",
                    "name": self.author_name or meta.site_name,
                },
                "publisher": {"@type": "Organization", "name": meta.site_name, "url": f"{meta.site_url}/"},
                "mainEntityOfPage": meta.url,
                "inLanguage": meta.language.split("-")[0],
            }
        ]


class NewsTag(models.Model):
    """A tag of a published article. Tags are the KIM's own: two KIM may use the same word."""

    kim = models.ForeignKey("kim_sites.Kim", models.CASCADE, related_name="+")
    page = models.ForeignKey(NewsPage, models.CASCADE, related_name="tag_rows")
    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=200)

    class Meta:
        verbose_name = _("tag")
        verbose_name_plural = _("tags")
        constraints = [models.UniqueConstraint(fields=["page", "slug"], name="tag_once_per_page")]
        indexes = [models.Index(fields=["kim", "slug"], name="tag_by_kim")]

    def __str__(self):
        return self.name


class NewsIndexPage(KimIndexPage):
    """All articles of a KIM."""

    item_model = NewsPage
    subpage_types = ["kim_sites.NewsPage"]
    max_count_per_parent = 1
    template = "kim_sites/news_index.html"

    class Meta:
        verbose_name = _("news list")
        verbose_name_plural = _("news lists")

    def filters(self, request):
        """By category, and by a tag when an article's tag was followed."""
        url = self.get_url(request)
        filters = [
            build_filter(request.GET, "kategori", _("Category"), NewsCategory.choices, url, _("All news")),
        ]
        if slug := request.GET.get("tag", ""):
            tag = NewsTag.objects.filter(kim_id=self.kim_id, slug=slug).first()
            choices = [(slug, f"#{tag.name}" if tag else f"#{slug}")]
            filters.append(build_filter(request.GET, "tag", _("Tag"), choices, url, _("All tags")))
        return filters

    def narrow(self, items, name, value):
        """By category or tag."""
        if name == "tag":
            return items.filter(tag_rows__slug=value, tag_rows__kim_id=self.kim_id)
        return items.filter(category=value)
