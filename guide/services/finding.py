"""Search in the guide: a small index in memory, with the stems of the portal's own search."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from django.utils.html import escape
from django.utils.safestring import mark_safe

from guide.services.tasks import Task, tasks
from search.stemming import stems
from search.words import STOP_WORDS, spans_of, words_of

WEIGHTS = {"title": 8, "words": 5, "text": 1}
SHORTEST_BEGINNING = 3  # letters from which the beginning of a word finds it
MOST_WORDS = 8
EXCERPT = 160  # characters
_MARKS = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|^ *(?:\d+\.|-) |[| -]{5,}|[*_#>`|]+", re.MULTILINE)


@dataclass(frozen=True)
class Found:
    """A page that was found, with the words marked that were asked for."""

    task: Task
    title: str
    excerpt: str


def plain(text: str) -> str:
    """Markdown without its marks, on one line."""
    return " ".join(_MARKS.sub(r"\1", text).split())


@lru_cache(maxsize=1)
def index() -> dict[str, dict[str, Counter]]:
    """For each page its words, and the stems of its words, with their weight."""
    known = {}
    for task in tasks().values():
        words, roots = Counter(), Counter()
        for part, weight in WEIGHTS.items():
            for word in words_of(plain(getattr(task, part))):
                words[word] += weight
                for stem in stems(word):
                    roots[stem] += weight
        known[task.slug] = {"words": words, "roots": roots}
    return known


def weight_of(word: str, entry: dict[str, Counter]) -> int:
    """How well a page answers to a word: by its stem, or as the beginning of longer words."""
    weight = max((entry["roots"][stem] for stem in stems(word)), default=0)
    if not weight and len(word) >= SHORTEST_BEGINNING:
        weight = max((number for known, number in entry["words"].items() if known.startswith(word)), default=0)
    return weight


def find(query: str) -> list[Found]:
    """The pages that have every word, the best first; if none has, those that have some."""
    asked = list(words_of(query))[:MOST_WORDS]
    asked = [word for word in asked if word not in STOP_WORDS] or asked
    if not asked:
        return []
    rows = []
    for place, (slug, entry) in enumerate(index().items()):
        weights = [weight_of(word, entry) for word in asked]
        if any(weights):
            rows.append((sum(1 for weight in weights if weight), sum(weights), -place, slug))
    if any(row[0] == len(asked) for row in rows):
        rows = [row for row in rows if row[0] == len(asked)]
    rows.sort(reverse=True)
    return [shown(tasks()[slug], asked) for *_rest, slug in rows]


def shown(task: Task, asked: list[str]) -> Found:
    """A page as a result."""
    text = plain(task.text)
    first = next((start for start, _end, word in spans_of(text) if is_asked(word, asked)), 0)
    start = text.rfind(" ", 0, max(first - 40, 0)) + 1
    piece = text[start : start + EXCERPT].rsplit(" ", 1)[0]
    excerpt = ("… " if start else "") + piece + " …"
    return Found(task, marked(task.title, asked), marked(excerpt, asked))


def is_asked(word: str, asked: list[str]) -> bool:
    """Whether a word of a text is one of those that were asked for."""
    return any(stems(word) & stems(one) or (len(one) >= SHORTEST_BEGINNING and word.startswith(one)) for one in asked)


def marked(text: str, asked: list[str]) -> str:
    """The text as HTML, with the words marked that were asked for."""
    parts, last = [], 0
    for start, end, word in spans_of(text):
        if is_asked(word, asked):
            parts += [escape(text[last:start]), "<mark>", escape(text[start:end]), "</mark>"]
            last = end
    return mark_safe("".join([*parts, escape(text[last:])]))  # noqa: S308 (each part is escaped)
