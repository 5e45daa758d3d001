"""Which forms of a word belong together: membangun, pembangunan and dibangun are found by each other.

Snowball's Indonesian stemmer (Tala's algorithm) knows the affixes but no words. So it takes every `-lah` for a particle
(sekolah becomes seko) and cannot know that the t of tulis melted into menulis. Two things are added here:

1. `root_words.txt`: if taking affixes off leads to a known root, the longest such root is the answer, and the only one.
2. For other words the melted letter is put back (men- + vowel: t, meng- + vowel: k, mem- + vowel: m, per- + vowel: r), and what comes
   out is a second stem beside Snowball's.

A word thus has one to three stems, in the index and in the query alike; two words meet if they share one.
docs/decisions/search.md has the figures.
"""

import re
from functools import lru_cache

import snowballstemmer

from search.words import read_words

_indonesian = snowballstemmer.stemmer("indonesian")
_english = snowballstemmer.stemmer("english")

SHORTEST = 4  # letters; shorter words are left as they are
MOST_PREFIXES = 3  # mem-per-, di-ber-, ke-ber- and the like
_PARTICLES = ("lah", "kah", "pun", "tah")
_OWNERS = ("nya", "ku", "mu")
_ENDINGS = ("kan", "an", "i", "wan", "wati", "isasi")
# What a prefix may have been put before. "men" before a vowel swallowed a t, "meny" an s, "meng" a k or nothing.
_MELTED = [
    (re.compile(r"^[mp]eny(?=[aeiou])"), ("s", "ny")),
    (re.compile(r"^[mp]enge(?=[b-df-hj-np-tv-z][aeiou][b-df-hj-np-tv-z])"), ("", "ke")),
    (re.compile(r"^[mp]eng(?=[aeiou])"), ("k", "")),
    (re.compile(r"^[mp]en(?=[aeiou])"), ("t", "n")),
    (re.compile(r"^[mp]em(?=[aeiou])"), ("p", "m")),
]
_ALL_PREFIXES = (
    "meng",
    "peng",
    "men",
    "pen",
    "mem",
    "pem",
    "me",
    "pe",
    "di",
    "ke",
    "se",
    "ter",
    "te",
    "ber",
    "be",
    "bel",
    "per",
    "pel",
)
# The letter that a word of no known root may have lost.
_PUT_BACK = {
    "t": re.compile(r"^[mp]en(?=[aeiou])"),
    "k": re.compile(r"^[mp]eng(?=[aeiou])"),
    "m": re.compile(r"^[mp]em(?=[aeiou])"),
    "r": re.compile(r"^per(?=[aeiou])"),  # pe- before r looks like per-
}
# Roots of one syllable: mengebor, pengeboran, dibor.
_SHORT_ROOT = re.compile(r"^(?:[mp]enge|di)([^aeiou][aeiou][^aeiou])(?:an|kan|i|nya)?$")

ROOTS = read_words("root_words.txt")


@lru_cache(maxsize=50_000)
def stems(word: str, language: str = "id-id") -> frozenset[str]:
    """The stems of a plain word (see `words.fold`), never empty.

    English has its own stemmer. All other languages use the Indonesian one: regional languages share many affixes.
    """
    if word.endswith("2") and word[:-1].isalpha():
        return stems(word[:-1], language)  # anak2, as people type anak-anak
    if not word.isalpha() or len(word) < SHORTEST:
        return frozenset((word,))
    if language == "en":
        return frozenset((_english.stemWord(word),))
    root = known_root(word)
    return frozenset((root,)) if root else _guessed(word)


def known_root(word: str) -> str:
    """The known root that the word's affixes leave; empty if there is none.

    Fewest prefixes first, so that memberikan is beri and not ikan; then the longest, so that masakan is masak and not
    masa.
    """
    layer = _without_endings(word)
    for _depth in range(MOST_PREFIXES + 1):
        if found := layer & ROOTS:
            return max(found, key=lambda base: (len(base), base))
        layer = {shorter for base in layer for shorter in _without_prefix(base)}
    return ""


def _guessed(word: str) -> frozenset[str]:
    """Snowball's stem and, where a letter may have melted into the prefix, the stem with that letter put back."""
    found = {_indonesian.stemWord(word)}
    for letter, prefix in _PUT_BACK.items():
        if match := prefix.match(word):
            found.add(_indonesian.stemWord(letter + word[match.end() :]))
    if match := _SHORT_ROOT.match(word):
        found.add(match.group(1))
    return frozenset(found)


def _without_endings(word: str) -> set[str]:
    found = {word}
    for group in (_PARTICLES, _OWNERS, _ENDINGS):
        found |= {
            base[: -len(ending)]
            for base in found
            for ending in group
            if base.endswith(ending) and len(base) > len(ending) + 2
        }
    return found


def _without_prefix(word: str) -> set[str]:
    found = {word[len(prefix) :] for prefix in _ALL_PREFIXES if word.startswith(prefix)}
    for pattern, letters in _MELTED:
        if match := pattern.match(word):
            found |= {letter + word[match.end() :] for letter in letters}
    return {base for base in found if len(base) > 2}


def tokens_of(word: str, language: str) -> list[str]:
    """What the index holds for a plain word: the word as it is, and its stems if they differ."""
    return [word, *sorted(stems(word, language) - {word})]
