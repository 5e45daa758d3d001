"""Links in the admin: nobody is shown one that leads to a refusal."""

import html
import re

import pytest
from django.urls import reverse
from wagtail.models import Page

from kim_sites.models import NewsIndexPage, User
from tests import factories
from tests.conftest import HostClient

pytestmark = pytest.mark.crawl
PEOPLE = ["contributor", "editor", "chair", "regency curator", "provincial curator"]


@pytest.fixture
def client_of(world):
    """Somebody of the world, signed in to the admin."""

    def sign_in(role: str):
        client = HostClient("admin.localhost:8000")
        client.force_login(world.people[role])
        return client

    return sign_in


@pytest.mark.parametrize("role", ["contributor", "editor", "chair"])
def test_people_of_one_kim_begin_at_its_home(world, client_of, role):
    answer = client_of(role).get("/admin/pages/")
    assert answer.status_code == 302
    assert answer.url == f"/admin/pages/{world.a.kim.home_page_id}/"


def test_a_search_from_there_and_a_curator_stay_where_they_are(client_of):
    assert client_of("chair").get("/admin/pages/?q=x").status_code == 200
    curator = client_of("provincial curator")
    answer = curator.get("/admin/pages/")
    assert answer.status_code == 200 or "/admin/pages/" in answer.url


def test_a_link_to_a_chosen_photo_is_shown_to_those_who_may_change_it(world, client_of):
    page, photo = world.a.pages["draft"], world.a.objects["image"]
    page = page.specific
    page.lead_image = photo
    page.owner = world.people["contributor"]
    page.save_revision()
    page.save()
    link = f"/admin/images/{photo.pk}/"
    assert link in client_of("editor").get(f"/admin/pages/{page.pk}/edit/").content.decode()
    html = client_of("contributor").get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert str(photo.title) in html
    assert f'href="{link}"' not in html


def test_a_link_to_a_collection_is_for_operators(world, client_of):
    photo = world.a.objects["image"]
    html = client_of("regency curator").get(f"/admin/images/{photo.pk}/").content.decode()
    assert f"/admin/collections/{photo.collection_id}/" not in html


def test_a_hub_on_the_way_down_offers_neither_its_history_nor_its_uses(world, client_of):
    hub = world.a.objects["hub"]
    html = client_of("editor").get(f"/admin/pages/{hub.pk}/").content.decode()
    assert f"/admin/pages/{hub.pk}/history/" not in html
    assert f"/admin/pages/{hub.pk}/usage/" not in html
    assert (
        f"/admin/pages/{hub.pk}/history/"
        in client_of("regency curator").get(f"/admin/pages/{hub.pk}/").content.decode()
    )


def page_links(text: str) -> set[str]:
    """Where the links of a screen about pages lead."""
    found = {html.unescape(link) for link in re.findall(r'href="(/admin/[^"#]*)"', text)}
    return {link for link in found if re.search(r"/admin/(pages|localize)/", link)}


def is_refused(client, url: str) -> bool:
    answer = client.get(url)
    return answer.status_code == 404 or (answer.status_code == 302 and answer.url == "/admin/")


@pytest.mark.parametrize("role", PEOPLE)
def test_no_link_of_the_explorer_leads_to_a_refusal(world, client_of, role):
    client, own = client_of(role), world.a
    screens = {own.kim.home_page_id, factories.index_of(own.kim, NewsIndexPage).pk, own.objects["hub"].pk}
    screens |= {own.pages[name].pk for name in ("draft", "waiting", "info")}
    links = set()
    for pk in screens:
        links |= page_links(client.get(reverse("wagtailadmin_explore", args=[pk]), follow=True).content.decode())
    assert links
    assert not [link for link in sorted(links) if is_refused(client, link)]


def test_a_contributor_finds_history_and_uses_only_of_what_they_may_change(world, client_of):
    own, client = world.a, client_of("contributor")
    index = factories.index_of(own.kim, NewsIndexPage)
    text = client.get(f"/admin/pages/{index.pk}/").content.decode()
    for page in (index, own.pages["news"], own.pages["draft"]):
        assert f"/admin/pages/{page.pk}/history/" not in text
        assert f"/admin/pages/{page.pk}/usage/" not in text
        assert f"/admin/pages/{page.pk}/view_draft/" not in text
    assert f"/admin/pages/{own.pages['waiting'].pk}/history/" in text
    assert f"/admin/pages/{own.pages['waiting'].pk}/view_draft/" in text
    text = client_of("editor").get(f"/admin/pages/{index.pk}/").content.decode()
    assert f"/admin/pages/{index.pk}/history/" in text
    assert f"/admin/pages/{index.pk}/usage/" in text
    assert f"/admin/pages/{own.pages['draft'].pk}/view_draft/" in text


@pytest.mark.parametrize(("role", "has_boxes"), [("contributor", False), ("editor", True), ("chair", True)])
def test_boxes_to_tick_are_for_people_who_publish(world, client_of, role, has_boxes):
    index = factories.index_of(world.a.kim, NewsIndexPage)
    client = client_of(role)
    for url in (f"/admin/pages/{index.pk}/", "/admin/pages/search/?q=amarka"):
        text = client.get(url).content.decode()
        assert "AMARKA" in text
        assert ("data-bulk-action-checkbox" in text) is has_boxes, url


