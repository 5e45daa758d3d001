"""Exports and restores, in the background. The argument is the job's key; each task is safe to run twice."""

from django_tasks import task


@task()
def make_export(job_id: int) -> None:
    """Make the file of an export."""
    # Not at the top: the services enqueue these tasks.
    from lifecycle.services.archive.export import run_export

    run_export(job_id)


@task()
def carry_out_restore(job_id: int) -> None:
    """Bring a KIM back from a file."""
    from lifecycle.services.archive.restore import run_restore

    run_restore(job_id)
