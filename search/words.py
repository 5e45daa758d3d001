"""Cuts text into words and words into a plain form: no case, no accents, no apostrophes, ASCII only."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

# A word is letters and digits; an apostrophe inside belongs to it (Jum'at), a dash does not (anak-anak).
WORD = re.compile(r"[^\W_]+(?:['’‘ʼ`][^\W_]+)*")
LONGEST_WORD = 40  # characters; longer ones are cut, in the index and in the query alike


def read_words(name: str) -> frozenset[str]:
    """The words of a file in search/data; lines that begin with # are remarks."""
    lines = (Path(__file__).parent / "data" / name).read_text("utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


STOP_WORDS = read_words("stop_words.txt")


@lru_cache(maxsize=50_000)
def fold(word: str) -> str:
    """The plain form of one word; an empty string if nothing is left of it.

    Letters outside ASCII (Javanese, Arabic, Chinese script) are spelled out as hexadecimal digits, so that no database
    has to agree with another on what a letter is. Beginnings of words stay beginnings.
    """
    decomposed = unicodedata.normalize("NFKD", word).casefold()
    plain = "".join(letter for letter in decomposed if letter.isalnum() and not unicodedata.combining(letter))
    plain = plain[:LONGEST_WORD]
    return plain if plain.isascii() else f"x{plain.encode('utf-8', 'replace').hex()}"


def words_of(text: str) -> Iterator[str]:
    """The plain words of a text, in order."""
    for match in WORD.finditer(text):
        if word := fold(match.group()):
            yield word


def spans_of(text: str) -> Iterator[tuple[int, int, str]]:
    """The plain words of a text with the place (start, end) of each."""
    for match in WORD.finditer(text):
        if word := fold(match.group()):
            yield match.start(), match.end(), word
