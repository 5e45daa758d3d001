"""What this application adds to the admin. The work is done in `lifecycle.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from lifecycle.admin import archive_urls
from lifecycle.services.archive.look import may_restore_anything
from members.services.reach import manageable_kim

# --- exports and restores


class ExportMenuItem(MenuItem):
    """For people who may export a KIM. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether there is a KIM that the person chairs or stands above."""
        return manageable_kim(request.user).exists()


class RestoreMenuItem(MenuItem):
    """For curators and operators."""

    def is_shown(self, request):
        """Whether the person curates a hub."""
        return may_restore_anything(request.user)


@hooks.register("register_admin_urls")
def register_archive_urls():
    """The screens of exports and restores."""
    return [path("", include(archive_urls))]


@hooks.register("register_admin_menu_item")
def register_export_menu_item():
    """Near the end: it is not a thing of every day."""
    return ExportMenuItem(_("Export"), reverse("kim_archive:index"), name="kim-export", icon_name="download", order=880)


@hooks.register("register_admin_menu_item")
def register_restore_menu_item():
    """Beside the export."""
    return RestoreMenuItem(
        _("Restore"), reverse("kim_archive:restore"), name="kim-restore", icon_name="upload", order=881
    )


# --- end of exports and restores
