"""The dashboard: each role sees its own, and nobody anything of another KIM."""

import datetime
import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.users.models import UserProfile

from dashboard.models import JobRun, KimActivity, ReaderCount
from dashboard.services.health import note_run
from dashboard.services.silence import silent_kim
from home.models import HubPage
from home.services.hubs import curator_group, find_hub
from kim_sites.models import ProductPage, Region, User
from tests import factories
from tests.conftest import HostClient
from tests.onboarding.factories import operator

pytestmark = pytest.mark.django_db


@pytest.fixture
def client_for(admin_client_for):
    """Makes a client on the admin's host for somebody who reads English."""

    def make(user):
        profile = UserProfile.get_for_user(user)
        profile.preferred_language = "en"
        profile.save()
        return admin_client_for(user)

    return make


def curator_of(kim, email="kurator@example.id") -> User:
    """Somebody who curates the hub of the KIM's regency."""
    hub = HubPage.objects.get(pk=find_hub(Region.objects.get(code=kim.region.code[:5])).pk)
    person = User.objects.create_user(email)
    person.groups.add(curator_group(hub))
    return person


def dashboard(client) -> str:
    return client.get("/admin/").content.decode()


def test_an_editor_sees_buttons_own_drafts_and_readers(kim, client_for):
    editor = factories.member(kim, "editor")
    draft = factories.make_news(kim, "Belum selesai", live=False, owner=editor)
    draft.save_revision(user=editor)
    other = factories.make_news(kim, "Draf orang lain", live=False)
    other.save_revision()
    page = factories.make_news(kim, "Panen raya")
    ReaderCount.objects.create(kim=kim, page=page, day=timezone.localdate(), views=12)
    html = dashboard(client_for(editor))
    assert "Write news" in html
    for kind in ("berita", "produk", "prestasi"):
        assert f"/kirim/tulis/?jenis={kind}&amp;kim={kim.pk}" in html
    assert "In the full editor:" in html
    assert "Belum selesai" in html
    assert "Draf orang lain" not in html
    assert "opened <strong>12</strong> times" in html
    assert "Panen raya" in html
    for words in ("Site members", "People of your site", "Health of the installation", "Came in this week"):
        assert words not in html.split('class="dash"')[1]


@pytest.mark.parametrize("role", ["contributor", "editor", "chair"])
def test_whatever_the_dashboard_leads_to_opens(kim, client_for, role):
    person = factories.member(kim, role)
    others = [
        factories.make_news(kim, "Panen raya"),
        factories.make_product(kim, "Madu lama", seller=factories.make_seller(kim), confirmed_on="2020-01-01"),
    ]
    own = factories.make_news(kim, "Panen sendiri", owner=person)
    for page in (*others, own):
        ReaderCount.objects.create(kim=kim, page=page, day=timezone.localdate(), views=2)
    client = client_for(person)
    html = dashboard(client)
    links = set(re.findall(r'href="(/admin/pages/\d+/edit/)"', html))
    assert "Madu lama" in html
    assert f"/admin/pages/{own.pk}/edit/" in links
    assert len(links) == (1 if role == "contributor" else 3)
    assert {client.get(link).status_code for link in links} == {200}


def test_what_waits_for_the_chair_is_no_draft(kim, client_for):
    writer = factories.member(kim, "contributor")
    page = factories.make_news(kim, "Sudah dikirim", live=False, owner=writer)
    page.save_revision(user=writer)
    page.get_workflow().start(page, writer)
    html = dashboard(client_for(writer))
    assert 'id="drafts"' not in html
    assert "Sudah dikirim" in html


def test_a_chair_sees_people_and_the_decree(kim, client_for):
    html = dashboard(client_for(factories.member(kim, "chair")))
    assert re.search(r"(person looks|people look) after KIM Parenggean\.", html)
    assert "Decree (SK)" in html


def test_a_curator_sees_what_came_in_and_who_went_silent(kim, other_kim, client_for):
    factories.make_news(kim, "Panen raya")
    factories.make_news(other_kim, "Kabar provinsi lain")
    quiet = factories.make_kim("diam", name="KIM Diam", region_code="62.02.05.1002")
    long_ago = timezone.now() - datetime.timedelta(days=61)
    KimActivity.objects.filter(kim=quiet).update(last_at=long_ago)
    client = client_for(curator_of(kim))
    html = dashboard(client)
    assert "Panen raya" in html
    assert "KIM Diam" in html
    assert "Kabar provinsi lain" not in html
    assert "has not published yet" in client.get("/admin/dashboard/silent/").content.decode()


def test_an_operator_sees_whether_everything_runs(client_for, kim):
    client = client_for(operator())
    assert "The clock stands still" in dashboard(client)
    note_run("send_mail", True)
    assert "Everything runs." in dashboard(client)
    note_run("publish_scheduled", False)
    html = dashboard(client)
    assert "publish_scheduled" in html
    assert "Everything runs." not in html
    note_run("publish_scheduled", True)
    assert JobRun.objects.count() == 2
    assert "Everything runs." in dashboard(client)


def test_somebody_without_a_role_is_told_whom_to_ask(client_for, kim):
    person = User.objects.create_user("tanpa@example.id")
    client = client_for(person)
    answer = client.get("/admin/")
    assert answer.status_code == 302 or "You have no role yet" in answer.content.decode()


