"""What this application adds to the admin. The work is done in `guide.admin`."""

from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from guide.admin import urls


@hooks.register("register_admin_urls")
def register_guide_urls():
    """The guide."""
    return [path("panduan/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_guide_menu_item():
    """For everybody, at the end of the menu."""
    return MenuItem(_("Guide"), reverse("kim_guide:home"), name="guide", icon_name="help", order=9000)


@hooks.register("insert_global_admin_css")
def add_guide_styles():
    """The link on every screen, and the guide itself."""
    return format_html('<link rel="stylesheet" href="{}">', static("guide/guide.css"))
