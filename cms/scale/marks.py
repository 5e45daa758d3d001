"""Holes in a text: where a copy's own name, address, key or date goes.

While a template is being made a hole is a name between two private characters, so that JSON and COPY leave it alone;
a finished template is filled with the % operator.
"""

import json
import re

_OPEN, _CLOSE = "\ue000", "\ue001"
_OPEN_BARE, _CLOSE_BARE = "\ue002", "\ue003"  # in JSON: a number, which goes without the quotes
_HOLE = re.compile(f"{_OPEN}(.*?){_CLOSE}")


def hole(name: str) -> str:
    """A hole for a text."""
    return f"{_OPEN}{name}{_CLOSE}"


def number_hole(name: str) -> str:
    """A hole for a number inside JSON."""
    return f"{_OPEN_BARE}{name}{_CLOSE_BARE}"


def has_hole(text: str) -> bool:
    """Whether anything in the text is a copy's own."""
    return _OPEN in text or _OPEN_BARE in text


def dumps(value) -> str:
    """JSON in which holes have survived."""
    text = json.dumps(value, ensure_ascii=False)
    return text.replace(f'"{_OPEN_BARE}', _OPEN).replace(f'{_CLOSE_BARE}"', _CLOSE)


def template(text: str) -> str:
    """A text for the % operator."""
    return _HOLE.sub(r"%(\1)s", text.replace("%", "%%"))


def parts(text: str) -> list[tuple[str, str]]:
    """The text cut at its holes: pairs of what stands before a hole and the hole's name (the last one has none)."""
    cut = _HOLE.split(text)
    return [(cut[at], cut[at + 1] if at + 1 < len(cut) else "") for at in range(0, len(cut), 2)]


def escape(text: str) -> str:
    """The text as COPY reads it."""
    return text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r")
