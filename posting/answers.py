"""What the server says about an item: to the script in JSON, to people in a sentence."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import JsonResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from posting.forms import PostForm
from posting.services.known import Made, find_known
from posting.services.make import make_page
from posting.services.people import NO_KIM
from posting.services.photos import MissingPhotos
from posting.services.sent import Sent, state_of

# Fields that a page may not show: what is wrong there is said above all as well.
HIDDEN = ("kim", "key")


def deliver(user, form: PostForm, trouble: str = "") -> Made | None:
    """Make the item of a form, or find it if it has arrived already, sound or not by today's rules.

    None if something has to be mended first; the form then says what. `trouble` is what was wrong with its photos.
    Raises MissingPhotos.
    """
    sent = form.fingerprint()
    if known := find_known(user, key_of(form), sent):
        return known
    if trouble:
        form.add_error("photos", trouble)
    if not form.is_valid():
        return None
    try:
        return make_page(user, form.kind, {**form.cleaned_data, "fingerprint": sent})
    except MissingPhotos:
        raise
    except ValidationError as error:
        add_errors(form, error)
    except PermissionDenied:
        form.add_error("kim", NO_KIM)
    return None


def key_of(form: PostForm):
    """The key as it was sent; None for anything else."""
    try:
        return form.fields["key"].clean(form.data.get("key"))
    except ValidationError:
        return None


def add_errors(form: PostForm, error: ValidationError) -> PostForm:
    """The sentences at their fields; what is about none of them, above all."""
    named = error.message_dict if hasattr(error, "error_dict") else {None: error.messages}
    for field, texts in named.items():
        for text in texts:
            form.add_error(field if field in form.fields else None, text)
    return form


def form_errors(form: PostForm) -> dict[str, str]:
    """One sentence for each field; those about none, and about fields that nobody sees, under an empty name."""
    found = {("" if name == "__all__" else name): " ".join(texts) for name, texts in form.errors.items()}
    general = dict.fromkeys(found[name] for name in ("", *HIDDEN) if name in found)
    return {**found, "": " ".join(general)} if general else found


def refuse_form(form: PostForm) -> JsonResponse:
    """What has to be mended; above all what is about no field."""
    fields = form_errors(form)
    return refusal(fields.get("") or _("Something is missing."), fields)


def refuse_kim() -> JsonResponse:
    """Nothing can be written in the KIM that was named."""
    return refusal(str(NO_KIM), {"": str(NO_KIM), "kim": str(NO_KIM)})


def refusal(sentence: str, fields: dict[str, str] | None = None) -> JsonResponse:
    """A sentence for people, and what it is about."""
    return JsonResponse({"error": sentence, "fields": fields or {}}, status=422)


def arrival(made: Made, form: PostForm) -> JsonResponse:
    """What became of an item; `known` if its key had been used before, `same` if by the same words and photos."""
    found = state_of(made.post, form.user)
    message = say(found, form.note) if made.is_same else known_sentence(made, form.user)
    data = {"known": not made.is_new, "same": made.is_same, "at": made.post.created_at.isoformat()}
    return JsonResponse({"message": message, **found.as_data(), **data})


def say(sent: Sent, note: str = "") -> str:
    """What became of an item, in a sentence, and a second one if something is to be known besides."""
    if sent.state == "live":
        text = _("“%(title)s” is published.")
    elif sent.state == "waiting":
        text = _("“%(title)s” is with the chair now. You are told when it is published.")
    else:
        text = _("“%(title)s” has arrived.")
    return f"{text % {'title': sent.title}} {note}".strip()


def known_sentence(made: Made, user) -> str:
    """That the key was used by other words: neither are those changed, nor are the new ones lost."""
    at = date_format(timezone.localtime(made.post.created_at), "DATETIME_FORMAT")
    return _(
        "“%(title)s” was sent from this form on %(at)s already and is not changed. If this is to be another item, send "
        "it once more."
    ) % {"title": state_of(made.post, user).title, "at": at}
