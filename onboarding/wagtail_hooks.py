"""What this application adds to the admin. The work is done in `onboarding.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from onboarding.admin import first_steps, import_urls, urls_verify
from onboarding.admin.queue import MOST_COUNTED, count_waiting
from onboarding.services.imports import may_import
from onboarding.services.reach import sees_applications


class ApplicationsMenuItem(MenuItem):
    """For curators and operators, with the number that waits. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether the person checks applications."""
        return sees_applications(request.user)

    def render_component(self, request):
        """The name with the number that waits behind it."""
        component = super().render_component(request)
        waiting = count_waiting(request.user)
        if waiting:
            component.label = f"{self.label} ({waiting if waiting < MOST_COUNTED else f'{MOST_COUNTED - 1}+'})"
        return component


@hooks.register("register_admin_urls")
def register_application_urls():
    """The check of applications, and the first steps."""
    return [
        path("applications/", include(urls_verify)),
        path("first-steps/", first_steps.FirstStepsListView.as_view(), name="first_steps"),
        path("first-steps/<int:kim_id>/", first_steps.FirstStepsView.as_view(), name="first_steps_of"),
        path("first-steps/<int:kim_id>/shared/", first_steps.ShareView.as_view(), name="first_steps_shared"),
    ]


@hooks.register("register_admin_menu_item")
def register_applications_menu_item():
    """Above curation: somebody waits."""
    url = reverse("kim_applications:index")
    return ApplicationsMenuItem(_("Applications"), url, name="applications", icon_name="clipboard-list", order=140)


@hooks.register("construct_homepage_panels")
def add_first_steps_panel(request, panels):
    """What is left to do for a new KIM."""
    panels.append(first_steps.FirstStepsPanel())


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
