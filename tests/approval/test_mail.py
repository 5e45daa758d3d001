"""Who learns by mail that a page waits, and what became of it."""

import pytest
from django.core import mail

from kim_sites.models import User
from tests.approval.helpers import action_url, curator_of, edit_url, submit
from tests.factories import member

pytestmark = pytest.mark.django_db


class TestMail:
    def test_only_the_chairs_of_this_kim_learn_that_a_page_waits(self, kim, other_kim, author, chair, page):
        member(other_kim, "chair", "ketua-lain@example.id")
        member(kim, "editor", "editor@example.id")
        User.objects.create_superuser("operator@example.id", "rahasia-sekali")
        curator_of("62")
        gone = member(kim, "chair", "dulu@example.id")
        gone.is_active = False
        gone.save()

        submit(page, author)

        to = sorted(address for message in mail.outbox for address in message.to)
        assert to == ["ketua.parenggean@example.id", "ketua@example.id"]
        assert "Gotong royong" in mail.outbox[0].subject
        assert f"http://admin.localhost:8000{edit_url(page)}" in mail.outbox[0].body

    def test_the_author_learns_once_that_it_was_approved(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        mail.outbox.clear()
        admin_client_for(chair).post(action_url(page, state, "approve"), {})
        assert [message.to for message in mail.outbox] == [["kontributor@example.id"]]
        assert "http://parenggean.localhost:8000/berita/gotong-royong/" in mail.outbox[0].body

    def test_the_author_learns_once_why_it_came_back(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        mail.outbox.clear()
        admin_client_for(chair).post(action_url(page, state, "reject"), {"comment": "Siapa & kapan?"})
        assert [message.to for message in mail.outbox] == [["kontributor@example.id"]]
        assert "Siapa & kapan?" in mail.outbox[0].body

    def test_a_chair_who_wants_no_mail_gets_none(self, author, chair, page):
        from wagtail.users.models import UserProfile

        profile = UserProfile.get_for_user(chair)
        profile.submitted_notifications = False
        profile.save()
        submit(page, author)
        assert ["ketua@example.id"] not in [message.to for message in mail.outbox]

    def test_nobody_waits_for_the_mail_server(self, author, chair, page, settings):
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        submit(page, author)
        assert mail.outbox == []
