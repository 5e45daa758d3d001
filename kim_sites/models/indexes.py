"""What the listing pages of a KIM share."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from kim_sites.listings import Filter, Listing, paginate

from .base import KimPage, title_panel


class KimIndexPage(KimPage):
    """A list of one kind of page below it, with filters, pages and an empty state."""

    intro = models.CharField(_("introduction"), max_length=300, blank=True)

    item_model: type[KimPage]
    per_page = 12
    parent_page_types = ["kim_sites.KimHomePage"]
    content_panels = [title_panel(), FieldPanel("intro")]

    class Meta:
        abstract = True

    def items(self, request, filters: list[Filter]):
        """The pages of the list, narrowed by what the reader chose."""
        items = self.item_model.objects.for_kim(self.kim_id).in_language(self.locale).for_cards()
        for choice in filters:
            if choice.current:
                items = self.narrow(items, choice.name, choice.current.value)
        return items

    def narrow(self, items, name: str, value: str):
        """Apply one filter. Subclasses handle each of their own."""
        return items

    def filters(self, request) -> list[Filter]:
        """The filters of this list."""
        return []

    def listing(self, request) -> Listing:
        """The page of the list that was asked for; raises Http404 for a page that does not exist."""
        filters = self.filters(request)
        return paginate(request, self.items(request, filters), self.per_page, filters, self.get_url(request))

    def get_context(self, request, *args, **kwargs):
        """Add the list."""
        context = super().get_context(request, *args, **kwargs)
        context["listing"] = self.listing(request)
        return context

    @property
    def share_description(self) -> str:
        """The introduction."""
        return self.search_description or self.intro
