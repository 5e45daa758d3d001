"""Two have the same page open: whoever saves second is told of the other version before it is replaced."""

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.models import Page, WorkflowState

from home.models import HubPage
from kim_sites.models import NewsPage, User
from tests.approval.helpers import edit_url, submit, text_of
from tests.browser.person import said
from tests.factories import make_news, member
from tests.test_side_by_side import at_once
from tests.test_writing import news_form

pytestmark = pytest.mark.django_db


OTHERS = "%(name)s saved another version of this page: %(date)s."
OWN = "You saved another version of this page in another window: %(date)s."


def named(kim, role: str, name: str) -> User:
    person = member(kim, role, f"{name.lower()}@example.id")
    person.first_name = name
    person.save()
    return person


def start_of(text: str, **values) -> str:
    """What an Indonesian reads, up to the date."""
    return said(text).split("%(date)s")[0] % values


@pytest.fixture
def editor(kim):
    return named(kim, "editor", "Yulius")


@pytest.fixture
def chair(kim):
    return named(kim, "chair", "Rahmah")


@pytest.fixture
def news(kim):
    return make_news(kim, "Gotong royong", live=False, slug="gotong-royong")


def form_of(page, opened, **changes) -> dict:
    """What the editor sends of a page that was opened with a version."""
    return {**news_form(page.kim, page.lead_image), "loaded_revision_id": str(opened.pk), **changes}


def newest(page) -> NewsPage:
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def value_of(text: str, name: str) -> str:
    return re.search(rf'name="{name}" value="([^"]*)"', text).group(1)


def test_who_saves_second_gets_the_form_back_with_what_was_typed_and_can_save_again(
    editor, chair, news, admin_client_for
):
    opened = news.get_latest_revision()
    admin_client_for(chair).post(edit_url(news), form_of(news, opened, title="Dari ketua"))
    client, later = admin_client_for(editor), Page.objects.get(pk=news.pk).latest_revision

    answer = client.post(edit_url(news), form_of(news, opened, title="Dari editor"))

    text = text_of(answer)
    assert newest(news).title == "Dari ketua"
    assert "Dari editor" in text
    assert 'data-w-unsaved-force-value="true"' in text
    assert start_of(OTHERS, name="Rahmah") in text
    compare = reverse("wagtailadmin_pages:revisions_compare", args=[news.pk, opened.pk, later.pk])
    assert f'href="{compare}"' in text
    assert client.get(compare).status_code == 200
    assert value_of(text, "loaded_revision_id") == str(later.pk)

    assert client.post(edit_url(news), form_of(news, later, title="Dari editor")).status_code == 302
    assert newest(news).title == "Dari editor"
    assert news.revisions.filter(pk=later.pk).exists()


def test_a_third_version_in_between_is_told_of_too(editor, chair, news, admin_client_for):
    opened = news.get_latest_revision()
    for title in ("Satu", "Dua"):
        news.title = title
        news.save_revision(user=chair)
        answer = admin_client_for(editor).post(edit_url(news), form_of(news, opened, title="Dari editor"))
        opened = Page.objects.get(pk=news.pk).latest_revision
        assert answer.status_code == 200
        assert newest(news).title == title


def test_publishing_is_held_back_as_well(editor, chair, news, admin_client_for):
    opened = news.get_latest_revision()
    news.save_revision(user=chair)
    form = form_of(news, opened, title="Dari editor", **{"action-publish": "x"})
    answer = admin_client_for(editor).post(edit_url(news), form)
    assert start_of(OTHERS, name="Rahmah") in text_of(answer)
    assert not Page.objects.get(pk=news.pk).live


def test_sending_to_the_chair_is_held_back_as_well(kim, chair, admin_client_for):
    author = member(kim, "contributor")
    news = make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")
    opened = news.get_latest_revision()
    news.save_revision(user=chair)
    form = form_of(news, opened, title="Dari penulis", **{"action-submit": "x"})
    assert start_of(OTHERS, name="Rahmah") in text_of(admin_client_for(author).post(edit_url(news), form))
    assert not WorkflowState.objects.exists()


@pytest.mark.parametrize("action", ["approve", "reject"])
def test_deciding_with_changes_in_the_form_is_held_back_as_well(kim, chair, admin_client_for, action):
    author = member(kim, "contributor")
    news = make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")
    opened = news.get_latest_revision()
    submit(news, author)
    news.save_revision(user=named(kim, "chair", "Sari"))
    decision = {
        "action-workflow-action": "true",
        "workflow-action-name": action,
        "workflow-action-extra-data": json.dumps({"comment": "Begini"}),
    }
    answer = admin_client_for(chair).post(edit_url(news), form_of(news, opened, title="Dari ketua", **decision))
    assert start_of(OTHERS, name="Sari") in text_of(answer)
    assert WorkflowState.objects.get().status == "in_progress"
    assert newest(news).title == "Gotong royong"


