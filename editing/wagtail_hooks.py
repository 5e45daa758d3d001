"""What this application adds to the admin."""

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join, json_script
from django.utils.translation import gettext as _
from wagtail import hooks
from wagtail.admin import messages

from access.services.current import current_request
from editing.services.advice import advice
from editing.wording import script_words
from kim_sites.models import KimPage

SCRIPTS = ("fields.js", "copies.js", "copy_offers.js", "safe_copy.js", "presence.js")
MOST_ADVICE = 8


@hooks.register("insert_editor_js")
def add_editor_scripts():
    """The words first: the scripts read them when they start."""
    request = current_request()
    if request is None or not request.user.is_authenticated:
        return ""
    words = json_script(script_words(request.user), "kim-editing")
    scripts = format_html_join("", '<script src="{}"></script>', ((static(f"editing/{name}"),) for name in SCRIPTS))
    style = format_html('<link rel="stylesheet" href="{}">', static("editing/editing.css"))
    return format_html("{}{}{}", style, words, scripts)


@hooks.register("insert_global_admin_js")
def look_after_sent_copies():
    """Publishing leads out of the editor, so every screen may be the answer to a form of which the device has a copy."""
    return format_html('<script src="{}"></script>', static("editing/sent_copy.js"))


@hooks.register("after_create_page")
@hooks.register("after_edit_page")
def give_advice(request, page):
    """After a draft was saved or a page published: what would make it better."""
    if not isinstance(page, KimPage):
        return
    found = advice(page)[:MOST_ADVICE]
    if found:
        lines = format_html_join("", "<li>{}</li>", ((sentence,) for sentence in found))
        messages.info(request, format_html("{}<ul>{}</ul>", _("To make it even better:"), lines))
