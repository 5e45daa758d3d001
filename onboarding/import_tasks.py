"""Imports, carried out by the worker. Each task may run twice or be killed half-way: another one goes on."""

from django_tasks import task


@task()
def check_import(job_id: int) -> None:
    """Read a spreadsheet and check each of its rows."""
    # Not at the top: the services enqueue this task.
    from onboarding.services.import_check import check

    check(job_id)


@task()
def run_import(job_id: int) -> None:
    """Make KIM for a while, then stand in the queue again, so that mails and others get their turn."""
    from onboarding.services.import_work import work

    if work(job_id):
        run_import.enqueue(job_id)
