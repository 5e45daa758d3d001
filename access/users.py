"""Wagtail's application of users and groups, with forms that don't list all groups or all collections."""

from wagtail.users.apps import WagtailUsersAppConfig


class UsersConfig(WagtailUsersAppConfig):
    """Stands in INSTALLED_APPS in the place of Wagtail's own."""

    user_viewset = "access.admin.users.WideUserViewSet"
    group_viewset = "access.admin.users.WideGroupViewSet"
