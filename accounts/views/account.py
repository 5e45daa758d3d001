"""A person's own account: Wagtail's screen, with one field for the name."""

from django import forms
from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import AccountView as WagtailAccountView
from wagtail.admin.views.account import NameEmailSettingsPanel


class NameForm(forms.ModelForm):
    """The name as the person writes it. Many people in Indonesia have one name only, and a form that insists on a
    last name would let them change nothing at all."""

    full_name = forms.CharField(
        label=_("Name"),
        help_text=_("As others see it."),
        max_length=get_user_model()._meta.get_field("first_name").max_length,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    class Meta:
        model = get_user_model()
        fields = []

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.initial["full_name"] = self.instance.get_full_name()

    def save(self, commit=True):
        """Keep the whole name in one place."""
        self.instance.first_name, self.instance.last_name = self.cleaned_data["full_name"], ""
        return super().save(commit)


class NamePanel(NameEmailSettingsPanel):
    """The part of the screen with the name."""

    title = _("Name")
    form_class = NameForm


class AccountView(WagtailAccountView):
    """The screen, with our part in place of Wagtail's."""

    def get_panels(self):
        """Wagtail's parts; the one with the name is ours."""
        return [
            NamePanel(panel.request, panel.user, panel.profile) if isinstance(panel, NameEmailSettingsPanel) else panel
            for panel in super().get_panels()
        ]
