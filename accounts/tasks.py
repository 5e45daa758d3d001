"""Work that is left to the queue, so that how long an answer takes does not tell whether there is an account."""

from types import SimpleNamespace

from django.contrib.auth.models import AnonymousUser
from django_tasks import task

from access.services import audit
from kim_sites.models import User


@task()
def note_sign_in_trouble(action: str, email: str, address: str, network: str | None) -> None:
    """Write a failed or locked sign-in into the audit, if there is such an account."""
    person = User.objects.filter(email=email).first()
    if person:
        request = SimpleNamespace(path=address, META={"REMOTE_ADDR": network or ""})
        audit.record_for_person(action, person, request=request, user=AnonymousUser(), target=person)
