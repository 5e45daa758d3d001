"""The application of editing."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class EditingConfig(AppConfig):
    """The page editor made simple: examples, counters, checks, and a text field that is safe to touch."""

    name = "editing"
    verbose_name = _("editing")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Wagtail shows who else edits a page as pictures; it has no hook for words beside them."""
        from wagtail.admin.ui.editing_sessions import EditingSessionsList

        EditingSessionsList.template_name = "editing/editing_sessions.html"
