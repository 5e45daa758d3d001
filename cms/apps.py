"""The project itself: base templates, styles, tags."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Holds no models."""

    name = "cms"
