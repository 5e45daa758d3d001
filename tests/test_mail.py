"""Notices are written down with what causes them, sent by the worker, and tried again."""

import datetime

import pytest
from django.core import mail as django_mail
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.utils import timezone

from kim_sites.models import OutgoingMail, User
from kim_sites.services import mail
from members.services import invitations
from tests.conftest import HostClient

pytestmark = pytest.mark.django_db
State = OutgoingMail.State


@pytest.fixture
def kind(monkeypatch):
    """A kind of mail that writes to whoever is named; to nobody for an empty name."""

    def write(address):
        if not address:
            return None
        return mail.Mail(address, "Kabar\ndari desa", "members/mail/former_chair.txt", {"kim": "KIM Parenggean"})

    monkeypatch.setitem(mail._writers, "test", write)
    return "test"


@pytest.fixture
def broken_server(monkeypatch):
    """A mail server that takes nothing until it is mended."""
    switch = {"broken": True}
    send = django_mail.EmailMessage.send

    def refuse(self, *args, **kwargs):
        if switch["broken"]:
            raise ConnectionRefusedError("no mail server")
        return send(self, *args, **kwargs)

    monkeypatch.setattr("kim_sites.services.mail.EmailMessage.send", refuse)
    return switch


def test_a_mail_goes_out_once_with_one_line_as_its_subject(kind):
    row = mail.send(kind, "ketua@example.id")
    mail.deliver.call(row.pk)
    assert [message.subject for message in django_mail.outbox] == ["Kabar dari desa"]
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.SENT, 1)


def test_a_mail_that_is_not_needed_any_more_is_not_sent(kind):
    row = mail.send(kind, "")
    row.refresh_from_db()
    assert row.state == State.NOT_NEEDED
    assert django_mail.outbox == []


def test_a_server_that_refuses_never_breaks_the_page_and_gets_the_mail_later(kind, broken_server):
    row = mail.send(kind, "ketua@example.id")
    row.refresh_from_db()
    assert row.state == State.WAITING
    assert "no mail server" in row.last_error
    assert mail.deliver_due() == 0

    broken_server["broken"] = False
    OutgoingMail.objects.update(next_try_at=timezone.now())
    call_command("send_mail", verbosity=0)
    row.refresh_from_db()
    assert (row.state, row.attempts, row.last_error) == (State.SENT, 2, "")
    assert len(django_mail.outbox) == 1


def test_after_the_last_pause_a_mail_is_given_up(kind, broken_server):
    row = mail.send(kind, "ketua@example.id")
    for _time in range(10):
        OutgoingMail.objects.update(next_try_at=timezone.now())
        mail.deliver_due()
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.FAILED, len(mail.PAUSES) + 1)


def test_a_mail_whose_sender_died_is_taken_by_another(kind):
    row = OutgoingMail.objects.create(kind=kind, arguments=["a@example.id"], next_try_at=timezone.now() + mail.LEASE)
    assert mail.deliver_due() == 0
    OutgoingMail.objects.update(next_try_at=timezone.now() - datetime.timedelta(seconds=1))
    assert mail.deliver_due() == 1
    row.refresh_from_db()
    assert row.state == State.SENT


def test_old_mails_are_forgotten(kind):
    mail.send(kind, "a@example.id")
    OutgoingMail.objects.update(created_at=timezone.now() - datetime.timedelta(days=31))
    assert mail.prune() == 1


def test_a_kind_that_nobody_writes_is_a_mistake_of_the_code():
    with pytest.raises(LookupError):
        mail.send("no-such-kind")


def given_up(kind) -> OutgoingMail:
    return OutgoingMail.objects.create(kind=kind, arguments=["a@example.id"], state=State.FAILED, attempts=7)


def test_an_operator_sees_what_failed_and_lets_it_be_tried_again(kind, admin_client_for):
    row = given_up(kind)
    client = admin_client_for(User.objects.create_superuser("operator@example.id"))
    assert client.get("/admin/mail/?state=failed").context["mails"].get() == row
    assert not client.get("/admin/mail/?state=sent").context["mails"]
    assert client.post(f"/admin/mail/{row.pk}/again/").status_code == 302
    assert client.post(f"/admin/mail/{row.pk}/again/").status_code == 302
    row.refresh_from_db()
    assert (row.state, row.attempts) == (State.SENT, 1)
    assert len(django_mail.outbox) == 1


def test_operators_read_what_a_mail_is_about_and_not_its_name_in_the_code(admin_client_for):
    assert mail._writers.keys() == mail._names.keys()
    OutgoingMail.objects.create(kind="paper_ends", state=State.SENT)
    OutgoingMail.objects.create(kind="of-an-older-release", state=State.SENT)
    page = admin_client_for(User.objects.create_superuser("operator@example.id")).get("/admin/mail/").content.decode()
    assert "SK segera berakhir" in page
    assert "paper_ends" not in page
    assert "of-an-older-release" in page


def test_nobody_else_sees_or_sends_mails(kind, kim, admin_client_for):
    row = given_up(kind)
    chair = admin_client_for(User.objects.get(email="ketua.parenggean@example.id"))
    assert chair.get("/admin/mail/").status_code == 404
    assert chair.post(f"/admin/mail/{row.pk}/again/").status_code == 404
    with pytest.raises(PermissionDenied):
        mail.try_again(chair.get("/admin/").wsgi_request.user, row.pk)
    row.refresh_from_db()
    assert row.state == State.FAILED


def test_every_notice_is_tried_again_when_the_server_was_down(kim, admin_client_for, broken_server):
    chair = User.objects.get(email="ketua.parenggean@example.id")
    HostClient("admin.localhost:8000").post("/admin/password_reset/", {"email": chair.email})
    invitations.invite(User.objects.create_superuser("operator@example.id"), kim, "baru@example.id", "editor")
    assert set(OutgoingMail.objects.values_list("kind", "state")) == {
        ("password_reset", "waiting"), ("invitation", "waiting"),
    }  # fmt: skip
    broken_server["broken"] = False
    OutgoingMail.objects.update(next_try_at=timezone.now())
    call_command("send_mail", verbosity=0)
    assert {message.to[0] for message in django_mail.outbox} == {chair.email, "baru@example.id"}
    assert all("http://admin.localhost:8000/admin/" in message.body for message in django_mail.outbox)
