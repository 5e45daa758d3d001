"""What this application adds to the admin. The work is done in `onboarding.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from onboarding.admin import import_urls
from onboarding.services.imports import may_import


# Import
class ImportMenuItem(MenuItem):
    """For curators and operators. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether the person may import."""
        return may_import(request.user)


@hooks.register("register_admin_urls")
def register_import_urls():
    """The screens of imports."""
    return [path("import/", include(import_urls))]


@hooks.register("register_admin_menu_item")
def register_import_menu_item():
    """Among what an office does now and then."""
    return ImportMenuItem(_("Import"), reverse("kim_import:index"), name="import", icon_name="table", order=340)
