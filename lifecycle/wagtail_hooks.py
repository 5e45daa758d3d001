"""What this application adds to the admin. The work is done in `lifecycle.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from kim_sites.admin import links
from lifecycle.admin import forum as forum_screens
from lifecycle.admin import urls_papers
from lifecycle.services.forum import forum_hubs
from members.services.reach import manageable_kim

# Papers, roster, forum ------------------------------------------------------------------------------------------------


class PapersMenuItem(MenuItem):
    """For chairs, curators and operators. The views refuse for themselves."""

    def is_shown(self, request):
        """Whether there is a KIM whose papers the person looks after."""
        return manageable_kim(request.user).exists()


class ForumMenuItem(MenuItem):
    """For curators of a regency, and above."""

    def is_shown(self, request):
        """Whether there is a regency whose forum the person keeps."""
        return forum_hubs(request.user).exists()


@hooks.register("register_admin_urls")
def register_paper_urls():
    """The screens of papers and of the forum."""
    return [path("papers/", include(urls_papers)), path("forum/", include(forum_screens))]


@hooks.register("register_admin_menu_item")
def register_papers_menu_item():
    """Below officers: an officer is named by a paper."""
    return PapersMenuItem(
        _("Legal papers"), reverse("kim_papers:index"), name="papers", icon_name="doc-full", order=322
    )


@hooks.register("register_admin_menu_item")
def register_forum_menu_item():
    """Below members."""
    return ForumMenuItem(_("Forum KIM"), reverse("kim_forum:index"), name="forum", icon_name="group", order=330)


@links.register("my_kim")
def papers_link(kim):
    """From the dashboard to the papers."""
    return reverse("kim_papers:list", args=[kim.pk]), gettext("Look after the papers")


@links.register("roster")
def officers_link(kim):
    """From the roster to the change of officers."""
    return reverse("kim_papers:officers", args=[kim.pk]), gettext("Change of officers with a new decree (SK)")
