"""What hubs keep instead of counting: the number of KIM of each regency, and lists that count to a bound."""

import threading

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.test.utils import CaptureQueriesContext

from home.models import FeedEntry, RegencyCount
from home.services.counts import counts_below, drifted
from kim_sites import listings
from kim_sites.models import Kim, Region
from kim_sites.services.provisioning import provision_kim, resume_kim, suspend_kim
from tests import factories

pytestmark = pytest.mark.django_db


def numbers() -> dict[str, int]:
    """The kept numbers by regency, without the empty ones."""
    return dict(RegencyCount.objects.filter(kim_count__gt=0).values_list("region_id", "kim_count"))


def test_numbers_follow_every_change_of_a_kim(kim):
    assert numbers() == {"62.02": 1}
    other = factories.make_kim("tamiang", region_code="62.13.01.1012")
    assert numbers() == {"62.02": 1, "62.13": 1}
    suspend_kim(other)
    assert numbers() == {"62.02": 1}
    other = resume_kim(other)
    other.region_id = "62.02.05.1002"
    other.save()
    assert numbers() == {"62.02": 2}
    assert drifted() == {}


def test_hubs_show_the_numbers_of_what_is_below_them(kim, site_client):
    factories.make_kim("tamiang", region_code="62.13.01.1012")
    factories.make_kim("sambas", region_code="61.01.01.2024")
    regions = {code: Region.objects.get(code=code) for code in ("00", "62", "62.02")}
    assert counts_below(regions["00"]) == {"62": 2, "61": 1}
    assert counts_below(regions["62"]) == {"62.02": 1, "62.13": 1}
    assert counts_below(regions["62.02"]) == {"62.02.04": 1}
    assert "Barito Timur" in site_client("kalteng").get("/").content.decode()


def test_a_wrong_number_is_reported_and_healed(kim, capsys):
    RegencyCount.objects.update(kim_count=7)
    assert drifted() == {"62.02": (7, 1)}
    with pytest.raises(SystemExit):
        call_command("rebuild_feed", "--check")
    assert "62.02" in capsys.readouterr().out
    call_command("rebuild_feed")
    assert numbers() == {"62.02": 1}


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_villages_of_one_regency_at_the_same_moment_are_both_counted():
    factories.make_regions()
    gate = threading.Barrier(2)

    def provision(slug, region):
        gate.wait()
        try:
            provision_kim(factories.kim_request(slug, region_code=region))
        finally:
            connections.close_all()

    pairs = [("parenggean", "62.02.04.1001"), ("baamang", "62.02.05.1002")]
    people = [threading.Thread(target=provision, args=pair) for pair in pairs]
    for person in people:
        person.start()
    for person in people:
        person.join()
    assert Kim.objects.count() == 2
    assert numbers() == {"62.02": 2}


def test_a_long_list_is_counted_to_a_bound_and_says_that_there_is_more(kim, site_client, monkeypatch):
    for number in range(5):
        factories.make_news(kim, f"Kabar {number}")
    monkeypatch.setattr(listings, "MOST_PAGES", 2)
    monkeypatch.setattr("home.hub_lists.PER_PAGE", 2)
    client = site_client("kalteng")
    first, last = (client.get("/berita/", {"halaman": number}).content.decode() for number in (1, 2))
    assert "Halaman 1 dari 2+" in first
    assert "Masih ada yang lebih lama" not in first
    assert "Masih ada yang lebih lama" in last
    assert client.get("/berita/?halaman=3").status_code == 404
    monkeypatch.setattr(listings, "MOST_PAGES", 3)
    whole = client.get("/berita/?halaman=3").content.decode()
    assert "Halaman 3 dari 3" in whole
    assert "Masih ada yang lebih lama" not in whole


def test_the_count_of_a_list_stops_at_its_bound(kim, site_client):
    factories.make_news(kim)
    with CaptureQueriesContext(connection) as queries:
        site_client("kalteng").get("/berita/")
    counts = [query["sql"] for query in queries if "COUNT(" in query["sql"] and "feedentry" in query["sql"]]
    assert len(counts) == 1
    assert f"LIMIT {listings.MOST_PAGES * 18 + 1}" in counts[0]


def test_each_kind_stands_in_its_section(kim):
    factories.make_news(kim)
    factories.make_product(kim)
    factories.make_achievement(kim)
    factories.make_info(kim)
    sections = dict(FeedEntry.objects.values_list("kind", "section"))
    assert sections == {"news": "news", "product": "products", "achievement": "achievements", "info": ""}
