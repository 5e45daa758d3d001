"""Every text of every installed package has an Indonesian one, and the same thing has one name everywhere."""

import importlib.util
import re
from pathlib import Path

import polib
import pytest
from django.test import RequestFactory
from django.utils import translation
from django.utils.translation import gettext, ngettext
from django.views.i18n import JavaScriptCatalog

ROOT = Path(__file__).resolve().parents[2]
# A text that has the English word has one of the Indonesian ones, in whatever form.
GLOSSARY = {
    r"draft": ("draf",),
    r"save": ("simpan", "menyimpan", "tersimpan", "disimpan"),
    r"publish(es|ing)?": ("terbit", "terbitkan", "menerbitkan", "diterbitkan"),
    r"unpublish(ed)?": ("ditarik", "tarik", "menarik", "belum terbit"),
    r"images?": ("foto",),
    r"documents?": ("dokumen",),
    r"collections?": ("koleksi",),
    r"comments?": ("komentar", "catatan", "catatannya"),
    r"delete": ("hapus", "menghapus", "dihapus", "terhapus"),
    r"passwords?": ("kata sandi",),
    r"e-?mail": ("surel", "surelnya"),
    r"upload": ("unggah", "diunggah", "mengunggah"),
    r"preview": ("pratinjau",),
    r"history": ("riwayat",),
    r"redirects?": ("pengalihan", "alihkan"),
    r"tags": ("label",),
    r"sign in": ("masuk",),
    r"username": ("nama pengguna",),
    r"pages?": ("halaman", "halamannya"),
}
# Tags of HTML are no labels, and what stands in a placeholder is no word.
NO_WORDS = re.compile(r"(?:HTML|inline|heading|<a>) tags|%\(\w+\)s")


