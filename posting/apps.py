"""The application of posting."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PostingConfig(AppConfig):
    """A post from the phone in three fields."""

    name = "posting"
    verbose_name = _("posting")
    default_auto_field = "django.db.models.BigAutoField"
