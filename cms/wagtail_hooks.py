"""What the project itself adds to every screen of the admin."""

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.translation import gettext
from wagtail import hooks

from cms.wording.logs import say_restrictions_anew

# After Wagtail has registered its own.
hooks.register("register_log_actions", say_restrictions_anew, order=100)


@hooks.register("insert_global_admin_js")
def draw_file_buttons():
    """Buttons for choosing a file, in the reader's language."""
    return format_html(
        '<script src="{}" data-choose="{}" data-choose-several="{}" data-none="{}" data-several="{}"></script>',
        static("cms/wording/file_button.js"),
        gettext("Choose a file"),
        gettext("Choose files"),
        gettext("No file chosen yet"),
        gettext("{n} files chosen"),
    )


@hooks.register("insert_global_admin_css")
def add_file_button_styles():
    """How those buttons look."""
    return format_html('<link rel="stylesheet" href="{}">', static("cms/wording/file_button.css"))
