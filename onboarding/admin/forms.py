"""Forms of the check. The rules are in the services; these only ask."""

from django import forms
from django.utils.translation import gettext_lazy as _

from onboarding.models import Application, ProvinceRules
from onboarding.services.correcting import FIELDS
from onboarding.services.deciding import MOST_WORDS

SILENT = "silent"
State = Application.State


class QueueFilterForm(forms.Form):
    """Narrows the queue. What is no choice counts as not given."""

    q = forms.CharField(
        label=_("Name or number"), required=False, max_length=100, widget=forms.TextInput(attrs={"type": "search"})
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("Waiting for the office")),
            (State.QUESTION, _("Waiting for the applicant")),
            (State.APPROVED, _("Site is being made")),
            (State.DONE, _("Site is open")),
            (State.REFUSED, _("Refused")),
            (State.WITHDRAWN, _("Withdrawn")),
            ("all", _("All")),
        ],
    )

    def __init__(self, *args, is_above: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        if is_above:
            first, *others = self.fields["state"].choices
            silent = (SILENT, _("Waiting too long: you may step in"))
            self.fields["state"].choices = [first, silent, *others]

    @property
    def values(self) -> dict[str, str]:
        """The valid choices that were made."""
        self.is_valid()
        return {name: value.strip() for name, value in self.cleaned_data.items() if value.strip()}


class WordsForm(forms.Form):
    """A question, or a reason."""

    text = forms.CharField(max_length=MOST_WORDS, widget=forms.Textarea(attrs={"rows": 5}))

    def __init__(self, *args, label, help_text, missing, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].label = label
        self.fields["text"].help_text = help_text
        self.fields["text"].error_messages["required"] = missing


class DayInput(forms.DateInput):
    """The phone's own calendar."""

    input_type = "date"

    def __init__(self):
        super().__init__(format="%Y-%m-%d")


class CorrectionForm(forms.ModelForm):
    """What was typed, to be put right."""

    class Meta:
        model = Application
        fields = FIELDS
        widgets = dict.fromkeys(("founded_on", "paper_issued_on", "paper_valid_until"), DayInput())

    def _post_clean(self):
        """The service checks and writes, on the locked row."""


class RulesForm(forms.Form):
    """How a province registers."""

    number_pattern = forms.CharField(
        label=_("Pattern of the registration number"),
        max_length=ProvinceRules._meta.get_field("number_pattern").max_length,
        error_messages={"required": _("Please enter a pattern.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )
    silent_days = forms.IntegerField(
        label=_("Days after which the province may step in"),
        help_text=_("If the office of a regency does nothing for so long, you may decide in its place."),
        error_messages={
            "required": _("Please enter a number of days."),
            "invalid": _("Please enter a number of days."),
        },
    )
