"""Names that packages leave in English because they never marked them for translation.

Each is set once at the start; tests/language walks through the screens and says when a new one turns up.
"""

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.models import Locale
from wagtail.sites.views import IndexView as SiteIndex
from wagtail.users.forms import PagePermissionsForm
from wagtail_localize.models import LocaleSynchronization, Translation
from wagtail_localize.views.report import TranslationsReportFilterSet


def set_labels() -> None:
    """Give every such name a text that is translated."""
    Translation._meta.verbose_name, Translation._meta.verbose_name_plural = _("translation"), _("translations")
    Locale._meta.verbose_name, Locale._meta.verbose_name_plural = _("locale"), _("Locales")
    LocaleSynchronization._meta.get_field("sync_from").verbose_name = _("copy from")
    filters = TranslationsReportFilterSet.base_filters
    filters["source_locale"].label, filters["target_locale"].label = _("From language"), _("Into language")
    for form in (WorkflowPageForm, PagePermissionsForm):
        form.base_fields["page"].label = _("Page")
    names = {"site_name": capfirst(_("site name")), "root_page": capfirst(_("root page"))}
    for column in SiteIndex.columns:
        column.label = names.get(column.name, column.label)
