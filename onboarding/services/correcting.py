"""Small mistakes of an application that the office puts right itself."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import localize
from django.utils.translation import gettext as _

from kim_sites.services.phones import parse_whatsapp
from onboarding.models import Application
from onboarding.services.deciding import check_undecided, label_problem, lock, record, step_in
from onboarding.services.steps import Kind, note

FIELDS = (
    "kim_name",
    "kind_of_group",
    "founded_on",
    "label",
    "paper_number",
    "paper_issued_on",
    "paper_signer",
    "paper_office",
    "paper_valid_until",
    "contact_name",
    "contact_email",
    "contact_phone",
    "chair_email",
)
NEEDED = ("kim_name", "label", "paper_number", "paper_issued_on", "paper_signer", "paper_office", "contact_email")


@transaction.atomic
def correct(actor, application: Application, values: dict) -> list[str]:
    """Write corrected values of some of `FIELDS`; returns a line for each that changed, and the diary keeps them.

    Raises PermissionDenied and ValidationError as `deciding.ask` does, and ValidationError by field for what can't be.
    """
    application = lock(actor, application)
    check_undecided(application)
    before = {name: getattr(application, name) for name in FIELDS}
    for name in FIELDS:
        if name in values:
            setattr(application, name, _tidy(name, values[name]))
    changed = [name for name in FIELDS if getattr(application, name) != before[name]]
    if not changed:
        return []
    _check(application, changed)
    step_in(actor, application)
    application.failure = ""
    application.changed_at = timezone.now()
    application.save()
    lines = [_line(application, name, before[name]) for name in changed]
    note(application, Kind.CHANGED, "\n".join(lines), actor)
    record(actor, application, "correct")
    return lines


def _tidy(name: str, value):
    if not isinstance(value, str):
        return value
    value = " ".join(value.split())
    return value.lower() if name in ("label", "chair_email", "contact_email") else value


def _check(application: Application, changed: list[str]) -> None:
    errors: dict[str, list[str]] = {}
    try:
        application.clean_fields(exclude={field.name for field in application._meta.fields} - set(changed))
    except ValidationError as error:
        errors |= error.message_dict
    for name in changed:
        if name in NEEDED and not getattr(application, name):
            errors.setdefault(name, [_("This can't be left empty.")])
    today = timezone.localdate()
    for name in ("founded_on", "paper_issued_on"):
        if name in changed and getattr(application, name) and getattr(application, name) > today:
            errors.setdefault(name, [_("This day lies in the future.")])
    issued, until = application.paper_issued_on, application.paper_valid_until
    if issued and until and until < issued and {"paper_valid_until", "paper_issued_on"} & set(changed):
        errors.setdefault("paper_valid_until", [_("This day is before the date of the decree (SK).")])
    if "contact_phone" in changed:
        try:
            application.contact_phone = parse_whatsapp(application.contact_phone)
        except ValidationError as error:
            errors.setdefault("contact_phone", error.messages)
    if "label" in changed and "label" not in errors:
        problem = label_problem(application)
        if problem:
            errors["label"] = [problem]
    if errors:
        raise ValidationError(errors)


def _line(application: Application, name: str, before) -> str:
    field = application._meta.get_field(name)
    choices = dict(field.choices or [])

    def shown(value) -> str:
        return str(choices.get(value, localize(value))) if value not in ("", None) else "–"

    return f"{field.verbose_name}: {shown(before)} → {shown(getattr(application, name))}"
