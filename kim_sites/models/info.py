"""Info pages: the profile and the like."""

from django.db import models
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from .base import KimPage, title_panel
from .blocks import BodyBlock, body_images, body_text
from .managers import KimPageManager


class InfoPage(KimPage):
    """A page of text and pictures. A hub may have some too; they belong to no KIM."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)
    body = StreamField(BodyBlock(), verbose_name=_("text"))

    objects = KimPageManager()
    parent_page_types = ["kim_sites.KimHomePage", "kim_sites.InfoPage", "home.HubPage"]
    subpage_types = ["kim_sites.InfoPage"]
    template = "kim_sites/info.html"
    card_order = ("title", "pk")
    card_fields = ("intro", "body")
    content_panels = [title_panel(), FieldPanel("intro"), FieldPanel("body")]
    search_fields = [*Page.search_fields, index.SearchField("body")]

    class Meta:
        verbose_name = _("info page")
        verbose_name_plural = _("info pages")

    @property
    def summary_text(self) -> str:
        """The introduction, or the beginning of the text."""
        return self.intro or Truncator(body_text(self.body)).chars(180)

    def search_text(self) -> str:
        """All words, for the search of the project."""
        return f"{self.intro} {body_text(self.body)}"

    def shown_images(self):
        """Those of the text."""
        return body_images(self.body)

    @property
    def share_description(self) -> str:
        """The introduction, or the beginning of the text."""
        return self.search_description or self.summary_text
