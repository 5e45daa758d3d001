"""The index follows the pages, is checked and healed, and costs the same however much it holds."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from wagtail.models import Page

from kim_sites.models import NewsPage
from search import fulltext
from search.models import SearchDocument, SearchWord
from search.scopes import BLOCKS
from tests import factories
from tests.test_search import search

pytestmark = pytest.mark.django_db


def test_rebuilding_reports_and_heals_drift(kim, site_client):
    page = factories.make_news(kim, "Rotan")
    other = factories.make_news(kim, "Bambu")
    assert "agree" in _rebuild("--check")

    SearchDocument.objects.filter(pk=page.pk).delete()
    SearchDocument.objects.filter(pk=other.pk).update(title_words="salah")
    SearchWord.objects.create(key="ssng", word="usang")
    with pytest.raises(SystemExit) as ended:
        _rebuild("--check")
    assert ended.value.code == 1
    assert SearchDocument.objects.filter(pk=page.pk).count() == 0, "--check only reports"

    assert "Healed" in _rebuild()
    assert "agree" in _rebuild("--check")
    assert search(site_client(kim), "rotan") == ["Rotan"]
    assert search(site_client(kim), "bambu") == ["Bambu"]
    assert not SearchWord.objects.filter(word="usang").exists()


def _rebuild(*args) -> str:
    out = StringIO()
    call_command("rebuild_search", *args, stdout=out)
    return out.getvalue()


def test_the_databases_own_index_is_checked_and_made_anew(kim, site_client, is_postgres):
    if is_postgres:
        assert fulltext.check_integrity()
        return
    factories.make_news(kim, "Rotan")
    with connection.cursor() as cursor:
        cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('delete-all')")
    assert search(site_client(kim), "rotan") == []
    with pytest.raises(SystemExit):
        _rebuild("--check")
    _rebuild()
    assert search(site_client(kim), "rotan") == ["Rotan"]


def _queries(client, path, **params) -> int:
    client.get(path, params)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(path, params).status_code == 200
    return len(queries)


@pytest.mark.parametrize(("count", "own", "hub"), [(0, 7, 8), (1, 8, 9), (14, 8, 9)])
def test_the_number_of_queries_does_not_grow_with_the_results(
    kim, site_client, count, own, hub, is_postgres, monkeypatch
):
    for name in BLOCKS:
        monkeypatch.setitem(BLOCKS, name, 40)  # one block holds everything: page numbers of earlier tests play no part
    for number in range(count):
        factories.make_news(kim, f"Rotan {number}")
    assert _queries(site_client(kim), "/cari/", q="rotan") == own
    if is_postgres:  # each look-up asks for the newest page first; without results there are two look-ups
        hub += 1 if count else 2
    assert _queries(site_client("kalteng"), "/cari/", q="rotan") == hub


@pytest.mark.postgres
def test_a_wide_search_goes_back_in_time_until_it_has_enough(kim, site_client, monkeypatch):
    for size, name in enumerate(BLOCKS, 1):
        monkeypatch.setitem(BLOCKS, name, size)
    for number in range(12):
        factories.make_news(kim, f"Rotan {number}")
        factories.make_news(kim, f"Bambu {number}")
    with CaptureQueriesContext(connection) as queries:
        assert len(search(site_client("kalteng"), "rotan")) == 12
    assert sum("WITH hits" in query["sql"] for query in queries) == len(BLOCKS) + 1

    monkeypatch.setattr(fulltext, "MOST", 2)
    with CaptureQueriesContext(connection) as queries:
        assert search(site_client("kalteng"), "rotan") == ["Rotan 11", "Rotan 10"]
    assert sum("WITH hits" in query["sql"] for query in queries) < len(BLOCKS) + 1


def test_a_search_without_hope_has_a_bounded_number_of_queries(kim, site_client, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            factories.make_news(kim, f"Kerupuk {number} ikan pipih")
    count = _queries(
        site_client("kalteng"), "/cari/", q="krupuk ikn ppih suungai berseh helikopter lapan sepuluh", jenis="product"
    )
    print(count)
    assert count < 120


def test_publishing_in_the_editor_way_writes_the_index(kim, site_client):
    page = factories.make_news(kim, "Rotan", live=False)
    assert search(site_client(kim), "rotan") == []
    NewsPage.objects.get(pk=page.pk).get_latest_revision().publish()
    assert search(site_client(kim), "rotan") == ["Rotan"]
    Page.objects.get(pk=page.pk).unpublish()
    assert search(site_client(kim), "rotan") == []


def test_no_migration_is_missing():
    call_command("makemigrations", "--check", "--dry-run", "search", stdout=StringIO())


def test_nothing_of_a_write_that_failed_stays(kim, site_client):
    with transaction.atomic():
        factories.make_news(kim, "Rotan")
        transaction.set_rollback(True)
    assert search(site_client(kim), "rotan") == []


def test_a_changed_page_is_found_by_its_new_words(kim, site_client):
    page = factories.make_news(kim, "Rotan")
    page.title = "Bambu"
    page.save_revision().publish()
    assert search(site_client(kim), "rotan") == []
    assert search(site_client(kim), "bambu") == ["Bambu"]
    assert fulltext.check_integrity()
