"""The steps of an application: what each asks, and what is wrong with what was typed, in sentences."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from kim_sites.models import Kim, LegalPaper, Officer
from kim_sites.services.hosts import label_problem
from kim_sites.services.phones import parse_whatsapp
from onboarding.models import Application

DATES = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d %B %Y"]
LONGEST_TEXT = 500  # characters of one field that are kept as typed
MOST_MEMBERS = 60  # rows of members that are kept
KEPT_MEMBERS_EMPTY = 2  # rows that wait for a name


def date_field(label, **options) -> forms.DateField:
    """A day, by the phone's own picker; browsers without one may write 14/03/2025."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    messages = {"invalid": _("This is not a date. Write it like 14/03/2025."), "required": _("Please give this date.")}
    return forms.DateField(label=label, widget=widget, input_formats=DATES, error_messages=messages, **options)


def text_field(label, required: str = "", **options) -> forms.CharField:
    """One line of text; `required` is what is said when it is missing."""
    options |= {"required": bool(required), "max_length": options.get("max_length", 120)}
    return forms.CharField(label=label, error_messages={"required": required}, **options)


class StepForm(forms.Form):
    """One page of the application. Raw texts go in, so that whatever was typed can be shown again."""

    use_required_attribute = False

    def __init__(self, application: Application, *args, **kwargs):
        self.application = application
        super().__init__(*args, label_suffix="", **kwargs)
        for name, field in self.fields.items():
            described = [f"bantuan-{name}"] if field.help_text else []
            if self.is_bound and name in self.errors:
                described.append(f"salah-{name}")
                field.widget.attrs["aria-invalid"] = "true"
            if described:
                field.widget.attrs["aria-describedby"] = " ".join(described)
            if field.required:
                field.widget.attrs["aria-required"] = "true"


class GroupForm(StepForm):
    """The group, and the decree on which it stands."""

    kim_name = text_field(
        _("Name of the KIM"), _("Please write the name of the KIM."), help_text=_("For example: KIM Parenggean Maju")
    )
    kind_of_group = forms.ChoiceField(
        label=_("What kind of group is it?"),
        choices=Kim.GroupKind.choices,
        initial=Kim.GroupKind.KIM,
        help_text=_("Some KIM are a farmers' group, PKK or youth organisation that took the role on."),
        error_messages={"required": _("Please choose the kind of group.")},
    )
    founded_on = date_field(
        _("Founded on"), required=False, help_text=_("The day the group began; it may be earlier than the SK.")
    )
    paper_number = text_field(
        _("Number of the SK"), _("Please write the number of the SK."), help_text=_("As it stands on the paper.")
    )
    paper_issued_on = date_field(_("Date of the SK"))
    paper_signer = text_field(_("Who signed it?"), _("Please write who signed the SK."))
    paper_office = forms.ChoiceField(
        label=_("Office of the signer"),
        choices=[("", _("Choose")), *LegalPaper.Office.choices],
        error_messages={"required": _("Please choose the office of the signer.")},
    )
    paper_valid_until = date_field(
        _("Valid until"), required=False, help_text=_("Leave it empty if the SK names no end.")
    )

    def clean_founded_on(self):
        return self._not_in_future("founded_on")

    def clean_paper_issued_on(self):
        return self._not_in_future("paper_issued_on")

    def _not_in_future(self, name: str):
        day = self.cleaned_data[name]
        if day and day > timezone.localdate():
            raise ValidationError(gettext("This day lies in the future."))
        if day and day.year < 1945:
            raise ValidationError(gettext("This is too long ago. Please look at the year."))
        return day

    def clean(self):
        issued, until = self.cleaned_data.get("paper_issued_on"), self.cleaned_data.get("paper_valid_until")
        if issued and until and until <= issued:
            self.add_error(
                "paper_valid_until", gettext("The SK would end before it begins. Please look at both dates.")
            )
        return self.cleaned_data


class NamesInput(forms.Widget):
    """Several lines of text under one name; the template draws them."""

    def value_from_datadict(self, data, files, name):
        return data.getlist(name) if hasattr(data, "getlist") else data.get(name) or []


class NamesField(forms.Field):
    """Names of people, without empty lines."""

    widget = NamesInput

    def clean(self, value) -> list[str]:
        names = [" ".join(str(name).split()) for name in value or []]
        if any(len(name) > 120 for name in names):
            raise ValidationError(gettext("A name may have at most 120 characters."))
        return [name for name in names if name]


