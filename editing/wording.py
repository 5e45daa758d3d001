"""The words that the editor's scripts say."""

from django.utils.translation import get_language
from django.utils.translation import gettext as _


def script_words(user) -> dict:
    """By the name under which the scripts know them, with whose copies lie on the device."""
    return {
        "user": user.pk,
        "language": (get_language() or "id").split("-")[0],
        "text": _("Text"),
        "tools": _("Form of the text"),
        "bold": _("Bold"),
        "head": _("Heading"),
        "list": _("List"),
        "link": _("Link"),
        "linkAddress": _("Address, for example https://…"),
        "linkWords": _("Words of the link"),
        "fullText": _("Use the full text field"),
        "count": _("{number} of about {good} letters"),
        "long": _("{number} letters. Up to {good} is read best."),
        "capitals": _("Please don't write everything in capital letters: it is hard to read."),
        "offer": _("Use the title: “{title}”"),
        "mend": _("Please mend this first:"),
        "kept": _("Kept on this device at {time}; not sent yet."),
        "keptNot": _("This device has no room to keep a copy. Please save the draft now and then."),
        "found": _("What you wrote on {day} at {time} was not sent: “{title}”."),
        "newer": _(
            "Since then the page was saved by somebody, or by you elsewhere. You will be asked before that is replaced."
        ),
        "untitled": _("Without a title"),
        "bring": _("Save it as a draft now"),
        "drop": _("Throw it away"),
    }
