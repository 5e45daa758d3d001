"""Measures search on made-up documents: `python -m search.bench 84000 5` (KIM, pages of each; without: as filled before).

Fills the database that the environment names, so that name must contain "bench"; everything in it is then made up.
Documents get no feed entries behind them, so only the full-text part is timed, with the words of the country spread as
in real text (few words everywhere, most of them rare).
"""

import os
import random
import statistics
import sys
import time
from collections import Counter

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cms.settings")
django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection  # noqa: E402

from home.models import FeedEntry, HubPage  # noqa: E402
from kim_sites.models import Region  # noqa: E402
from search import fulltext  # noqa: E402
from search.models import SearchDocument  # noqa: E402
from search.scopes import Scope, entry_tokens, start_tokens  # noqa: E402
from search.services.index import tokenise  # noqa: E402
from search.services.query import match_ids, parse, relevance  # noqa: E402
from search.words import read_words  # noqa: E402

WORDS_A_PAGE = 120
REPEATS = 9


def vocabulary() -> list[str]:
    """Words in the order of how common they are: roots with affixes, then names that nobody else has."""
    roots = sorted(read_words("root_words.txt"))
    random.shuffle(roots)
    forms = [f"{before}{root}{after}" for before in ("", "di", "ber") for after in ("", "an", "nya") for root in roots]
    return forms + [f"nama{number}" for number in range(60_000)]


def documents(kim_count: int, pages: int):
    """Rows of made-up documents, page after page over all KIM, as time goes by."""
    words = vocabulary()
    weights = [1 / (rank + 3) for rank in range(len(words))]
    text_pool = random.choices(words, weights, k=400_000)  # noqa: S311  (made-up text, no secret)
    tokens = {word: tokenise(word, "id-id") for word in set(text_pool)}
    for page in range(pages):
        for kim in range(1, kim_count + 1):
            number = page * kim_count + kim
            start = random.randrange(len(text_pool) - WORDS_A_PAGE)  # noqa: S311
            some = [tokens[word] for word in text_pool[start : start + WORDS_A_PAGE]]
            starts = sorted(start_tokens(text_pool[start : start + WORDS_A_PAGE]))
            province = 60 + kim % 38
            entry = FeedEntry(
                page_id=number, kim_id=kim, kind="news", language="id-id", kim_name=f"KIM {kim}", place_name="Desa",
                province_code=str(province), regency_code=f"{province}.{kim % 14:02}",
                district_code=f"{province}.{kim % 14:02}.{kim % 10:02}",
            )  # fmt: skip
            yield number, " ".join(some[:6]), " ".join(some[6:]), " ".join(starts), entry_tokens(entry), ""


def fill(kim_count: int, pages: int) -> None:
    """Replace whatever the table holds."""
    rows, total = [], kim_count * pages
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")  # no foreign keys: there are no entries
            cursor.execute("DROP INDEX search_vector")
        else:
            cursor.execute("PRAGMA foreign_keys = OFF")
        cursor.execute(f"{'TRUNCATE' if connection.vendor == 'postgresql' else 'DELETE FROM'} search_searchdocument")
        for row in documents(kim_count, pages):
            rows.append(row)
            if len(rows) == 1_000 or row[0] == total:
                values = (
                    ", ".join(["(%s, %s, %s, %s, %s, %s)"] * len(rows)) if connection.vendor == "postgresql" else None
                )
                sql = (
                    "INSERT INTO search_searchdocument (entry_id, title_words, body_words, starts, scope, text) VALUES "
                )
                if values:
                    cursor.execute(sql + values, [value for item in rows for value in item])
                else:
                    cursor.executemany(f"{sql} (%s, %s, %s, %s, %s, %s)", rows)
                rows = []
        fulltext.install()
        cursor.execute("VACUUM ANALYZE search_searchdocument" if connection.vendor == "postgresql" else "ANALYZE")


def measure() -> None:
    """Time some questions: the middle of several runs, in milliseconds."""
    nation, province = (HubPage(region=Region(code=code, level=level)) for code, level in (("00", 0), ("62", 1)))
    with connection.cursor() as cursor:
        cursor.execute("SELECT title_words FROM search_searchdocument ORDER BY entry_id LIMIT 400")
        common = [word for row in cursor.fetchall() for word in row[0].split()]
    first, second = (word for word, _count in Counter(common).most_common(2))
    scopes = {"one KIM": Scope("id-id", kim_id=77), "province": Scope("id-id", hub=province)}
    for label, scope in {**scopes, "nation": Scope("id-id", hub=nation)}.items():
        for words in (first, f"{first} {second}", "nama777", "dibe", "nama", "tidakada"):
            query = parse(words, ("id-id",))
            times, ranked, found = [], [], []
            for _run in range(REPEATS):
                begin = time.perf_counter()
                found = match_ids(query, scope, fulltext.MOST + 1)
                times.append((time.perf_counter() - begin) * 1000)
                rows = SearchDocument.objects.filter(pk__in=found).values_list("title_words", "body_words")
                sorted(relevance(query, title, body) for title, body in rows)
                ranked.append((time.perf_counter() - begin) * 1000)
            middle, worst, whole = statistics.median(times), max(times), statistics.median(ranked)
            print(
                f"{label:<10}{words:<24}{len(found):>5} found {middle:7.1f} ms, worst {worst:7.1f}; ranked {whole:7.1f}"
            )


if __name__ == "__main__":
    if "bench" not in str(settings.DATABASES["default"]["NAME"]):
        sys.exit("The name of the database must contain “bench”: everything in it is replaced.")
    random.seed(7)
    if len(sys.argv) > 1:
        begun = time.perf_counter()
        fill(int(sys.argv[1]), int(sys.argv[2]))
        print(f"{int(sys.argv[1]) * int(sys.argv[2]):,} documents in {time.perf_counter() - begun:.0f} s")
    measure()
