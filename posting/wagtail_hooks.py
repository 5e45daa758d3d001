"""What the short form adds to every screen of the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from access.services.current import current_request


@hooks.register("insert_global_admin_js")
def forget_pages_of_others():
    """People sign in and out in the admin too: what the phone keeps of the short form goes with them."""
    user = getattr(current_request(), "user", None)
    return format_html(
        '<script src="{}" data-user="{}"></script>', static("posting/forget.js"), (user and user.pk) or ""
    )
