"""Invitations: from the chair's form through the mail to the first sign-in, and every way in which a link is dead."""

import datetime
import re
import time

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, User
from kim_sites.services.mail import send
from kim_sites.services.provisioning import set_status
from members.models import FormerMember, Invitation
from members.services import invitations, roles
from tests.conftest import HostClient
from tests.factories import member
from tests.test_members import PASSWORD, chair_of, curator, operator, roles_in, url
from tests.test_side_by_side import at_once

NEW_PASSWORD = "sungai-mentaya-77"
ADDRESS = "budi@example.id"


def invite(kim, email: str = ADDRESS, role: str = "editor", actor=None) -> str:
    """Invite, and return the secret from the mail."""
    invitations.invite(actor or chair_of(kim), kim, email, role)
    return secret_of(mail.outbox[-1])


def secret_of(message) -> str:
    """The secret in a mail."""
    return re.search(r"/admin/invitation/([^/\s]+)/", message.body)[1]


def page(secret: str) -> str:
    """The address of an invitation."""
    return reverse("kim_invitation:show", args=[secret])


def visitor() -> HostClient:
    """Somebody who is not signed in."""
    return HostClient("admin.localhost:8000")


def accept(client, secret: str, **values):
    """Press the button."""
    return client.post(reverse("kim_invitation:accept"), {"secret": secret, **values})


NEW_PERSON = {"name": "Budi Santoso", "password": NEW_PASSWORD, "again": NEW_PASSWORD}


@pytest.mark.django_db
def test_chair_invites_and_the_new_person_joins_with_name_and_password(kim, admin_client_for):
    chair = chair_of(kim)
    answer = admin_client_for(chair).post(
        url("invite", kim.pk), {"email": " Budi@Example.id ", "role": "editor"}, follow=True
    )
    assert ADDRESS in answer.content.decode()

    message = mail.outbox[0]
    assert message.to == [ADDRESS]
    for words in ("KIM Parenggean", str(chair), "editor", "/admin/invitation/"):
        assert words in message.body
    secret = secret_of(message)

    guest = visitor()
    assert "KIM Parenggean" in guest.get(page(secret)).content.decode()
    assert not User.objects.filter(email=ADDRESS).exists()  # a scanner opened the link

    answer = accept(guest, secret, **NEW_PERSON)
    assert answer.headers["location"] == reverse("wagtailadmin_login")
    person = User.objects.get(email=ADDRESS)
    assert (str(person), roles_in(kim, person)) == ("Budi Santoso", ["editor"])
    assert person.check_password(NEW_PASSWORD)
    assert "_auth_user_id" not in guest.session
    joined = AuditEntry.objects.get(action="joined")
    assert (joined.kim, joined.actor, joined.data) == (kim, person, {"role": "editor"})
    assert AuditEntry.objects.get(action="invited").target == ADDRESS


@pytest.mark.django_db
def test_the_secret_is_nowhere_in_the_database(kim):
    secret = invite(kim)
    accept(visitor(), secret, **NEW_PERSON)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert secret not in repr(cursor.fetchall()), table


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changes",
    [{"name": " "}, {"password": "pendek", "again": "pendek"}, {"again": "lain"}, {"password": "", "again": ""},
     {"password": "1234567890123", "again": "1234567890123"}],
)  # fmt: skip
def test_bad_name_or_password_is_said_and_nothing_is_made(kim, changes):
    secret = invite(kim)
    answer = accept(visitor(), secret, **NEW_PERSON | changes)
    assert answer.status_code == 200
    assert answer.context["form"].errors
    assert not User.objects.filter(email=ADDRESS).exists()
    assert Invitation.objects.get().state == "open"


