"""Users and groups for operators: a form renders the chosen groups and collections, never all there are."""

from django.utils.translation import gettext_lazy as _
from wagtail.users.forms import UserCreationForm, UserEditForm
from wagtail.users.views import groups
from wagtail.users.views.groups import GroupViewSet
from wagtail.users.views.users import UserViewSet

from kim_sites.admin.wide_choosers import collection_chooser, group_chooser, several


class OneName:
    """One field for the name, as in a person's own account: many people in Indonesia have one name only."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["last_name"]
        self.fields["first_name"].label, self.fields["first_name"].help_text = _("Name"), _("As others see it.")
        self.initial["first_name"] = self.instance.get_full_name()
        self.order_fields(["email", "first_name", "password1", "password2", "is_active"])

    def save(self, commit=True):
        """Keep the whole name in one place."""
        self.instance.last_name = ""
        return super().save(commit)


class WideUserCreationForm(OneName, UserCreationForm):
    """Wagtail's, with a chooser of groups."""

    class Meta(UserCreationForm.Meta):
        widgets = {"groups": several(group_chooser)}


class WideUserEditForm(OneName, UserEditForm):
    """Wagtail's, with a chooser of groups."""

    class Meta(UserEditForm.Meta):
        widgets = {"groups": several(group_chooser)}


class WideUserViewSet(UserViewSet):
    """Users."""

    def get_form_class(self, for_update=False):
        """The form for a new user, or for one that there is."""
        return WideUserEditForm if for_update else WideUserCreationForm


class WideGroupViewSet(GroupViewSet):
    """Groups."""

    def on_register(self):
        """Collections are chosen, in every panel of permissions."""
        super().on_register()
        for panel in groups.get_permission_panel_classes():
            field = getattr(panel, "form", None) and panel.form.base_fields.get("collection")
            if field:
                field.widget = collection_chooser.widget_class()
