"""Counting readers: how often each page is opened, and nothing about who opens it.

Most readers are answered from kept pages without a query, so a process only notes a number in its memory and writes
what came together every few seconds, in one statement. Several processes add to the same rows. What a process had not
written when it was killed is lost: some seconds of counting.
"""

import datetime
import logging
import re
import threading
from collections import Counter
from dataclasses import dataclass

from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection, transaction
from django.db.models import Sum
from django.utils import timezone

from dashboard.models import ReaderCount

logger = logging.getLogger(__name__)

DAYS_KEPT = 35
MOST_ROWS = 200  # rows of one statement: SQLite takes 999 values in its oldest versions
MOST_NOTED = 50_000  # different pages in the memory of one process, then no new ones until they are written
# Programs that open pages: search engines, previews of links in chats, measurements.
PROGRAMS = re.compile(
    r"(?<!cu)bot\b|(?<!cu)bot/|crawl|spider|slurp|preview|inspection|facebookexternalhit|facebookcatalog|externalagent|"
    r"googleother|whatsapp/|telegram|curl/|wget|python|okhttp|java/|scrapy|axios|lighthouse|monitor|feedfetcher|go-http",
    re.IGNORECASE,
)

_lock = threading.Lock()
_counts: Counter = Counter()
_timer: threading.Timer | None = None


@dataclass(frozen=True)
class Week:
    """Readers of a KIM: seven days up to today, the seven before, and the pages that were opened most."""

    total: int
    before: int
    days: list[tuple[datetime.date, int]]
    pages: list[tuple[int, int]]  # key of the page, how often

    @property
    def most(self) -> int:
        """The highest day."""
        return max((views for _day, views in self.days), default=0)


def is_reader(request) -> bool:
    """Whether a request is a person opening a page, and not a program, a preview, or a browser fetching ahead."""
    if request.method != "GET":
        return False
    headers = request.headers
    if "prefetch" in headers.get("Sec-Purpose", "") or headers.get("Purpose") == "prefetch":
        return False
    agent = headers.get("User-Agent", "")
    return bool(agent) and not PROGRAMS.search(agent)


def note(request, page: tuple[int, int]) -> None:
    """Count one opening of `page`, the keys of a KIM and of a page, if the request is a reader's. No query."""
    if not is_reader(request):
        return
    key = (*page, timezone.localdate())
    global _timer
    with _lock:
        if key not in _counts and len(_counts) >= MOST_NOTED:
            return
        _counts[key] += 1
        if _timer is None and settings.READER_COUNT_SECONDS:
            _timer = threading.Timer(settings.READER_COUNT_SECONDS, _flush_in_thread)
            _timer.daemon = True
            _timer.start()


def _flush_in_thread() -> None:
    try:
        flush()
    finally:
        connection.close()


def flush() -> int:
    """Write what was noted; returns the number of rows. What can't be written now is kept for the next time."""
    global _timer
    with _lock:
        noted = dict(_counts)
        _counts.clear()
        _timer = None
    # In one order, so that two processes never wait for each other's rows crosswise.
    rows = sorted(noted.items(), key=lambda row: (row[0][1], row[0][2]))
    written = 0
    try:
        for start in range(0, len(rows), MOST_ROWS):
            _add(rows[start : start + MOST_ROWS])
            written += len(rows[start : start + MOST_ROWS])
    except DatabaseError:
        logger.warning("The numbers of readers could not be written; they are kept for the next time.", exc_info=True)
        with _lock:
            _counts.update(dict(rows[written:]))
    return written


def _add(rows: list) -> None:
    """Add to what is there already; both databases understand the statement."""
    values = [value for (kim, page, day), views in rows for value in (kim, page, day, views)]
    places = ", ".join(["(%s, %s, %s, %s)"] * len(rows))
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO dashboard_readercount (kim_id, page_id, day, views) VALUES {places}"  # noqa: S608
            " ON CONFLICT (page_id, day) DO UPDATE SET views = dashboard_readercount.views + excluded.views",
            values,
        )


def week_of(kim_id: int, today: datetime.date | None = None) -> Week:
    """The readers of a KIM this week. Two queries, both by index."""
    today = today or timezone.localdate()
    first = today - datetime.timedelta(days=6)
    rows = ReaderCount.objects.filter(kim=kim_id, day__lte=today, day__gt=first - datetime.timedelta(days=7))
    by_day = dict(rows.values_list("day").annotate(Sum("views")).order_by())
    days = [first + datetime.timedelta(days=number) for number in range(7)]
    counted = [(day, by_day.get(day, 0)) for day in days]
    this_week = rows.filter(day__gte=first).values_list("page").annotate(total=Sum("views"))
    total = sum(views for _day, views in counted)
    return Week(
        total=total,
        before=sum(by_day.values()) - total,
        days=counted,
        pages=list(this_week.order_by("-total", "page")[:3]) if total else [],
    )


def prune(today: datetime.date | None = None) -> int:
    """Forget days that no screen shows any more; returns the number of rows."""
    before = (today or timezone.localdate()) - datetime.timedelta(days=DAYS_KEPT)
    return ReaderCount.objects.filter(day__lt=before)._raw_delete(connection.alias)
