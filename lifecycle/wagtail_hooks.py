"""What this application adds to the admin. The work is done in `lifecycle.admin`."""

from django.urls import include, path, reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from kim_sites.admin import links
from lifecycle.admin import archive_urls, life_urls, urls_papers
from lifecycle.admin import forum as forum_screens
from lifecycle.services.archive.look import may_restore_anything
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


# Exports and restores --------------------------------------------------------------------------------------------------


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


# Life: status, closing, archiving, removing ----------------------------------------------------------------------------


@links.register("my_kim")
@links.register("members")
def status_link(kim):
    """To what may be done with the KIM as a whole."""
    return reverse("kim_life:status", args=[kim.pk]), gettext("Status and address")


@hooks.register("register_admin_urls")
def register_life_urls():
    """Status of a KIM, and what curators decide about it."""
    return [path("kim/", include(life_urls))]
