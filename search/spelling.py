"""Finds words that look like a misspelt one: keruguk, krupuk and kerupik lead to kerupuk.

Every word stands in the vocabulary under its skeleton (consonants, with old and foreign spellings made equal) and under
the skeleton with one consonant left out. Two words with a key in common are near each other or nearly so: few rows, read
by one index, however large the vocabulary. Of these the edit distance picks.
"""

import re

from search.models import SearchWord

SHORTEST = 4  # letters
_CANDIDATES = 300  # rows read; more only for keys of two letters
_SOUNDS = [("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("ch", "kh"), ("kh", "k"), ("sy", "s"),
           ("ph", "f"), ("v", "f"), ("f", "p"), ("z", "s"), ("x", "ks"), ("q", "k"), ("dh", "d"), ("th", "t"), ("bh", "b")]  # fmt: skip
_SILENT = re.compile(r"[aeiouhyw]")
_DOUBLED = re.compile(r"(.)\1+")


def is_vocabulary(word: str) -> bool:
    """Whether a plain word can be suggested: letters only, not too short."""
    return len(word) >= SHORTEST and word.isalpha() and not word.startswith("x")


def skeleton(word: str) -> str:
    """The consonants of a word as they sound."""
    for old, new in _SOUNDS:
        word = word.replace(old, new)
    return (
        _DOUBLED.sub(r"\1", _SILENT.sub("", word[1:]))
        if word[0] in "aeiouhyw"
        else _DOUBLED.sub(r"\1", _SILENT.sub("", word))
    )


def keys_of(word: str) -> set[str]:
    """All keys of a word: its skeleton, and that with one consonant left out."""
    bones = skeleton(word)
    shorter = {bones[:place] + bones[place + 1 :] for place in range(len(bones))} if len(bones) > 2 else set()
    return {key for key in {bones, *shorter} if key}


def distance(one: str, other: str, most: int) -> int:
    """The number of letters to add, drop, change or swap; `most` + 1 as soon as it is known to be more."""
    if abs(len(one) - len(other)) > most:
        return most + 1
    before, line = None, list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        new = [i]
        for j, fellow in enumerate(other, 1):
            cost = min(line[j] + 1, new[j - 1] + 1, line[j - 1] + (letter != fellow))
            if before and i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == fellow:
                cost = min(cost, before[j - 2] + 1)
            new.append(cost)
        if min(new) > most:
            return most + 1
        before, line = line, new
    return line[-1]


def similar_words(word: str, most: int = 4) -> list[str]:
    """Words of the vocabulary near `word`, nearest first. They may be any KIM's: look before showing them. One query."""
    if not is_vocabulary(word):
        return []
    furthest = 1 if len(word) < 6 else 2
    rows = SearchWord.objects.filter(key__in=keys_of(word)).exclude(word=word).order_by()
    ranked = {
        (distance(word, other, furthest), abs(len(word) - len(other)), other)
        for other in rows.values_list("word", flat=True)[:_CANDIDATES]
    }
    return [other for far, _length, other in sorted(ranked) if far <= furthest][:most]
