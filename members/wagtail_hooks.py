"""What this application adds to the admin. The work is done in `members.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from members.admin import urls
from members.services.reach import manageable_kim


class MembersMenuItem(MenuItem):
    """For people who manage members. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether there is a KIM whose members the person manages."""
        return manageable_kim(request.user).exists()


@hooks.register("register_admin_urls")
def register_members_urls():
    """The screens of members."""
    return [path("members/", include(urls))]


@hooks.register("register_admin_menu_item")
def register_members_menu_item():
    """Below officers: they are people of the KIM, members are people with an account."""
    return MembersMenuItem(
        _("Site members"), reverse("kim_members:index"), name="members", icon_name="group", order=325
    )
