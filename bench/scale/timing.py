"""Times pages inside one process, with Django's test client, round after round so that noise hits all alike."""

import gc
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

from django.core.cache import cache
from django.db import connection
from django.test import Client

RUNS = int(os.environ.get("BENCH_RUNS", "15"))
ENDLESS = 8  # seconds after which a page is asked once only
SLOW = 0.02  # seconds from which on a query is worth a look


@dataclass
class Page:
    """One page: who asks for it, where, and what must come back. `data` makes the form of a POST."""

    name: str
    client: Client
    path: str
    status: int = 200
    data: Callable[[], dict] | None = None

    def ask(self):
        """One request."""
        if self.data:
            return self.client.post(self.path, self.data())
        return self.client.get(self.path)


class Queries:
    """Counts queries, savepoints too, however many there are, and keeps the slowest."""

    def __init__(self):
        self.count, self.slowest, self.sql = 0, 0.0, ""

    def __call__(self, execute, sql, params, many, context):
        """Run one query."""
        began = time.perf_counter()
        try:
            return execute(sql, params, many, context)
        finally:
            took = time.perf_counter() - began
            self.count += 1
            if took > self.slowest:
                self.slowest, self.sql = took, str(sql)


def measure(pages: list[Page], runs: int = RUNS) -> dict[str, dict]:
    """By name: queries (warm and with empty caches), processor and wall milliseconds, bytes; what failed says so."""
    found = {}
    for page in pages:
        found[page.name] = first_answers(page)
        if os.environ.get("BENCH_VERBOSE"):
            print(page.name, found[page.name], file=sys.stderr, flush=True)
    endless = [page.name for page in pages if found[page.name].get("runs") == 1]
    pages = [page for page in pages if page.name not in endless]
    gc.collect()
    gc.freeze()
    processor = {page.name: [] for page in pages}
    wall = {page.name: [] for page in pages}
    for _run in range(runs):
        for page in pages:
            gc.collect()
            began, began_processor = time.perf_counter(), time.process_time()
            page.ask()
            processor[page.name].append((time.process_time() - began_processor) * 1000)
            wall[page.name].append((time.perf_counter() - began) * 1000)
    gc.unfreeze()
    for name in processor:
        row = found[name]
        row["processor"] = round(statistics.median(processor[name]), 2)
        row["wall"] = round(statistics.median(wall[name]), 2)
        row["wall_worst"] = round(max(wall[name]), 2)
    return found


def first_answers(page: Page) -> dict:
    """Warm the page, then count its queries: as it is, and with empty caches.

    A page that takes too long is not asked again. `queries_cold` is None for the pages after one whose answer with
    empty caches took too long: it would for them.
    """
    page.ask()
    began, began_processor = time.perf_counter(), time.process_time()
    response, warm = counted(page)
    took, processor = time.perf_counter() - began, time.process_time() - began_processor
    row = {"queries": warm.count, "queries_cold": None, "bytes": len(response.content), "path": page.path}
    row |= slowest_of(warm)
    if response.status_code != page.status:
        row["failed"] = f"answered {response.status_code} instead of {page.status}"
    if took > ENDLESS:
        return row | {
            "processor": round(processor * 1000), "wall": round(took * 1000), "wall_worst": round(took * 1000), "runs": 1
        }  # fmt: skip
    if not Cold.endless:
        cache.clear()
        began = time.perf_counter()
        row["queries_cold"] = counted(page)[1].count
        Cold.endless = time.perf_counter() - began > ENDLESS
        page.ask()
    return row


class Cold:
    """Whether an answer with empty caches has taken too long already."""

    endless = False


def counted(page: Page) -> tuple[object, Queries]:
    """One answer, and its queries."""
    queries = Queries()
    with connection.execute_wrapper(queries):
        return page.ask(), queries


def slowest_of(queries: Queries) -> dict:
    """The slowest query, if it is worth a look."""
    if queries.slowest < SLOW:
        return {}
    return {"slowest_query": {"seconds": round(queries.slowest, 3), "sql": queries.sql[:600]}}
