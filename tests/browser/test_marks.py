"""The text area's script and the server read the same lines from what is typed, and write them back alike."""

from itertools import product
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.contrib.staticfiles import finders

from kim_sites.services.plain_text import html_from_plain, plain_from_html

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]

TYPES = {"p": "unstyled", "ul": "unordered-list-item", "ol": "ordered-list-item", "h2": "header-two"}
LINES = ("", "lalu", "1. satu", "2. dua", "3) tiga", "- butir", "# Judul", "01. nol", "1\\. bukan")
READ = """texts => texts.map(text => {
    const content = window.kimMarks.toContent(text);
    const blocks = content.blocks.filter(block => block.text).map(block => [block.type, block.text]);
    return [blocks, window.kimMarks.toPlain(content)];
})"""


def server_blocks(html: str) -> list[list[str]]:
    """Each line block of rich text with its type, as the editor keeps it."""
    found = []
    for block in BeautifulSoup(html.replace("<br/>", "\n"), "html.parser").children:
        lines = block.find_all("li") if block.name in ("ul", "ol") else [block]
        found += [[TYPES[block.name], line.get_text()] for line in lines]
    return found


def test_script_and_server_agree_on_numbered_lines(browser):
    page = browser.new_page()
    page.goto("about:blank")
    page.add_script_tag(content=Path(finders.find("editing/marks.js")).read_text())
    texts = ["\n".join(lines) for lines in product(LINES, repeat=4)]

    answers = page.evaluate(READ, texts)
    page.close()

    for text, (blocks, plain) in zip(texts, answers, strict=True):
        html = html_from_plain(text)
        assert blocks == server_blocks(html), text
        assert server_blocks(html_from_plain(plain)) == blocks, text
        assert server_blocks(html_from_plain(plain_from_html(html))) == blocks, text
