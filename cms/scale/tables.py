"""Writes rows in bulk and keeps the tables in order around it."""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from io import StringIO
from itertools import groupby
from operator import itemgetter

from django.apps import apps
from django.core.management.color import no_style
from django.db import connection

from cms.scale.stamp import INDEX_TABLE, STAGED_INDEX

INDEXES = """SELECT quote_ident(name.relname), pg_get_indexdef(one.indexrelid) FROM pg_index AS one
    JOIN pg_class AS name ON name.oid = one.indexrelid WHERE one.indrelid = %s::regclass
    AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = one.indexrelid)"""


def is_postgres() -> bool:
    """Whether COPY is there."""
    return connection.vendor == "postgresql"


class Writer:
    """Takes batches of rows by table. On PostgreSQL a batch is written while the next one is being made."""

    def __init__(self, models: list):
        self.columns = {
            model._meta.db_table: [item.column for item in model._meta.local_concrete_fields] for model in models
        }
        self.pool = ThreadPoolExecutor(1)
        self.running: Future | None = None
        self.counts: dict[str, int] = defaultdict(int)
        self.driver = connection.connection  # Django's own wrapper may be used by one thread only
        if is_postgres():
            self.columns[STAGED_INDEX] = self.columns[INDEX_TABLE]
            with connection.cursor() as cursor:
                cursor.execute(f"DROP TABLE IF EXISTS {STAGED_INDEX}")
                columns = ", ".join(f"{name} text" for name in self.columns[INDEX_TABLE])
                cursor.execute(f"CREATE TEMPORARY TABLE {STAGED_INDEX} ({columns})")

    def write(self, batch: dict[str, list]) -> None:
        """Write one batch; an error of the one before is raised here."""
        if not is_postgres():
            self._insert(batch)
            return
        self.finish()
        self.running = self.pool.submit(self._copy, batch)

    def finish(self) -> None:
        """Wait until everything is written."""
        if self.running:
            self.running.result()
            self.running = None

    def _copy(self, batch: dict[str, list[str]]) -> None:
        with self.driver.cursor() as cursor:
            for table, blocks in batch.items():
                columns = ", ".join(f'"{name}"' for name in self.columns[table])
                cursor.copy_expert(f"COPY {table} ({columns}) FROM STDIN", StringIO("".join(blocks)))
                self.counts[table] += cursor.rowcount

    def _insert(self, batch: dict[str, list[list]]) -> None:
        with connection.cursor() as cursor:
            for table, rows in batch.items():
                names = self.columns[table]
                columns = ", ".join(f'"{name}"' for name in names)
                places = ", ".join(["%s"] * len(names))
                cursor.executemany(f"INSERT INTO {table} ({columns}) VALUES ({places})", rows)  # noqa: S608
                self.counts[table] += len(rows)


@contextmanager
def unchecked(models: list, progress: Callable[[str], None]):
    """Inside, foreign keys are not looked at and the tables of `models` have no indexes but those of constraints."""
    if not is_postgres():
        yield
        return
    definitions: list[tuple[str, str]] = []
    with connection.cursor() as cursor:
        # Checks that wait for the end of the transaction are done now: an index in use can't be dropped.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET LOCAL session_replication_role = replica")
        for model in models:
            cursor.execute(INDEXES, [model._meta.db_table])
            for name, definition in cursor.fetchall():
                cursor.execute(f"DROP INDEX {name}")
                definitions.append((model._meta.db_table, definition))
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '1GB'")
        for table, of_table in groupby(definitions, itemgetter(0)):
            progress(f"indexes of {table}")
            for _table, definition in of_table:
                cursor.execute(definition)
        cursor.execute("SET LOCAL session_replication_role = origin")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def fill_index() -> None:
    """Make Wagtail's index of what was staged."""
    from wagtail.search.backends import get_search_backend

    if not is_postgres():
        return
    backend = get_search_backend()

    def vector(name: str, config: str | None) -> str:
        arguments = f"'{config}', substr({name}, 2)" if config else f"substr({name}, 2)"
        return (
            f"CASE WHEN {name} LIKE '=%' THEN substr({name}, 2)::tsvector"
            f' ELSE setweight(to_tsvector({arguments}), left({name}, 1)::"char") END'
        )

    title, body = vector("title", backend.config), vector("body", backend.config)
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {INDEX_TABLE} (id, content_type_id, object_id, title_norm, autocomplete, title, body,"  # noqa: S608
            f" title_text, body_text) SELECT id::int, content_type_id::int, object_id, 5.0 / greatest(1,"
            f" array_length(string_to_array(title_text, ' '), 1)), {vector('autocomplete', backend.autocomplete_config)},"
            f" {title}, {body}, title_text, body_text FROM {STAGED_INDEX}"
        )
        cursor.execute(f"DROP TABLE {STAGED_INDEX}")


def delete_rows(model, keys: list) -> None:
    """Take rows out, whatever refers to them."""
    with connection.cursor() as cursor:
        pk = connection.ops.quote_name(model._meta.pk.column)
        places = ", ".join(["%s"] * len(keys))
        cursor.execute(f"DELETE FROM {model._meta.db_table} WHERE {pk} IN ({places})", list(keys))  # noqa: S608


COUNT_CHILDREN = """UPDATE {table} SET numchild = found.number FROM (SELECT substr(path, 1, length(path) - 4) AS parent,
    count(*) AS number FROM {table} GROUP BY 1) AS found WHERE found.parent = {table}.path AND depth <= 4"""


def count_children(table: str) -> None:
    """Put right the number of children of everything above the KIM."""
    with connection.cursor() as cursor:
        cursor.execute(COUNT_CHILDREN.format(table=table))


def reset_sequences() -> None:
    """Let new rows get the numbers after the highest."""
    statements = connection.ops.sequence_reset_sql(no_style(), apps.get_models(include_auto_created=True))
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def analyze() -> None:
    """Let the planner know what is there now."""
    is_alone = is_postgres() and not connection.in_atomic_block
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if is_alone else "ANALYZE")
