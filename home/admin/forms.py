"""Forms of curation. The rules are in `home.services.curation`; these only ask."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from home.models import FeedEntry
from home.services.curation import MOST_POSITION, MOST_REASON

KINDS = [(value, label) for value, label in FeedEntry.Kind.choices if value != FeedEntry.Kind.INFO]


class CurationFilterForm(forms.Form):
    """Narrows the list of what came in. What is no choice counts as not given."""

    q = forms.CharField(
        label=_("Words"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    kind = forms.ChoiceField(label=_("Kind"), required=False)
    place = forms.ChoiceField(label=_("Place"), required=False)
    state = forms.ChoiceField(label=_("State"), required=False)

    def __init__(self, *args, places, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = [("", _("All kinds")), *KINDS]
        self.fields["place"].choices = [("", _("All places")), *places]
        self.fields["state"].choices = [
            ("", _("All")),
            ("undecided", _("Not decided")),
            ("featured", _("Featured")),
            ("hidden", _("Hidden")),
        ]

    @property
    def values(self) -> dict[str, str]:
        """The valid choices that were made."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}


class FeatureForm(forms.Form):
    """Where an entry stands, and until when."""

    position = forms.IntegerField(
        label=_("Order"), min_value=1, max_value=MOST_POSITION, initial=1, help_text=_("1 stands first.")
    )
    until = forms.DateField(
        label=_("Last day"),
        required=False,
        help_text=_("Left empty, it stays until you take it back."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["until"].widget.attrs["min"] = timezone.localdate().isoformat()

    def clean_until(self):
        """Raises ValidationError for a day that has passed."""
        until = self.cleaned_data["until"]
        if until and until < timezone.localdate():
            raise forms.ValidationError(_("This day has passed. Choose today or a later day."))
        return until


class HideForm(forms.Form):
    """Why an entry is kept off the hub."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=MOST_REASON,
        help_text=_("The KIM reads this. Say what would have to change."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why: the KIM reads it.")},
    )
