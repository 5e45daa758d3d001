"""From Markdown to HTML. The files are the project's own; what they link to is checked by a test."""

from functools import lru_cache
from pathlib import Path

from django.templatetags.static import static
from django.urls import reverse
from django.utils.safestring import mark_safe
from markdown_it import MarkdownIt
from PIL import Image

from guide.services.tasks import PICTURES, tasks

SHOWN_WIDTH = 360  # pixels of the page; the files are one and a half times as wide

_markdown = MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=200)
def html_of(slug: str, in_print: bool = False) -> str:
    """The text of a page as HTML; for print with deeper headings, and with links inside the one document."""
    tokens = _markdown.parse(tasks()[slug].text)
    for token in tokens:
        if in_print and token.type in ("heading_open", "heading_close"):
            token.tag = f"h{int(token.tag[1:]) + 1}"
        for child in token.children or ():
            if child.type == "link_open":
                child.attrSet("href", address(child.attrGet("href"), in_print))
            elif child.type == "image":
                picture(child, in_print)
    return mark_safe(_markdown.renderer.render(tokens, _markdown.options, {}))  # noqa: S308 (own files, no HTML in them)


def address(link: str, in_print: bool) -> str:
    """Another page of the guide is named by its file; everything else stays."""
    if not link.endswith(".md"):
        return link
    slug = Path(link).stem.partition("-")[2]
    return f"#{slug}" if in_print else reverse("kim_guide:task", args=[slug])


def picture(token, in_print: bool) -> None:
    """A picture by its file name, with its size, so that the text does not jump when it comes."""
    name = Path(token.attrGet("src")).name
    token.attrSet("src", static(f"guide/pictures/{name}"))
    token.attrSet("class", "guide-picture")
    if not in_print:
        token.attrSet("loading", "lazy")
    path = PICTURES / name
    if path.exists():
        with Image.open(path) as image:
            width, height = image.size
        token.attrSet("width", str(SHOWN_WIDTH))
        token.attrSet("height", str(round(height * SHOWN_WIDTH / width)))
