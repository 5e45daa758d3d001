"""What hubs put forward and hide, who may, and what the KIM reads of it."""

import datetime
import threading

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry

from home.models import Curation, FeedEntry
from home.services import curation
from home.services.hubs import curator_group, find_hub
from kim_sites.models import Region, User
from tests import factories
from tests.conftest import HostClient

pytestmark = pytest.mark.django_db


def hub_of(code: str):
    return find_hub(Region.objects.get(code=code))


def curator(hub, email: str = "") -> User:
    user = User.objects.create_user(email or f"kurator-{hub.pk}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(hub))
    return user


@pytest.fixture
def news(kim):
    return factories.make_news(kim, "Panen raya")


@pytest.fixture
def hub(kim):
    """Kotawaringin Timur."""
    return hub_of("62.02")


@pytest.fixture
def user(hub):
    return curator(hub)


@pytest.fixture
def client(admin_client_for, user):
    return admin_client_for(user)


def url(name, *args):
    return reverse(f"kim_curation:{name}", args=args)


class TestService:
    """The rules, whoever calls."""

    def test_featuring_puts_the_entry_on_the_hub_until_the_day(self, hub, user, news):
        until = timezone.localdate() + datetime.timedelta(days=3)
        decision = curation.feature(hub, news, user, 2, until)

        assert (decision.hub_key, decision.hub_name, decision.decided_by) == (hub.translation_key, hub.title, user)
        assert (decision.position, decision.until) == (2, until)
        assert list(FeedEntry.objects.featured_on(hub)) == [news.feed_entry]

    def test_hiding_takes_it_off_that_hub_only(self, hub, user, news):
        curation.hide(hub, news, user, "  Foto   tanpa izin ")

        assert Curation.objects.get().reason == "Foto tanpa izin"
        assert not FeedEntry.objects.rising().shown_on(hub).exists()
        assert FeedEntry.objects.rising().shown_on(hub_of("62")).exists()

    def test_the_last_decision_stands(self, hub, user, news):
        curation.hide(hub, news, user, "Salah tempat")
        curation.feature(hub, news, user, 1, None)

        decision = Curation.objects.get()
        assert (decision.decision, decision.reason) == ("featured", "")

    def test_undo_clears_and_is_safe_to_repeat(self, hub, user, news):
        curation.feature(hub, news, user, 1, None)
        assert curation.undo(hub, news, user)
        assert not curation.undo(hub, news, user)
        assert not Curation.objects.exists()

    def test_a_hidden_page_that_was_unpublished_stays_hidden_and_can_be_cleared(self, hub, user, news):
        curation.hide(hub, news, user, "Salah")
        news.unpublish()
        news.save_revision().publish()
        assert not FeedEntry.objects.rising().shown_on(hub).exists()
        news.unpublish()
        assert curation.undo(hub, news, user)

    def test_each_decision_is_in_the_history_of_the_page(self, hub, user, news):
        curation.feature(hub, news, user, 1, None)
        curation.hide(hub, news, user, "Salah")
        curation.undo(hub, news, user)

        log = PageLogEntry.objects.filter(page=news, action__startswith="kim.").order_by("pk")
        assert [entry.action for entry in log] == ["kim.feature", "kim.hide", "kim.curation_undo"]
        assert [entry.user for entry in log] == [user] * 3
        assert all(hub.title in entry.message for entry in log)
        assert log[1].comment == "Salah"

    @pytest.mark.parametrize("reason", ["", "   ", "x" * 301])
    def test_hiding_needs_a_reason_that_fits(self, hub, user, news, reason):
        with pytest.raises(ValidationError):
            curation.hide(hub, news, user, reason)
        assert not Curation.objects.exists()

    def test_a_day_that_has_passed_or_a_wrong_place_is_refused(self, hub, user, news):
        yesterday = timezone.localdate() - datetime.timedelta(days=1)
        for position, until in ((1, yesterday), (0, None), (100, None)):
            with pytest.raises(ValidationError):
                curation.feature(hub, news, user, position, until)
        curation.feature(hub, news, user, 1, timezone.localdate())

    def test_nobody_decides_for_a_hub_that_is_not_theirs(self, kim, other_kim, hub, user, news):
        foreign_hub = hub_of("61.01")
        foreign_news = factories.make_news(other_kim)
        chair = factories.member(kim, "chair")
        retired = curator(hub, "lama@example.id")
        retired.is_active = False
        for someone, where, page in (
            (user, foreign_hub, foreign_news),  # not their hub
            (user, hub, foreign_news),  # not below their hub
            (user, hub_of("62"), news),  # the hub above theirs
            (chair, hub, news),
            (retired, hub, news),
        ):
            with pytest.raises(PermissionDenied):
                curation.feature(where, page, someone, 1, None)
            with pytest.raises(PermissionDenied):
                curation.hide(where, page, someone, "Salah")
        with pytest.raises(PermissionDenied):
            curation.undo(hub, news, chair)
        assert not Curation.objects.exists()

    def test_a_draft_or_an_info_page_can_not_be_decided_on(self, kim, hub, user):
        for page in (factories.make_news(kim, "Draf", live=False), factories.make_info(kim)):
            with pytest.raises(PermissionDenied):
                curation.feature(hub, page, user, 1, None)

    def test_a_province_curates_its_regencies_too(self, hub, other_kim):
        province = hub_of("62")
        assert set(curation.hubs_of(curator(province))) == {province, hub}
        operator = User.objects.create_superuser("op@example.id", "rahasia-sekali")
        assert curation.hubs_of(operator).count() == 5
        assert not curation.hubs_of(factories.member(other_kim, "chair")).exists()

    def test_hubs_are_found_in_two_queries_however_many_there_are(self, hub, user, django_assert_num_queries):
        with django_assert_num_queries(2):
            assert list(curation.hubs_of(user)) == [hub]
        for number in range(6):
            factories.make_kim(f"lain-{number}", region_code="62.13.01.1012")
        with django_assert_num_queries(2):
            assert list(curation.hubs_of(user)) == [hub]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_curators_at_once_leave_one_decision(kim, hub, user, news):
    barrier, errors = threading.Barrier(4), []

    def decide(number):
        try:
            barrier.wait(timeout=10)
            if number % 2:
                curation.feature(hub, news, user, number + 1, None)
            else:
                curation.hide(hub, news, user, f"Alasan {number}")
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=decide, args=[number]) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert errors == []
    assert Curation.objects.count() == 1