def test_another_window_of_the_same_person_is_called_so(editor, news, admin_client_for):
    opened = news.get_latest_revision()
    client = admin_client_for(editor)
    client.post(edit_url(news), form_of(news, opened, title="Dari laptop"))
    text = text_of(client.post(edit_url(news), form_of(news, opened, title="Dari HP")))
    assert start_of(OWN) in text
    assert start_of(OTHERS, name="Yulius") not in text
    assert newest(news).title == "Dari laptop"


def test_a_form_that_does_not_say_what_it_opened_is_saved(editor, chair, news, admin_client_for):
    news.save_revision(user=chair)
    form = form_of(news, news.get_latest_revision(), title="Dari skrip")
    del form["loaded_revision_id"]
    assert admin_client_for(editor).post(edit_url(news), form).status_code == 302
    assert newest(news).title == "Dari skrip"


def test_a_form_with_mistakes_does_not_swallow_the_news(kim, editor, chair, news, admin_client_for):
    opened = news.get_latest_revision()
    news.save_revision(user=chair)
    answer = admin_client_for(editor).post(edit_url(news), form_of(news, opened, title=""))
    assert answer.context["form"].errors["title"]
    assert start_of(OTHERS, name="Rahmah") in text_of(answer)


@pytest.mark.parametrize("opened", ["0", "abc", "²", "9" * 40, "-1"])
def test_a_version_that_is_not_there_is_asked_about_and_leads_to_the_history(editor, news, admin_client_for, opened):
    form = {**form_of(news, news.get_latest_revision(), title="Lain"), "loaded_revision_id": opened}
    text = text_of(admin_client_for(editor).post(edit_url(news), form))
    assert f'href="{reverse("wagtailadmin_pages:history", args=[news.pk])}" class="button' in text
    assert newest(news).title == "Gotong royong"


def test_opening_and_saving_costs_no_query_more_than_before(editor, news, admin_client_for):
    client, counts = admin_client_for(editor), []
    for title in ("Satu", "Dua", "Tiga"):
        form = form_of(news, Page.objects.get(pk=news.pk).latest_revision, title=title)
        if title == "Dua":
            del form["loaded_revision_id"]
        with CaptureQueriesContext(connection) as queries:
            assert client.post(edit_url(news), form).status_code == 302
        counts.append(len(queries))
    assert counts[1] == counts[2]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtTheSameMoment:
    def test_of_four_who_save_one_page_at_once_one_is_saved_and_the_others_are_told(self, kim, admin_client_for):
        news = make_news(kim, "Gotong royong", live=False, slug="gotong-royong")
        opened, before = news.get_latest_revision(), news.revisions.count()
        clients = [admin_client_for(member(kim, "editor", f"e{number}@example.id")) for number in range(4)]
        results = at_once(
            [
                lambda client=client, number=number: client.post(
                    edit_url(news), form_of(news, opened, title=f"Judul {number}")
                )
                for number, client in enumerate(clients)
            ]
        )
        assert sorted(getattr(result, "status_code", result) for result in results) == [200, 200, 200, 302]
        assert news.revisions.count() == before + 1
        (winner,) = [number for number, result in enumerate(results) if result.status_code == 302]
        assert newest(news).title == f"Judul {winner}"

    def test_a_page_of_a_hub_is_guarded_like_one_of_a_kim(self, kim, admin_client_for):
        hub = HubPage.objects.get(region_id="62.02")
        hub.save_revision()
        people = [User.objects.create_superuser(f"o{number}@example.id", "rahasia-sekali") for number in range(3)]
        clients = [admin_client_for(person) for person in people]
        form = hub_form(clients[0], hub)
        before = hub.revisions.count()
        results = at_once(
            [
                lambda client=client, number=number: client.post(edit_url(hub), {**form, "title": f"Hub {number}"})
                for number, client in enumerate(clients)
            ]
        )
        assert sorted(getattr(result, "status_code", result) for result in results) == [200, 200, 302]
        assert hub.revisions.count() == before + 1


def hub_form(client, hub) -> dict:
    """Everything that the form of a hub's page holds now."""
    form = client.get(edit_url(hub)).context["form"]
    values = {bound.html_name: bound.value() for bound in form if bound.value() not in (None, "")}
    for formset in form.formsets.values():
        values |= {bound.html_name: bound.value() for bound in formset.management_form}
    return {**values, "loaded_revision_id": str(Page.objects.get(pk=hub.pk).latest_revision_id)}
