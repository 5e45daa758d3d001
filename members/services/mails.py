"""The mails about membership. Each is written when it is sent, so no secret waits in a table."""

from functools import partial

from django.conf import settings
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim, User
from kim_sites.services.mail import Mail, writes
from members.services.invitations import note_sent, renew_secret


@writes("invitation", gettext_lazy("Invitation"))
def write_invitation(invitation_id: int) -> Mail | None:
    """Make the secret of an invitation and write its link; nothing if it was withdrawn or accepted meanwhile."""
    found = renew_secret(invitation_id)
    if found is None:
        return None
    invitation, secret = found
    context = {
        "kim": invitation.kim.name,
        "role": invitation.get_role_display(),
        "inviter": invitation.invited_by,
        "until": timezone.localtime(invitation.expires_at),
        "url": settings.WAGTAILADMIN_BASE_URL + reverse("kim_invitation:show", args=[secret]),
    }
    subject = _("Invitation to %(kim)s") % {"kim": invitation.kim.name}
    sent = partial(note_sent, invitation_id)
    return Mail(invitation.email, subject, "members/mail/invitation.txt", context, after=sent)


@writes("new_chair", gettext_lazy("To the new chair"))
def write_to_new_chair(kim_id: int, successor_id: int) -> Mail | None:
    """Tell whoever became the chair."""
    return _about_the_chair("members/mail/new_chair.txt", kim_id, successor_id, successor_id)


@writes("former_chair", gettext_lazy("To the former chair"))
def write_to_former_chair(kim_id: int, successor_id: int, person_id: int) -> Mail | None:
    """Tell whoever was the chair before."""
    return _about_the_chair("members/mail/former_chair.txt", kim_id, successor_id, person_id)


def _about_the_chair(template: str, kim_id: int, successor_id: int, reader_id: int) -> Mail | None:
    people = User.objects.in_bulk([successor_id, reader_id])
    kim, successor, reader = Kim.objects.filter(pk=kim_id).first(), people.get(successor_id), people.get(reader_id)
    if kim is None or successor is None or reader is None or not reader.is_active:
        return None
    url = settings.WAGTAILADMIN_BASE_URL + reverse("wagtailadmin_home")
    context = {"kim": kim.name, "successor": successor, "person": reader, "url": url}
    return Mail(reader.email, _("The chair of %(kim)s") % {"kim": kim.name}, template, context)
