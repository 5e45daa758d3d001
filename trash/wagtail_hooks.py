"""What this application adds to the admin. The work is done in `trash.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from trash.admin import deleting, leading, urls

hooks.register("before_delete_page", deleting.on_delete)
hooks.register("before_bulk_action", deleting.on_bulk_delete)
hooks.register("before_edit_page", leading.lead_operator_to_list)


@hooks.register("register_admin_urls")
def register_deleted_urls():
    """The list of deleted pages, and what can be done with one."""
    return [path("deleted/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_deleted_menu_item():
    """For everybody: each sees what is theirs."""
    return MenuItem(_("Deleted pages"), reverse("kim_deleted:index"), name="deleted", icon_name="bin", order=640)


@hooks.register("register_log_actions")
def register_log_actions(actions) -> None:
    """What the history of a page says."""
    actions.register_action("trash.put_away", _("Delete"), _("Deleted; it can be brought back for a while"))
    actions.register_action("trash.bring_back", _("Bring back"), _("Brought back after deleting"))
