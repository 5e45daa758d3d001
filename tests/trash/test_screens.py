"""Deleting in Wagtail's screens, undoing it, and the list of deleted pages."""

import re

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from wagtail.models import Page
from wagtail.users.models import UserProfile

from kim_sites.models import NewsIndexPage
from tests.factories import index_of, make_news, member
from trash.models import DeletedPage
from trash.services import bin as bins

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(kim):
    person = member(kim, "editor")
    UserProfile.objects.create(user=person, preferred_language="en")
    return person


@pytest.fixture
def client(editor, admin_client_for):
    return admin_client_for(editor)


def test_deleting_offers_undo_and_undo_brings_the_page_back(kim, client):
    news = make_news(kim, "Panen raya")

    answer = client.post(reverse("wagtailadmin_pages:delete", args=[news.pk]), follow=True)
    text = answer.content.decode()
    assert "“Panen raya” is deleted. It can be brought back for 30 days." in text
    undo = re.search(r'href="(/admin/deleted/undo/[^"]+)"', text).group(1)
    assert "Panen raya" in client.get(undo).content.decode()
    answer = client.post(undo, follow=True)

    assert "“Panen raya” is back where it was." in answer.content.decode()
    assert Page.objects.get(pk=news.pk).live


def test_many_deleted_at_once_come_back_with_one_tap(kim, client):
    pages = [make_news(kim, f"Berita {number}") for number in range(3)]
    ids = "&".join(f"id={page.pk}" for page in pages)
    index = index_of(kim, NewsIndexPage)
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "delete"])

    answer = client.post(f"{url}?{ids}&next=/admin/pages/{index.pk}/", follow=True)

    assert "3 pages are deleted." in answer.content.decode()
    undo = reverse("kim_deleted:undo", args=[DeletedPage.objects.first().batch])
    assert "3 pages are back." in client.post(undo, follow=True).content.decode()
    assert index.get_children().live().count() == 3


def test_asking_to_delete_deletes_nothing(kim, client):
    news = make_news(kim)
    assert client.get(reverse("wagtailadmin_pages:delete", args=[news.pk])).status_code == 200
    assert not DeletedPage.objects.exists()


def test_a_large_section_still_wants_its_name_typed(kim, client, settings):
    settings.WAGTAILADMIN_UNSAFE_PAGE_DELETION_LIMIT = 1
    news = make_news(kim)
    client.post(reverse("wagtailadmin_pages:delete", args=[news.pk]), {"confirm_site_name": "salah"})
    assert Page.objects.get(pk=news.pk).live


def test_the_list_finds_restores_and_forgets(kim, client, editor):
    one, two = bins.put_away(editor, [make_news(kim, "Panen raya"), make_news(kim, "Gotong royong")])

    text = client.get("/admin/deleted/?q=panen").content.decode()
    assert "Panen raya" in text
    assert "Gotong royong" not in text
    assert client.get(reverse("kim_deleted:restore", args=[one.pk])).status_code == 200
    client.post(reverse("kim_deleted:restore", args=[one.pk]))
    assert Page.objects.get(pk=one.page_id).live
    assert client.get(reverse("kim_deleted:forget", args=[two.pk])).status_code == 200
    text = client.post(reverse("kim_deleted:forget", args=[two.pk]), follow=True).content.decode()
    assert "“Gotong royong” is deleted for good." in text
    assert not Page.objects.filter(pk=two.page_id).exists()
    assert "no page was deleted lately" in client.get("/admin/deleted/").content.decode()


def addresses_of(row) -> list[str]:
    arguments = (("restore", row.pk), ("forget", row.pk), ("undo", row.batch))
    return [reverse(f"kim_deleted:{name}", args=[argument]) for name, argument in arguments]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("end", [bins.bring_back, bins.forget])
def test_what_somebody_else_brought_back_or_forgot_is_said_on_the_list(kim, client, editor, method, end):
    (row,) = bins.put_away(editor, [make_news(kim)])
    end(member(kim, "chair"), row.pk)
    for url in addresses_of(row):
        answer = getattr(client, method)(url, follow=True)
        assert answer.redirect_chain == [(reverse("kim_deleted:index"), 302)], url
        assert "This was brought back already, or deleted for good." in answer.content.decode(), url


def test_somebody_who_is_quicker_between_the_question_and_the_answer_is_no_error(kim, client, editor, monkeypatch):
    (row,) = bins.put_away(editor, [make_news(kim)])

    def too_late(user, key):
        DeletedPage.objects.filter(pk=key).delete()
        raise PermissionDenied

    monkeypatch.setattr(bins, "bring_back", too_late)
    answer = client.post(reverse("kim_deleted:undo", args=[row.batch]), follow=True)
    assert "This was brought back already, or deleted for good." in answer.content.decode()


def test_what_lies_in_the_bin_and_is_not_the_persons_is_not_found(kim, editor, admin_client_for):
    (row,) = bins.put_away(editor, [make_news(kim, owner=editor)])
    contributor = admin_client_for(member(kim, "contributor"))
    for url in addresses_of(row):
        assert contributor.get(url).status_code == contributor.post(url).status_code == 404, url


def test_a_page_in_the_bin_is_on_no_screen_of_its_own_kim(kim, client, editor):
    news = make_news(kim, "Desa Tersembunyi")
    bins.put_away(editor, [news])

    for url in (
        reverse("wagtailadmin_pages:history", args=[news.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[news.pk]),
    ):
        assert client.get(url).status_code == 404, url
    for url in ("/admin/", "/admin/pages/search/?q=Tersembunyi", f"/admin/pages/{kim.home_page.pk}/"):
        assert "Desa Tersembunyi" not in client.get(url, follow=True).content.decode(), url


def test_people_of_another_kim_see_none_of_it(kim, editor, other_kim, admin_client_for):
    (row,) = bins.put_away(editor, [make_news(kim, "Rahasia")])
    stranger = admin_client_for(member(other_kim, "chair"))

    assert "Rahasia" not in stranger.get("/admin/deleted/").content.decode()
    for url in addresses_of(row):
        assert stranger.get(url).status_code == stranger.post(url).status_code == 404
