"""The application of members."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class MembersConfig(AppConfig):
    """Members of a KIM and invitations."""

    name = "members"
    verbose_name = _("members")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Say who writes the mails about membership."""
        from members.services import mails  # noqa: F401  (they register themselves)