@pytest.mark.django_db
def test_an_existing_account_signs_in_first_and_the_inviter_never_learns_of_it(kim, other_kim, admin_client_for):
    chair = chair_of(kim)
    known = member(other_kim, "editor", "rina@example.id")
    client = admin_client_for(chair)

    def shown(email):
        """What the inviter sees after inviting, with the address itself left out."""
        answer = client.post(url("invite", kim.pk), {"email": email, "role": "contributor"}, follow=True)
        text = re.sub(r'value="[A-Za-z0-9]{64}"|"CSRF_TOKEN": "\w+"|/invitations/\d+/', "", answer.content.decode())
        Invitation.objects.all().delete()
        return text.replace(email, "ADDRESS")

    client.get(url("list", kim.pk))
    assert shown("rina@example.id") == shown("budi@example.id")

    secret = invite(kim, known.email, "contributor", chair)
    guest = visitor()
    text = guest.get(page(secret)).content.decode()
    assert reverse("wagtailadmin_login") in text
    assert 'name="password"' not in text
    assert accept(guest, secret, **NEW_PERSON).status_code == 200
    assert roles_in(kim, known) == []
    known.refresh_from_db()
    assert known.check_password(PASSWORD)

    theirs = admin_client_for(known)
    assert theirs.get(page(secret)).status_code == 200
    assert roles_in(kim, known) == []
    accept(theirs, secret)
    assert roles_in(kim, known) == ["contributor"]
    assert roles_in(other_kim, known) == ["editor"]


@pytest.mark.django_db
def test_who_is_signed_in_as_somebody_else_is_told_so_and_gets_nothing(kim, other_kim, admin_client_for):
    secret, somebody = invite(kim), member(other_kim, "editor", "rina@example.id")
    client = admin_client_for(somebody)
    text = client.get(page(secret)).content.decode()
    assert ADDRESS in text
    assert "rina@example.id" in text
    assert accept(client, secret, **NEW_PERSON).status_code == 200
    assert roles_in(kim, somebody) == []
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.django_db
def test_dead_links_each_have_a_friendly_page(kim):
    chair = chair_of(kim)
    used = invite(kim, "satu@example.id")
    accept(visitor(), used, **NEW_PERSON)
    withdrawn = invite(kim, "dua@example.id")
    invitations.withdraw(chair, kim, Invitation.objects.get(email="dua@example.id"))
    expired = invite(kim, "tiga@example.id")
    Invitation.objects.filter(email="tiga@example.id").update(expires_at=timezone.now())
    replaced = invite(kim, "empat@example.id")
    fresh = invite(kim, "empat@example.id")
    people = User.objects.count()
    for secret, status in [
        (used, 410),
        (withdrawn, 410),
        (expired, 410),
        (replaced, 410),
        ("salah", 404),
        ("x" * 300, 404),
    ]:
        for answer in (visitor().get(page(secret)), accept(visitor(), secret, **NEW_PERSON)):
            assert answer.status_code == status
            text = answer.content.decode()
            assert "kim.name" not in text
            assert "@example.id" not in text
            assert reverse("wagtailadmin_login") in text
    assert User.objects.count() == people
    assert visitor().get(page(fresh)).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize("status", ["suspended", "archived"])
def test_a_closed_kim_invites_nobody_and_takes_nobody_in(kim, status, admin_client_for):
    chair, secret = chair_of(kim), invite(kim)
    set_status(kim, status)
    kim = Kim.objects.get(pk=kim.pk)
    assert visitor().get(page(secret)).status_code == 410
    assert accept(visitor(), secret, **NEW_PERSON).status_code == 410
    with pytest.raises(ValidationError):
        invitations.invite(chair, kim, "lain@example.id", "editor")
    assert admin_client_for(chair).get(url("list", kim.pk)).status_code == 200
    assert not User.objects.filter(email=ADDRESS).exists()


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_withdrawn_before_it_was_sent_no_mail_goes_out(kim):
    chair = chair_of(kim)
    invite(kim)
    invitation = Invitation.objects.get()
    invitations.withdraw(chair, kim, invitation)
    mail.outbox.clear()
    for number in (invitation.pk, 999_999):
        send("invitation", number)
    assert not mail.outbox


