"""Marks inside a line of plain text: `**bold**`, `_italic_`, `[words](address)`, bare addresses, `\\` before a sign."""

import re
from html import escape
from urllib.parse import urlsplit

SCHEMES = ("http", "https", "mailto", "tel")
# Links to what is in the installation, as Wagtail stores them: the word in the plain text, and Wagtail's kind.
INSIDE = {"halaman": "page", "dokumen": "document"}
WORDS = {kind: word for word, kind in INSIDE.items()}
URL = r"https?://[^\s<>\\\"\[\]]*[^\s<>\\\"\[\].,;:!?)'*_]"
MARK = re.compile(
    rf"""\\(?P<sign>[!-/:-@\[-`{{-~])
    | \*\*(?P<bold>(?:\\.|[^\\*])+)\*\*
    | (?<!\w)_(?P<italic>(?:\\.|[^\\_]|(?<=\w)_(?=\w))+)_(?!\w)
    | \[(?P<label>(?:\\.|[^\\\]\[])+)\]\((?P<address>[^()\s<>"]+)\)
    | (?P<url>{URL})
    | (?P<line>\n)""",
    re.VERBOSE,
)
SIGN = re.compile(r"[\\*\[\]]|(?<!\w)_|_(?!\w)")


def inline_html(text: str) -> str:
    """The marks of a text as HTML of rich text; everything else stands as it is."""
    parts, end = [], 0
    for found in MARK.finditer(text):
        parts.append(escape(text[end : found.start()], quote=False))
        parts.append(_html_of(found))
        end = found.end()
    return "".join([*parts, escape(text[end:], quote=False)])


def _html_of(found: re.Match) -> str:
    kind, value = found.lastgroup, found.group(found.lastgroup)
    if kind == "sign":
        return escape(value, quote=False)
    if kind in ("bold", "italic"):
        tag = kind[0]
        return f"<{tag}>{inline_html(value)}</{tag}>"
    if kind == "address":
        return _link(value, found.group("label")) or escape(found.group(), quote=False)
    if kind == "url":
        return f'<a href="{escape(value)}">{escape(value, quote=False)}</a>'
    return "<br/>"


def _link(address: str, label: str) -> str:
    word, _colon, key = address.partition(":")
    if word in INSIDE and key.isascii() and key.isdigit():
        return f'<a id="{key}" linktype="{INSIDE[word]}">{inline_html(label)}</a>'
    try:
        is_safe = urlsplit(address).scheme in SCHEMES
    except ValueError:
        is_safe = False
    return f'<a href="{escape(address)}">{inline_html(label)}</a>' if is_safe else ""


def plain_text_of(text: str) -> str:
    """A text in which nothing is a mark, with a `\\` wherever a sign would be one."""
    text = SIGN.sub(lambda found: f"\\{found.group()}", text)
    return re.sub(r"(?<=http)(s?):(?=//)", r"\1\\:", text)


def plain_link(attributes: dict, label: str, text: str) -> str:
    """A link as plain text: bare if its words are its address. Empty if it can't be written."""
    kind, href = attributes.get("linktype"), attributes.get("href") or ""
    if kind in WORDS:
        return f"[{label}]({WORDS[kind]}:{attributes.get('id')})"
    if href == text and re.fullmatch(URL, href):
        return href
    return f"[{label}]({href})" if href and not re.search(r'[()\s<>"]', href) else ""
