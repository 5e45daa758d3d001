"""The application of guide."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class GuideConfig(AppConfig):
    """The guide inside the admin: one page per task."""

    name = "guide"
    verbose_name = _("guide")
    default_auto_field = "django.db.models.BigAutoField"