@pytest.mark.django_db
def test_inviting_again_replaces_the_first_invitation(kim):
    invite(kim, role="contributor")
    invite(kim, role="editor")
    assert list(invitations.open_invitations(kim).values_list("email", "role")) == [(ADDRESS, "editor")]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "email", ["", "bukan-alamat", "a@b", "x" * 250 + "@example.id", "a@example.id\nBcc: b@example.id"]
)
def test_a_bad_address_is_said_at_the_field(kim, admin_client_for, email):
    answer = admin_client_for(chair_of(kim)).post(url("invite", kim.pk), {"email": email, "role": "editor"})
    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]
    assert not Invitation.objects.exists()
    assert not mail.outbox


@pytest.mark.django_db
@pytest.mark.parametrize("role", ["chair", "curator", "operator", ""])
def test_a_chair_offers_no_role_above_editor(kim, admin_client_for, role):
    chair = chair_of(kim)
    answer = admin_client_for(chair).post(url("invite", kim.pk), {"email": ADDRESS, "role": role})
    assert answer.context["form"].errors["role"]
    with pytest.raises(ValidationError):
        invitations.invite(chair, kim, ADDRESS, role)
    assert not Invitation.objects.exists()


@pytest.mark.django_db
def test_a_member_is_not_invited_again(kim):
    editor = member(kim, "editor")
    with pytest.raises(ValidationError):
        invitations.invite(chair_of(kim), kim, editor.email.upper(), "contributor")


@pytest.mark.django_db
def test_only_from_above_a_chair_is_invited_and_only_while_there_is_none(kim):
    unset = kim.roles.get(role="chair").group.user_set.get()  # as provisioning leaves it: without a password
    above = curator("62.02")
    assert "chair" in invitations.offered_roles(above, kim)
    secret = invite(kim, role="chair", actor=above)
    second = invite(kim, "rina@example.id", role="chair", actor=operator())

    accept(visitor(), secret, **NEW_PERSON)

    assert roles_in(kim, User.objects.get(email=ADDRESS)) == ["chair"]
    assert roles_in(kim, unset) == ["editor"]
    assert visitor().get(page(second)).status_code == 410
    assert accept(visitor(), second, **NEW_PERSON).status_code == 410
    assert kim.roles.get(role="chair").group.user_set.count() == 1
    with pytest.raises(ValidationError):
        invitations.invite(above, kim, "lain@example.id", "chair")


@pytest.mark.django_db
def test_a_chair_whose_account_was_never_set_up_gets_a_link_from_above(kim):
    unset = kim.roles.get(role="chair").group.user_set.get()
    secret = invite(kim, unset.email, "chair", curator("62.02"))
    accept(visitor(), secret, **NEW_PERSON)
    unset.refresh_from_db()
    assert unset.check_password(NEW_PASSWORD)
    assert roles_in(kim, unset) == ["chair"]


@pytest.mark.django_db
def test_a_former_member_comes_back_by_invitation_but_not_past_an_operator(kim):
    chair, person = chair_of(kim), member(kim, "editor", ADDRESS)
    roles.deactivate(chair, kim, person)
    secret = invite(kim, role="contributor")
    accept(visitor(), secret)
    person.refresh_from_db()
    assert person.is_active
    assert person.check_password(PASSWORD)
    assert roles_in(kim, person) == ["contributor"]
    assert not FormerMember.objects.exists()

    User.objects.filter(pk=person.pk).update(is_active=False)
    person.groups.clear()
    secret = invite(kim)
    assert visitor().get(page(secret)).status_code == 410
    assert accept(visitor(), secret, **NEW_PERSON).status_code == 410
    person.refresh_from_db()
    assert not person.is_active


@pytest.mark.django_db
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


@pytest.mark.django_db
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


