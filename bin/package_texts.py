"""The Indonesian of Wagtail, Django and the other installed packages: `extract`, `compile`, `check`.

Every text that an installed package can show stands in `locale/packages/id`, so the words are ours and the same
everywhere, and an upgrade says which texts are new. Needs no xgettext: packages ship what they have collected as
`locale/en`, and their code is read with Python's own parser.
"""

import ast
import os
import re
import sys
from dataclasses import dataclass
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "locale" / "packages" / "id" / "LC_MESSAGES"
OWN = ROOT / "locale" / "id" / "LC_MESSAGES" / "django.po"
DOMAINS = ("django", "djangojs")
# How packages name their Indonesian.
INDONESIAN = ("id_ID", "id")
# What only whoever runs commands or tests can meet.
NOT_SEARCHED = {"management", "migrations", "tests", "test", "testapp", "conf_template", "project_template", "static"}
NOT_READ = {"checks.py"}
# Names in django.utils.translation: places of context, text and plural among the arguments.
CALLS = {
    "gettext": (None, 0, None),
    "gettext_lazy": (None, 0, None),
    "gettext_noop": (None, 0, None),
    "ngettext": (None, 0, 1),
    "ngettext_lazy": (None, 0, 1),
    "pgettext": (0, 1, None),
    "pgettext_lazy": (0, 1, None),
    "npgettext": (0, 1, 2),
    "npgettext_lazy": (0, 1, 2),
}
WORD = r"""u?('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
IN_TEMPLATE = re.compile(rf"\b(_|gettext|ngettext|pgettext|npgettext)\(\s*{WORD}(?:\s*,\s*{WORD})?(?:\s*,\s*{WORD})?")
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
HEADER = {
    "Project-Id-Version": "packages",
    "Language": "id",
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
    "Plural-Forms": "nplurals=1; plural=0;",
}
# The same word in both languages, names, and what consists of placeholders and signs.
SAME = set((ROOT / "locale" / "packages" / "same.txt").read_text().splitlines())


@dataclass(frozen=True)
class Text:
    """What a package may ask to be translated."""

    msgid: str
    plural: str = ""
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """By what gettext finds it."""
        return (self.context, self.msgid)


def app_folders() -> list[Path]:
    """Where the installed packages are, Django itself last."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    sys.path.insert(0, str(ROOT))
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()
    paths = [Path(config.path).resolve() for config in apps.get_app_configs()]
    return [path for path in paths if path.parent != ROOT] + [Path(django.__file__).resolve().parent]


def files_of(folder: Path) -> list[Path]:
    """Code and templates of one app, without the apps inside it."""
    found = []
    for place, folders, names in os.walk(folder):
        if place != str(folder) and "apps.py" in names:
            folders.clear()
            continue
        folders[:] = sorted(set(folders) - NOT_SEARCHED)
        found += [Path(place, name) for name in sorted(names) if name not in NOT_READ]
    return [path for path in found if path.suffix in (".py", ".html", ".txt")]


def in_code(source: str) -> set[Text]:
    """What a module hands to the functions of django.utils.translation, under whatever name it imports them."""
    tree, names, texts = ast.parse(source), {}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "django.utils.translation":
            names |= {alias.asname or alias.name: alias.name for alias in node.names if alias.name in CALLS}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call) or getattr(node.func, "id", None) not in names:
            continue
        words = [argument.value if isinstance(argument, ast.Constant) else None for argument in node.args]
        context, text, plural = (
            words[place] if place is not None and place < len(words) else "" for place in CALLS[names[node.func.id]]
        )
        if isinstance(text, str) and text:
            texts.add(Text(text, plural or "", context or ""))
    return texts


def in_template(source: str) -> set[Text]:
    """What a template marks with `translate`, `blocktranslate` and `_()`."""
    from django.template import TemplateSyntaxError
    from django.utils.translation.template import templatize

    try:
        made = templatize(source)
    except TemplateSyntaxError:
        return set()
    texts = set()
    for call, *words in IN_TEMPLATE.findall(made):
        given = [ast.literal_eval(word) for word in words if word]
        context = given.pop(0) if call in ("pgettext", "npgettext") else ""
        plural = given[1] if call in ("ngettext", "npgettext") else ""
        if given[0]:
            texts.add(Text(given[0], plural, context))
    return texts


def shipped(folder: Path, language: str, domain: str) -> polib.POFile | list:
    """A catalogue that came with a package; empty if there is none."""
    for place in (folder / "locale", folder / "conf" / "locale"):
        path = place / language / "LC_MESSAGES" / f"{domain}.po"
        if path.exists():
            return polib.pofile(str(path))
    return []


def is_shown(entry: polib.POEntry) -> bool:
    """Whether a text of a package's catalogue stands anywhere but in a command or a check."""
    places = [Path(name) for name, _line in entry.occurrences]
    return not places or any(not NOT_SEARCHED & set(path.parts) and path.name not in NOT_READ for path in places)


def texts_of(domain: str) -> dict[tuple[str, str], Text]:
    """Every text of every installed package."""
    texts = {}
    for folder in app_folders():
        found = {
            Text(entry.msgid, entry.msgid_plural or "", entry.msgctxt or "")
            for entry in shipped(folder, "en", domain)
            if is_shown(entry) and not entry.obsolete
        }
        for path in files_of(folder) if domain == "django" else ():
            source = path.read_text(errors="ignore")
            if "trans" in source or "_(" in source:
                found |= in_code(source) if path.suffix == ".py" else in_template(source)
        for text in found:
            # gettext keeps one entry for a text alone and with its plural.
            if text.plural or text.key not in texts:
                texts[text.key] = text
    return texts


