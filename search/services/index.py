"""The one writer of the search index: it follows the feed, in the same transaction."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial

from django.db import transaction
from wagtail.models import Page

from home.models import FeedEntry
from search import fulltext
from search.models import SearchDocument, SearchWord
from search.scopes import entry_tokens, start_tokens
from search.spelling import is_vocabulary, keys_of
from search.stemming import tokens_of
from search.words import words_of

BATCH = 200  # entries read at a time
LONGEST_TEXT = 40_000  # characters of a page that are searched: some 6,000 words
FIELDS = ("title_words", "body_words", "starts", "scope", "text")


def tokenise(text: str, language: str) -> str:
    """The tokens of a text: each word as it is and its stems."""
    return " ".join(token for word in words_of(text) for token in tokens_of(word, language))


def build_document(entry: FeedEntry, page) -> SearchDocument:
    """The document that an entry should have. `page` is the entry's page in its own type."""
    text = " ".join(page.search_text().replace("\x00", "").split())[:LONGEST_TEXT]
    return SearchDocument(
        entry_id=entry.pk,
        title_words=tokenise(entry.title, entry.language),
        body_words=tokenise(text, entry.language),
        starts=" ".join(sorted(start_tokens(words_of(f"{entry.title} {text}")))),
        scope=entry_tokens(entry),
        text=text,
    )


@transaction.atomic
def index_entry(entry: FeedEntry) -> None:
    """Write the document of one entry; once that is certain, add what words are new to the vocabulary."""
    page = Page.objects.get(pk=entry.pk).specific
    document = build_document(entry, page)
    _write([document])
    # Not sooner: all KIM share the vocabulary, and none may wait until another's publishing is through.
    transaction.on_commit(partial(add_words, [document]), robust=True)


def _write(documents: list[SearchDocument]) -> None:
    SearchDocument.objects.bulk_create(
        documents, update_conflicts=True, unique_fields=["entry"], update_fields=list(FIELDS)
    )


def add_words(documents: list[SearchDocument]) -> None:
    """Add the words that the vocabulary lacks, always in the same order, so that two at once never lock each other."""
    texts = (f"{document.title_words} {document.body_words}" for document in documents)
    words = sorted({word for text in texts for word in text.split() if is_vocabulary(word)})
    for start in range(0, len(words), BATCH):
        some = words[start : start + BATCH]
        known = set(SearchWord.objects.filter(word__in=some).values_list("word", "key"))
        missing = sorted({(word, key) for word in some for key in keys_of(word)} - known)
        SearchWord.objects.bulk_create([SearchWord(key=key, word=word) for word, key in missing], ignore_conflicts=True)


@dataclass
class Drift:
    """How the index differs from the feed: page numbers. In normal running it is empty."""

    missing: list[int] = field(default_factory=list)
    stale: list[int] = field(default_factory=list)
    broken: bool = False  # the database's own index disagrees with the rows

    def __bool__(self) -> bool:
        return bool(self.missing or self.stale or self.broken)


def rebuild_search(check_only: bool = False, progress=lambda done, total: None) -> Drift:
    """Compare every document with its page, and heal what differs unless `check_only`.

    Goes batch by batch in order of page number; `progress` is called with the number of entries done and their total.
    Documents without an entry cannot be: they go with it.
    """
    drift = Drift(broken=not fulltext.check_integrity())
    total, done = FeedEntry.objects.count(), 0
    for entries in _batches():
        _compare(entries, drift, check_only)
        done += len(entries)
        progress(done, total)
    if not check_only:
        if drift.broken:
            fulltext.rebuild()
        forget_unused_words()
    return drift


def _batches() -> Iterator[list[FeedEntry]]:
    last = 0
    while entries := list(FeedEntry.objects.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield entries
        last = entries[-1].pk


@transaction.atomic
def _compare(entries: list[FeedEntry], drift: Drift, check_only: bool) -> None:
    pages = {page.pk: page for page in Page.objects.filter(pk__in=[entry.pk for entry in entries]).specific()}
    actual = SearchDocument.objects.in_bulk([entry.pk for entry in entries])
    wanted = [build_document(entry, pages[entry.pk]) for entry in entries if entry.pk in pages]
    missing = [document for document in wanted if document.pk not in actual]
    stale = [
        document
        for document in wanted
        if document.pk in actual
        and any(getattr(document, name) != getattr(actual[document.pk], name) for name in FIELDS)
    ]
    drift.missing += [document.pk for document in missing]
    drift.stale += [document.pk for document in stale]
    if not check_only:
        _write(missing + stale)
        transaction.on_commit(partial(add_words, wanted), robust=True)


def forget_unused_words() -> int:
    """Take words out of the vocabulary that no document has any more; say how many rows went."""
    gone = 0
    last = ""
    while words := list(
        SearchWord.objects.filter(word__gt=last).order_by("word").values_list("word", flat=True).distinct()[:BATCH]
    ):
        unused = [word for word in words if not fulltext.is_used(word)]
        gone += SearchWord.objects.filter(word__in=unused).delete()[0] if unused else 0
        last = words[-1]
    return gone
