"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import TENANTS, named, objects, same
from onboarding.services.imports import jobs_for

RULES: dict = {}


# Import
def import_job(scope, value, **kwargs) -> bool:
    """An import for a region of the person's own hubs, or for one that lies in them."""
    pk = number(value)
    return pk is not None and jobs_for(scope.user).filter(pk=pk).exists()


RULES |= named(
    "kim_import",
    {**same(TENANTS, "index template_xlsx template_csv"), **same(objects(job_id=import_job), "job progress run copy")},
)
