"""Somebody writes on in a page that somebody else deletes."""

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from wagtail.models import PageLogEntry
from wagtail.users.models import UserProfile

from access.models import AuditEntry
from kim_sites.models import NewsIndexPage, User
from tests.factories import index_of, make_news, member
from trash.services import bin as bins

pytestmark = pytest.mark.django_db
LIST = "/admin/deleted/"


def in_english(person: User) -> User:
    UserProfile.objects.create(user=person, preferred_language="en")
    return person


@pytest.fixture
def chair(kim):
    person = member(kim, "chair")
    person.first_name, person.last_name = "Siti", "Aminah"
    person.save()
    return person


@pytest.fixture
def editor(kim):
    return in_english(member(kim, "editor"))


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


@pytest.mark.parametrize("method", ["get", "post"])
def test_an_editor_is_led_to_the_list_and_told_who_deleted_the_page(kim, chair, editor, admin_client_for, method):
    news = make_news(kim, "Panen raya")
    bins.put_away(chair, [news])
    client = admin_client_for(editor)
    answer = getattr(client, method)(edit_url(news), {"title": "Panen padi"})

    assert answer.url == LIST
    # The phone throws its copy away when it reads of a success.
    assert [message.level_tag for message in get_messages(answer.wsgi_request)] == ["warning"]
    text = client.get(LIST).content.decode()
    assert "Siti Aminah deleted “Panen raya” on " in text
    assert "Tap “Bring back” in this list" in text
    assert "is kept on this phone" in text
    assert not AuditEntry.objects.filter(action=AuditEntry.Action.REFUSED).exists()


def test_after_bringing_it_back_the_same_address_opens_the_page(kim, chair, editor, admin_client_for):
    news = make_news(kim)
    (row,) = bins.put_away(chair, [news])
    bins.bring_back(editor, row.pk)
    assert admin_client_for(editor).get(edit_url(news)).status_code == 200


def test_a_page_below_a_deleted_one_names_both(kim, chair, editor, admin_client_for):
    news = make_news(kim, "Panen raya")
    index = index_of(kim, NewsIndexPage)
    index.title = "Kabar desa"
    index.save()
    bins.put_away(chair, [index])
    answer = admin_client_for(editor).post(edit_url(news), follow=True)

    assert answer.redirect_chain == [(LIST, 302)]
    text = answer.content.decode()
    assert "Siti Aminah deleted “Kabar desa” on " in text
    assert "“Panen raya” below it went along" in text


def test_the_author_of_a_draft_is_led_there_and_other_contributors_are_not(kim, chair, admin_client_for):
    author, other = (member(kim, "contributor", f"{name}@example.id") for name in ("budi", "ani"))
    news = make_news(kim, live=False, owner=author)
    bins.put_away(chair, [news])

    assert admin_client_for(author).get(edit_url(news)).url == LIST
    for method in ("get", "post"):
        assert getattr(admin_client_for(other), method)(edit_url(news)).status_code == 404
    assert AuditEntry.objects.filter(action=AuditEntry.Action.REFUSED, actor=other).count() == 2


def test_people_of_another_kim_are_told_nothing(kim, chair, other_kim, admin_client_for):
    news = make_news(kim)
    bins.put_away(chair, [news])
    stranger = admin_client_for(member(other_kim, "chair"))
    assert stranger.get(edit_url(news)).status_code == stranger.post(edit_url(news)).status_code == 404
    assert "Panen" not in stranger.get(LIST).content.decode()


def test_a_page_that_was_never_there_stays_a_404(editor, admin_client_for):
    assert admin_client_for(editor).get("/admin/pages/999999/edit/").status_code == 404


def test_an_operator_is_led_there_too_and_saves_nothing_into_the_bin(kim, chair, admin_client_for):
    operator = in_english(User.objects.create_superuser("op@example.id", "rahasia-sekali"))
    news = make_news(kim, "Panen raya")
    bins.put_away(chair, [news])
    before = PageLogEntry.objects.count()
    for method in ("get", "post"):
        answer = getattr(admin_client_for(operator), method)(edit_url(news), {"title": "Lain"}, follow=True)
        assert "deleted “Panen raya” on" in answer.content.decode()
    assert PageLogEntry.objects.count() == before
