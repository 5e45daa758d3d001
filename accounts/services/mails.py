"""The mail with the link for a new password."""

from django.utils import translation
from django.utils.translation import gettext_lazy

from accounts.forms import ResetForm
from kim_sites.services.mail import Mail, writes


@writes("password_reset", gettext_lazy("New password"))
def write_reset(email: str, language: str, options: dict) -> Mail | None:
    """The link for the active person with this address, made now; nothing if there is none."""
    form = ResetForm({"email": email}, is_counted=False)
    if not form.is_valid():
        return None
    with translation.override(language):
        return form.write(language, **options)
