"""What a password may not be, beyond Django's own rules."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kim_sites.services.scope import own_kim


def letters_of(text: str) -> str:
    """Only the letters, small: `KIM Parenggean 2026` and `parenggean` differ by little."""
    return "".join(sign for sign in text.lower() if sign.isalpha()).removeprefix("kim")


class KimNameValidator:
    """Refuses the name or the address of the person's own KIM, also with a number behind it."""

    def validate(self, password, user=None):
        """Raises ValidationError if the password is the name of a KIM in which the person has a role."""
        if user is None or not user.pk:
            return
        guess = letters_of(password)
        for name, slug in own_kim(user).values_list("name", "slug")[:20]:
            if guess and guess in (letters_of(name), letters_of(slug)):
                raise ValidationError(_("The password is too close to the name of your KIM."), code="kim_name")

    def get_help_text(self) -> str:
        """What people read beside the field."""
        return _("Your password can't be the name of your KIM.")
