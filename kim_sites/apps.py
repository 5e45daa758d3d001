"""The tenant's application."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class KimSitesConfig(AppConfig):
    """Registers signal handlers and the project's own checks."""

    name = "kim_sites"
    verbose_name = _("KIM sites")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        """Wire what listens to models."""
        from . import checks, freshness, signal_handlers, wagtail_addresses  # noqa: F401  (checks register themselves)
        from .admin.choosers import register_widgets
        from .services import approval_mail, frozen

        wagtail_addresses.replace_look_ups()
        # Before any page form is built: system checks build some, and each must use the choosers of the tenant.
        register_widgets()
        signal_handlers.register()
        freshness.register()
        frozen.register()
        # Before Wagtail's own notifiers, in whose place these stand.
        approval_mail.register()
        post_migrate.connect(make_locales, sender=self)
        post_migrate.connect(make_approval, sender=self)


def make_locales(sender, **kwargs):
    """Make a Wagtail locale for each language of the settings, so that a new one can be used at once."""
    from django.conf import settings
    from wagtail.models import Locale

    for code in dict(settings.LANGUAGES):
        Locale.objects.get_or_create(language_code=code)


def make_approval(sender, **kwargs):
    """Make the one workflow of the installation: approval by the chair."""
    from kim_sites.services.approval import make_workflow

    make_workflow()
