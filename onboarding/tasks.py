"""Work of onboarding in the background. Arguments are ids only."""

from django_tasks import task


@task()
def make_site(application_id: int) -> None:
    """Make the site of an approved application; nothing if that is done, or decided otherwise meanwhile."""
    # Not at the top: the services enqueue this task.
    from onboarding.services.opening import open_site

    open_site(application_id)
