"""Several who decide about one page: one after the other, and at the same moment on PostgreSQL."""

import pytest
from django.core import mail
from wagtail.models import TaskState, WorkflowState

from tests.approval.helpers import action_url, decide, edit_url, form_of, is_live, submit, text_of
from tests.factories import make_news, member
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db


class TestQuickerThanYou:
    def test_who_comes_second_reads_who_was_first(self, kim, chair, author, page, admin_client_for):
        state = submit(page, author)
        second = member(kim, "chair", "ketua-dua@example.id")
        chair.first_name = "Rahmah"
        chair.save()
        admin_client_for(chair).post(action_url(page, state, "approve"), {})
        client = admin_client_for(second)
        revisions = page.revisions.count()

        on_dashboard = client.post(action_url(page, state, "reject"), {"comment": "x"}, follow=True)
        on_page = decide(client, page, "reject", "x")

        assert on_dashboard.status_code == on_page.status_code == 200
        assert "Rahmah" in text_of(on_page)
        assert is_live(page)
        assert page.revisions.count() == revisions
        assert WorkflowState.objects.get().status == "approved"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtTheSameMoment:
    def run(self, kim, calls_for, admin_client_for):
        author = member(kim, "contributor")
        page = make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")
        state = submit(page, author)
        chairs = [member(kim, "chair") for _number in range(4)]
        clients = [admin_client_for(person) for person in chairs]
        author_client = admin_client_for(author)
        return page, at_once(calls_for(page, state, clients, author_client))

    def test_one_approval_wins_and_the_others_read_so(self, kim, admin_client_for):
        def calls(page, state, clients, _author):
            url = action_url(page, state, "approve")
            by_list = [lambda client=client: client.post(url, {}, follow=True) for client in clients[:2]]
            return by_list + [lambda client=client: decide(client, page, "approve") for client in clients[2:]]

        page, results = self.run(kim, calls, admin_client_for)
        assert [getattr(result, "status_code", result) for result in results] == [200] * 4
        assert is_live(page)
        assert TaskState.objects.filter(status="approved").count() == 1
        assert WorkflowState.objects.get().status == "approved"
        assert (
            len(
                [message for message in mail.outbox if "kontributor" in message.to[0] or "contributor" in message.to[0]]
            )
            == 1
        )

    def test_approving_and_sending_back_leave_one_of_the_two(self, kim, admin_client_for):
        def calls(page, state, clients, _author):
            return [
                lambda: clients[0].post(action_url(page, state, "approve"), {}, follow=True),
                lambda: clients[1].post(action_url(page, state, "reject"), {"comment": "Belum"}, follow=True),
                lambda: decide(clients[2], page, "reject", "Belum"),
            ]

        page, results = self.run(kim, calls, admin_client_for)
        assert [getattr(result, "status_code", result) for result in results] == [200] * 3
        status = WorkflowState.objects.get().status
        assert (status, is_live(page)) in [("approved", True), ("needs_changes", False)]
        assert TaskState.objects.count() == 1

    def test_withdrawing_and_approving_leave_one_of_the_two(self, kim, admin_client_for):
        def calls(page, state, clients, author):
            return [
                lambda: clients[0].post(action_url(page, state, "approve"), {}, follow=True),
                lambda: author.post(edit_url(page), form_of(page, **{"action-cancel-workflow": "x"}), follow=True),
            ]

        page, results = self.run(kim, calls, admin_client_for)
        assert [getattr(result, "status_code", result) for result in results] == [200] * 2
        assert (WorkflowState.objects.get().status, is_live(page)) in [("approved", True), ("cancelled", False)]

    def test_sending_twice_makes_it_wait_once(self, kim, admin_client_for):
        author = member(kim, "contributor")
        page = make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")
        clients = [admin_client_for(author) for _number in range(3)]
        data = form_of(page, **{"action-submit": "x"})
        results = at_once([lambda client=client: client.post(edit_url(page), data, follow=True) for client in clients])
        assert [getattr(result, "status_code", result) for result in results] == [200] * 3
        assert WorkflowState.objects.get().status == "in_progress"
        assert TaskState.objects.count() == 1