def test_who_publishes_in_one_kim_ticks_nothing_in_another(world, client_of):
    index, other = (factories.index_of(kim, NewsIndexPage) for kim in (world.a.kim, world.b.kim))
    world.people["contributor"].groups.add(world.b.kim.roles.get(role="editor").group)
    client = client_of("contributor")
    assert "data-bulk-action-checkbox" not in client.get(f"/admin/pages/{index.pk}/").content.decode()
    assert "data-bulk-action-checkbox" in client.get(f"/admin/pages/{other.pk}/").content.decode()
    above = Page.objects.get(pk=world.a.kim.home_page_id).get_parent()
    assert "data-bulk-action-checkbox" not in client.get(f"/admin/pages/{above.pk}/").content.decode()


@pytest.fixture
def operator(world):
    person = User.objects.create_superuser("operator@example.id", "rahasia-sekali")
    client = HostClient("admin.localhost:8000")
    client.force_login(person)
    return client


@pytest.mark.parametrize("role", ["editor", "chair", "regency curator", "operator"])
def test_the_home_of_a_kim_and_a_hub_are_neither_moved_nor_copied(world, client_of, operator, role):
    client = operator if role == "operator" else client_of(role)
    home, hub = world.a.kim.home_page_id, world.a.objects["hub"].pk
    screens = [f"/admin/pages/{home}/", f"/admin/pages/{home}/edit/", f"/admin/pages/{hub}/"]
    text = "".join(client.get(screen).content.decode() for screen in screens)
    for pk in (home, hub):
        for action in ("move", "copy"):
            assert f"/admin/pages/{pk}/{action}/" not in text
    if role != "operator":
        urls = [reverse(f"wagtailadmin_pages:{action}", args=[home]) for action in ("move", "copy")]
        urls.append(reverse("wagtailadmin_pages:move_confirm", args=[home, home]))
        for url in urls:
            assert client.get(url).status_code == client.post(url).status_code == 404, url


def test_other_pages_are_moved_and_copied_as_before(world, client_of):
    client, pk = client_of("editor"), world.a.pages["info"].pk
    text = client.get(f"/admin/pages/{pk}/edit/").content.decode()
    for action in ("move", "copy"):
        assert f"/admin/pages/{pk}/{action}/" in text
        assert client.get(f"/admin/pages/{pk}/{action}/").status_code == 200


def test_a_home_below_which_nothing_is_left_is_not_deleted_as_a_page(world, client_of):
    home = Page.objects.get(pk=world.a.kim.home_page_id)
    Page.objects.filter(pk=home.pk).update(numchild=0)
    client = client_of("chair")
    assert f"/admin/pages/{home.pk}/delete/" not in client.get(f"/admin/pages/{home.pk}/").content.decode()
    client.post(f"/admin/pages/{home.pk}/delete/")
    assert Page.objects.filter(pk=home.pk).exists()


@pytest.mark.parametrize("role", ["chair", "provincial curator"])
def test_pages_above_the_own_ones_offer_nothing(world, client_of, role):
    """Somebody who works in two provinces finds the nation's hub between them."""
    world.people[role].groups.add(world.b.kim.roles.get(role="chair").group)
    client = client_of(role)
    path = Page.objects.get(pk=world.a.kim.home_page_id).path
    nation = Page.objects.get(path=path[: 2 * Page.steplen])
    text = client.get(f"/admin/pages/{nation.pk}/").content.decode()
    assert nation.title in text
    for action in ("history", "usage", "edit", "move", "copy", "delete", "unpublish", "add_subpage", "view_draft"):
        assert f"/admin/pages/{nation.pk}/{action}/" not in text
    assert f"/admin/localize/submit/page/{nation.pk}/" not in text
    assert not [link for link in page_links(text) if is_refused(client, link)]


def test_the_order_of_the_menu_is_sorted_only_where_there_is_something_to_sort(world, client_of):
    client, info = client_of("editor"), world.a.pages["info"]
    home = f"/admin/pages/{world.a.kim.home_page_id}/"
    text = client.get(home).content.decode()
    assert f"{home}?ordering=ord" in text
    assert f"/admin/pages/{info.pk}/?ordering=ord" not in text
    assert f"/admin/pages/{info.pk}/?ordering=ord" not in client.get(f"/admin/pages/{info.pk}/").content.decode()
    factories.make_info(world.a.kim, "Di bawahnya").move(info, pos="last-child")
    assert f"/admin/pages/{info.pk}/?ordering=ord" in client.get(f"/admin/pages/{info.pk}/").content.decode()


def test_what_hubs_decided_links_to_pages_for_those_who_may_change_them(world, client_of):
    page = world.a.pages["news"]
    link = f'href="/admin/pages/{page.pk}/edit/"'
    decisions = reverse("kim_curation:decisions")
    for url in ("/admin/", decisions):
        text = client_of("contributor").get(url).content.decode()
        assert page.title in text, url
        assert link not in text, url
    assert link in client_of("editor").get(decisions).content.decode()
