"""The guide in the admin: who sees what first, search, print, and the link on every screen."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.users.models import UserProfile

from guide.services.tasks import tasks
from tests.factories import make_news, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_for(kim, admin_client_for):
    """Makes a client for somebody with a role who reads English around the Indonesian pages."""

    def make(role: str):
        person = member(kim, role, f"{role}@example.id")
        UserProfile.objects.update_or_create(user=person, defaults={"preferred_language": "en"})
        return admin_client_for(person)

    return make


def html(client, name: str, *args, **query) -> str:
    """A page as text."""
    response = client.get(reverse(name, args=args), query)
    assert response.status_code == 200
    return response.content.decode()


def test_tasks_of_the_own_role_come_first_and_others_stand_apart(client_for):
    own, _mark, others = html(client_for("contributor"), "kim_guide:home").partition("Tasks of others")
    assert reverse("kim_guide:task", args=["kirim-ke-ketua"]) in own
    assert reverse("kim_guide:task", args=["mengundang"]) not in own
    assert reverse("kim_guide:task", args=["mengundang"]) in others
    own = html(client_for("chair"), "kim_guide:home").partition("Tasks of others")[0]
    assert reverse("kim_guide:task", args=["mengundang"]) in own


def test_every_task_opens_and_an_unknown_one_is_not_found(client_for):
    client = client_for("contributor")
    for task in tasks().values():
        assert task.title in html(client, "kim_guide:task", task.slug).replace("&#x27;", "'")
    assert client.get(reverse("kim_guide:task", args=["tidak-ada"])).status_code == 404


def test_search_shows_results_with_marks_and_says_so_when_there_are_none(client_for):
    client = client_for("editor")
    page = html(client, "kim_guide:home", q="memutar foto")
    assert reverse("kim_guide:task", args=["memutar-foto"]) in page
    assert "<mark>" in page
    page = html(client, "kim_guide:home", q="<b>xyzzyx")
    assert "The guide has nothing about" in page
    assert "<b>xyzzyx" not in page


def test_every_screen_leads_to_its_page(kim, client_for):
    client, news = client_for("chair"), make_news(kim)
    for address, slug in (
        (reverse("wagtailadmin_home"), "dasbor"),
        (reverse("wagtailadmin_pages:edit", args=[news.pk]), "menulis-berita"),
        (reverse("kim_members:invite", args=[kim.pk]), "mengundang"),
        (reverse("kim_deleted:index"), "halaman-terhapus"),
        (reverse("posting:new"), "kirim-dari-hp"),
    ):
        page = client.get(address).content.decode()
        link = re.search(r'href="(/admin/panduan/di-sini/[^"]*)"', page)
        assert link, address
        assert client.get(link[1].replace("&amp;", "&")).url == reverse("kim_guide:task", args=[slug])


def test_a_screen_without_a_page_leads_home(client_for):
    client = client_for("editor")
    for screen in ("wagtaildocs:index", "tidak:ada", "", "x" * 5000):
        assert client.get(reverse("kim_guide:here"), {"layar": screen}).url == reverse("kim_guide:home")


def test_print_has_all_tasks_of_the_role_once_with_contents(client_for):
    page = html(client_for("contributor"), "kim_guide:print")
    assert page.count('id="kirim-ke-ketua"') == 1
    assert 'href="#kirim-ke-ketua"' in page
    assert 'id="mengundang"' not in page
    assert 'id="mengundang"' in html(client_for("editor"), "kim_guide:print", peran="chair")
    assert 'loading="lazy"' not in page
    ids = re.findall(r'<article id="([^"]+)"', page)
    assert len(ids) == len(set(ids))


def test_links_of_the_print_stay_in_it_or_are_named_in_the_whole(client_for):
    page = html(client_for("chair"), "kim_guide:print")
    assert 'href="#' in page
    assert ".md" not in page


def test_the_guide_is_closed_to_readers_and_people_without_a_role(client, admin_client_for, django_user_model):
    stranger = django_user_model.objects.create_user("stranger@example.id", "rahasia-sekali")
    answer = admin_client_for(stranger).get(reverse("kim_guide:home"))
    assert answer.status_code in (302, 403, 404)


def test_the_link_costs_no_query(kim, client_for):
    client = client_for("editor")
    client.get(reverse("kim_guide:home"))
    with CaptureQueriesContext(connection) as few:
        client.get(reverse("kim_guide:task", args=["masuk"]))
    with CaptureQueriesContext(connection) as more:
        client.get(reverse("kim_guide:home"), {"q": "foto"})
    assert abs(len(few) - len(more)) <= 1
