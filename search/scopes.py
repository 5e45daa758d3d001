"""Scope tokens: whose a document is, where it is from, of what kind and language, as words of the index itself.

They stand in the index beside the words, so "this word, in this KIM" is one intersection, whose cost is that of the
rarer of the two however many KIM there are. All begin with an underscore, which no word of a text can (search.words).
"""

from dataclasses import dataclass, replace

from django.conf import settings

from home.models import FeedEntry
from kim_sites.models import Region
from search.words import words_of

# Page numbers come in order of time, so the newest of millions are found by blocks of them: sizes as powers of two.
BLOCKS = {"a": 12, "b": 15, "c": 18}
RISES = "_up"
SHORTEST_START, LONGEST_START = 4, 12  # letters
START = "_s"  # before the beginning of a word
PLACE = "_p"  # before a word of the KIM's name or place: hubs find "parenggean", the KIM's own site ignores it


def start_tokens(words, mark: str = START) -> set[str]:
    """The beginnings of words, each of 4 letters or more and shorter than its word."""
    return {
        f"{mark}{word[:end]}" for word in words for end in range(SHORTEST_START, min(LONGEST_START, len(word) - 1) + 1)
    }


def start_token(typed: str, mark: str = START) -> str:
    """The token of what may be the beginning of a word."""
    return f"{mark}{typed[:LONGEST_START]}"


def language_token(language: str) -> str:
    """The token of one language."""
    return f"_l{''.join(letter for letter in language if letter.isalnum()).lower()}"


def region_token(code: str) -> str:
    """The token of a province, regency or district."""
    return f"_r{code.replace('.', '')}"


def block_tokens(page_id: int) -> list[str]:
    """The blocks in which a page's number lies."""
    return [f"_{name}{page_id >> size}" for name, size in BLOCKS.items()]


def entry_tokens(entry: FeedEntry) -> str:
    """All scope tokens of an entry."""
    codes = [entry.province_code, entry.regency_code, entry.district_code]
    place_words = set(words_of(f"{entry.kim_name} {entry.place_name}"))
    return " ".join(
        [
            f"_k{entry.kim_id}",
            *(region_token(code) for code in codes if code),
            f"_t{entry.kind}",
            *([] if entry.kind == FeedEntry.Kind.INFO else [RISES]),
            language_token(entry.language),
            *block_tokens(entry.pk),
            *sorted({f"{PLACE}{word}" for word in place_words} | start_tokens(place_words, PLACE)),
        ]
    )


@dataclass(frozen=True)
class Scope:
    """What a reader searches: one KIM, or all that rises below a hub's region; narrowed by kind and place."""

    language: str
    kim_id: int | None = None
    hub: object | None = None  # HubPage
    kind: str = ""
    place: Region | None = None

    @property
    def is_filtered(self) -> bool:
        """Whether kind or place narrow it."""
        return bool(self.kind or self.place)

    @property
    def languages(self) -> tuple[str, ...]:
        """The reader's language, and the default one for what has no translation."""
        return tuple(dict.fromkeys((self.language, settings.LANGUAGE_CODE)))

    def without_filters(self) -> "Scope":
        """The same without kind and place."""
        return replace(self, kind="", place=None)

    def groups(self) -> list[list[str]]:
        """Tokens that a document must have: one of each group."""
        groups = [[language_token(language) for language in self.languages]]
        if self.kim_id is not None:
            groups.append([f"_k{self.kim_id}"])
        else:
            region = self.place or self.hub.region
            if region.level != Region.Level.NATION:
                groups.append([region_token(region.code)])
            if not self.kind:
                groups.append([RISES])
        if self.kind:
            groups.append([f"_t{self.kind}"])
        return groups

    def entries(self):
        """The entries of the scope, asked of the feed itself: it knows translations and what curators hid."""
        rows = FeedEntry.objects.in_language(self.language, settings.LANGUAGE_CODE)
        if self.kim_id is not None:
            rows = rows.filter(kim_id=self.kim_id)
        else:
            rows = rows.below(self.hub.region).rising().shown_on(self.hub)
        if self.place:
            rows = rows.below(self.place)
        return rows.filter(kind=self.kind) if self.kind else rows
