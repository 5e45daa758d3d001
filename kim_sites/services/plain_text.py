"""Rich text as plain text with a few marks, and back: for fields that are typed into without an editor.

Paragraphs have an empty line between them, `# ` and `## ` begin headings, `- ` and `1. ` items of lists; what stands
inside a line is in `plain_inline`. Readers see numbers as they were typed: a numbered line is an item only where its
number is the next one, counted from 1; every other one is text. Editors of rich text are not safe on every phone's
keyboard, a text area is.
"""

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

from kim_sites.services.plain_inline import inline_html, plain_link, plain_text_of

HEADINGS = {"# ": "h2", "## ": "h3"}
BULLET = re.compile(r"[-•] ")
NUMBER = re.compile(r"(?P<number>[1-9][0-9]{0,2})[.)] ")
BEGINNING = re.compile(r"^(#{1,2}|[-•])( |$)")


# What a button left behind where nothing was typed: a mark alone on its line, and bold without words.
LONELY = {"#", "##", "-", "•"}
EMPTY_BOLD = re.compile(r"(?<![\\*\w])\*{4}(?![*\w])")


def html_from_plain(text: str) -> str:
    """The HTML that Wagtail stores for a plain text; an empty text gives an empty one."""
    blocks: list[tuple[str, list[str]]] = []
    is_new = True
    for line in EMPTY_BOLD.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        line = line.strip()
        if not line or line in LONELY:
            is_new = True
            continue
        tag, content = _read(line, len(blocks[-1][1]) if blocks and blocks[-1][0] == "ol" else 0)
        # Items stay one list also with empty lines between them: a second list would count from 1 again.
        goes_on = tag == "ol" or (not is_new and tag in ("p", "ul"))
        if goes_on and blocks and blocks[-1][0] == tag:
            blocks[-1][1].append(content)
        else:
            blocks.append((tag, [content]))
        is_new = False
    return "".join(_write(tag, lines) for tag, lines in blocks)


def _read(line: str, counted: int) -> tuple[str, str]:
    """The tag and the words of a line; `counted` items of a numbered list stand right before it."""
    for mark, tag in HEADINGS.items():
        if line.startswith(mark):
            return tag, line[len(mark) :].strip()
    if item := BULLET.match(line):
        return "ul", line[item.end() :].strip()
    if item := _next_item(line, counted):
        return "ol", line[item.end() :].strip()
    return "p", line


def _next_item(line: str, counted: int) -> re.Match | None:
    item = NUMBER.match(line)
    return item if item and int(item["number"]) == counted + 1 else None


def _write(tag: str, lines: list[str]) -> str:
    if tag in ("ul", "ol"):
        return f"<{tag}>{''.join(f'<li>{inline_html(line)}</li>' for line in lines)}</{tag}>"
    return f"<{tag}>{inline_html(chr(10).join(lines))}</{tag}>"


def plain_from_html(html: str) -> str:
    """The plain text of stored rich text. What has no mark loses its form but none of its words: see `fits_plain`."""
    soup = BeautifulSoup(html, "html.parser")
    marks = {tag: mark for mark, tag in HEADINGS.items()}
    blocks: list[str] = []
    counted = 0  # items of a numbered list right before
    for block in soup.children:
        name = getattr(block, "name", None)
        if name in ("ul", "ol"):
            items = block.find_all("li", recursive=False)
            lines = [f"{'-' if name == 'ul' else f'{i}.'} {_line(item)}" for i, item in enumerate(items, 1)]
            text, items = "\n".join(lines), len(lines) if name == "ol" else 0
        elif name in marks:
            text, items = marks[name] + _line(block), 0
        else:
            inner = (_inline(block) if name else plain_text_of(str(block))).split("\n")
            lines = [line.strip() for line in inner if line.strip()]
            text, items = "\n".join(_guard(line, 0 if place else counted) for place, line in enumerate(lines)), 0
        if text.strip():
            blocks.append(text)
            counted = items
    return "\n\n".join(blocks)


def _line(block: Tag) -> str:
    return " ".join(_inline(block).split("\n")).strip()


def _guard(line: str, counted: int) -> str:
    """A line that would begin a heading or an item, or be left out as a lonely mark, but is text."""
    if item := _next_item(line, counted):
        return f"{item['number']}\\{line[len(item['number']) :]}"
    return BEGINNING.sub(lambda found: re.sub(r"([#\-•])", r"\\\1", found.group(), count=1), line)


def _inline(node) -> str:
    if isinstance(node, NavigableString):
        return plain_text_of(str(node).replace("\n", " "))
    inner = "".join(_inline(child) for child in node.children)
    if node.name == "br":
        return "\n"
    if node.name in ("b", "strong"):
        return f"**{inner}**" if inner else ""
    if node.name in ("i", "em"):
        return f"_{inner}_" if inner else ""
    if node.name == "a":
        return plain_link(node.attrs, inner, node.get_text()) or inner
    return inner


def fits_plain(html: str) -> bool:
    """Whether a rich text comes through plain text unchanged, so that it may be edited there."""
    return _bare(html_from_plain(plain_from_html(html))) == _bare(html)


def _bare(html: str) -> str:
    """The same rich text in one way of writing: without keys of blocks, empty paragraphs and other names of tags."""
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(True):
        tag.name = {"strong": "b", "em": "i"}.get(tag.name, tag.name)
        tag.attrs = {name: tag.attrs[name] for name in sorted(tag.attrs) if name != "data-block-key"}
    for block in soup.find_all("p"):
        if not block.get_text(strip=True):
            block.decompose()
    return str(soup)
