"""What a restore asks."""

from django import forms
from django.utils.translation import gettext_lazy as _


class BringForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=_("Exported file (ZIP)"),
        help_text=_("As it was downloaded, not unpacked. First you see what is in it; nothing is changed yet."),
        widget=forms.ClearableFileInput(attrs={"accept": ".zip,application/zip"}),
        error_messages={
            "required": _("Please choose a file."),
            "empty": _("This file is empty. Please choose it again."),
        },
    )


class OrderForm(forms.Form):
    """Where to, and whom to tell."""

    slug = forms.CharField(
        label=_("Address"),
        max_length=40,
        widget=forms.TextInput(attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}),
        error_messages={"required": _("Please give an address.")},
    )
    invite = forms.BooleanField(
        label=_("Invite members who have no account here yet"),
        help_text=_("They get an e-mail with a link to set a password."),
        required=False,
        initial=True,
    )
