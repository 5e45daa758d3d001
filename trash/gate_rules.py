"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import TENANTS, named, objects
from trash.admin.leading import lead_to_list
from trash.models import DeletedPage
from trash.services.bin import deleted_for


def deleted(scope, value, **kwargs) -> bool:
    """A deleted page that the person may bring back, or one that is in the bin no more: the view says so."""
    pk = number(value)
    return pk is not None and _is_own_or_gone(scope, pk=pk)


def batch(scope, value, **kwargs) -> bool:
    """Pages that were deleted together, one of them at least the person's, or none of them in the bin any more."""
    return _is_own_or_gone(scope, batch=value)


def _is_own_or_gone(scope, **key) -> bool:
    return deleted_for(scope.user).filter(**key).exists() or not DeletedPage.objects.filter(**key).exists()


RULES = {
    **named(
        "kim_deleted",
        {
            "index": TENANTS,
            "undo": objects(batch=batch),
            "restore": objects(deleted_id=deleted),
            "forget": objects(deleted_id=deleted),
        },
    ),
}

ANSWERS = {
    # Somebody wrote on while somebody else deleted the page.
    "wagtailadmin_pages:edit": lead_to_list,
}
