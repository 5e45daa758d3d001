"""What this application adds to the admin. The work is done in `kim_sites.admin`."""

from django.templatetags.static import static
from django.urls import include, path
from django.utils.html import format_html, format_html_join
from wagtail import hooks

from kim_sites.admin import approval, redirects
from kim_sites.admin.choosers import kim_chooser, register_widgets, seller_chooser
from kim_sites.admin.panels import MyKimPanel
from kim_sites.admin.papers import download_paper
from kim_sites.admin.viewsets import officer_viewset, register_policies, seller_viewset
from kim_sites.admin.wide_choosers import CHOOSERS

# Before anything asks Wagtail for the policy of a record.
register_policies()
register_widgets()
approval.register_views()

OPERATOR_MENU_ITEMS = {"reports"}  # they show the whole installation
# About Wagtail, in English, on somebody else's site: the guide of this portal is the help.
NOBODYS_MENU_ITEMS = {"help"}


@hooks.register("register_admin_viewset")
def register_records():
    """Sellers and officers, and the choosers that their forms and products use."""
    return [seller_viewset, officer_viewset, seller_chooser, kim_chooser, *CHOOSERS]


@hooks.register("insert_editor_js")
def keep_words():
    """What was typed last goes out with the form."""
    return format_html('<script src="{}"></script>', static("kim_sites/admin/keep_words.js"))


@hooks.register("register_admin_urls")
def register_paper_url():
    """The scans of legal papers."""
    return [path("papers/<int:paper_id>/scan/", download_paper, name="kim_paper_scan")]


@hooks.register("register_admin_urls")
def register_redirect_urls():
    """Redirects of the person's own KIM."""
    return [path("kim-redirects/", include(redirects))]


@hooks.register("register_admin_menu_item")
def register_redirect_menu_item():
    """For chairs, curators and operators."""
    return redirects.menu_item()


@hooks.register("construct_settings_menu")
def hide_stock_redirects(request, menu_items):
    """Wagtail's own screens of redirects show all sites: they are for operators."""
    if not request.user.is_superuser:
        menu_items[:] = [item for item in menu_items if item.name != "redirects"]


@hooks.register("insert_global_admin_css")
def add_styles():
    """The name in the sidebar and the panels of the dashboard."""
    sheets = ("kim_sites/admin/admin.css", "kim_sites/admin/phone.css", "kim_sites/admin/lists.css")
    return format_html_join("", '<link rel="stylesheet" href="{}">', ((static(sheet),) for sheet in sheets))


@hooks.register("insert_global_admin_js")
def add_lists_script():
    """Lists that phones show as cards."""
    return format_html('<script src="{}" defer></script>', static("kim_sites/admin/lists.js"))


@hooks.register("construct_homepage_panels")
def add_my_kim_panel(request, panels):
    """The person's own KIM stands first."""
    panels.append(MyKimPanel())
    approval.replace_panels(panels)


@hooks.register("construct_main_menu")
def hide_operator_items(request, menu_items):
    """Hide what only operators can use (the views refuse for themselves), and what is no help to anybody."""
    hidden = NOBODYS_MENU_ITEMS if request.user.is_superuser else NOBODYS_MENU_ITEMS | OPERATOR_MENU_ITEMS
    menu_items[:] = [item for item in menu_items if item.name not in hidden]


@hooks.register("construct_page_action_menu")
def arrange_page_menu(menu_items, request, context):
    """What people came for stands first, in words of ours."""
    approval.arrange_menu(menu_items, request, context)


@hooks.register("register_icons")
def register_icons(icons):
    """The sign of a message that only tells something: Wagtail asks for it by this name and brings none."""
    return [*icons, "kim_sites/icons/info.svg"]
