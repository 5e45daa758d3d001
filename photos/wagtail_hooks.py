"""What this application adds to the admin. The work is done in `photos.admin`."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.shortcuts import redirect
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html_join
from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from kim_sites.models import KimImage
from photos.admin import choosing, urls
from photos.admin.deleting import say
from photos.admin.panels import RoomPanel
from photos.services.bin import put_away

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
    done, problems = 0, []
    for image in objects:
        try:
            put_away(request.user, image)
            done += 1
        except (ValidationError, PermissionDenied) as error:
            problems += getattr(error, "messages", [])
    say(request, done, problems)
    return redirect(action.next_url)


@hooks.register("register_log_actions")
def name_actions(actions):
    """What the history says."""
    actions.register_action("photos.put_away", _("Put into the bin"), _("Put into the bin"))
    actions.register_action("photos.fetch_back", _("Fetch back"), _("Fetched back from the bin"))
    actions.register_action("photos.turn", _("Turn"), _("Photo turned"))
    actions.register_action("photos.focus", _("Choose the place that matters"), _("Place that matters chosen"))
