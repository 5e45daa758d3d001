"""The application of photos."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PhotosConfig(AppConfig):
    """Photos: several at once, turning, room."""

    name = "photos"
    verbose_name = _("photos")
    default_auto_field = "django.db.models.BigAutoField"
