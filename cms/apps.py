"""The project itself: base templates, styles, tags."""

from django.apps import AppConfig


class CmsConfig(AppConfig):
    """Holds no models."""

    name = "cms"

    def ready(self):
        """Tell a CDN in front about changes, if there is one; name what packages leave in English."""
        from cms import edge
        from cms.wording import labels, times

        edge.register()
        labels.set_labels()
        times.set_formats()
