"""The title, worked out from the first sentence. The form's script follows the same rules and gets the same list."""

import re

from kim_sites.services.plain_text import html_from_plain

MOST_TITLE = 80
# Words of everyday writing whose full stop ends no sentence, without that stop. Single letters need no row here, nor
# what has a stop inside, like S.Pd. or a.n.; words that often end a sentence themselves (hal, SD, kg, WIB) have none.
WORDS = """
    hj kh dr drs dra ir prof bpk bp sdr sdri tn ny nn alm almh tgk ust ustz pdt rm st
    jl jln gg no rp rt rw ds dsn dk kel kec kab prov kp
    tgl jan feb apr jun jul agt ags sep sept okt nov des
    dll dsb dst dkk yth ttd tsb yg dgn utk mis cth spt telp tlp
    cv pt ud pj plt kapt letda lettu letkol kol mayjen jend serda sertu serka kopda praka aipda aiptu ipda iptu kompol
    pd si ag sos hum kom ked kep keb spd mpd msi skom
"""
ABBREVIATIONS = tuple(WORDS.split())
KNOWN = frozenset(ABBREVIATIONS)
STOP = re.compile(r"[.!?…]+(?=\s|$)")
INNER_STOPS = re.compile(r"[^\W\d_]{1,4}(?:\.[^\W\d_]{1,4})+")
OPENING = "\"'“‘«([{*_"


def bare(text: str) -> str:
    """The words of a plain text without its marks, in one line."""
    html = html_from_plain(text)
    return " ".join(
        re.sub(r"<[^>]+>", " ", html).replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").split()
    )


def suggest_title(text: str) -> str:
    """The first sentence without its full stop, cut at a word if it is long.

    It comes from the first line that says more than one letter, sign or abbreviation; empty if there is none.
    """
    for line in re.split(r"\r\n|\r|\n", text):
        title = first_sentence(bare(line))
        if _says_something(title):
            return title if len(title) <= MOST_TITLE else _cut(title)
    return ""


def first_sentence(words: str) -> str:
    """What stands before the first real end of a sentence; everything if there is none."""
    for stop in STOP.finditer(words):
        head = words[: stop.end()]
        if _ends(head, stop.group()):
            return head.rstrip(" .")
    return words if _is_abbreviation(_last_word(words).rstrip(".")) else words.rstrip(" .…")


def _last_word(words: str) -> str:
    return words.rpartition(" ")[2].lstrip(OPENING)


def _ends(head: str, stop: str) -> bool:
    """Whether a stop is an end: not after an abbreviation, in an ellipsis, or after the number of an item."""
    word = _last_word(head)[: -len(stop)]
    if not any(char.isalnum() for char in head):
        return False
    if "!" in stop or "?" in stop:
        return True
    is_number_of_item = " " not in head and word.isdigit()
    return stop == "." and not _is_abbreviation(word) and not is_number_of_item


def _is_abbreviation(word: str) -> bool:
    is_letter = len(word) == 1 and word.isalpha()
    return is_letter or word.lower() in KNOWN or bool(INNER_STOPS.fullmatch(word))


def _says_something(title: str) -> bool:
    return sum(char.isalnum() for char in title) > 1 and not _is_abbreviation(title.rstrip("."))


def _cut(title: str) -> str:
    return title[: MOST_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;:-") + "…"
