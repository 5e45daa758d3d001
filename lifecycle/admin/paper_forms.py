"""Forms of papers. The rules are in `lifecycle.services`; these only ask."""

import datetime

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from kim_sites.models import LegalPaper
from kim_sites.services.papers import PaperKind
from kim_sites.services.scans import clean_scan
from lifecycle.services.papers import MOST_MORE_TIME, MOST_REASON, PaperData

SCAN_TYPES = "application/pdf,image/jpeg,image/png,image/heic,image/heif,.heic,.heif"
MORE_TIME = datetime.timedelta(days=90)  # what is offered at first


def date_field(**options) -> forms.DateField:
    """A date with the phone's own calendar."""
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **options)


class PaperForm(forms.Form):
    """What stands on a paper, and its scan."""

    number = forms.CharField(
        label=_("Number of the decree (SK)"),
        max_length=120,
        error_messages={"required": _("Please enter the number of the decree (SK).")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    issued_on = date_field(
        label=_("Date on the decree"), error_messages={"required": _("Please enter the date on the decree (SK).")}
    )
    signer = forms.CharField(
        label=_("Signed by"),
        max_length=120,
        error_messages={"required": _("Please enter the name of whoever signed.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    office = forms.ChoiceField(
        label=_("Office of the signer"),
        choices=[("", _("Please choose")), *LegalPaper.Office.choices],
        error_messages={"required": _("Please choose who signed.")},
    )
    valid_until = date_field(
        label=_("Valid until"), required=False, help_text=_("Leave it empty if the decree names no end.")
    )
    scan = forms.FileField(
        label=_("Scan or photo"),
        help_text=_("PDF, JPEG, PNG or HEIC, at most 10 MB. A photo by phone is fine. Readers never see it."),
        widget=forms.FileInput(attrs={"accept": SCAN_TYPES}),
        error_messages={
            "required": _("Please add a scan or a photo of the decree (SK)."),
            "empty": _("This file is empty. Please choose it again."),
        },
    )

    def __init__(self, *args, needs_scan: bool = True, **kwargs):
        super().__init__(*args, **kwargs)
        if not needs_scan:
            self.fields["scan"].required = False
            self.fields["scan"].label = _("New scan or photo")
            self.fields["scan"].help_text = _("Only to replace the one that is there, or to add a missing one.")
        self.fields["issued_on"].widget.attrs["max"] = timezone.localdate().isoformat()

    def clean_scan(self):
        """The scan, checked and made small. Raises ValidationError with the reason."""
        file = self.cleaned_data.get("scan")
        return clean_scan(file) if file else None

    @property
    def paper_data(self) -> PaperData:
        """What stands on the paper; only for a valid form."""
        values = self.cleaned_data
        return PaperData(
            values["number"], values["issued_on"], values["signer"], values["office"], values["valid_until"]
        )


class ReasonForm(forms.Form):
    """Why a curator decided so."""

    reason = forms.CharField(
        label=_("Reason"),
        max_length=MOST_REASON,
        help_text=_("The KIM reads this. Say what would have to change."),
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Say why: the KIM reads it.")},
    )


class TolerateForm(ReasonForm):
    """Until when the site stays open, and why."""

    until = date_field(label=_("The site stays open until"), error_messages={"required": _("Please choose a day.")})
    field_order = ["until", "reason"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        today = timezone.localdate()
        self.fields["until"].initial = today + MORE_TIME
        attrs = self.fields["until"].widget.attrs
        attrs["min"] = (today + datetime.timedelta(days=1)).isoformat()
        attrs["max"] = (today + MOST_MORE_TIME).isoformat()


class WatchFilterForm(forms.Form):
    """Narrows the list of papers that end. What is no choice counts as not given."""

    q = forms.CharField(
        label=_("Name of the KIM or its village"),
        required=False,
        max_length=100,
        widget=forms.TextInput(attrs={"type": "search"}),
    )
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[
            ("", _("All")),
            (PaperKind.DECIDE, PaperKind.DECIDE.label),
            (PaperKind.EXPIRED, PaperKind.EXPIRED.label),
            (PaperKind.EXPIRING, PaperKind.EXPIRING.label),
        ],
    )

    @property
    def values(self) -> dict[str, str]:
        """The valid choices that were made."""
        self.is_valid()
        return {name: value for name, value in self.cleaned_data.items() if value}
