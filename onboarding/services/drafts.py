"""What an applicant has typed so far: kept raw in `Application.draft`, over what the application says already."""

from dataclasses import dataclass, field

from django.http import QueryDict

from kim_sites.models import Officer
from onboarding.forms import apply as forms
from onboarding.models import Application

# The steps in their order; the village comes before them and the look over all after them.
FORMS = {"kelompok": forms.GroupForm, "pengurus": forms.PeopleForm, "kontak": forms.ContactForm}
VILLAGE, REVIEW = "desa", "periksa"
STEPS = (VILLAGE, *FORMS, REVIEW)
PEOPLE = {Officer.Position.CHAIR, Officer.Position.SECRETARY, Officer.Position.TREASURER}


@dataclass
class Reading:
    """An application read as a whole: the form of each step, bound to what was typed."""

    forms: dict[str, forms.StepForm]
    problems: dict[str, list[str]] = field(default_factory=dict)

    @property
    def first_problem(self) -> str:
        """The first step that is not in order; the last step if all are."""
        return next((name for name in STEPS if self.problems.get(name)), REVIEW)


def raw_values(application: Application, step: str) -> dict:
    """What a step shows: what was typed last, else what the application says."""
    typed = application.draft.get(step)
    return typed if isinstance(typed, dict) else stored_values(application, step)


def stored_values(application: Application, step: str) -> dict:
    """The fields of the application as texts of a step's form."""
    if step == "pengurus":
        return _stored_people(application)
    values = {name: getattr(application, name) for name in FORMS[step].base_fields}
    values = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
    return {name: value for name, value in values.items() if value}


def _stored_people(application: Application) -> dict:
    values: dict = {"members": []}
    for officer in application.officers.all():
        if officer.position in PEOPLE and officer.position not in values:
            values[officer.position] = officer.name
        else:
            values["members"].append(officer.name)
    return values


def typed_values(step: str, data: QueryDict) -> dict:
    """What a form sent, as it is kept: texts alone, and not more than fits."""
    values: dict = {}
    for name in FORMS[step].base_fields:
        if name == "members":
            values[name] = [_plain(text) for text in data.getlist(name)[: forms.MOST_MEMBERS]]
        elif name in data:
            values[name] = _plain(data[name])
    return values


def _plain(text: str) -> str:
    return text.replace("\x00", "")[: forms.LONGEST_TEXT]


def step_form(application: Application, step: str, is_checked: bool = False) -> forms.StepForm:
    """The form of a step with what is kept; with its mistakes if `is_checked`."""
    values = raw_values(application, step)
    if is_checked:
        return FORMS[step](application, data=values)
    return FORMS[step](application, initial=values)


def has_begun(application: Application, step: str) -> bool:
    """Whether anything was typed in a step."""
    return bool(raw_values(application, step))


def read(application: Application) -> Reading:
    """All steps, checked. Nothing is written."""
    reading = Reading({name: step_form(application, name, is_checked=True) for name in FORMS})
    for name, form in reading.forms.items():
        if not form.is_valid():
            reading.problems[name] = [str(message) for messages in form.errors.values() for message in messages]
    return reading


def count_people(application: Application) -> int:
    """How many people are named so far."""
    values = raw_values(application, "pengurus")
    names = [*(values.get(position, "") for position in PEOPLE), *values.get("members", [])]
    return sum(1 for name in names if str(name).strip())