class TestList:
    """What came in."""

    def test_the_menu_item_is_for_curators_only(self, kim, client, admin_client_for):
        link = f'"url": "{url("hubs")}"'
        assert link in client.get("/admin/").content.decode()
        chair = admin_client_for(factories.member(kim, "chair"))
        assert link not in chair.get("/admin/").content.decode()
        assert chair.get(url("hubs")).status_code == 404

    def test_one_hub_is_opened_at_once_and_several_are_offered(self, hub, client, admin_client_for):
        assert client.get(url("hubs")).headers["location"] == url("list", hub.pk)
        province = admin_client_for(curator(hub_of("62")))
        page = province.get(url("hubs")).content.decode()
        assert url("list", hub.pk) in page
        assert url("list", hub_of("62").pk) in page
        assert url("list", hub.pk) not in province.get(url("hubs"), {"q": "Tengah"}).content.decode()

    def test_it_shows_what_rose_with_links_and_state(self, kim, other_kim, hub, user, news, client):
        factories.make_news(other_kim, "Kabar Sambas")
        factories.make_info(kim, "Jadwal")
        factories.make_news(kim, "Rancangan", live=False)
        page = client.get(url("list", hub.pk)).content.decode()
        assert "Panen raya" in page
        assert news.feed_entry.url in page
        assert "KIM Parenggean" in page
        for absent in ("Kabar Sambas", "Jadwal", "Rancangan"):
            assert absent not in page

    def test_an_empty_hub_says_so_kindly(self, hub, client):
        assert "cur-empty" in client.get(url("list", hub.pk)).content.decode()

    def test_filters(self, kim, hub, user, news, client):
        factories.make_product(kim, "Madu kelulut")
        factories.make_achievement(kim, "Juara desa")
        baamang = factories.make_kim("baamang", region_code="62.02.05.1002")
        factories.make_news(baamang, "Pasar Baamang")
        curation.feature(hub, news, user, 1, None)

        def titles(**params):
            rows = client.get(url("list", hub.pk), params).context["rows"]
            return {row.entry.title for row in rows}

        everything = {"Panen raya", "Madu kelulut", "Juara desa", "Pasar Baamang"}
        assert titles() == titles(kind="nonsense", place="99", state="x") == everything
        assert titles(kind="product") == {"Madu kelulut"}
        assert titles(place="62.02.05") == {"Pasar Baamang"}
        assert titles(state="featured") == {"Panen raya"}
        assert titles(state="undecided") == everything - {"Panen raya"}
        assert titles(q="baamang pasar") == {"Pasar Baamang"}
        curation.hide(hub, news, user, "Salah")
        assert titles(state="hidden") == {"Panen raya"}
        assert titles(q="tidak ada") == set()

    def test_a_featured_entry_whose_day_has_passed_is_open_again(self, hub, user, news, client):
        curation.feature(hub, news, user, 1, timezone.localdate())
        Curation.objects.update(until=timezone.localdate() - datetime.timedelta(days=1))
        rows = client.get(url("list", hub.pk), {"state": "undecided"}).context["rows"]
        assert [row.state.name for row in rows] == ["undecided"]
        assert not client.get(url("list", hub.pk), {"state": "featured"}).context["rows"]

    def test_its_cost_is_the_same_for_none_few_and_many(self, kim, hub, user, client):
        def queries(page=1):
            with CaptureQueriesContext(connection) as captured:
                response = client.get(url("list", hub.pk), {"p": page})
            assert response.status_code == 200
            return [query["sql"] for query in captured], len(response.context["rows"])

        client.get(url("list", hub.pk))
        empty, _none = queries()
        for number in range(30):
            page = factories.make_news(kim, f"Kabar {number}")
            if number % 2:
                curation.feature(hub, page, user, number % 9 + 1, None)
        many, count = queries()
        assert count == 25
        # Count, rows and decisions instead of a count alone.
        assert len(many) == len(empty) + 2, many
        last, count = queries(2)
        assert (len(last), count) == (len(many), 5)

    @pytest.mark.parametrize("name", ["list", "feature", "hide", "undo"])
    @pytest.mark.parametrize("method", ["get", "post"])
    def test_a_foreign_hub_or_entry_does_not_exist(self, kim, other_kim, hub, news, client, name, method):
        foreign = factories.make_news(other_kim)
        pairs = [(hub_of("61.01"), foreign), (hub_of("61.01"), news), (hub_of("62"), news)]
        if name != "list":
            pairs.append((hub, foreign))
        for where, page in pairs:
            args = [where.pk] if name == "list" else [where.pk, page.pk]
            response = getattr(client, method)(url(name, *args), {"position": 1, "reason": "x"})
            assert response.status_code == 404
        assert not Curation.objects.exists()

    def test_nobody_gets_in_without_an_account(self, hub, site_client):
        response = site_client("admin.localhost:8000").get(url("list", hub.pk))
        assert response.status_code == 302
        assert "/admin/login/" in response.headers["location"]


