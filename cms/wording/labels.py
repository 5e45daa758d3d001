"""Names that packages leave in English because they never marked them for translation.

Each is set once at the start; tests/language walks through the screens and says when a new one turns up.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.templatetags import wagtailadmin_tags
from wagtail.admin.ui.tables.pages import PageTitleColumn
from wagtail.models import Locale, Page
from wagtail.models.pages import PAGE_PERMISSION_TYPES
from wagtail.sites.views import IndexView as SiteIndex
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.templatetags import wagtailusers_tags
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.views.report import TranslationsReportFilterSet

# A permission's name stands in the database. Wagtail asks for a translation of it, but nobody collects the words.
PERMISSIONS = (gettext_noop("Can submit translations"),)
stock_permissions = wagtailusers_tags.format_permissions
stock_title_head = PageTitleColumn.get_header_context_data


def title_head(column, parent_context) -> dict:
    """The head of a list of pages, "1-20 of 35 pages": in results of a search Wagtail counts them as "None"."""
    context = stock_title_head(column, parent_context)
    one, many = Page._meta.verbose_name, Page._meta.verbose_name_plural
    context["model_name"] = context["model_name"] or (one if context["items_count"] == 1 else many)
    return context


def format_permissions(permission_bound_field) -> dict:
    """Wagtail's table of permissions; what is read aloud beside each box is in the reader's language too."""
    context = stock_permissions(permission_bound_field)
    verbs = {"add": gettext("Add"), "change": gettext("Change"), "delete": gettext("Delete")}
    for row in context["object_perms"]:
        for verb in verbs.keys() & row.keys():
            row[verb]["perm"].name = f"{verbs[verb]}: {row['object']}"
    return context


def page_permission_name(permission) -> str:
    """A right on pages, in the words that Wagtail has for the head of its column."""
    words = {f"{codename}_page": text for codename, _short, text in PAGE_PERMISSION_TYPES}
    return str(words.get(permission.codename, permission.name))


def whole(title: str, max_length: int) -> str:
    """Titles of photos in a grid as they are; Wagtail cuts them off after `max_length` letters."""
    return title


def set_labels() -> None:
    """Give every such name a text that is translated."""
    Translation._meta.verbose_name, Translation._meta.verbose_name_plural = _("translation"), _("translations")
    Locale._meta.verbose_name, Locale._meta.verbose_name_plural = _("locale"), _("Locales")
    LocaleSynchronization._meta.get_field("sync_from").verbose_name = _("copy from")
    filters = TranslationsReportFilterSet.base_filters
    filters["source_locale"].label, filters["target_locale"].label = _("From language"), _("Into language")
    for form in (WorkflowPageForm, PagePermissionsForm):
        form.base_fields["page"].label = _("Page")
    PagePermissionsForm.base_fields["permissions"].label_from_instance = page_permission_name
    PageTitleColumn.get_header_context_data = title_head
    names = {"site_name": capfirst(_("site name")), "root_page": capfirst(_("root page"))}
    for column in SiteIndex.columns:
        column.label = names.get(column.name, column.label)
    wagtailusers_tags.register.inclusion_tag(
        "wagtailusers/groups/includes/formatted_permissions.html", name="format_permissions"
    )(format_permissions)
    wagtailadmin_tags.register.filter("ellipsistrim", whole)
