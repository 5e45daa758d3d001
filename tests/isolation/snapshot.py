"""All rows that carry the marker of a tenant, in every table: what nobody else may change."""

from django.apps import apps
from django.core import serializers

from tests.isolation.world import MARKER, Tenant

# Rows that come and go with every request.
PASSING = {"sessions.Session", "kim_sites.KimRendition", "access.AuditEntry"}


def rows_of(tenant: Tenant) -> dict[tuple[str, str], str]:
    """Every row of every model whose values carry the marker, or that belongs to the KIM, as text."""
    rows = {}
    kim = tenant.kim
    for model in apps.get_models():
        if model._meta.label in PASSING or not model._meta.managed:
            continue
        for row in model._default_manager.all():
            text = serializers.serialize("json", [row])
            if MARKER in text.lower() or getattr(row, "kim_id", None) == kim.pk:
                rows[(model._meta.label, str(row.pk))] = text
    for group in (role.group for role in kim.roles.all()):
        people = sorted(group.user_set.values_list("email", flat=True))
        rows[("members", group.name)] = str([people, sorted(group.permissions.values_list("pk", flat=True))])
    return rows


def differences(before: dict, after: dict) -> list[str]:
    """What was removed, added or changed, in words."""
    gone = [f"gone: {key}" for key in before.keys() - after.keys()]
    new = [f"new: {key}" for key in after.keys() - before.keys()]
    changed = [
        f"changed: {key}\n  {before[key]}\n  {after[key]}"
        for key in before.keys() & after.keys()
        if before[key] != after[key]
    ]
    return [*gone, *new, *changed]
