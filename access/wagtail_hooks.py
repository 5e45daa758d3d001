"""What this application adds to the admin, and what keeps tenants apart there, hung on Wagtail's own hooks."""

from django.db.models import Q
from django.http import Http404
from django.shortcuts import redirect
from django.urls import include, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem
from wagtail.admin.site_summary import PagesSummaryItem
from wagtail.documents.wagtail_hooks import DocumentsSummaryItem
from wagtail.images.wagtail_hooks import ImagesSummaryItem

from access.admin import mail_urls, urls
from access.admin.audit_views import AuditPanel, may_read
from access.admin.finders import register_finders
from access.admin.words import REPORTS_OF_APPROVAL
from access.documents import is_for_host
from access.panels import narrow_panels
from access.scope import scope_of
from access.viewsets import own_page_viewset
from kim_sites.services.references import may_move_between

# They count everything below the highest page that the person may see a part of.
COUNTS = (PagesSummaryItem, ImagesSummaryItem, DocumentsSummaryItem)

register_finders()


@hooks.register("register_admin_viewset", order=100)
def register_page_views():
    """The views of pages with what this project changes in them."""
    return own_page_viewset


@hooks.register("construct_page_chooser_queryset")
def narrow_page_chooser(pages, request):
    """Own pages, the way down to them, and the public pages of the hubs above."""
    if request.user.is_superuser:
        return pages
    scope = scope_of(request.user)
    return pages.filter(scope.linkable() | (scope.browsable() & Q(live=True)))


@hooks.register("construct_page_listing_buttons")
def offer_nothing_on_the_way(buttons, page, user, context=None):
    """A hub on the way down to the person's own pages has nothing for them to do; its draft is not theirs to see."""
    if not scope_of(user).has_path(page.path):
        buttons.clear()


@hooks.register("construct_homepage_panels", order=100)
def narrow_dashboard(request, panels):
    """Wagtail's panels keep to what is the person's."""
    narrow_panels(panels)


@hooks.register("construct_homepage_summary_items", order=100)
def hide_counts(request, items):
    """The numbers of the whole installation are for nobody: counting them takes longer with every tenant."""
    items[:] = [item for item in items if not isinstance(item, COUNTS)]


@hooks.register("construct_reports_menu", order=100)
def name_reports_of_approval(request, menu_items):
    """The settings have entries of the same names: there it is how pages are approved, here it is which."""
    for item in menu_items:
        item.label = REPORTS_OF_APPROVAL.get(item.name, item.label)


@hooks.register("construct_reports_menu", order=100)
def hide_counting_report(request, menu_items):
    """The report that counts the pages of all tenants is closed, see the gate."""
    menu_items[:] = [item for item in menu_items if item.name != "page-types-usage"]


@hooks.register("before_bulk_action")
def keep_media_in_their_kim(request, action_type, objects, action):
    """Files do not change hands, many at once either: Wagtail moves them without saving each."""
    if action_type != "add_to_collection":
        return None
    target = action.cleaned_form.cleaned_data["collection"]
    if all(may_move_between(item.collection, target) for item in objects):
        return None
    messages.error(request, _("A file can't be moved to another KIM."))
    return redirect(action.next_url)


@hooks.register("before_bulk_action")
def leave_aliases_out(request, action_type, objects, action):
    """An alias is published with the page that it repeats; Wagtail stumbles over one among many."""
    if action_type == "publish":
        objects[:] = [page for page in objects if not page.alias_of_id]


@hooks.register("before_serve_document")
def serve_document_on_its_own_host(document, request):
    """A document of one KIM does not exist on the host of another."""
    if not is_for_host(document.collection, request):
        raise Http404


class AuditMenuItem(MenuItem):
    """For people who may read the audit. The view refuses for itself."""

    def is_shown(self, request):
        """Whether there is anything for the person to read."""
        return may_read(request.user)


@hooks.register("register_admin_urls")
def register_audit_urls():
    """The screens of the audit and of the mail."""
    return [path("audit/", include(urls)), path("mail/", include(mail_urls))]


@hooks.register("register_admin_menu_item")
def register_audit_menu_item():
    """Below what is worked with every day."""
    return AuditMenuItem(
        gettext_lazy("Audit"), reverse("access_audit:index"), name="audit", icon_name="history", order=900
    )


class OperatorMenuItem(MenuItem):
    """For operators. The gate refuses for itself."""

    def is_shown(self, request):
        """Whether the person runs the installation."""
        return request.user.is_superuser


@hooks.register("register_admin_menu_item")
def register_mail_menu_item():
    """Beside the audit."""
    return OperatorMenuItem(gettext_lazy("Mail"), reverse("kim_mail:index"), name="mail", icon_name="mail", order=910)


@hooks.register("construct_homepage_panels")
def add_audit_panel(request, panels):
    """What happened last in the KIM that the person chairs."""
    panels.append(AuditPanel())
