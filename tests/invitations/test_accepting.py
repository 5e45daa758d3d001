"""From the link in the mail to the first sign-in, and every way in which a link is dead."""

import re

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import connection
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from kim_sites.models import Kim, User
from kim_sites.services.provisioning import set_status
from members.models import FormerMember, Invitation
from members.services import invitations, roles
from tests.factories import member
from tests.invitations.helpers import ADDRESS, NEW_PASSWORD, NEW_PERSON, accept, invite, page, secret_of, visitor
from tests.test_members import PASSWORD, chair_of, curator, operator, roles_in, url

pytestmark = pytest.mark.django_db


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


def test_the_secret_is_nowhere_in_the_database(kim):
    secret = invite(kim)
    accept(visitor(), secret, **NEW_PERSON)
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            assert secret not in repr(cursor.fetchall()), table


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


def test_who_is_signed_in_as_somebody_else_is_told_so_and_gets_nothing(kim, other_kim, admin_client_for):
    secret, somebody = invite(kim), member(other_kim, "editor", "rina@example.id")
    client = admin_client_for(somebody)
    text = client.get(page(secret)).content.decode()
    assert ADDRESS in text
    assert "rina@example.id" in text
    assert accept(client, secret, **NEW_PERSON).status_code == 200
    assert roles_in(kim, somebody) == []
    assert not User.objects.filter(email=ADDRESS).exists()


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


def test_a_chair_whose_account_was_never_set_up_gets_a_link_from_above(kim):
    unset = kim.roles.get(role="chair").group.user_set.get()
    secret = invite(kim, unset.email, "chair", curator("62.02"))
    accept(visitor(), secret, **NEW_PERSON)
    unset.refresh_from_db()
    assert unset.check_password(NEW_PASSWORD)
    assert roles_in(kim, unset) == ["chair"]


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


def test_the_link_is_told_to_nobody_else(kim):
    answer = visitor().get(page(invite(kim)))
    assert answer.headers["referrer-policy"] == "same-origin"
    assert "no-store" in answer.headers["cache-control"]
    assert "noindex" in answer.headers["x-robots-tag"]