def package_words(domain: str) -> dict[tuple[str, str], str]:
    """The Indonesian that packages bring themselves: Wagtail before the others, Django last."""
    words = {}
    for folder in app_folders():
        for language in INDONESIAN:
            for entry in shipped(folder, language, domain):
                if entry.translated() and not entry.obsolete:
                    said = entry.msgstr_plural[0] if entry.msgid_plural else entry.msgstr
                    words.setdefault((entry.msgctxt or "", entry.msgid), said)
    return words


def kept(domain: str) -> polib.POFile:
    """Our catalogue."""
    path = FOLDER / f"{domain}.po"
    return polib.pofile(str(path), wrapwidth=118) if path.exists() else polib.POFile(wrapwidth=118)


def said(entry: polib.POEntry) -> str:
    """The Indonesian of an entry; there is one form for any number."""
    return entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr


def words_of(domain: str) -> dict[tuple[str, str], str]:
    """What our catalogue says."""
    return {(entry.msgctxt or "", entry.msgid): said(entry) for entry in kept(domain) if not entry.obsolete}


def write(domain: str, words: dict[tuple[str, str], str]) -> int:
    """Write our catalogue with these words for every text of the packages. Returns how many have none."""
    catalogue = polib.POFile(wrapwidth=118)
    catalogue.metadata = dict(HEADER)
    texts = texts_of(domain)
    for key in sorted(texts, key=lambda key: (key[1].lower(), key[1], key[0])):
        text, indonesian = texts[key], words.get(key, "")
        entry = polib.POEntry(msgid=text.msgid, msgctxt=text.context or None)
        if "%" in text.msgid and PLACEHOLDER.search(text.msgid):
            entry.flags = ["python-format"]
        if text.plural:
            entry.msgid_plural, entry.msgstr_plural = text.plural, {0: indonesian}
        else:
            entry.msgstr = indonesian
        catalogue.append(entry)
    catalogue.save(str(FOLDER / f"{domain}.po"))
    return sum(not words.get(key) for key in texts)


def extract() -> list[str]:
    """Bring our catalogues up to date with the packages; ours stays, theirs is taken for what is new.

    What our own code says too is said here in the same words.
    """
    FOLDER.mkdir(parents=True, exist_ok=True)
    for domain in DOMAINS:
        words = package_words(domain) | {key: words for key, words in words_of(domain).items() if words}
        if domain == "django":
            words |= {key: said for key, said in own_words().items() if key in words}
        todo = write(domain, words)
        print(f"{(FOLDER / domain).relative_to(ROOT)}.po: {len(kept(domain))} texts, {todo} to translate")
    return []


def compile_all() -> list[str]:
    """Write the compiled catalogue beside each source."""
    for domain in DOMAINS:
        kept(domain).save_as_mofile(str(FOLDER / f"{domain}.mo"))
    return []


def problem_of(entry: polib.POEntry) -> str:
    """What is wrong with one text; empty if nothing is."""
    words = said(entry)
    if not words:
        return "not translated"
    if words in (entry.msgid, entry.msgid_plural) and words not in SAME:
        return "still English"
    allowed = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural or ""))
    used = set(PLACEHOLDER.findall(words))
    if used - allowed or (not entry.msgid_plural and allowed - used):
        return "other placeholders"
    return ""


def own_words() -> dict[tuple[str, str], str]:
    """What our own code says in Indonesian."""
    entries = polib.pofile(str(OWN)).translated_entries()
    return {(entry.msgctxt or "", entry.msgid): said(entry) for entry in entries}


def said_otherwise() -> list[str]:
    """Texts that our own code and the packages have both, in different words."""
    own, packages = own_words(), words_of("django")
    return [
        f"said otherwise elsewhere: {key[1]!r}: {own[key]!r} in our own catalogue, {packages[key]!r} here"
        for key in sorted(own.keys() & packages.keys())
        if packages[key] and own[key] != packages[key]
    ]


def check() -> list[str]:
    """Everything that keeps the packages' Indonesian from being whole."""
    problems = []
    for domain in DOMAINS:
        catalogue, texts, name = kept(domain), texts_of(domain), f"packages/id/{domain}.po"
        known = {(entry.msgctxt or "", entry.msgid) for entry in catalogue}
        problems += [f"{name}: new in the packages: {key[1]!r}" for key in sorted(texts.keys() - known)]
        problems += [f"{name}: no longer in the packages: {key[1]!r}" for key in sorted(known - texts.keys())]
        wrong = ((problem_of(entry), entry) for entry in catalogue)
        problems += [f"{name}: {problem}: {entry.msgid!r}" for problem, entry in wrong if problem]
        compiled = FOLDER / f"{domain}.mo"
        if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
            problems.append(f"{name}: the compiled catalogue is old; run make messages")
    return problems + said_otherwise()


if __name__ == "__main__":
    found = {"extract": extract, "compile": compile_all, "check": check}[sys.argv[1]]()
    for line in found[:40]:
        print(line)
    if found:
        sys.exit(f"✗ {len(found)} problems in the packages' texts; make messages collects and compiles them.")
