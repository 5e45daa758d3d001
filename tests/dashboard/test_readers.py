"""Numbers of readers: counted without a query, written together, and saying nothing about anybody."""

import datetime
import threading

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from dashboard.models import ReaderCount
from dashboard.services import readers
from tests import factories

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Linux; Android 9; CUBOT X19) AppleWebKit/537.36 Chrome/74.0 Mobile Safari/537.36"
PROGRAMS = (
    "", "WhatsApp/2.23.20.0 A", "facebookexternalhit/1.1", "Mozilla/5.0 (compatible; Googlebot/2.1)", "curl/8.0",
    "Mozilla/5.0 (compatible; GoogleOther)", "TelegramBot (like TwitterBot)", "python-requests/2.31",
)  # fmt: skip


@pytest.fixture(autouse=True)
def page_cache(settings):
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    readers.flush()
    ReaderCount.objects.all().delete()


@pytest.fixture
def article(kim):
    return factories.make_news(kim, "Panen raya", slug="panen")


def read(client, path="/berita/panen/", agent=PHONE, **more):
    return client.get(path, headers={"user-agent": agent, **more})


def views() -> int:
    readers.flush()
    return sum(ReaderCount.objects.values_list("views", flat=True))


def test_each_opening_counts_whether_the_page_was_kept_or_not(article, kim, site_client):
    answers = [read(site_client(kim)) for _number in range(3)]
    assert [answer.headers["X-Page-Cache"] for answer in answers] == ["miss", "hit", "hit"]
    unchanged = read(site_client(kim), **{"if-none-match": answers[0].headers["ETag"]})
    assert unchanged.status_code == 304
    assert views() == 4
    row = ReaderCount.objects.get()
    assert (row.kim_id, row.page_id, row.day) == (kim.pk, article.pk, timezone.localdate())


def test_a_kept_page_is_counted_without_a_query(article, kim, site_client):
    read(site_client(kim))
    with CaptureQueriesContext(connection) as queries:
        read(site_client(kim))
    assert len(queries) == 0


@pytest.mark.parametrize("agent", PROGRAMS)
def test_programs_are_no_readers(article, kim, site_client, agent):
    read(site_client(kim), agent=agent)
    assert views() == 0


def test_a_page_that_is_fetched_ahead_only_asked_about_or_not_there_has_no_reader(article, kim, site_client):
    read(site_client(kim), **{"sec-purpose": "prefetch"})
    site_client(kim).head("/berita/panen/", headers={"user-agent": PHONE})
    assert read(site_client(kim), "/berita/tidak-ada/").status_code == 404
    assert views() == 0


def test_what_could_not_be_written_is_written_the_next_time(article, kim, site_client, monkeypatch):
    read(site_client(kim))
    stock = readers._add

    def broken(rows):
        raise readers.DatabaseError

    monkeypatch.setattr(readers, "_add", broken)
    assert readers.flush() == 0
    monkeypatch.setattr(readers, "_add", stock)
    assert views() == 1


def test_nothing_about_the_reader_is_kept():
    assert {field.name for field in ReaderCount._meta.get_fields()} == {"id", "kim", "page", "day", "views"}


def test_a_week_compares_with_the_one_before_and_names_the_pages_read_most(article, kim, other_kim):
    today = timezone.localdate()
    second = factories.make_news(kim, "Kerja bakti")
    for page, days_ago, number in (
        (article, 0, 5),
        (article, 6, 2),
        (second, 1, 9),
        (article, 7, 4),
        (article, 14, 99),
    ):
        ReaderCount.objects.create(kim=kim, page=page, day=today - datetime.timedelta(days=days_ago), views=number)
    ReaderCount.objects.create(kim=other_kim, page=factories.make_news(other_kim), day=today, views=1000)
    week = readers.week_of(kim.pk)
    assert (week.total, week.before) == (16, 4)
    assert [number for _day, number in week.days] == [2, 0, 0, 0, 0, 9, 5]
    assert week.pages == [(second.pk, 9), (article.pk, 7)]


def test_old_days_are_forgotten(article, kim):
    today = timezone.localdate()
    for days_ago in (0, readers.DAYS_KEPT, readers.DAYS_KEPT + 1):
        ReaderCount.objects.create(kim=kim, page=article, day=today - datetime.timedelta(days=days_ago), views=1)
    assert readers.prune() == 1
    assert ReaderCount.objects.count() == 2


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_processes_that_write_at_once_lose_nothing_and_never_block_each_other(kim):
    pages = [factories.make_news(kim, f"Kabar {number}").pk for number in range(5)]
    today, failures = timezone.localdate(), []
    barrier = threading.Barrier(6)

    def process(turn: int):
        order = pages if turn % 2 else pages[::-1]
        try:
            barrier.wait()
            for _round in range(10):
                readers._add(sorted([((kim.pk, page, today), 1) for page in order], key=lambda row: row[0][1]))
        except Exception as error:
            failures.append(error)
        finally:
            connection.close()

    threads = [threading.Thread(target=process, args=(turn,)) for turn in range(6)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert not failures
    assert set(ReaderCount.objects.values_list("page", "views")) == {(page, 60) for page in pages}
