"""Who else has the page open, in words."""

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.utils import get_user_display_name


def presence_sentences(reader, sessions) -> list[str]:
    """What Wagtail's editing sessions tell about a page, the most pressing first; empty if nobody else is there."""
    saved = [session for session in sessions if session["revision_id"]]
    changing = [session for session in sessions if session["is_editing"] and not session["revision_id"]]
    here = [session for session in sessions if not session["is_editing"] and not session["revision_id"]]
    own_saved, others_saved = split(reader, saved)
    own_changing, others_changing = split(reader, changing)
    _own, others_here = split(reader, here)
    return [
        *([_("You saved another version of this page in another window.")] if own_saved else []),
        *say(others_saved, saved_sentence),
        *([_("You have changed this page in another window and not saved it yet.")] if own_changing else []),
        *say(others_changing, changing_sentence),
        *say(others_here, here_sentence),
    ]


def split(reader, sessions) -> tuple[list, list[str]]:
    """The reader's own other windows, and the names of everybody else."""
    own = [session for session in sessions if session["user"] == reader]
    names = [
        get_user_display_name(session["user"]) or _("Somebody") for session in sessions if session["user"] != reader
    ]
    return own, names


def say(names: list[str], sentence) -> list[str]:
    """One sentence for all of them, none for nobody."""
    return [sentence(len(names)) % {"names": get_text_list(names, _("and"))}] if names else []


def saved_sentence(number: int) -> str:
    """For who was quicker."""
    return ngettext(
        "%(names)s saved another version of this page.", "%(names)s saved other versions of this page.", number
    )


def changing_sentence(number: int) -> str:
    """For who has something that is not saved yet."""
    return ngettext(
        "%(names)s is changing this page too and has not saved yet.",
        "%(names)s are changing this page too and have not saved yet.",
        number,
    )


def here_sentence(number: int) -> str:
    """For who only looks."""
    return ngettext("%(names)s has this page open too.", "%(names)s have this page open too.", number)
