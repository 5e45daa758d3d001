"""One migrated database for all workers and runs on SQLite: migrating takes half a minute, copying the result none.

`var/tests/` keeps it under a name made of everything that it depends on, so a new migration makes a new one.
"""

import fcntl
import hashlib
import os
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

from django.db import connection
from django.db.backends.signals import connection_created

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "var" / "tests"
# What migrations and the handlers after them put into the tables comes from here.
SOURCES = (
    "*/migrations/*.py", "*/models/*.py", "*/apps.py", "cms/settings/*.py", "kim_sites/services/approval.py", "requirements.txt",
)  # fmt: skip


def path() -> Path:
    """Where the database for the code as it is now lies, or will lie."""
    digest = hashlib.sha256()
    for name in sorted(name for pattern in SOURCES for name in ROOT.glob(pattern)):
        digest.update(str(name.relative_to(ROOT)).encode() + name.read_bytes())
    return FOLDER / f"{digest.hexdigest()[:20]}.sqlite3"


@contextmanager
def alone():
    """One worker at a time: the first one migrates, the others take what it made."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


@contextmanager
def taken_from(file: Path):
    """While this lasts, a new connection to a database in memory starts with what the file holds."""

    def fill(connection, **kwargs):
        with closing(sqlite3.connect(file)) as source:
            source.backup(connection.connection)

    if file.exists():
        connection_created.connect(fill)
    try:
        yield
    finally:
        connection_created.disconnect(fill)


def keep(file: Path) -> None:
    """Write down what the connection holds, in place of what older code has left."""
    with closing(sqlite3.connect(file.with_suffix(f".{os.getpid()}"))) as target:
        connection.connection.backup(target)
    file.with_suffix(f".{os.getpid()}").replace(file)
    for other in FOLDER.glob("*.sqlite3"):
        if other != file:
            other.unlink(missing_ok=True)