@pytest.mark.parametrize("role", ["contributor", "editor", "chair"])
def test_the_queries_do_not_grow_with_pages_products_and_tenants(kim, other_kim, client_for, role):
    client = client_for(factories.member(kim, role))
    dashboard(client)

    def count() -> int:
        with CaptureQueriesContext(connection) as queries:
            dashboard(client)
        return len(queries)

    seller = factories.make_seller(kim)

    def fill(number: int):
        for place in range(number):
            page = factories.make_news(kim, f"Kabar {number} {place}")
            ReaderCount.objects.create(kim=kim, page=page, day=timezone.localdate(), views=1)
            factories.make_product(kim, f"Madu {number} {place}", seller=seller, confirmed_on="2020-01-01")

    fill(1)
    few = count()
    fill(7)
    factories.make_kim("ketiga", region_code="62.02.05.1002")
    assert count() == few


class TestSilence:
    def test_a_publication_ends_it_and_pages_of_information_do_not(self, kim):
        person = curator_of(kim)
        KimActivity.objects.filter(kim=kim).update(last_at=timezone.now() - datetime.timedelta(days=90))
        assert list(silent_kim(person, 60)) == [kim]
        factories.make_info(kim)
        assert list(silent_kim(person, 60)) == [kim]
        factories.make_news(kim)
        assert not silent_kim(person, 60).exists()
        assert KimActivity.objects.get(kim=kim).has_published

    def test_a_new_kim_has_its_time(self, kim):
        assert not silent_kim(curator_of(kim), 30).exists()

    def test_only_curators_above_see_the_list(self, kim, other_kim, client_for):
        KimActivity.objects.update(last_at=timezone.now() - datetime.timedelta(days=200))
        text = client_for(curator_of(kim)).get("/admin/dashboard/silent/?days=90").content.decode()
        assert kim.name in text
        assert other_kim.name not in text
        assert client_for(factories.member(kim, "chair")).get("/admin/dashboard/silent/").status_code == 404

    def test_a_search_and_a_strange_period_are_answered(self, kim, client_for):
        KimActivity.objects.update(last_at=timezone.now() - datetime.timedelta(days=200))
        client = client_for(curator_of(kim))
        assert kim.name in client.get("/admin/dashboard/silent/?q=pareng&days=1x").content.decode()
        assert "No KIM is like this." in client.get("/admin/dashboard/silent/?q=tidakada").content.decode()


class TestProducts:
    @pytest.fixture
    def old(self, kim):
        return factories.make_product(kim, "Madu lama", confirmed_on="2026-01-01")

    def test_one_tap_confirms_and_readers_see_it(self, kim, old, client_for):
        client = client_for(factories.member(kim, "editor"))
        assert "Madu lama" in dashboard(client).split('id="products"')[1]
        client.post(f"/admin/dashboard/confirm/{old.pk}/")
        assert ProductPage.objects.get(pk=old.pk).confirmed_on == timezone.localdate()
        assert 'id="products"' not in dashboard(client)

    def test_the_button_works_in_a_browser_that_has_to_prove_where_the_form_is_from(self, kim, old):
        client = HostClient("admin.localhost:8000", enforce_csrf_checks=True)
        client.force_login(factories.member(kim, "editor"))
        form = (
            client.get("/admin/").content.decode().split(f"/admin/dashboard/confirm/{old.pk}/")[1].split("</form>")[0]
        )
        token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', form).group(1)
        answer = client.post(f"/admin/dashboard/confirm/{old.pk}/", {"csrfmiddlewaretoken": token})
        assert answer.status_code == 302
        assert ProductPage.objects.get(pk=old.pk).confirmed_on == timezone.localdate()

    def test_a_draft_stays_a_draft(self, kim, old, client_for):
        old.title = "Nama baru yang belum terbit"
        old.save_revision()
        client_for(factories.member(kim, "chair")).post(f"/admin/dashboard/confirm/{old.pk}/")
        live = ProductPage.objects.get(pk=old.pk)
        assert (live.title, live.confirmed_on) == ("Madu lama", timezone.localdate())
        draft = live.get_latest_revision_as_object()
        assert (draft.title, draft.confirmed_on) == ("Nama baru yang belum terbit", timezone.localdate())

    def test_a_contributor_and_another_kim_are_refused(self, kim, other_kim, old, client_for):
        for person in (factories.member(kim, "contributor"), factories.member(other_kim, "chair")):
            answer = client_for(person).post(f"/admin/dashboard/confirm/{old.pk}/")
            assert answer.status_code == 404
        assert str(ProductPage.objects.get(pk=old.pk).confirmed_on) == "2026-01-01"
        assert client_for(factories.member(kim, "editor")).get(f"/admin/dashboard/confirm/{old.pk}/").status_code == 405


class TestMenu:
    def items(self, client) -> list[str]:
        html = client.get("/admin/").content.decode()
        data = json.loads(
            re.search(r'id="wagtail-sidebar-props" type="application/json">(.*?)</script>', html, re.S)[1]
        )
        modules = [module for module in data["modules"] if module["_type"].endswith("MainMenuModule")]
        return [item["_args"][0]["name"] for item in modules[0]["_args"][0]]

    def test_a_contributors_menu_is_short(self, kim, client_for):
        assert len(self.items(client_for(factories.member(kim, "contributor")))) <= 5

    def test_rare_work_of_a_curator_stands_in_groups(self, kim, client_for):
        found = self.items(client_for(curator_of(kim)))
        assert {"kim-group", "more-group"} <= set(found)
        assert not {"members", "papers", "forum", "import", "kim-export"} & set(found)
        assert len(found) <= 9
