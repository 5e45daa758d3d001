"""Mails about membership, sent by the worker. Their arguments are ids only: no secret waits in the queue."""

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django_tasks import task

from kim_sites.models import Kim, User


@task()
def send_invitation(invitation_id: int) -> None:
    """Make the secret of an invitation and mail the link; nothing if it was withdrawn or accepted meanwhile."""
    # Not at the top: the services enqueue this task.
    from members.services.invitations import note_sent, renew_secret

    found = renew_secret(invitation_id)
    if found is None:
        return
    invitation, secret = found
    with translation.override(settings.LANGUAGE_CODE):
        context = {
            "kim": invitation.kim.name,
            "role": invitation.get_role_display(),
            "inviter": invitation.invited_by,
            "until": timezone.localtime(invitation.expires_at),
            "url": settings.WAGTAILADMIN_BASE_URL + reverse("kim_invitation:show", args=[secret]),
        }
        subject = _("Invitation to %(kim)s") % {"kim": invitation.kim.name}
        _send(subject, "members/mail/invitation.txt", context, invitation.email)
    note_sent(invitation_id)


@task()
def send_handover_notice(kim_id: int, successor_id: int, former_ids: list[int]) -> None:
    """Tell the new chair and whoever was it before."""
    kim, successor = Kim.objects.get(pk=kim_id), User.objects.get(pk=successor_id)
    url = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
    with translation.override(settings.LANGUAGE_CODE):
        context = {"kim": kim.name, "successor": successor, "url": url}
        subject = _("The chair of %(kim)s") % {"kim": kim.name}
        _send(subject, "members/mail/new_chair.txt", context, successor.email)
        for person in User.objects.filter(pk__in=former_ids, is_active=True):
            _send(subject, "members/mail/former_chair.txt", {**context, "person": person}, person.email)


@task()
def end_sessions(user_id: int) -> None:
    """Remove the sessions of a closed account: they must not come back to life when it is opened again.

    A session does not name its person outside its data, so all are looked through; here, where nobody waits for it.
    """
    live = Session.objects.filter(expire_date__gt=timezone.now())
    theirs = [row.pk for row in live.iterator() if row.get_decoded().get(SESSION_KEY) == str(user_id)]
    Session.objects.filter(pk__in=theirs).delete()


def _send(subject: str, template: str, context: dict, address: str) -> None:
    """One plain mail: readable on any phone, and nothing in it but words and one link."""
    body = render_to_string(template, context).strip() + "\n"
    EmailMessage(" ".join(subject.split()), body, to=[address]).send()
