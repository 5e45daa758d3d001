"""Finding a village by what people type."""

import pytest
from django.db import connection

from kim_sites.models import Region
from onboarding.models import Application
from onboarding.services.region_search import search
from tests.factories import make_kim, make_regions
from tests.onboarding.applicant import sent

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def regions():
    make_regions()
    add = [
        ("62.02.10.2001", "Suka Maju", 4, "desa", "62.02.10"),
        ("61.01.01.2001", "Sukamaju", 4, "desa", "61.01.01"),
        ("61.01.01.2002", "Suka Lama", 4, "desa", "61.01.01"),
        ("61.01.01.2003", "Ma'rang", 4, "desa", "61.01.01"),
    ]
    Region.objects.bulk_create(
        Region(code=code, name=name, level=level, kind=kind, parent_id=parent)
        for code, name, level, kind, parent in add
    )


def codes(text, near=""):
    return [place.region.code for place in search(text, near)]


def test_beginning_of_a_name_finds_it_and_tells_where_it_lies():
    (place,) = search("tamiang l")
    assert place.region.code == "62.13.01.1012"
    assert place.line == "Dusun Timur, Kabupaten Barito Timur, Kalimantan Tengah"


@pytest.mark.parametrize(
    "text",
    ["tamiang layang barito timur", "Tamiang  Layang, Kab. Barito Timur", "kelurahan tamiang barito", "62.13.01.1012"],
)
def test_words_of_what_lies_around_narrow_it(text):
    assert codes(text) == ["62.13.01.1012"]


def test_words_that_lie_elsewhere_find_nothing():
    assert codes("tamiang layang sambas") == []


def test_one_word_or_two_is_the_same_spelling():
    assert set(codes("sukamaju")) == set(codes("suka maju")) == {"62.02.10.2001", "61.01.01.2001"}
    assert codes("marang") == codes("ma'rang") == ["61.01.01.2003"]


def test_own_province_comes_first():
    assert codes("sukamaju", near="61")[0] == "61.01.01.2001"
    assert codes("sukamaju", near="62")[0] == "62.02.10.2001"


def test_word_inside_a_name_is_found_in_the_own_province():
    assert codes("layang", near="62") == ["62.13.01.1012"]
    assert codes("layang", near="61") == []


def test_districts_are_found_and_larger_ones_are_not():
    assert codes("cempaga") == ["62.02.10"]
    assert codes("kotawaringin timur") == codes("kabupaten kotawaringin") == []


def test_inactive_village_is_not_offered():
    Region.objects.filter(code="62.13.01.1012").update(is_active=False)
    assert codes("tamiang layang") == []


@pytest.mark.parametrize(
    "text", ["", "ta", "  ", "%", "___", "'; drop table", "\x00abc", "a" * 500, "x " * 50, "²²²", "99.99"]
)
def test_strange_words_find_nothing(text):
    assert codes(text, "62") == []


def test_village_with_a_kim_names_it_and_an_archived_one_makes_room():
    kim = make_kim("parenggean", region_code="62.02.04.1001")
    place = next(place for place in search("parenggean") if place.region.code == "62.02.04.1001")
    assert place.kim == kim
    assert not place.is_free
    kim.status = "archived"
    kim.save()
    assert all(place.is_free for place in search("parenggean"))


def test_village_with_an_open_application_says_so_without_a_name():
    sent()
    (place,) = search("tamiang layang")
    assert place.is_spoken_for
    assert "Maju" not in str(place.as_json())
    Application.objects.update(state="refused")
    assert search("tamiang layang")[0].is_free


def test_costs_the_same_for_few_and_many_villages(django_assert_num_queries):
    for count in (1, 400):
        Region.objects.bulk_create(
            Region(code=f"62.13.01.{3000 + count + n}", name=f"Tamiang {n}", level=4, kind="desa", parent_id="62.13.01")
            for n in range(count)
        )
        if count == 1:
            with django_assert_num_queries(5):
                search("tamiang", "62")
    with django_assert_num_queries(4):
        assert len(search("tamiang", "62")) == 12


def test_prefix_is_read_from_the_index(is_postgres):
    if is_postgres:
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL enable_seqscan = off")
    from onboarding.services.region_search import END, _open_regions

    rows = _open_regions().filter(squashed__gte="tam", squashed__lt="tam" + END).order_by("squashed", "code")[:12]
    assert "onboarding_region_names" in rows.explain()


def test_type_ahead_answers_in_json_on_hubs(site_client):
    make_kim("sambas", region_code="61.01.01.2024")
    places = site_client("kalbar").get("/daftar/wilayah.json?q=sukamaju").json()["places"]
    assert places[0]["code"] == "61.01.01.2001"
    assert places[0]["kim"] is None


def test_type_ahead_has_a_limit_for_one_network(site_client, monkeypatch):
    make_kim("sambas", region_code="61.01.01.2024")
    monkeypatch.setattr("onboarding.views.start.LOOK_UPS_A_MINUTE", 2)
    client = site_client("kalbar")
    answers = [client.get("/daftar/wilayah.json?q=suka") for _number in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert answers[2].json()["problem"]
