"""The project itself: base templates, styles, tags."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Holds no models."""

    name = "cms"

    def ready(self):
        """Tell a CDN in front about changes, if there is one."""
        from cms import edge

        edge.register()
