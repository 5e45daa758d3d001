"""Who may do what with a record or a file. Every generic view, chooser and link of Wagtail asks the registered policy."""

from django.contrib.auth import get_user_model
from django.db.models import Q
from wagtail.models import Collection
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.collections import CollectionOwnershipPermissionPolicy

from kim_sites.addresses import path_prefixes
from kim_sites.admin.wide_collections import widen
from kim_sites.services.scope import at_or_below, kim_for_user
from kim_sites.services.sharing import above, shared_collections


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


class SharedMediaPolicy(CollectionOwnershipPermissionPolicy):
    """Wagtail's policy of pictures and documents; the files of the hubs above may be chosen too, and only chosen."""

    def paths_of(self, user, actions) -> list[str]:
        """Tree paths of the highest collections in which the person may do one of the actions, never of all below.

        As in Wagtail's own policy, whoever may change or delete files has the others' right to add as well.
        """
        actions = {"change" if action == "delete" else action for action in actions}
        held = self._get_user_permission_objects_for_actions(
            user, actions | ({"add"} if "change" in actions else set())
        )
        kept: list[str] = []
        for path in sorted({permission.collection.path for permission in held}):
            if not kept or not path.startswith(kept[-1]):
                kept.append(path)
        return kept

    def shared(self, user):
        """Collections of the hubs above those in which the person may choose."""
        return shared_collections(self.paths_of(user, ["choose"]))

    def collections_user_has_any_permission_for(self, user, actions):
        """The person's collections, with the shared ones if this is about choosing."""
        if not user.is_active or user.is_superuser:
            return widen(super().collections_user_has_any_permission_for(user, actions))
        condition = at_or_below(self.paths_of(user, actions))
        if "choose" in actions:
            condition |= Q(path__in=above(self.paths_of(user, ["choose"]), Collection.steplen))
        return widen(Collection.objects.filter(condition))

    def instances_user_has_any_permission_for(self, user, actions):
        """The person's files, with the shared ones if this is about choosing. Never what lies in the bin."""
        own = self.outside_the_bin(super().instances_user_has_any_permission_for(user, actions))
        if "choose" not in actions or user.is_superuser or not user.is_authenticated:
            return own
        shared = Q(collection__in=self.shared(user).values("pk"))
        return self.outside_the_bin(self.model._default_manager.filter(Q(pk__in=own.values("pk")) | shared))

    def outside_the_bin(self, rows):
        """Without what was put away; documents have no bin."""
        return rows.filter(put_away_at__isnull=True) if self.has_bin else rows

    def put_away(self, user):
        """What lies in the bin and the person could have put there."""
        own = super().instances_user_has_any_permission_for(user, ["delete"])
        return own.filter(put_away_at__isnull=False)

    @property
    def has_bin(self) -> bool:
        """Whether the files of this kind are put away before they are deleted."""
        return hasattr(self.model, "put_away_at")

    def user_has_any_permission_for_instance(self, user, actions, instance):
        """Whether the person may do one of the actions with this file. Nobody may with what lies in the bin."""
        if self.has_bin and instance.put_away_at:
            return False
        if super().user_has_any_permission_for_instance(user, actions, instance):
            return True
        can_choose = "choose" in actions and user.is_active and user.is_authenticated
        return can_choose and self.shared(user).filter(pk=instance.collection_id).exists()
