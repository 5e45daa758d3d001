"""The one page type."""

from wagtail.models import Page


class HomePage(Page):
    """A title and links to the three newest pages below it."""

    template = "stock/home.html"

    def get_context(self, request, *args, **kwargs):
        """Add the three pages."""
        children = self.get_children().live().order_by("-first_published_at")[:3]
        return {**super().get_context(request, *args, **kwargs), "children": children}