@pytest.mark.django_db
def test_a_mail_that_can_not_be_sent_leaves_the_invitation_waiting(kim, settings, admin_client_for):
    settings.EMAIL_BACKEND = "django.core.mail.backends.does.not.Exist"
    client = admin_client_for(chair_of(kim))
    answer = client.post(url("invite", kim.pk), {"email": ADDRESS, "role": "editor"}, follow=True)
    assert answer.status_code == 200
    assert Invitation.objects.get().sent_at is None


@pytest.mark.django_db
def test_the_link_is_told_to_nobody_else(kim):
    answer = visitor().get(page(invite(kim)))
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "no-store" in answer.headers["cache-control"]
    assert "noindex" in answer.headers["x-robots-tag"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
class TestSideBySide:
    """Real threads, real transactions."""

    def test_two_clicks_at_once_join_once(self, kim):
        secret = invite(kim)
        answers = at_once([lambda: accept(visitor(), secret, **NEW_PERSON) for _number in range(6)])
        assert sorted(answer.status_code for answer in answers) == [302, 410, 410, 410, 410, 410]
        assert User.objects.filter(email=ADDRESS).count() == 1
        assert AuditEntry.objects.filter(action="joined").count() == 1

    def test_two_kim_invite_one_new_person_who_accepts_both_at_once(self, kim, other_kim):
        secrets = [invite(kim), invite(other_kim)]
        answers = at_once([lambda secret=secret: accept(visitor(), secret, **NEW_PERSON) for secret in secrets])
        assert sorted(answer.status_code for answer in answers) in ([200, 302], [302, 302])
        assert User.objects.filter(email=ADDRESS).count() == 1

    def test_two_chairs_are_invited_and_one_takes_the_seat(self, kim):
        above = curator("62.02")
        secrets = [invite(kim, f"calon-{number}@example.id", "chair", above) for number in range(2)]
        at_once([lambda secret=secret: accept(visitor(), secret, **NEW_PERSON) for secret in secrets])
        assert kim.roles.get(role="chair").group.user_set.count() == 1

    def test_the_same_address_invited_twice_at_once_is_invited_once(self, kim):
        chair = chair_of(kim)
        results = at_once([lambda: invitations.invite(chair, kim, ADDRESS, "editor") for _number in range(4)])
        assert not [result for result in results if isinstance(result, IntegrityError)]
        assert invitations.open_invitations(kim).count() == 1

    def test_the_limit_holds_when_many_invite_at_once(self, kim, settings):
        settings.MOST_OPEN_INVITATIONS = 3
        chair = chair_of(kim)
        calls = [lambda n=n: invitations.invite(chair, kim, f"warga-{n}@example.id", "editor") for n in range(8)]
        at_once(calls)
        assert invitations.open_invitations(kim).count() == 3

    def test_of_two_handovers_at_once_one_wins(self, kim):
        chair = chair_of(kim)
        candidates = [member(kim, "editor") for _number in range(3)]
        calls = [lambda person=person: roles.hand_over(chair, kim, person, PASSWORD) for person in candidates]
        results = at_once(calls)
        assert sorted(type(result).__name__ for result in results) == [
            "NoneType",
            "PermissionDenied",
            "PermissionDenied",
        ]
        assert kim.roles.get(role="chair").group.user_set.count() == 1
        assert roles_in(kim, chair) == ["editor"]

    def test_leaving_two_kim_at_once_closes_the_account(self, kim, other_kim, monkeypatch):
        record = audit.record

        def slow(*args, **kwargs):
            time.sleep(0.4)  # so that both are at it
            return record(*args, **kwargs)

        person = member(kim, "editor")
        person.groups.add(other_kim.roles.get(role="editor").group)
        pairs = [(chair_of(kim), kim), (chair_of(other_kim), other_kim)]
        monkeypatch.setattr(audit, "record", slow)
        at_once([lambda pair=pair: roles.deactivate(*pair, person) for pair in pairs])
        person.refresh_from_db()
        assert not person.is_active
        assert not person.groups.exists()
