"""WhatsApp numbers as Indonesians write them."""

import phonenumbers
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def parse_whatsapp(value: str) -> str:
    """Return a number in E.164 form (`+628123456789`); an empty string for an empty value.

    Takes `0812…`, `62812…`, `+62 812-…`. A number that starts with 62 gets a plus before it is parsed: without one
    the library reads `62812…` as a valid but wrong local number. Raises ValidationError if it is no possible number.
    """
    text = "".join(char for char in value.strip() if char not in " -.()\u00a0")
    if not text:
        return ""
    if text.startswith("62"):
        text = f"+{text}"
    try:
        number = phonenumbers.parse(text, "ID")
    except phonenumbers.NumberParseException:
        number = None
    if number is None or not phonenumbers.is_possible_number(number):
        raise ValidationError(
            _("“%(value)s” is not a phone number. Write it like 0812 3456 7890.") % {"value": value},
            code="invalid_phone",
        )
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)


def display_phone(e164: str) -> str:
    """A number in the form people read aloud: `0812-3456-7890`; anything unreadable is given back as it is."""
    try:
        number = phonenumbers.parse(e164, "ID")
    except phonenumbers.NumberParseException:
        return e164
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.NATIONAL)
