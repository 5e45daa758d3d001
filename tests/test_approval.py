"""A contributor's page waits for the chair of its KIM: who decides, who learns of it, and what readers see."""

import datetime
import json

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, TaskState, Workflow, WorkflowPage, WorkflowState

from home.models import FeedEntry, HubPage
from home.services.hubs import curator_group
from kim_sites.models import KimApprovalTask, KimHomePage, NewsPage, User
from kim_sites.services import approval
from kim_sites.services.provisioning import suspend_kim
from tests.browser.person import said
from tests.factories import make_image, make_news, member
from tests.test_side_by_side import at_once
from tests.test_writing import news_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def author(kim):
    return member(kim, "contributor", "kontributor@example.id")


@pytest.fixture
def chair(kim):
    return member(kim, "chair", "ketua@example.id")


@pytest.fixture
def page(kim, author):
    """A complete draft of a contributor."""
    return make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")


def curator_of(region: str) -> User:
    user = User.objects.create_user(f"kurator-{region}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(HubPage.objects.get(region_id=region)))
    return user


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def submit(page, author) -> TaskState:
    """The page waits, as after the contributor's button."""
    page.get_workflow().start(page, author)
    return Page.objects.get(pk=page.pk).current_workflow_task_state


def action_url(page, state, action: str) -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


def form_of(page, **changes) -> dict:
    return {**news_form(page.kim, page.lead_image), **changes}


def decide(client, page, action: str, comment: str = ""):
    """Approve or send back on the page's own screen."""
    extra = json.dumps({"comment": comment})
    data = {"action-workflow-action": "true", "workflow-action-name": action, "workflow-action-extra-data": extra}
    return client.post(edit_url(page), form_of(page, **data), follow=True)


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def text_of(response) -> str:
    return response.content.decode()


class TestSetUp:
    def test_one_workflow_serves_the_whole_installation(self, kim, other_kim):
        approval.make_workflow()
        approval.make_workflow()
        assert KimApprovalTask.objects.count() == 1
        assert WorkflowPage.objects.get().page.is_root()
        workflow = Workflow.objects.get(workflow_tasks__task__in=KimApprovalTask.objects.all())
        for home in KimHomePage.objects.all():
            assert home.get_workflow() == workflow

    def test_what_operators_switched_off_stays_off(self, kim):
        Workflow.objects.get(workflow_pages__isnull=False).deactivate()
        approval.make_workflow()
        assert not kim.home_page.has_workflow


class TestSubmitting:
    def test_a_contributor_finds_the_button_and_the_page_then_waits(self, author, page, admin_client_for):
        client = admin_client_for(author)
        text = text_of(client.get(edit_url(page)))
        assert 'name="action-submit"' in text
        assert 'name="action-publish"' not in text

        response = client.post(edit_url(page), form_of(page, **{"action-submit": "x"}))

        assert response.status_code == 302
        assert WorkflowState.objects.get().status == "in_progress"
        assert not is_live(page)

    def test_a_new_page_can_be_sent_at_once(self, kim, author, admin_client_for):
        from tests.test_writing import TestWriting

        form = news_form(kim, make_image(kim))
        admin_client_for(author).post(TestWriting().add_url(kim), {**form, "action-submit": "x"})
        assert NewsPage.objects.get(slug="gotong-royong").workflow_in_progress

    def test_people_who_publish_by_themselves_do_not_see_it(self, kim, chair, page, admin_client_for):
        for person in (chair, member(kim, "editor")):
            text = text_of(admin_client_for(person).get(edit_url(page)))
            assert 'name="action-publish"' in text
            assert 'name="action-submit"' not in text

    def test_an_incomplete_page_cannot_be_sent(self, kim, author, admin_client_for):
        draft = make_news(kim, live=False, owner=author, lead_image=None, slug="gotong-royong")
        form = {**news_form(kim), "action-submit": "x"}
        response = admin_client_for(author).post(edit_url(draft), form)
        assert response.context["form"].errors["lead_image"]
        assert not WorkflowState.objects.exists()

    def test_while_it_waits_the_author_can_not_change_it(self, author, page, admin_client_for):
        submit(page, author)
        client = admin_client_for(author)
        client.post(edit_url(page), form_of(page, title="Lain"))
        assert page.get_latest_revision().object_str == "Gotong royong"
        text = text_of(client.get(edit_url(page)))
        assert 'name="action-submit"' not in text
        assert 'name="action-cancel-workflow"' in text

    def test_the_author_can_withdraw_it_and_change_it(self, author, page, admin_client_for):
        submit(page, author)
        client = admin_client_for(author)
        client.post(edit_url(page), form_of(page, **{"action-cancel-workflow": "x"}))
        assert WorkflowState.objects.get().status == "cancelled"
        client.post(edit_url(page), form_of(page, title="Lain"))
        assert Page.objects.get(pk=page.pk).get_latest_revision().object_str == "Lain"

    def test_another_contributor_can_not_withdraw_it(self, kim, author, page, admin_client_for):
        submit(page, author)
        admin_client_for(member(kim, "contributor")).post(
            edit_url(page), form_of(page, **{"action-cancel-workflow": "x"})
        )
        assert WorkflowState.objects.get().status == "in_progress"


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
