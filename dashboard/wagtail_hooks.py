"""What this application adds to the admin. The work is done in `dashboard.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from dashboard.admin import menu, panels, urls
from members.services.reach import curated_kim


@hooks.register("construct_homepage_panels", order=1000)
def arrange_dashboard(request, homepage_panels):
    """Only what is for this person, in one order."""
    panels.arrange(homepage_panels)


@hooks.register("register_admin_urls")
def register_dashboard_urls():
    """What the dashboard leads to."""
    return [path("dashboard/", include(urls))]


class SilentMenuItem(MenuItem):
    """For people who stand above KIM. The view refuses for itself."""

    def is_shown(self, request):
        """Whether there are KIM below the person's hubs."""
        return curated_kim(request.user).exists()


@hooks.register("register_admin_menu_item")
def register_silent_menu_item():
    """Beside what else concerns KIM."""
    return SilentMenuItem(
        _("Silent KIM"), reverse("kim_dashboard:silent"), name="kim-silent", icon_name="time", order=335
    )


@hooks.register("construct_main_menu", order=1000)
def shorten_menu(request, menu_items):
    """Rare work goes into groups."""
    if not request.user.is_superuser:
        menu.lead_to_pages(menu_items)
    menu.shorten(menu_items)
