"""Who may do what with a record of a KIM. Every generic view, chooser and link of Wagtail asks the registered policy."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.permission_policies import ModelPermissionPolicy

from kim_sites.addresses import path_prefixes
from kim_sites.services.scope import kim_for_user


class KimRecordPolicy(ModelPermissionPolicy):
    """A model permission, held only for the records of the KIM that the same group works on."""

    def instances_user_has_any_permission_for(self, user, actions):
        """Records of the KIM in which a group of the person holds one of the permissions."""
        kim = kim_for_user(user, *sorted(self._get_permission_codenames(actions)))
        records = self.model._default_manager.all()
        return records if user.is_active and user.is_superuser else records.filter(kim__in=kim)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """Whether the record belongs to such a KIM."""
        if instance.kim_id is None:
            return self.user_has_any_permission(user, actions)
        kim = kim_for_user(user, *sorted(self._get_permission_codenames(actions)))
        return kim.filter(pk=instance.kim_id).exists()

    def user_has_permission_for_instance(self, user, action, instance):
        """Whether the record belongs to such a KIM."""
        return self.user_has_any_permission_for_instance(user, [action], instance)

    def users_with_any_permission_for_instance(self, actions, instance):
        """People of the record's KIM and of the hubs above it who hold one of the permissions."""
        home = instance.kim.home_page
        return (
            get_user_model()
            .objects.filter(is_active=True)
            .filter(
                Q(is_superuser=True)
                | Q(
                    groups__permissions__in=self._get_permission_objects_for_actions(actions),
                    groups__page_permissions__page__path__in=path_prefixes(home.path) if home else [],
                )
            )
            .distinct()
        )
