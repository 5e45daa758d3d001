"""What this application adds to the admin."""

from django.urls import include, path
from wagtail import hooks

from lifecycle.admin import life_urls


@hooks.register("register_admin_urls")
def register_life_urls():
    """Status and address of a KIM."""
    return [path("kim/", include(life_urls))]
