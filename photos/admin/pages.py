"""What the screens of photos share: Wagtail's furniture, and the way back to all photos."""

from django.urls import reverse
from django.utils.text import capfirst
from wagtail.admin.views.generic import WagtailAdminTemplateMixin

from kim_sites.models import KimImage


class PhotoPage(WagtailAdminTemplateMixin):
    """A screen beside the list of all photos."""

    header_icon = "image"

    def get_breadcrumbs_items(self):
        """From the dashboard over all photos to this screen."""
        photos = {"url": reverse("wagtailimages:index"), "label": capfirst(KimImage._meta.verbose_name_plural)}
        return [*self.breadcrumbs_items, photos, {"url": "", "label": self.get_page_title()}]
