"""Who decides about a page that waits, and what readers and its author see afterwards."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, Page, TaskState, WorkflowState

from home.models import FeedEntry
from kim_sites.models import User
from kim_sites.services import approval
from kim_sites.services.provisioning import suspend_kim
from tests.approval.helpers import action_url, curator_of, decide, edit_url, form_of, is_live, submit, text_of
from tests.browser.person import said
from tests.factories import make_news, member
from tests.test_writing import news_form

pytestmark = pytest.mark.django_db


class TestWhoDecides:
    def test_the_chair_and_the_curators_above_and_nobody_else(self, kim, other_kim, author, chair, page):
        state = submit(page, author)
        task = state.task.specific
        deciding = [chair, curator_of("62.02"), curator_of("62")]
        others = [
            author,
            member(kim, "editor"),
            member(other_kim, "chair"),
            member(other_kim, "editor"),
            curator_of("61"),
        ]
        for person in deciding:
            assert task.get_actions(page, person)
        for person in others:
            assert task.get_actions(page, person) == []
            assert state not in TaskState.objects.reviewable_by(person)
        assert state in TaskState.objects.reviewable_by(chair)

    def test_a_deactivated_chair_decides_nothing(self, author, chair, page):
        state = submit(page, author)
        chair.is_active = False
        chair.save()
        assert state.task.specific.get_actions(page, chair) == []
        assert not approval.waiting_for(chair).exists()

    def test_pages_in_other_languages_are_the_chairs_too(self, kim, chair):
        home = kim.home_page.specific.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
        assert approval.decides(User.objects.get(pk=chair.pk), home)

    @pytest.mark.parametrize("action", ["approve", "reject"])
    def test_a_strange_chair_gets_nowhere(self, other_kim, author, page, admin_client_for, action):
        state = submit(page, author)
        client = admin_client_for(member(other_kim, "chair"))
        client.post(action_url(page, state, action), {"comment": "x"})
        decide(client, page, action, "x")
        assert not is_live(page)
        assert WorkflowState.objects.get().status == "in_progress"

    def test_ones_own_page_does_not_open_the_way_to_anothers(self, kim, other_kim, author, page, admin_client_for):
        """The address names a page of one's own and the waiting of another KIM's."""
        state = submit(page, author)
        stranger = member(other_kim, "chair")
        own = make_news(other_kim, live=False, owner=stranger)
        submit(own, member(other_kim, "contributor"))
        admin_client_for(stranger).post(action_url(own, state, "approve"), {})
        assert not is_live(page)
        assert not is_live(own)

    def test_the_task_itself_refuses_strangers_whoever_calls_it(self, kim, other_kim, author, page):
        state = submit(page, author)
        for person in (author, member(kim, "editor"), member(other_kim, "chair")):
            with pytest.raises(PermissionDenied):
                state.task.specific.on_action(state, person, "approve")

    @pytest.mark.parametrize("role", ["contributor", "editor"])
    def test_neither_author_nor_editor_approves(self, kim, page, author, admin_client_for, role):
        state = submit(page, author)
        person = author if role == "contributor" else member(kim, "editor")
        admin_client_for(person).post(action_url(page, state, "approve"), {})
        assert TaskState.objects.get().status == "in_progress"


class TestApproving:
    @pytest.mark.parametrize("place", ["dashboard", "page"])
    def test_approval_publishes_and_the_page_rises_to_the_hubs(self, chair, author, page, admin_client_for, place):
        state = submit(page, author)
        client = admin_client_for(chair)
        if place == "dashboard":
            response = client.post(action_url(page, state, "approve"), {"next": "/admin/"}, follow=True)
        else:
            response = decide(client, page, "approve")
        assert is_live(page)
        assert FeedEntry.objects.get(pk=page.pk).title == "Gotong royong"
        assert WorkflowState.objects.get().status == "approved"
        assert "Gotong royong" in text_of(response)

    def test_the_chair_sees_the_page_on_the_dashboard_with_buttons(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        text = text_of(admin_client_for(chair).get("/admin/"))
        for action in ("approve", "reject"):
            assert action_url(page, state, action) in text

    def test_a_stuck_page_appears_to_the_curator_a_fresh_one_does_not(self, author, page, admin_client_for):
        state = submit(page, author)
        curator = curator_of("62")
        assert action_url(page, state, "approve") not in text_of(admin_client_for(curator).get("/admin/"))
        TaskState.objects.update(started_at=timezone.now() - datetime.timedelta(days=4))
        assert action_url(page, state, "approve") in text_of(admin_client_for(curator).get("/admin/"))

    def test_others_dashboards_show_nothing_of_it(self, kim, other_kim, author, page, admin_client_for):
        submit(page, author)
        TaskState.objects.update(started_at=timezone.now() - datetime.timedelta(days=9))
        operator = User.objects.create_superuser("operator@example.id", "rahasia-sekali")
        for person in (member(other_kim, "chair"), curator_of("61"), member(kim, "contributor"), operator):
            assert "Gotong royong" not in text_of(admin_client_for(person).get("/admin/"))

    def test_the_dashboard_costs_the_same_for_one_page_and_for_many(self, kim, chair, author, page, admin_client_for):
        submit(page, author)
        client = admin_client_for(chair)
        client.get("/admin/")
        with CaptureQueriesContext(connection) as few:
            client.get("/admin/")
        for number in range(14):
            submit(make_news(kim, f"Kabar {number}", live=False, owner=author), author)
        with CaptureQueriesContext(connection) as many:
            response = client.get("/admin/")
        assert len(many) == len(few)
        assert text_of(response).count("data-launch-modal") == 10

    def test_a_page_that_lost_its_picture_is_not_published_and_the_chair_reads_why(
        self, chair, author, page, admin_client_for
    ):
        state = submit(page, author)
        page.lead_image = None
        page.save_revision(clean=False)
        response = admin_client_for(chair).post(action_url(page, state, "approve"), {"next": "/admin/"}, follow=True)
        assert not is_live(page)
        assert TaskState.objects.get().status == "in_progress"
        assert "foto utama" in text_of(response).lower()

    def test_a_rule_of_the_page_type_holds_for_approval_too(self, kim, chair, author, admin_client_for):
        from tests.factories import make_achievement

        page = make_achievement(kim, live=False, owner=author)
        state = submit(page, author)
        page.level = ""
        page.save_revision(clean=False)
        response = admin_client_for(chair).post(action_url(page, state, "approve"), {"next": "/admin/"}, follow=True)
        assert not is_live(page)
        assert "tingkat" in text_of(response).lower() or "level" in text_of(response).lower()

    def test_on_the_page_itself_what_is_missing_stands_at_the_field(self, kim, chair, author, page, admin_client_for):
        submit(page, author)
        data = {"action-workflow-action": "true", "workflow-action-name": "approve"}
        response = admin_client_for(chair).post(edit_url(page), {**news_form(kim), **data})
        assert response.context["form"].errors["lead_image"]
        assert not is_live(page)

    def test_the_chair_may_improve_the_text_while_approving(self, chair, author, page, admin_client_for):
        submit(page, author)
        data = {"action-workflow-action": "true", "workflow-action-name": "approve", "title": "Gotong royong besar"}
        admin_client_for(chair).post(edit_url(page), form_of(page, **data))
        assert Page.objects.get(pk=page.pk).title == "Gotong royong besar"
        assert is_live(page)

    def test_in_a_suspended_kim_it_can_be_approved_and_readers_see_nothing(
        self, kim, chair, author, page, admin_client_for, site_client
    ):
        state = submit(page, author)
        suspend_kim(kim, "SK habis")
        admin_client_for(chair).post(action_url(page, state, "approve"), {})
        assert is_live(page)
        assert "Gotong royong" not in text_of(site_client(kim).get("/berita/gotong-royong/"))
        assert not FeedEntry.objects.rising().filter(pk=page.pk).exists()

    @pytest.mark.parametrize("extra", ["{", "[]", '"x"', '{"update": false}', '{"comment": null}', '{"user": 1}'])
    def test_nonsense_beside_the_form_breaks_nothing(self, chair, author, page, admin_client_for, extra):
        submit(page, author)
        data = {
            "action-workflow-action": "true", "workflow-action-name": "approve", "workflow-action-extra-data": extra,
        }  # fmt: skip
        response = admin_client_for(chair).post(edit_url(page), form_of(page, **data))
        assert response.status_code == 302
        state = WorkflowState.objects.get()
        assert (state.status, is_live(page)) in [("approved", True), ("in_progress", False)]

    def test_an_unknown_action_does_nothing(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        admin_client_for(chair).post(action_url(page, state, "hapus"), {})
        assert TaskState.objects.get().status == "in_progress"


class TestSendingBack:
    @pytest.mark.parametrize("place", ["dashboard", "page"])
    def test_the_author_reads_the_comment_above_the_form_and_sends_again(
        self, chair, author, page, admin_client_for, place
    ):
        state = submit(page, author)
        client = admin_client_for(chair)
        if place == "dashboard":
            client.post(action_url(page, state, "reject"), {"comment": "Tulis <b>tanggalnya</b>."})
        else:
            decide(client, page, "reject", "Tulis <b>tanggalnya</b>.")
        assert not is_live(page)

        client = admin_client_for(author)
        text = text_of(client.get(edit_url(page)))
        assert "Tulis &lt;b&gt;tanggalnya&lt;/b&gt;." in text
        assert 'name="action-submit"' in text
        client.post(edit_url(page), form_of(page, title="Dengan tanggal", **{"action-submit": "x"}))

        assert WorkflowState.objects.get().status == "in_progress"
        assert "Tulis &lt;b&gt;" not in text_of(client.get(edit_url(page)))
        decide(admin_client_for(chair), Page.objects.get(pk=page.pk).specific, "approve")
        assert is_live(page)

    @pytest.mark.parametrize("action", ["approve", "reject"])
    def test_whoever_decides_on_the_page_itself_is_told_what_became_of_it(
        self, chair, author, page, admin_client_for, action
    ):
        submit(page, author)
        client = admin_client_for(chair)
        answer = text_of(decide(client, page, action, "Kapan?" if action == "reject" else ""))
        sentence = {"approve": "“%(title)s” is published.", "reject": "“%(title)s” went back to its author."}[action]
        assert any(told % {"title": page.title} in answer for told in (sentence, said(sentence)))

    def test_the_authors_dashboard_tells_what_became_of_the_pages_in_one_query(
        self, kim, chair, author, page, admin_client_for
    ):
        state = submit(page, author)
        client = admin_client_for(author)
        client.get("/admin/")
        with CaptureQueriesContext(connection) as few:
            assert "Gotong royong" in text_of(client.get("/admin/"))
        state.task.specific.on_action(state, chair, "reject", comment="Siapa yang datang?")
        for number in range(4):
            submit(make_news(kim, f"Kabar {number}", live=False, owner=author), author)
        with CaptureQueriesContext(connection) as many:
            text = text_of(client.get("/admin/"))
        assert "Siapa yang datang?" in text
        assert "Kabar 3" in text
        assert len(many) == len(few)

    def test_a_page_goes_back_only_with_a_word_about_why(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        client = admin_client_for(chair)
        for comment in ("", "   "):
            client.post(action_url(page, state, "reject"), {"comment": comment})
            decide(client, page, "reject", comment)
        assert TaskState.objects.get().status == "in_progress"

    def test_too_long_a_comment_is_refused_in_the_window(self, chair, author, page, admin_client_for):
        state = submit(page, author)
        headers = {"x-requested-with": "XMLHttpRequest"}
        response = admin_client_for(chair).post(
            action_url(page, state, "reject"), {"comment": "x" * 1001}, headers=headers
        )
        assert response.json()["step"] == "action"
        assert TaskState.objects.get().status == "in_progress"
