"""The Forum KIM of a regency: kept by its curators, shown to readers where people agree."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from home.services.hubs import find_hub
from kim_sites.models import Region
from lifecycle.models import ForumOfficer
from lifecycle.services import forum
from tests import factories
from tests.lifecycle.paper_helpers import curator_of, in_days

pytestmark = pytest.mark.django_db
FORM = {"name": "Rudi Hartono", "position": "chair", "comes_from": "KIM Parenggean", "sort_order": 0}


def hub_of(code: str):
    return find_hub(Region.objects.get(code=code))


@pytest.fixture
def hub(kim):
    """The hub of Kotawaringin Timur."""
    return hub_of("62.02")


@pytest.fixture
def curator(hub):
    return curator_of("62.02")


@pytest.fixture
def client(admin_client_for, curator):
    return admin_client_for(curator)


def officer(code: str = "62.02", **fields) -> ForumOfficer:
    values = {"name": "Rudi Hartono", "position": "chair", "is_public": True}
    return ForumOfficer.objects.create(region_id=code, **{**values, **fields})


class TestScreens:
    """Adding, changing, deleting."""

    def test_the_curator_of_one_regency_goes_straight_to_it(self, hub, client):
        response = client.get(reverse("kim_forum:index"))
        assert response.headers["location"] == reverse("kim_forum:list", args=[hub.pk])

    def test_somebody_is_added_changed_and_deleted(self, hub, client):
        assert client.get(reverse("kim_forum:add", args=[hub.pk])).status_code == 200
        assert client.post(reverse("kim_forum:add", args=[hub.pk]), FORM).status_code == 302
        added = ForumOfficer.objects.get()
        assert (added.region_id, added.is_public) == ("62.02", False)
        change = reverse("kim_forum:change", args=[hub.pk, added.pk])
        assert client.post(change, FORM | {"name": "Rudi H.", "is_public": "on"}).status_code == 302
        added.refresh_from_db()
        assert (added.name, added.is_public) == ("Rudi H.", True)
        delete = reverse("kim_forum:delete", args=[hub.pk, added.pk])
        assert client.get(delete).status_code == 200
        assert ForumOfficer.objects.exists()
        assert client.post(delete).status_code == 302
        assert not ForumOfficer.objects.exists()

    @pytest.mark.parametrize(
        ("field", "changes"),
        [("name", {"name": " "}), ("position", {"position": "raja"}),
         ("until", {"since": "2025-05-01", "until": "2024-05-01"}), ("since", {"since": "kemarin"})],
    )  # fmt: skip
    def test_what_can_not_be_is_refused_beside_its_field(self, hub, client, field, changes):
        response = client.post(reverse("kim_forum:add", args=[hub.pk]), FORM | changes)
        assert response.context["form"].errors[field]
        assert not ForumOfficer.objects.exists()

    def test_former_ones_are_folded_and_two_chairs_are_a_warning(self, hub, client):
        officer(name="Dulu", until=in_days(-1))
        officer(name="Kini")
        context = client.get(reverse("kim_forum:list", args=[hub.pk])).context
        assert [row.name for row in context["now"]] == ["Kini"]
        assert [row.name for row in context["former"]] == ["Dulu"]
        assert not context["warnings"]
        officer(name="Juga")
        assert client.get(reverse("kim_forum:list", args=[hub.pk])).context["warnings"]


class TestWhoMay:
    """Curators of the regency and above."""

    def test_the_province_keeps_it_too(self, hub, admin_client_for):
        client = admin_client_for(curator_of("62"))
        assert client.get(reverse("kim_forum:index")).status_code in (200, 302)
        assert client.post(reverse("kim_forum:add", args=[hub.pk]), FORM).status_code == 302

    def test_nobody_else(self, kim, other_kim, hub, admin_client_for):
        somebody = officer()
        strangers = [factories.member(kim, "chair"), curator_of("61"), curator_of("61.01"), curator_of("62.13")]
        for user in strangers:
            client = admin_client_for(user)
            for name, args in (("list", ()), ("add", ()), ("change", (somebody.pk,)), ("delete", (somebody.pk,))):
                address = reverse(f"kim_forum:{name}", args=[hub.pk, *args])
                assert client.get(address).status_code == 404, name
                assert client.post(address, FORM).status_code in (404, 405), name
            with pytest.raises(PermissionDenied):
                forum.save_officer(user, hub, ForumOfficer(name="x"))
            with pytest.raises(PermissionDenied):
                forum.remove_officer(user, hub, somebody)
        assert ForumOfficer.objects.get().name == "Rudi Hartono"

    def test_somebody_of_another_forum_is_not_reached_through_the_own(self, hub, other_kim, client, curator):
        foreign = officer("61.01")
        address = reverse("kim_forum:change", args=[hub.pk, foreign.pk])
        assert client.get(address).status_code == 404
        assert client.post(address, FORM).status_code == 404
        with pytest.raises(PermissionDenied):
            forum.save_officer(curator, hub, foreign)
        with pytest.raises(PermissionDenied):
            forum.remove_officer(curator, hub, foreign)

    def test_a_province_has_no_forum(self, hub, admin_client_for):
        client = admin_client_for(curator_of("62"))
        assert client.get(reverse("kim_forum:list", args=[hub_of("62").pk])).status_code == 404


class TestPhoto:
    """The hub's own, or of a hub above."""

    def test_the_form_names_no_picture_of_others(self, kim, hub, client):
        factories.make_image(kim, title="Foto rahasia KIM")
        page = client.get(reverse("kim_forum:add", args=[hub.pk])).content.decode()
        assert "Foto rahasia KIM" not in page
        assert '<select name="photo"' not in page

    def test_a_picture_of_a_kim_or_of_another_hub_is_refused(self, kim, hub, other_kim, client):
        own = factories.make_image(collection=hub.collection)
        above = factories.make_image(collection=hub_of("62").collection)
        address = reverse("kim_forum:add", args=[hub.pk])
        for foreign in (factories.make_image(kim), factories.make_image(collection=hub_of("61.01").collection)):
            assert client.post(address, FORM | {"photo": foreign.pk}).context["form"].errors["photo"]
            with pytest.raises(ValidationError):
                officer(photo=foreign)
        for picture in (own, above):
            assert client.post(address, FORM | {"photo": picture.pk}).status_code == 302
        assert ForumOfficer.objects.count() == 2


