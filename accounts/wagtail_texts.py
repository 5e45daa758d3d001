"""Texts of Wagtail's about accounts that have no Indonesian yet: named here, they get it from our catalogue."""

from django.utils.translation import gettext_noop

TEXTS = (
    gettext_noop("Forgotten password?"),
    gettext_noop("More actions"),
    gettext_noop("Name and Email"),
    gettext_noop("Notifications"),
    gettext_noop("Profile"),
    gettext_noop("Profile picture"),
    gettext_noop("Remember me"),
    gettext_noop("Theme preferences"),
    gettext_noop("Your account settings have been changed successfully!"),
    gettext_noop("Your %(username_field)s and password didn't match. Please try again."),
)
