"""A contributor sends a page to the chair: when that is possible, and what can still be done while it waits."""

import pytest
from wagtail.models import Page, Workflow, WorkflowPage, WorkflowState

from kim_sites.models import KimApprovalTask, KimHomePage, NewsPage
from kim_sites.services import approval
from tests.approval.helpers import edit_url, form_of, is_live, submit, text_of
from tests.factories import make_image, make_news, member
from tests.test_writing import news_form

pytestmark = pytest.mark.django_db


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
