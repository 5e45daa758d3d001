"""What this application adds to the admin. The work is done in `home.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from home.admin import urls
from home.admin.logs import register_log_actions
from home.admin.panels import HubDecisionsPanel, note_decisions
from home.services.curation import hubs_of

hooks.register("register_log_actions", register_log_actions)


class CurationMenuItem(MenuItem):
    """Shown to people who may publish on a hub."""

    def is_shown(self, request):
        """Whether there is a hub for the person to curate."""
        return hubs_of(request.user).exists()


@hooks.register("register_admin_urls")
def register_curation_urls():
    """The screens of curation."""
    return [path("curation/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_curation_menu_item():
    """Curation stands right below the pages."""
    return CurationMenuItem(_("Curation"), reverse("kim_curation:hubs"), name="curation", icon_name="pick", order=150)


@hooks.register("construct_homepage_panels")
def add_hub_decisions_panel(request, panels):
    """What the hubs said about the person's KIM."""
    panels.append(HubDecisionsPanel())


@hooks.register("before_edit_page")
def show_hub_decisions(request, page):
    """Featured or hidden, by which hub and why: above the form of the page."""
    note_decisions(request, page)
