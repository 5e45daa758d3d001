"""Reads what a reader typed, and finds and ranks the entries that match it."""

import math
from dataclasses import dataclass
from functools import cached_property

from search import fulltext
from search.models import SearchDocument
from search.scopes import PLACE, SHORTEST_START, Scope, start_token
from search.stemming import stems
from search.words import STOP_WORDS, words_of

LONGEST_QUERY = 200  # characters
MOST_WORDS = 8


@dataclass(frozen=True)
class QueryWord:
    """One word of a query with the stems that it shares with its other forms."""

    plain: str
    stems: frozenset[str]
    start: str = ""  # set if the word may be the beginning of one

    @cached_property
    def tokens(self) -> list[str]:
        """The tokens of which a document must have one."""
        return sorted({self.plain, *self.stems})

    def matches(self, plain: str, language: str) -> bool:
        """Whether a plain word of a text is a form of this one."""
        if self.start and plain.startswith(self.start):
            return True
        return plain in self.tokens or not stems(plain, language).isdisjoint(self.tokens)


@dataclass(frozen=True)
class Query:
    """A reader's words, ready to be looked up."""

    text: str
    words: tuple[QueryWord, ...]

    def __bool__(self) -> bool:
        return bool(self.words)


def clean(text: str) -> str:
    """What was typed, without control characters and surplus blanks, cut to a sane length."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text[: 4 * LONGEST_QUERY]).split())[
        :LONGEST_QUERY
    ]


def parse(text: str, languages: tuple[str, ...]) -> Query:
    """Read a query. Nothing in it has a meaning of its own: quotes, AND, OR and * are words or nothing."""
    text = clean(text)
    plain = list(dict.fromkeys(words_of(text)))
    meaning = [word for word in plain if word not in STOP_WORDS] or plain
    last = plain[-1] if plain else ""
    return Query(text, tuple(_query_word(word, languages, is_last=word == last) for word in meaning[:MOST_WORDS]))


def _query_word(word: str, languages: tuple[str, ...], is_last: bool) -> QueryWord:
    found = frozenset().union(*(stems(word, language) for language in languages))
    return QueryWord(word, found, word if is_last and len(word) >= SHORTEST_START else "")


def match_ids(query: Query, scope: Scope, most: int = fulltext.MOST) -> list[int]:
    """Numbers of the pages whose words match, the newest `most` of them. Hubs also look at the KIM's name and place."""
    if not query:
        return []
    words = []
    for word in query.words:
        tokens = [*word.tokens, *([start_token(word.start)] if word.start else [])]
        if scope.kim_id is None:
            tokens.append(f"{PLACE}{word.plain}")
        words.append(tokens)
    return fulltext.find(words, scope, most)


def ranked_ids(query: Query, scope: Scope) -> tuple[list[int], bool]:
    """Pages that match, most relevant first and of those the newest; and whether there are more than were ranked.

    Three queries at most, whose size has a bound: of a word that is everywhere the newest are ranked.
    """
    found = match_ids(query, scope, fulltext.MOST + 1)
    if not found:
        return [], False
    dates = dict(scope.entries().filter(pk__in=found[: fulltext.MOST]).order_by().values_list("pk", "sort_at"))
    documents = SearchDocument.objects.filter(pk__in=dates).order_by().values_list("pk", "title_words", "body_words")
    scores = {pk: relevance(query, title, body) for pk, title, body in documents}
    ranked = sorted(scores, key=lambda pk: (scores[pk], dates[pk], pk), reverse=True)
    return ranked, len(found) > fulltext.MOST


def relevance(query: Query, title_words: str, body_words: str) -> int:
    """How well a document fits, in whole points, so that among equals the newest comes first.

    A word in the title counts six points (the very form that was typed eight, a mere beginning four); in the body one
    to four, by how often it occurs.
    """
    title, body = f" {title_words} ", f" {body_words} "
    points = 0
    for word in query.words:
        if any(f" {token} " in title for token in word.tokens):
            points += 8 if f" {word.plain} " in title else 6
        elif word.start and f" {word.start}" in title:
            points += 4
        times = max(body.count(f" {token} ") for token in word.tokens)
        if not times and word.start:
            times = min(1, body.count(f" {word.start}"))
        points += min(4, math.ceil(math.log2(times + 1)))
    return points
