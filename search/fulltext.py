"""The databases' own full-text search. Two short dialects of the same question: SQLite's FTS5, PostgreSQL's tsvector.

Both derive their index from `SearchDocument` by themselves: SQLite by triggers, PostgreSQL by a generated column. So
every way in which a row may change or vanish (a cascade, a bulk update, SQL by hand) is covered. Tokens consist of
a-z, 0-9 and `_` only (search.words), so neither query language needs escaping.
"""

from django.db import DatabaseError, connection

from search.scopes import BLOCKS, Scope, block_tokens

MOST = 500  # matches that are ranked; beyond it the newest are taken and the count reads "500+"

SQLITE_INSTALL = [
    """CREATE VIRTUAL TABLE IF NOT EXISTS search_fts USING fts5(title_words, body_words, starts, scope, content='search_searchdocument', content_rowid='entry_id',
        detail=none, columnsize=0, tokenize="unicode61 remove_diacritics 0 tokenchars '_'")""",
    """CREATE TRIGGER IF NOT EXISTS search_fts_insert AFTER INSERT ON search_searchdocument BEGIN
        INSERT INTO search_fts(rowid, title_words, body_words, starts, scope) VALUES (new.entry_id, new.title_words, new.body_words, new.starts, new.scope);
        END""",
    """CREATE TRIGGER IF NOT EXISTS search_fts_delete AFTER DELETE ON search_searchdocument BEGIN
        INSERT INTO search_fts(search_fts, rowid, title_words, body_words, starts, scope)
        VALUES ('delete', old.entry_id, old.title_words, old.body_words, old.starts, old.scope);
        END""",
    """CREATE TRIGGER IF NOT EXISTS search_fts_update AFTER UPDATE ON search_searchdocument BEGIN
        INSERT INTO search_fts(search_fts, rowid, title_words, body_words, starts, scope)
        VALUES ('delete', old.entry_id, old.title_words, old.body_words, old.starts, old.scope);
        INSERT INTO search_fts(rowid, title_words, body_words, starts, scope) VALUES (new.entry_id, new.title_words, new.body_words, new.starts, new.scope);
        END""",
]
POSTGRES_INSTALL = [
    """ALTER TABLE search_searchdocument ADD COLUMN IF NOT EXISTS vector tsvector GENERATED ALWAYS AS (array_to_tsvector(array_remove(
        string_to_array(title_words || ' ' || body_words || ' ' || starts || ' ' || scope, ' '), ''))) STORED""",
    # Without the list of pending rows, which every search would have to read through.
    "CREATE INDEX IF NOT EXISTS search_vector ON search_searchdocument USING gin (vector) WITH (fastupdate = off)",
]


def install(apps=None, schema_editor=None) -> None:
    """Make what the database searches; safe to repeat. For migrations: any that rebuilds the table calls it again."""
    database = schema_editor.connection if schema_editor else connection
    with database.cursor() as cursor:
        for statement in POSTGRES_INSTALL if database.vendor == "postgresql" else SQLITE_INSTALL:
            cursor.execute(statement)


def uninstall(apps, schema_editor) -> None:
    """Undo `install`."""
    with schema_editor.connection.cursor() as cursor:
        if schema_editor.connection.vendor == "postgresql":
            cursor.execute("ALTER TABLE search_searchdocument DROP COLUMN IF EXISTS vector")
        else:
            for name in ("insert", "delete", "update"):
                cursor.execute(f"DROP TRIGGER IF EXISTS search_fts_{name}")
            cursor.execute("DROP TABLE IF EXISTS search_fts")


def find(words: list[list[str]], scope: Scope, most: int = MOST) -> list[int]:
    """Page numbers of the newest documents in which every word occurs, at most `most`, in no useful order.

    Each word is a list of tokens of which one must occur.
    """
    groups = [*scope.groups(), *words]
    if connection.vendor == "postgresql":
        return _find_postgres(groups, most, is_wide=scope.kim_id is None)
    return _find_sqlite(groups, most)


def _find_sqlite(groups: list[list[str]], most: int) -> list[int]:
    """FTS5 keeps rows in order of number, so the newest come without looking at the rest."""
    match = " AND ".join("(" + " OR ".join(f'"{token}"' for token in tokens) + ")" for tokens in groups)
    sql = "SELECT rowid FROM search_fts WHERE search_fts MATCH %s ORDER BY rowid DESC LIMIT %s"
    with connection.cursor() as cursor:
        cursor.execute(sql, [match, most])
        return [row[0] for row in cursor.fetchall()]


def _find_postgres(groups: list[list[str]], most: int, is_wide: bool) -> list[int]:
    """A GIN index gives all matches at once and in no order, so a wide search asks for the newest blocks first."""
    match = " & ".join("(" + " | ".join(f"'{token}'" for token in tokens) + ")" for tokens in groups)
    # MATERIALIZED: the planner must not walk the primary key backwards in the hope of meeting matches soon.
    sql = """WITH hits AS MATERIALIZED (SELECT entry_id FROM search_searchdocument WHERE vector @@ %s::tsquery)
        SELECT entry_id FROM hits ORDER BY entry_id DESC LIMIT %s"""
    found: list[int] = []
    with connection.cursor() as cursor:
        for block in _windows(cursor) if is_wide else [""]:
            cursor.execute(sql, [match + block, most])
            found = [row[0] for row in cursor.fetchall()]
            if len(found) >= most:
                break
    return found


def _windows(cursor) -> list[str]:
    """Conditions that narrow a search to the newest pages, ever wider; the last one is none. One query."""
    cursor.execute("SELECT max(entry_id) FROM search_searchdocument")
    newest = cursor.fetchone()[0] or 0
    windows = []
    for size, token in zip(BLOCKS.values(), block_tokens(newest), strict=True):
        name, number = token[:2], newest >> size
        if number > 1:  # else two blocks are everything
            windows.append(f" & ('{name}{number}' | '{name}{number - 1}')")
    return [*windows, ""]


def check_integrity() -> bool:
    """Whether the derived index agrees with the rows. PostgreSQL's always does."""
    if connection.vendor == "postgresql":
        return True
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'search_fts_%'")
        if cursor.fetchone()[0] != 3:
            return False
        try:
            cursor.execute("INSERT INTO search_fts(search_fts, rank) VALUES ('integrity-check', 1)")
        except DatabaseError:
            return False
    return True


def rebuild() -> None:
    """Make the derived index anew from the rows."""
    install()
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO search_fts(search_fts) VALUES ('rebuild')")


def is_used(word: str) -> bool:
    """Whether any document at all has this token."""
    sql, match = (
        ("SELECT 1 FROM search_searchdocument WHERE vector @@ %s::tsquery LIMIT 1", f"'{word}'")
        if connection.vendor == "postgresql"
        else ("SELECT 1 FROM search_fts WHERE search_fts MATCH %s LIMIT 1", f'"{word}"')
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [match])
        return cursor.fetchone() is not None
