"""Forms of members. The rules are in `members.services`; these only ask."""

from django import forms
from django.contrib.auth.password_validation import password_validators_help_texts
from django.utils.translation import gettext_lazy as _

from kim_sites.models import KimRole, User
from members.services.joining import LONGEST_NAME
from members.services.roles import GIVEN_BY_HAND

Role = KimRole.Role
# What each role may do, in the words of those who choose one.
ROLE_TEXTS = {
    Role.CHAIR: _("Chair: everything an editor may, and looks after members, officers and the KIM's papers"),
    Role.EDITOR: _("Editor: writes, changes and publishes everything on the site"),
    Role.CONTRIBUTOR: _("Contributor: writes; an editor or the chair publishes it"),
}


class InviteForm(forms.Form):
    """Whom, and as what."""

    email = forms.CharField(
        label=_("E-mail address"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "off", "inputmode": "email"}),
        error_messages={"required": _("Please enter an e-mail address.")},
    )
    role = forms.ChoiceField(
        label=_("Role"), widget=forms.RadioSelect, error_messages={"required": _("Please choose a role.")}
    )

    def __init__(self, *args, roles, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["role"].choices = [(str(role), ROLE_TEXTS[role]) for role in roles]


class RoleForm(forms.Form):
    """Editor or contributor."""

    role = forms.ChoiceField(
        label=_("Role"),
        choices=[(str(role), ROLE_TEXTS[role]) for role in GIVEN_BY_HAND],
        widget=forms.RadioSelect,
        error_messages={"required": _("Please choose a role.")},
    )


class SuccessorField(forms.ModelChoiceField):
    """Members by name and address: two may have one name."""

    def label_from_instance(self, obj):
        """The name, and the address behind it."""
        name = obj.get_full_name()
        return f"{name} ({obj.email})" if name else obj.email


class HandOverForm(forms.Form):
    """To whom, and the actor's own password."""

    successor = SuccessorField(
        label=_("New chair"),
        queryset=User.objects.none(),
        error_messages={
            "required": _("Please choose who becomes the chair."),
            "invalid_choice": _("Choose a member with an active account who is not the chair."),
        },
    )
    password = forms.CharField(
        label=_("Your password"),
        strip=False,
        help_text=_("To be sure that it is you."),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": _("Please enter your password.")},
    )

    def __init__(self, *args, candidates, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["successor"].queryset = candidates


class JoinForm(forms.Form):
    """Name and password of somebody new."""

    name = forms.CharField(
        label=_("Your name"),
        max_length=LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
        error_messages={"required": _("Please enter your name.")},
    )
    password = forms.CharField(
        label=_("Password"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Please choose a password.")},
    )
    again = forms.CharField(
        label=_("The same password again"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        error_messages={"required": _("Please enter the password a second time.")},
    )

    @property
    def rules(self) -> list[str]:
        """What a password has to be."""
        return password_validators_help_texts()

    def clean(self):
        """Raises ValidationError if the two passwords differ."""
        cleaned = super().clean()
        if "password" in cleaned and "again" in cleaned and cleaned["password"] != cleaned["again"]:
            self.add_error("again", _("The two passwords are not the same."))
        return cleaned
