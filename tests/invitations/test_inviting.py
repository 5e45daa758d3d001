"""From the chair's form to the mail: who invites whom, how often, and what is refused."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from kim_sites.services.mail import send
from members.models import Invitation
from members.services import invitations
from tests.factories import member
from tests.invitations.helpers import ADDRESS, invite, page, secret_of, visitor
from tests.test_members import chair_of, curator, url

pytestmark = pytest.mark.django_db


def test_a_new_link_ends_the_old_one_and_comes_not_twice_in_a_row(kim, admin_client_for):
    chair, old = chair_of(kim), invite(kim)
    invitation, client = Invitation.objects.get(), admin_client_for(chair)
    client.post(url("resend", kim.pk, invitation.pk))
    assert len(mail.outbox) == 1  # a second ago
    Invitation.objects.update(asked_at=timezone.now() - datetime.timedelta(minutes=5), expires_at=timezone.now())

    client.post(url("resend", kim.pk, invitation.pk))

    assert len(mail.outbox) == 2
    assert visitor().get(page(old)).status_code == 404
    assert visitor().get(page(secret_of(mail.outbox[1]))).status_code == 200
    Invitation.objects.update(asked_at=timezone.now() - datetime.timedelta(minutes=5), times_asked=5)
    client.post(url("resend", kim.pk, invitation.pk))
    assert len(mail.outbox) == 2
    assert client.get(url("resend", kim.pk, invitation.pk)).status_code == 405


def test_withdrawn_before_it_was_sent_no_mail_goes_out(kim):
    chair = chair_of(kim)
    invite(kim)
    invitation = Invitation.objects.get()
    invitations.withdraw(chair, kim, invitation)
    mail.outbox.clear()
    for number in (invitation.pk, 999_999):
        send("invitation", number)
    assert not mail.outbox


def test_inviting_again_replaces_the_first_invitation(kim):
    invite(kim, role="contributor")
    invite(kim, role="editor")
    assert list(invitations.open_invitations(kim).values_list("email", "role")) == [(ADDRESS, "editor")]


@pytest.mark.parametrize(
    "email", ["", "bukan-alamat", "a@b", "x" * 250 + "@example.id", "a@example.id\nBcc: b@example.id"]
)
def test_a_bad_address_is_said_at_the_field(kim, admin_client_for, email):
    answer = admin_client_for(chair_of(kim)).post(url("invite", kim.pk), {"email": email, "role": "editor"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]
    assert not Invitation.objects.exists()
    assert not mail.outbox


@pytest.mark.parametrize("role", ["chair", "curator", "operator", ""])
def test_a_chair_offers_no_role_above_editor(kim, admin_client_for, role):
    chair = chair_of(kim)
    answer = admin_client_for(chair).post(url("invite", kim.pk), {"email": ADDRESS, "role": role})
    assert answer.context["form"].errors["role"]
    with pytest.raises(ValidationError):
        invitations.invite(chair, kim, ADDRESS, role)
    assert not Invitation.objects.exists()


def test_a_member_is_not_invited_again(kim):
    editor = member(kim, "editor")
    with pytest.raises(ValidationError):
        invitations.invite(chair_of(kim), kim, editor.email.upper(), "contributor")


def test_limits_on_open_invitations_and_on_a_day(kim, settings):
    settings.MOST_OPEN_INVITATIONS, settings.MOST_INVITATIONS_A_DAY = 2, 4
    chair = chair_of(kim)
    for number in range(2):
        invite(kim, f"warga-{number}@example.id")
    with pytest.raises(ValidationError):
        invitations.invite(chair, kim, ADDRESS, "editor")
    invite(kim, "warga-1@example.id")  # the same address takes its own place
    invitations.withdraw(chair, kim, Invitation.objects.get(email="warga-0@example.id"))
    invite(kim)
    invitations.withdraw(chair, kim, Invitation.objects.get(email=ADDRESS))
    with pytest.raises(ValidationError):
        invitations.invite(chair, kim, ADDRESS, "editor")  # the fifth of the day
    assert len(mail.outbox) == 4


def test_only_who_manages_the_kim_invites_resends_and_withdraws(kim, other_kim, admin_client_for):
    invite(kim)
    invitation = Invitation.objects.get()
    for actor in (member(kim, "editor"), chair_of(other_kim), curator("61")):
        with pytest.raises(PermissionDenied):
            invitations.invite(actor, kim, "x@example.id", "editor")
        with pytest.raises(PermissionDenied):
            invitations.resend(actor, kim, invitation)
        with pytest.raises(PermissionDenied):
            invitations.withdraw(actor, kim, invitation)
    theirs = chair_of(other_kim)
    with pytest.raises(PermissionDenied):
        invitations.withdraw(theirs, other_kim, invitation)
    for name in ("resend", "withdraw"):
        assert admin_client_for(theirs).post(url(name, other_kim.pk, invitation.pk)).status_code == 404
    invitation.refresh_from_db()
    assert invitation.state == "open"


def test_a_mail_that_can_not_be_sent_leaves_the_invitation_waiting(kim, settings, admin_client_for):
    settings.EMAIL_BACKEND = "django.core.mail.backends.does.not.Exist"
    client = admin_client_for(chair_of(kim))
    answer = client.post(url("invite", kim.pk), {"email": ADDRESS, "role": "editor"}, follow=True)
    assert answer.status_code == 200
    assert Invitation.objects.get().sent_at is None
