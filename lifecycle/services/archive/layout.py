"""What an archive looks like: names, limits, and how values are written. See docs/archive-format.md."""

import datetime
import decimal
import json
import uuid
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.utils.text import slugify

FORMAT = "kim-archive"
VERSION = 1
MANIFEST = "manifest.json"
KIM = "data/kim.json"
PEOPLE = "data/people.json"
PAPERS = "data/papers.json"
OFFICERS = "data/officers.json"
SELLERS = "data/sellers.json"
IMAGES = "data/images.json"
DOCUMENTS = "data/documents.json"
PAGES = "data/pages.json"
REDIRECTS = "data/redirects.json"
# What a restore reads, in this order. Everything else in the file is for people.
NEEDED = (KIM, PEOPLE, PAPERS, OFFICERS, SELLERS, IMAGES, DOCUMENTS, PAGES, REDIRECTS)
SITE = "situs"

MEGABYTE = 1024 * 1024
MOST_ENTRIES = 60_000
MOST_UNPACKED = 4 * 1024 * MEGABYTE  # bytes of all files together
MOST_MANIFEST = 32 * MEGABYTE
MOST_LINE = 8 * MEGABYTE  # bytes of one object in data/
CHUNK = 256 * 1024  # bytes that are held at once


class ArchiveError(ValidationError):
    """Something is wrong with the file or the place it should go to; one sentence for people."""


def as_json(value) -> str:
    """A value on one line, with times as exact as the database keeps them."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, default=_plain, separators=(",", ":"))


def _plain(value):
    if isinstance(value, datetime.datetime):
        return value.astimezone(datetime.UTC).isoformat()
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, decimal.Decimal | uuid.UUID):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in an archive")


def lines(rows: Iterable) -> Iterable[str]:
    """A JSON list with one object a line, so that neither side ever holds all of it."""
    yield "["
    is_first = True
    for row in rows:
        yield ("\n" if is_first else ",\n") + as_json(row)
        is_first = False
    yield "\n]\n"


def file_name(number: int, title: str, suffix: str) -> str:
    """The name of a file in the archive: the same each time, and telling for people."""
    stem = slugify(title)[:40].strip("-") or "berkas"
    return f"{number:04d}-{stem}.{suffix.lower()}"
