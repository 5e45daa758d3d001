"""The project's own rules as system checks: `manage.py check` keeps what people forget."""

from django.apps import apps
from django.conf import settings
from django.core.checks import Error, register


@register()
def tenant_records_name_their_tenant(app_configs, **kwargs):
    """Every page type of a tenant says in which order its cards stand, or lists of it would be unstable."""
    from kim_sites.models import KimPage
    from kim_sites.models.managers import KimPageManager

    return [
        Error(f"{model.__name__} uses KimPageManager and needs card_order", id="kim_sites.E001")
        for model in apps.get_models()
        if issubclass(model, KimPage)
        and isinstance(model._default_manager, KimPageManager)
        and not getattr(model, "card_order", ())
    ]


@register()
def content_languages_start_with_the_source(app_configs, **kwargs):
    """The source language must be one of the content languages, or no tenant can be made."""
    if settings.LANGUAGE_CODE not in dict(settings.LANGUAGES):
        return [Error("CONTENT_LANGUAGES must contain id-id", id="kim_sites.E002")]
    return []


@register()
def hosts_are_apart(app_configs, **kwargs):
    """The admin needs a host of its own: it must not be the nation's hub."""
    if settings.ADMIN_HOST == settings.BASE_DOMAIN:
        return [Error("ADMIN_HOST must differ from BASE_DOMAIN", id="kim_sites.E003")]
    return []


@register()
def nobody_lists_all_sites(app_configs, **kwargs):
    """Wagtail reads the list of all sites for these; there is none, see `kim_sites.wagtail_addresses`."""
    errors = []
    if getattr(settings, "WAGTAILADMIN_EXTERNAL_LINK_CONVERSION", "all") in ("all", "exact", "confirm"):
        errors.append(Error('WAGTAILADMIN_EXTERNAL_LINK_CONVERSION must be "never"', id="kim_sites.E004"))
    return errors
