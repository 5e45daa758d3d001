"""What a kept page stands on: a number per KIM and per hub that grows with every change readers can see.

A page that is kept (cms.middleware.page_cache) remembers the numbers it was made under; once one of them has grown,
the page counts as gone. So a change costs one small write however many pages hang on it, and touches no other tenant.

All processes have to see a new number at once. With a cache of their own each (local memory) they share a small file
in VAR_DIR; with a cache that they share anyway (Redis) the numbers are in there, and any number of machines see them.
"""

import fcntl
import functools
import mmap
import os
import threading
import uuid
from pathlib import Path

from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.dummy import DummyCache
from django.core.cache.backends.locmem import LocMemCache
from django.db import transaction

from kim_sites.models.regions import NATION_CODE

ALL = "all"
# Grows with every change anywhere, before the number of whom it concerns: see `unchanged_since`.
ANY = "any"


def of_kim(kim_id: int) -> str:
    """The name of a KIM's number."""
    return f"kim:{kim_id}"


def of_hub(region_code: str) -> str:
    """The name of a hub's number."""
    return f"hub:{region_code}"


def of_hubs_above(region_code: str) -> list[str]:
    """The names of the hubs that gather what happens in a region: of its regency, its province and the nation."""
    return [of_hub(code) for code in dict.fromkeys((NATION_CODE, region_code[:2], region_code[:5]))]


class FileNumbers:
    """Numbers in a file that every process of this machine maps into its memory: reading one costs a microsecond.

    Hubs lie at their region's digits, tenants behind them at their key, so no two names share a number.
    """

    HUBS, SPECIAL, FIRST_KIM = 0, {ALL: 10_000, ANY: 10_001}, 1 << 14
    WIDTH = 8  # bytes
    STEP = 1 << 21  # the file grows by so many bytes; where nothing was written it takes no room

    def __init__(self, path: Path):
        path.parent.mkdir(parents=True, exist_ok=True)
        self.file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self.lock = threading.Lock()
        self.numbers = memoryview(b"").cast("Q")

    def slot(self, name: str) -> int:
        """Where a number lies."""
        kind, _sep, key = name.partition(":")
        if kind == "kim":
            return self.FIRST_KIM + int(key)
        return self.SPECIAL[name] if kind in self.SPECIAL else self.HUBS + int(key.replace(".", ""))

    def reach(self, slots: list[int]) -> memoryview:
        """The mapped file, made longer if one of `slots` lies behind its end."""
        last = max(slots)
        if last >= len(self.numbers):
            with self.lock:
                if last >= len(self.numbers):
                    size = -(-((last + 1) * self.WIDTH) // self.STEP) * self.STEP
                    if os.fstat(self.file).st_size < size:
                        os.ftruncate(self.file, size)
                    self.numbers = memoryview(mmap.mmap(self.file, size)).cast("Q")
        return self.numbers

    def current(self, names: list[str]) -> list:
        """The numbers of `names`."""
        slots = [self.slot(name) for name in names]
        numbers = self.reach(slots)
        return [numbers[slot] for slot in slots]

    def bump(self, names: list[str]) -> None:
        """Let the numbers of `names` grow, one after the other."""
        slots = [self.slot(name) for name in names]
        numbers = self.reach(slots)
        with self.lock:
            fcntl.lockf(self.file, fcntl.LOCK_EX)
            try:
                for slot in slots:
                    numbers[slot] += 1
            finally:
                fcntl.lockf(self.file, fcntl.LOCK_UN)


class CacheNumbers:
    """Numbers in the shared cache. Each is a word that never comes back, so one that the cache threw away does no harm."""

    def __init__(self, cache):
        self.cache = cache

    def current(self, names: list[str]) -> list:
        """The numbers of `names`; one that is not there begins anew."""
        found = self.cache.get_many([self.key(name) for name in names])
        return [found.get(self.key(name)) or self.begin(name) for name in names]

    def key(self, name: str) -> str:
        """Under which a number is kept."""
        return f"version:{name}"

    def begin(self, name: str) -> str:
        """A first number, or the one that somebody else has just written."""
        number = uuid.uuid4().hex
        return number if self.cache.add(self.key(name), number, None) else self.cache.get(self.key(name), number)

    def bump(self, names: list[str]) -> None:
        """Give `names` new numbers, one after the other."""
        for name in names:
            self.cache.set(self.key(name), uuid.uuid4().hex, None)


@functools.cache
def numbers() -> FileNumbers | CacheNumbers:
    """Where this installation keeps its numbers; one per process."""
    if isinstance(caches["default"], LocMemCache | DummyCache):
        return FileNumbers(Path(settings.VAR_DIR) / "page-versions")
    return CacheNumbers(caches["default"])


def current(names: list[str]) -> list:
    """The numbers that stand behind `names` now."""
    return numbers().current(names)


def moment() -> list:
    """A mark of this moment, to be handed to `unchanged_since`."""
    return numbers().current([ANY])


def unchanged_since(mark: list) -> bool:
    """Whether nothing at all was changed since `mark`. Whoever keeps a page asks this after reading its numbers.

    `ANY` grows first: a page that was read before a change can't be kept under the number after it.
    """
    return numbers().current([ANY]) == mark


def bump(*names: str) -> None:
    """What readers see of `names` has changed: nothing kept of them is shown any more. At once, also in a transaction."""
    numbers().bump([ANY, *dict.fromkeys(names)])


def bump_on_commit(*names: str) -> None:
    """The same, as soon as the running transaction is through: before that, readers would fetch the old page again."""
    if names and not _is_waiting(names):
        transaction.on_commit(functools.partial(bump, *names), robust=True)


def _is_waiting(names: tuple[str, ...]) -> bool:
    """Whether the same was asked for just before in this transaction: a thousand saved pages need one bump."""
    connection = transaction.get_connection()
    open_now = set(connection.savepoint_ids)
    return any(
        isinstance(job, functools.partial) and job.func is bump and job.args == names and savepoints <= open_now
        for savepoints, job, _robust in connection.run_on_commit[-4:]
    )