def load(name: str):
    """A program of bin/, as a module."""
    spec = importlib.util.spec_from_file_location(name, ROOT / "bin" / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


package_texts = load("package_texts")
catalogues = load("catalogues")


def own_entries() -> list[polib.POEntry]:
    """The portal's own catalogue."""
    return polib.pofile(str(package_texts.OWN)).translated_entries()


def test_every_text_of_the_packages_is_whole_in_indonesian():
    assert package_texts.check() == []


def test_a_text_that_comes_with_an_upgrade_is_noticed(monkeypatch):
    known = package_texts.texts_of
    new = package_texts.Text("Ask the ferret")
    monkeypatch.setattr(package_texts, "texts_of", lambda domain: known(domain) | {new.key: new})
    assert any("new in the packages: 'Ask the ferret'" in problem for problem in package_texts.check())


@pytest.mark.parametrize(
    ("msgid", "msgstr", "problem"),
    [
        ("Ask %(name)s", "", "not translated"),
        ("Ask the ferret", "Ask the ferret", "still English"),
        ("Ask %(name)s", "Tanya %(nama)s", "other placeholders"),
        ("Ask {name}", "Tanya", "other placeholders"),
        ("Ask %(name)s", "Tanya %(name)s", ""),
    ],
)
def test_what_is_wrong_with_a_text_is_said(msgid, msgstr, problem):
    assert package_texts.problem_of(polib.POEntry(msgid=msgid, msgstr=msgstr)) == problem


def test_words_that_the_portal_says_otherwise_are_named(monkeypatch):
    monkeypatch.setattr(package_texts, "own_words", lambda: {("", "Save draft"): "Simpan konsep"})
    assert package_texts.said_otherwise() == [
        "said otherwise elsewhere: 'Save draft': 'Simpan konsep' in our own catalogue, 'Simpan draf' here"
    ]


def test_texts_are_found_in_code_and_templates_under_any_name():
    code = """
from django.utils.translation import gettext_lazy as _, ngettext, pgettext as p
_("one " "two"); ngettext("a page", "pages", n); p("a month", "May"); _(variable); other("not this")
"""
    found = {(text.msgid, text.plural, text.context) for text in package_texts.in_code(code)}
    assert found == {("one two", "", ""), ("a page", "pages", ""), ("May", "", "a month")}
    template = """{% load i18n %}{% translate "It's here" %}{% blocktranslate count n=n %}one{% plural %}{{ n }} many
{% endblocktranslate %}{% button label=_("Press") %}{% translate "May" context "a month" %}"""
    found = {(text.msgid, text.plural.strip(), text.context) for text in package_texts.in_template(template)}
    assert found == {("It's here", "", ""), ("one", "%(n)s many", ""), ("Press", "", ""), ("May", "", "a month")}


def test_no_text_of_our_code_escapes_the_collecting_by_its_name():
    known = {(entry.msgctxt or "", entry.msgid) for entry in polib.pofile(str(package_texts.OWN))}
    missed = []
    for source in catalogues.SOURCES:
        for path in sorted((ROOT / source).rglob("*.py")):
            if not set(catalogues.NOT_SEARCHED) & set(path.parts):
                found = package_texts.in_code(path.read_text())
                missed += [f"{path.relative_to(ROOT)}: {text.msgid}" for text in found if text.key not in known]
    assert missed == []


@pytest.mark.parametrize("language", ["id-id", "id"])
def test_both_names_of_the_language_load_everything(language):
    with translation.override(language):
        assert gettext("Save draft") == "Simpan draf"  # wagtail.admin
        assert gettext("Translate this page") == "Terjemahkan halaman ini"  # wagtail_localize
        assert gettext("Access Attempt") == "Percobaan masuk"  # axes
        assert gettext("This field is required.") == "Harus diisi."  # Django
        assert gettext("Write news") == "Tulis berita"  # ours
        for number in (1, 5):
            words = ngettext("1 page", "%(counter)s pages", number) % {"counter": number}
            assert words == f"{number} halaman"


@pytest.mark.parametrize("language", ["id-id", "id"])
def test_scripts_speak_indonesian_too(language):
    with translation.override(language):
        wagtail = JavaScriptCatalog.as_view(packages=["wagtail.admin"])(RequestFactory().get("/")).content.decode()
        localize = JavaScriptCatalog.as_view(packages=["wagtail_localize"])(RequestFactory().get("/")).content.decode()
    assert '"Character count:": "Jumlah huruf:"' in wagtail
    assert re.search(r'"%\(num\)s error": \[\s*"%\(num\)s kesalahan"\s*\]', wagtail)
    assert '"Upload PO file": "Unggah berkas PO"' in localize


@pytest.mark.parametrize("english", GLOSSARY)
def test_one_thing_has_one_name(english):
    word, strays = re.compile(rf"\b{english}\b", re.IGNORECASE), []
    for domain in package_texts.DOMAINS:
        for entry in package_texts.kept(domain):
            said = package_texts.said(entry).lower()
            is_said = any(re.search(rf"\b{name}", said) for name in GLOSSARY[english])
            if word.search(NO_WORDS.sub("", entry.msgid)) and not is_said:
                strays.append(f"{entry.msgid} = {said}")
    assert strays == []


def test_the_glossary_says_what_the_screens_say():
    table = (ROOT / "docs" / "glossary.md").read_text()
    rows = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \|", table, re.MULTILINE)
    wrong = []
    with translation.override("id-id"):
        for english, indonesian in rows:
            if english not in ("English", "---") and gettext(english) != indonesian:
                wrong.append(f"{english}: {indonesian} in the glossary, {gettext(english)} on the screen")
    assert len(rows) > 60
    assert wrong == []


POLITE = re.compile(r"\b(silakan|silahkan|mohon|harap|maaf)\b", re.IGNORECASE)


@pytest.mark.parametrize("catalogue", ["id", "packages/id"])
def test_sentences_say_what_to_do_and_do_not_ask_for_it(catalogue):
    """The glossary's way of writing: short, and without the words of letters from an office."""
    found = []
    for path in sorted((ROOT / "locale" / catalogue / "LC_MESSAGES").glob("*.po")):
        for entry in polib.pofile(path):
            found += [text for text in (entry.msgstr, *entry.msgstr_plural.values()) if POLITE.search(text)]
    assert not found
