"""Shows readers why an entry was found: the words that matched stand in <mark>."""

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from search.services.query import Query
from search.words import spans_of

SNIPPET = 180  # characters
BEFORE = 60  # of them before the first match


def matches_in(text: str, query: Query, language: str) -> list[tuple[int, int]]:
    """Places (start, end) of the words of `text` that match the query."""
    return [
        (start, end)
        for start, end, plain in spans_of(text)
        if any(word.matches(plain, language) for word in query.words)
    ]


def marked(text: str, query: Query, language: str) -> SafeString:
    """The text, escaped, with <mark> around each word that matches."""
    pieces, last = [], 0
    for start, end in matches_in(text, query, language):
        pieces += [text[last:start], format_html("<mark>{}</mark>", text[start:end])]
        last = end
    return format_html_join("", "{}", ((piece,) for piece in [*pieces, text[last:]]))


def snippet(summary: str, body: str, query: Query, language: str) -> str:
    """The summary if a match stands in it; else the part of the body around the first match; else the summary."""
    if matches_in(summary, query, language):
        return summary
    places = matches_in(body, query, language)
    if not places:
        return summary
    return cut_around(body, places[0][0])


def cut_around(text: str, place: int) -> str:
    """Some words around a place of a text, with an ellipsis where something was left out."""
    start = max(0, place - BEFORE)
    if start:
        blank = text.find(" ", start, place)
        start = blank + 1 if blank >= 0 else start
    end = min(len(text), start + SNIPPET)
    if end < len(text):
        blank = text.rfind(" ", place + 1, end)
        end = blank if blank > place else end
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"