class PeopleForm(StepForm):
    """Who leads the group, and who else belongs to it."""

    chair = text_field(_("Chair"), _("Please write the name of the chair."))
    secretary = text_field(_("Secretary"), _("Please write the name of the secretary."))
    treasurer = text_field(_("Treasurer"), _("Please write the name of the treasurer."))
    members = NamesField(label=_("Other members"), required=False)

    def rows(self, more: int = 0) -> list[dict]:
        """One line for each member that was named, and some empty ones."""
        value = self["members"].value() or []
        names = [name for name in value if str(name).strip()]
        empty = max(more, KEPT_MEMBERS_EMPTY)
        return [{"number": number, "name": name} for number, name in enumerate([*names, *[""] * empty], 1)]

    def people(self) -> list[tuple[str, str]]:
        """Position and name of everybody, in order."""
        data, position = self.cleaned_data, Officer.Position
        leading = [(role, data[role]) for role in (position.CHAIR, position.SECRETARY, position.TREASURER)]
        return [*leading, *((position.MEMBER, name) for name in data["members"])]


class ContactForm(StepForm):
    """Under which address the site will stand, and whom the office can ask."""

    label = forms.CharField(
        label=_("Wished address"), error_messages={"required": _("Please choose an address for the website.")}
    )
    contact_name = text_field(_("Your name"), _("Please write your name."))
    contact_email = forms.EmailField(
        label=_("Your e-mail address"),
        max_length=254,
        help_text=_("News about the application go here."),
        error_messages={
            "required": _("Please write your e-mail address."),
            "invalid": _("This is no e-mail address. It looks like name@example.com."),
        },
    )
    contact_phone = text_field(
        _("Your WhatsApp number"),
        _("Please write your WhatsApp number."),
        max_length=40,
        help_text=_("For example 0812 3456 7890"),
        widget=forms.TextInput(attrs={"type": "tel", "autocomplete": "tel", "inputmode": "tel"}),
    )
    chair_email = forms.EmailField(
        label=_("E-mail address of the chair"),
        max_length=254,
        required=False,
        help_text=_("The chair gets the invitation to the website there. Leave it empty if it is the same as yours."),
        error_messages={"invalid": _("This is no e-mail address. It looks like name@example.com.")},
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}
        self.fields["label"].widget.attrs |= {"autocomplete": "off", **plain}
        self.fields["contact_name"].widget.attrs |= {"autocomplete": "name"}
        for name in ("contact_email", "chair_email"):
            self.fields[name].widget.attrs |= {"inputmode": "email", **plain}
        self.fields["contact_email"].widget.attrs |= {"autocomplete": "email"}

    def clean_label(self) -> str:
        label = self.cleaned_data["label"].strip().lower()
        problem = address_problem(label, self.application)
        if problem:
            raise ValidationError(problem)
        return label

    def clean_contact_phone(self) -> str:
        return parse_whatsapp(self.cleaned_data["contact_phone"])

    def clean_contact_email(self) -> str:
        return self.cleaned_data["contact_email"].lower()

    def clean_chair_email(self) -> str:
        return self.cleaned_data["chair_email"].lower()

    def clean(self):
        data = self.cleaned_data
        if not data.get("chair_email") and "chair_email" not in self.errors:
            data["chair_email"] = data.get("contact_email", "")
        return data


def address_problem(label: str, application: Application | None = None) -> str:
    """Why a site can't have this address, in one sentence; nothing if it can. Other applications count too."""
    problem = label_problem(label)
    if problem:
        return problem
    others = Application.objects.filter(state__in=Application.OPEN_STATES, label=label)
    if application is not None:
        others = others.exclude(pk=application.pk)
    if others.exists():
        return gettext("Another group wishes the address “%(label)s”, please choose another one.") % {"label": label}
    return ""


def member_warning(count: int) -> str:
    """What the office may ask about a group of this size; it never keeps anybody from sending."""
    fewest, most = settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS
    values = {"count": count, "fewest": fewest, "most": most}
    if count < fewest:
        return (
            ngettext(
                "You have named %(count)s person. Most offices expect at least %(fewest)s; you can send it all the same.",
                "You have named %(count)s people. Most offices expect at least %(fewest)s; you can send it all the same.",
                count,
            )
            % values
        )
    if count > most:
        return (
            gettext(
                "You have named %(count)s people. Most offices expect at most %(most)s; you can send it all the same."
            )
            % values
        )
    return ""