class TestReaders:
    """The front page of the regency."""

    def test_it_names_those_who_agree_and_hold_a_position(self, hub, site_client):
        officer(name="Rudi Hartono", comes_from="KIM Parenggean")
        officer(name="Rahasia Sekali", is_public=False)
        officer(name="Mantan Ketua", until=in_days(0))
        officer("62.13", name="Kabupaten Sebelah")
        client = site_client("kalteng")
        page = client.get("/kotawaringin-timur/").content.decode()
        assert "Rudi Hartono" in page
        assert "KIM Parenggean" in page
        for path in ("/", "/kotawaringin-timur/", "/kotawaringin-timur/kim/", "/cari/?q=Rahasia"):
            text = client.get(path).content.decode()
            assert not any(name in text for name in ("Rahasia Sekali", "Mantan Ketua", "Kabupaten Sebelah"))

    def test_a_change_is_seen_at_once(self, hub, site_client, django_capture_on_commit_callbacks):
        client = site_client("kalteng")
        assert "Rudi Hartono" not in client.get("/kotawaringin-timur/").content.decode()
        with django_capture_on_commit_callbacks(execute=True):
            somebody = officer()
        assert "Rudi Hartono" in client.get("/kotawaringin-timur/").content.decode()
        with django_capture_on_commit_callbacks(execute=True):
            somebody.delete()
        assert "Rudi Hartono" not in client.get("/kotawaringin-timur/").content.decode()

    def test_it_costs_one_query_and_nothing_on_other_hubs(self, hub, site_client, settings):
        settings.PAGE_CACHE = False
        client = site_client("kalteng")

        def queries(path):
            client.get(path)
            with CaptureQueriesContext(connection) as captured:
                client.get(path)
            return [query["sql"] for query in captured]

        none = queries("/kotawaringin-timur/")
        assert len([sql for sql in none if "lifecycle_forumofficer" in sql]) == 1
        assert not [sql for sql in queries("/") if "lifecycle_forumofficer" in sql]
        for number in range(5):
            officer(name=f"Anggota {number}")
        assert len(queries("/kotawaringin-timur/")) == len(none)
