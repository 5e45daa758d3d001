"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import ANYBODY, TENANTS, named, objects, same
from kim_sites.services.scans import MOST_PAGES
from onboarding.services import first_steps, reach, rules
from onboarding.services.imports import jobs_for

# Number and secret in the address are the key; who applies has no account.
APPLICANTS = named("apply", same(ANYBODY, "start regions check_label find track answer withdraw resend scan continue"))


# Checking applications, and the first steps.
def application(scope, value, **kwargs) -> bool:
    """An application of the person's regencies that has been sent."""
    pk = number(value)
    return pk is not None and reach.applications_for(scope.user).filter(pk=pk).exists()


def page_of_scan(scope, value, **kwargs) -> bool:
    """A page that a scan may have."""
    page = number(value)
    return page is not None and 1 <= page <= MOST_PAGES


def ruled_province(scope, value, **kwargs) -> bool:
    """A province whose rules the person sets."""
    return rules.ruled_provinces(scope.user).filter(pk=str(value)).exists()


def kim_to_begin(scope, value, **kwargs) -> bool:
    """A KIM that the person chairs or edits."""
    pk = number(value)
    return pk is not None and first_steps.kim_to_begin(scope.user).filter(pk=pk).exists()


VERIFY = {
    **named(
        "kim_applications",
        {
            **same(TENANTS, "index rules"),
            "rules_of": objects(code=ruled_province),
            "scan": objects(application_id=application, number=page_of_scan),
            **same(objects(application_id=application), "detail paper progress ask refuse reopen approve correct"),
        },
    ),
    "first_steps": TENANTS,
    **same(objects(kim_id=kim_to_begin), "first_steps_of first_steps_shared"),
}


# Import
def import_job(scope, value, **kwargs) -> bool:
    """An import for a region of the person's own hubs, or for one that lies in them."""
    pk = number(value)
    return pk is not None and jobs_for(scope.user).filter(pk=pk).exists()


IMPORTS = named(
    "kim_import",
    {**same(TENANTS, "index template_xlsx template_csv"), **same(objects(job_id=import_job), "job progress run copy")},
)

RULES: dict = {**APPLICANTS, **VERIFY, **IMPORTS}
