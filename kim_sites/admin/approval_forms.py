"""What is asked when a page is approved or sent back."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kim_sites.services.approval import MOST_COMMENT


class ApproveForm(forms.Form):
    """A word to the author, if one likes."""

    comment = forms.CharField(
        label=_("Comment"), required=False, max_length=MOST_COMMENT, widget=forms.Textarea({"rows": 3})
    )


class SendBackForm(forms.Form):
    """What the author should change."""

    comment = forms.CharField(
        label=_("What should be changed?"),
        help_text=_("The author reads this and can send the page again."),
        max_length=MOST_COMMENT,
        widget=forms.Textarea({"rows": 4}),
    )
