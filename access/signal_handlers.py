"""Writes into the audit what signals tell: roles given and taken, and the life of tenants."""

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.db.models.signals import m2m_changed, post_delete

from access.models import AuditEntry
from access.services import audit
from home.models import HubPage
from kim_sites.models import Kim, KimRole
from kim_sites.signals import kim_status_changed, redirect_changed

Action = AuditEntry.Action
STATUS_ACTIONS = {
    Kim.Status.SUSPENDED: Action.SUSPENDED,
    Kim.Status.ACTIVE: Action.RESUMED,
    Kim.Status.ARCHIVED: Action.ARCHIVED,
}


def on_groups_change(sender, instance, action, pk_set, reverse, **kwargs):
    """Somebody was put into a group or taken out of it, by whatever way. `reverse` tells from which side."""
    if action == "pre_clear":
        pk_set = set((instance.user_set if reverse else instance.groups).values_list("pk", flat=True))
    elif action not in ("post_add", "post_remove"):
        return
    what = Action.ROLE_GIVEN if action == "post_add" else Action.ROLE_TAKEN
    if reverse:
        for person in get_user_model().objects.filter(pk__in=pk_set):
            record_role(what, person, [instance])
    elif pk_set:
        record_role(what, instance, list(Group.objects.filter(pk__in=pk_set)))


def record_role(action, person, groups) -> None:
    """One row for each group: for the KIM whose role it carries, or for the hub whose curators it holds."""
    roles = {role.group_id: role for role in KimRole.objects.filter(group__in=groups).select_related("kim")}
    for group in groups:
        role = roles.get(group.pk)
        if role:
            audit.record(action, kim=role.kim, target=person, data={"role": role.role})
            continue
        hub = HubPage.objects.filter(group_permissions__group=group).select_related("region").first()
        role_name = "curator" if hub else group.name
        audit.record(action, region=hub.region if hub else None, target=person, data={"role": role_name})


def on_removal(sender, instance, **kwargs):
    """A KIM, an account or a whole site went for good. Rows of a KIM go with it: this one stands with its region."""
    if getattr(instance, "removed_by_service", False):
        return
    region = instance.region if isinstance(instance, Kim) else None
    audit.record(Action.REMOVED, region=region, target=instance, data={"kind": sender._meta.model_name})


def on_status_change(sender, kim, reason, **kwargs):
    """A KIM was suspended, opened again or archived."""
    action = STATUS_ACTIONS.get(kim.status)
    if action:
        audit.record(action, kim=kim, target=kim.name, data={"reason": reason} if reason else {})


def on_redirect_change(sender, redirect, what, user, **kwargs):
    """Somebody changed where an old address of a KIM leads."""
    target = redirect.redirect_link or str(redirect.redirect_page or "")
    data = {"change": what, "to": target}
    audit.record(Action.REDIRECT_CHANGED, user=user, kim=redirect.site.kim, target=redirect.old_path, data=data)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    m2m_changed.connect(on_groups_change, sender=get_user_model().groups.through)
    kim_status_changed.connect(on_status_change)
    for model in (Kim, get_user_model()):
        post_delete.connect(on_removal, sender=model)
    redirect_changed.connect(on_redirect_change)
