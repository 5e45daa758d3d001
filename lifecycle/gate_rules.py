"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import TENANTS, named, objects, same
from lifecycle.models import ExportJob
from lifecycle.services.archive.look import may_restore_anything
from lifecycle.services.archive.restore import jobs_for
from members.services.reach import manageable_kim


def exportable_kim(scope, value, **kwargs) -> bool:
    """A KIM that the person chairs, or a curator's below the own hubs."""
    pk = number(value)
    return pk is not None and manageable_kim(scope.user).filter(pk=pk).exists()


def export_job(scope, value, kim_id, **kwargs) -> bool:
    """A file of the KIM that the address names."""
    pk = number(value)
    return pk is not None and ExportJob.objects.filter(pk=pk, kim=number(kim_id)).exists()


def restore_job(scope, value, **kwargs) -> bool:
    """A restore of the person's own."""
    pk = number(value)
    return pk is not None and may_restore_anything(scope.user) and jobs_for(scope.user).filter(pk=pk).exists()


RULES: dict = {
    # --- exports and restores
    **named(
        "kim_archive",
        {
            **same(TENANTS, "index restore"),
            "exports": objects(kim_id=exportable_kim),
            "download": objects(kim_id=exportable_kim, export_id=export_job),
            "restore_job": objects(restore_id=restore_job),
        },
    ),
    # --- end of exports and restores
}
