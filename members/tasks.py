"""Work about membership that is left to the queue."""

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone
from django_tasks import task


@task()
def end_sessions(user_id: int) -> None:
    """Remove the sessions of a closed account: they must not come back to life when it is opened again.

    A session does not name its person outside its data, so all are looked through; here, where nobody waits for it.
    """
    live = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [row.pk for row in live.iterator() if row.get_decoded().get(SESSION_KEY) == str(user_id)]
    Session.objects.filter(pk__in=theirs).delete()
