"""The files of the guide: whole, true to the addresses, and each picture where it is named."""

import re

import pytest
from django.utils.translation import gettext, override
from PIL import Image

from access.gate.rules import Who, table
from guide.services.finding import find
from guide.services.rendering import html_of
from guide.services.screens import tasks_of
from guide.services.tasks import FOLDER, LABEL, LANGUAGE, PICTURES, tasks

LINK = re.compile(r"(!?)\[[^\]]*\]\(([^)\s]+)\)")
MOST_BYTES, WIDTH = 40_000, 540
# Namespaces and names whose screens are the project's own; what answers with a file or a piece of a page has no link.
OWN = re.compile(
    r"^(kim_(?!guide|chooser)|posting:|photos?[:_]|sellers:|officers:|two_factor|first_steps|access_audit:)"
)
NO_SCREEN = re.compile(
    r"_results$|:(worker|photo|send|who|words|upload|copy|template_\w+|scan|download|sheet)$|^kim_paper_scan$|^kim_chooser"
)
# English words that a text slips into; those that Indonesians use (link, file, upload) count as well.
ENGLISH = re.compile(
    r"\b(the|and|you|your|click|page|save|upload|download|delete|share|button|link|file|website|online|password|draft)\b",
    re.IGNORECASE,
)


def sources():
    """Each file with its text."""
    return [(path, path.read_text("utf-8")) for path in sorted(FOLDER.glob("*.md"))]


def test_there_is_a_page_for_each_kind_of_work():
    assert len(tasks()) >= 30
    assert len(tasks()) == len(sources())
    assert {"masuk", "kirim-dari-hp", "menyetujui", "mengunggulkan", "kesehatan", "halaman-terhapus"} <= set(tasks())


def test_every_page_renders_with_its_marks_gone(db):
    for task in tasks().values():
        for in_print in (False, True):
            html = html_of(task.slug, in_print)
            text = re.sub(r"<[^>]+>", "", html)
            assert "](" not in text, task.slug
            assert "[[" not in text, task.slug
            assert "**" not in text, task.slug
            assert "<h1" not in html, task.slug


def test_links_lead_to_pages_and_pictures_to_files():
    names = {path.name for path, _text in sources()}
    for path, text in sources():
        for is_picture, target in LINK.findall(text):
            if is_picture:
                assert (path.parent / target).resolve().exists(), f"{path.name}: {target}"
            else:
                assert target in names, f"{path.name}: {target}"


def test_every_page_has_a_picture():
    assert not [path.name for path, text in sources() if "/pictures/" not in text]


def test_every_picture_is_named_in_a_page_and_small_and_the_script_knows_it(monkeypatch):
    monkeypatch.syspath_prepend(FOLDER.parent.parent / "bin")
    from guide_picture_list import PICTURES as LISTED

    named = {target.rpartition("/")[2] for _path, text in sources() for mark, target in LINK.findall(text) if mark}
    there = {path.name for path in PICTURES.iterdir()}
    assert there == named
    assert {f"{picture.name}.webp" for picture in LISTED} == named
    for name in there:
        assert (PICTURES / name).stat().st_size < MOST_BYTES, name
        with Image.open(PICTURES / name) as image:
            assert image.width == WIDTH, name


def test_what_a_page_calls_a_button_is_what_the_screen_calls_it():
    for path, text in sources():
        for label in LABEL.findall(text):
            with override(LANGUAGE):
                assert gettext(label) != label or label in ("WhatsApp",), f"{path.name}: {label}"


def test_the_screens_that_pages_name_exist():
    known = set(table())
    for task in tasks().values():
        for screen in task.screens:
            assert screen.partition(" ")[0] in known, f"{task.slug}: {screen}"


def test_every_screen_of_ours_has_a_page():
    open_to_people = {name for name, rule in table().items() if rule.who in (Who.TENANTS, Who.OPERATORS)}
    own = {name for name in open_to_people if OWN.search(name) and not NO_SCREEN.search(name)}
    assert len(own) > 60
    assert sorted(name for name in own if not tasks_of(name)) == []


def test_the_texts_are_indonesian():
    for path, text in sources():
        plain = LINK.sub(lambda match: match[0].partition("]")[0], LABEL.sub("", text.partition("\n---\n")[2]))
        plain = re.sub(r"`[^`]*`", "", plain)
        assert not ENGLISH.findall(plain), path.name


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("lupa sandi", "kata-sandi"),
        ("fotonya miring", "memutar-foto"),
        ("mengundang", "mengundang"),
        ("undangan anggota", "mengundang"),
        ("HARGA", "memastikan-harga"),
        ("kurasi", "mengunggulkan"),
        ("WhatsApp", "membagikan-whatsapp"),
    ],
)
def test_search_finds_by_titles_by_other_words_and_by_stems(words, first):
    assert first in [found.task.slug for found in find(words)][:3]


def test_search_marks_what_was_asked_for_and_escapes_the_rest():
    found = find("menghapus")
    assert any("<mark>" in each.title or "<mark>" in each.excerpt for each in found)
    assert not find("<script>")
    assert find("") == []
    assert find("xyzzyx") == []
