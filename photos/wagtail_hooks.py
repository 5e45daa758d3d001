"""What this application adds to the admin. The work is done in `photos.admin`."""

from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from kim_sites.models import KimImage
from photos.admin import choosing, urls
from photos.admin.deleting import put_away_and_say
from photos.admin.panels import RoomPanel

choosing.register()


@hooks.register("register_admin_urls", order=-10)
def register_photo_urls():
    """Before Wagtail's own, in whose place some of them stand."""
    return [path("photos/", include(urls)), *urls.in_place_of_wagtails]


@hooks.register("insert_editor_js")
def shrink_in_choosers():
    """Photos chosen in the window of the page editor are made smaller too, and bring along what was said of them."""
    photos = reverse("photos:add").removesuffix("add/")
    files = ((static(f"photos/{name}.js"), photos) for name in ("shrink", "chooser", "words"))
    return format_html_join("", '<script src="{}" data-photos="{}" defer></script>', files)


@hooks.register("construct_homepage_panels")
def add_room_panel(request, panels):
    """How much room is left."""
    panels.append(RoomPanel())


@hooks.register("before_bulk_action")
def put_many_away(request, action_type, objects, action):
    """Deleting many photos at once puts them into the bin; what is in use stays."""
    if action_type != "delete" or action.model is not KimImage or request.method != "POST":
        return None
    put_away_and_say(request, objects)
    return redirect(action.next_url)


@hooks.register("register_log_actions")
def name_actions(actions):
    """What the history says."""
    actions.register_action("photos.put_away", _("Put into the bin"), _("Put into the bin"))
    actions.register_action("photos.fetch_back", _("Fetch back"), _("Fetched back from the bin"))
    actions.register_action("photos.turn", _("Turn"), _("Photo turned"))
    actions.register_action("photos.focus", _("Choose the place that matters"), _("Place that matters chosen"))
