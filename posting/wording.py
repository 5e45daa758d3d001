"""The words that scripts of the short form say."""

from django.utils.translation import gettext as _

from posting.services.titles import ABBREVIATIONS


def script_words() -> dict[str, str | tuple[str, ...]]:
    """By the name under which the scripts know them; `abbreviations` are words whose full stop ends no sentence."""
    return {
        "saved": _("Saved on this phone"),
        "sending": _("Sending…"),
        "photo": _("Photo {number} of {count}: {percent}%"),
        "waiting": _("No signal. It goes out by itself as soon as there is one; you may close this page."),
        "again": _("The line is weak. Trying again in {seconds} seconds…"),
        "signin": _("You were signed out. What you wrote is kept on this phone."),
        "server": _("The server could not take it now. It is kept on this phone and tried again."),
        "shrinking": _("Making the photo smaller…"),
        "preparing": _("The photos are being prepared. It is sent right after that."),
        "elsewhere": _("It is being sent in another window. This page goes on after that."),
        "notKept": _("This phone keeps nothing now. Leave this page open until all has been sent."),
        "wordsKept": _("This phone is full: the words are kept, new photos are not. Leave this page open."),
        "waitingOpen": _("No signal. It goes out by itself as soon as there is one; leave this page open."),
        "signinOpen": _("You were signed out. Sign in in a new window and come back to this page."),
        "parted": _(
            "This was carried on or sent in another window. What is written here is kept as a draft of its own; tap "
            "the button above once more if it is to be sent as well."
        ),
        "other": _("Your first version has arrived. What you changed after that is kept here as a draft of its own."),
        "tooLong": _("Too long: {count} letters, and {most} fit. Shorten it, or write the rest as another item."),
        "unreadable": _("“{name}” is not a photo that can be read."),
        "photoGone": _("This photo is no longer there. Remove it and choose it again."),
        "keptPhoto": _("Photo {number}, arrived already"),
        "makeFirst": _("Make photo {number} the first"),
        "isFirst": _("This photo is on top now."),
        "goOnWith": _("Go on with the draft “{title}”"),
        "tooMany": _("At most {number} photos fit."),
        "describe": _("What does photo {number} show?"),
        "remove": _("Remove photo {number}"),
        "noPhoto": _("Please add at least one photo."),
        "noText": _("Please write what happened, two or three sentences."),
        "untitled": _("Without a title"),
        "goOn": _("Go on"),
        "delete": _("Delete"),
        "sureDelete": _("Delete this from the phone? It can't be undone."),
        "stateDraft": _("not sent yet"),
        "stateQueued": _("waits for a signal"),
        "stateFix": _("something is missing"),
        "published": _("Published!"),
        "handed": _("With the chair now"),
        "abbreviations": ABBREVIATIONS,
        "linkWords": _("Words of the link"),
        "linkAddress": _("Address, for example https://…"),
        "linkWrong": _("That is no address. Write it like www.desa.id."),
    }
