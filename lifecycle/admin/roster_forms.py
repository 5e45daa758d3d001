"""The form of a change of officers: every officer of today in a row, and room for those who are new."""

from dataclasses import dataclass

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, LegalPaper, Officer
from kim_sites.services.roster import by_rank
from lifecycle.services.roster import LONGEST_NAME, Change, NewOfficer, What

NEW_ROWS = 5
NEW_PAPER = "new"


@dataclass(frozen=True)
class OfficerRow:
    """One officer of today with the fields that say what becomes of the person."""

    officer: Officer
    what: BoundField
    name: BoundField
    is_public: BoundField


@dataclass(frozen=True)
class NewRow:
    """Room for one who is new."""

    name: BoundField
    position: BoundField
    is_public: BoundField


def _name_field(label) -> forms.CharField:
    attrs = {"autocomplete": "off"}
    return forms.CharField(label=label, required=False, max_length=LONGEST_NAME, widget=forms.TextInput(attrs=attrs))


def _public_field() -> forms.BooleanField:
    return forms.BooleanField(label=_("May be shown to readers: the person agrees"), required=False)


class OfficersForm(forms.Form):
    """Which paper, and who stays, ends, takes over or is new."""

    def __init__(self, *args, kim: Kim, current: LegalPaper | None, **kwargs):
        super().__init__(*args, **kwargs)
        choices = [(NEW_PAPER, _("A new decree (SK)"))]
        if current:
            text = _("The current one: %(number)s") % {"number": current.number}
            choices.append((str(current.pk), text))
        self.fields["paper"] = forms.ChoiceField(
            label=_("Which decree (SK) names the officers?"),
            choices=choices,
            initial=NEW_PAPER,
            widget=forms.RadioSelect,
            error_messages={"required": _("Please choose a decree (SK).")},
        )
        self.officers = by_rank(kim.officers.now())
        for officer in self.officers:
            self._add_officer(officer)
        for number in range(NEW_ROWS):
            self.fields[f"new_name_{number}"] = _name_field(_("Name"))
            self.fields[f"new_position_{number}"] = forms.ChoiceField(
                label=_("Position"),
                choices=Officer.Position.choices,
                initial=Officer.Position.MEMBER,
                required=False,
            )
            self.fields[f"new_public_{number}"] = _public_field()

    def _add_officer(self, officer: Officer) -> None:
        self.fields[f"what_{officer.pk}"] = forms.ChoiceField(
            label=officer.name,
            choices=What.choices,
            initial=What.KEEP,
            widget=forms.RadioSelect,
            error_messages={"required": _("Please choose.")},
        )
        self.fields[f"name_{officer.pk}"] = _name_field(_("Name of the successor"))
        self.fields[f"public_{officer.pk}"] = _public_field()

    def clean(self):
        """A successor has a name. Raises ValidationError beside the field."""
        cleaned = super().clean()
        for officer in self.officers:
            is_replaced = cleaned.get(f"what_{officer.pk}") == What.REPLACE
            name = f"name_{officer.pk}"
            if is_replaced and not cleaned.get(name, "").strip() and name not in self.errors:
                self.add_error(name, _("Please enter the name of the successor."))
        return cleaned

    @property
    def rows(self) -> list[OfficerRow]:
        """The officers of today."""
        return [
            OfficerRow(item, self[f"what_{item.pk}"], self[f"name_{item.pk}"], self[f"public_{item.pk}"])
            for item in self.officers
        ]

    @property
    def new_rows(self) -> list[NewRow]:
        """Room for those who are new."""
        return [
            NewRow(self[f"new_name_{number}"], self[f"new_position_{number}"], self[f"new_public_{number}"])
            for number in range(NEW_ROWS)
        ]

    @property
    def changes(self) -> list[Change]:
        """What becomes of the officers of today; only for a valid form."""
        values = self.cleaned_data
        return [
            Change(item.pk, values[f"what_{item.pk}"], values[f"name_{item.pk}"], values[f"public_{item.pk}"])
            for item in self.officers
        ]

    @property
    def added(self) -> list[NewOfficer]:
        """Those who are new; rows without a name count as empty."""
        values = self.cleaned_data
        return [
            NewOfficer(
                values[f"new_name_{number}"],
                values[f"new_position_{number}"] or Officer.Position.MEMBER,
                values[f"new_public_{number}"],
            )
            for number in range(NEW_ROWS)
            if values[f"new_name_{number}"].strip()
        ]