class TestDecisions:
    """The forms."""

    def test_feature_by_form_and_undo_by_the_link_of_the_message(self, hub, news, client):
        until = timezone.localdate() + datetime.timedelta(days=5)
        address = url("feature", hub.pk, news.pk)
        assert client.get(address).status_code == 200
        here = url("list", hub.pk) + "?kind=news"
        response = client.post(address, {"position": 3, "until": until.isoformat(), "next": here})
        assert response.headers["location"] == here
        assert Curation.objects.get().position == 3
        page = client.get(here).content.decode()
        undo = url("undo", hub.pk, news.pk)
        assert f'href="{undo}"' in page
        assert Curation.objects.exists()

        assert client.get(undo).status_code == 200
        assert Curation.objects.exists(), "a GET has no effects"
        client.post(undo)
        assert not Curation.objects.exists()
        assert client.post(undo).status_code == 302

    def test_hide_by_form_needs_a_reason(self, hub, news, client):
        address = url("hide", hub.pk, news.pk)
        assert "cur-form" in client.get(address).content.decode()
        assert client.post(address, {"reason": " "}).context["form"].errors["reason"]
        client.post(address, {"reason": "Foto tanpa izin"})
        assert Curation.objects.get().reason == "Foto tanpa izin"

    def test_a_passed_day_is_refused_with_a_sentence(self, hub, news, client):
        response = client.post(url("feature", hub.pk, news.pk), {"position": 1, "until": "2020-01-01"})
        assert response.status_code == 200
        assert response.context["form"].errors["until"]
        assert not Curation.objects.exists()

    def test_the_way_back_never_leaves_the_admin(self, hub, news, client):
        response = client.post(url("feature", hub.pk, news.pk), {"position": 1, "next": "https://evil.example/"})
        assert response.headers["location"] == url("list", hub.pk)

    def test_every_form_asks_for_the_token(self, hub, user, news):
        client = HostClient("admin.localhost:8000", enforce_csrf_checks=True)
        client.force_login(user)
        for name in ("feature", "hide", "undo"):
            assert client.post(url(name, hub.pk, news.pk), {"position": 1, "reason": "x"}).status_code == 403
        assert not Curation.objects.exists()


class TestKimSide:
    """What the KIM reads."""

    def test_the_dashboard_and_the_list_tell_the_kim_why(self, kim, other_kim, hub, user, news, admin_client_for):
        curation.hide(hub, news, user, "Foto tanpa izin")
        for role in ("chair", "editor", "contributor"):
            client = admin_client_for(factories.member(kim, role))
            for address in ("/admin/", url("decisions")):
                page = client.get(address).content.decode()
                assert "Foto tanpa izin" in page
                assert hub.title in page
        stranger = admin_client_for(factories.member(other_kim, "chair"))
        for address in ("/admin/", url("decisions")):
            assert "Foto tanpa izin" not in stranger.get(address).content.decode()

    def test_the_edit_screen_says_it_too(self, kim, hub, user, news, admin_client_for):
        client = admin_client_for(factories.member(kim, "editor"))
        address = reverse("wagtailadmin_pages:edit", args=[news.pk])
        assert hub.title not in client.get(address).content.decode()
        curation.hide(hub, news, user, "Foto tanpa izin")
        assert "Foto tanpa izin" in client.get(address).content.decode()
        curation.undo(hub, news, user)
        assert "Foto tanpa izin" not in client.get(address).content.decode()
