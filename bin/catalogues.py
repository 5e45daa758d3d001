"""The catalogues of translated texts: `extract`, `compile`, `check`.

Only `extract`, and the part of `check` that looks for new texts, need xgettext (Debian's `gettext`). Compiled
catalogues are kept beside their sources, so running the portal needs no tool at all.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
SOURCES = (
    "access",
    "accounts",
    "cms",
    "dashboard",
    "editing",
    "guide",
    "home",
    "kim_sites",
    "lifecycle",
    "members",
    "onboarding",
    "photos",
    "posting",
    "search",
    "trash",
)
# What is content and not interface, and what Django writes itself.
NOT_SEARCHED = ("demo", "migrations", "static", "__pycache__")
# English is the language of the code, Indonesian the first one of its readers. Others are made by: mkdir -p locale/<code>/LC_MESSAGES && make messages
SOURCE_LANGUAGE, FIRST_LANGUAGE = "en", "id"
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")


def catalogues() -> list[Path]:
    """Every source of a catalogue."""
    return sorted(LOCALE.glob("*/LC_MESSAGES/django.po"))


def languages() -> list[str]:
    """The languages that have a folder."""
    return sorted({FIRST_LANGUAGE} | {path.parent.name for path in LOCALE.glob("*/LC_MESSAGES")})


def collect(folder: Path) -> list[Path]:
    """Run makemessages on a copy of the sources in `folder`. Returns the catalogues there."""
    for name in SOURCES:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(*NOT_SEARCHED))
    if LOCALE.is_dir():
        shutil.copytree(LOCALE, folder / "locale")
    (folder / "locale").mkdir(exist_ok=True)
    command = [sys.executable, "-m", "django", "makemessages", "--no-obsolete", "--add-location", "file", "--no-wrap"]
    command += [f"--locale={language}" for language in languages()]
    environment = {name: value for name, value in os.environ.items() if name != "DJANGO_SETTINGS_MODULE"}
    subprocess.run(command, cwd=folder, env=environment, check=True, stdout=subprocess.DEVNULL)
    return sorted(folder.glob("locale/*/LC_MESSAGES/django.po"))


def target_language(path: Path) -> str:
    """The language of a catalogue by its folder."""
    return path.parent.parent.name


def fill_source(catalogue: polib.POFile) -> None:
    """English is what the code says: its catalogue is complete by copying, and has its plurals from here."""
    for entry in catalogue:
        entry.flags = [flag for flag in entry.flags if flag != "fuzzy"]
        if entry.msgid_plural:
            entry.msgstr_plural = {0: entry.msgid, 1: entry.msgid_plural}
        else:
            entry.msgstr = entry.msgid


def extract() -> list[str]:
    """Bring every catalogue up to date with the code; what is translated stays."""
    if not shutil.which("xgettext"):
        return ["xgettext is missing. Install it with: apt-get install gettext"]
    with tempfile.TemporaryDirectory() as folder:
        for made in collect(Path(folder)):
            catalogue = polib.pofile(str(made), wrapwidth=118)
            # Dates would make every run a change.
            catalogue.metadata.pop("POT-Creation-Date", None)
            catalogue.metadata.pop("PO-Revision-Date", None)
            if "EXPRESSION" in catalogue.metadata.get("Plural-Forms", ""):
                # A language that Django does not know. The languages of Indonesia have one form for any number.
                catalogue.metadata["Plural-Forms"] = "nplurals=1; plural=0;"
            if target_language(made) == SOURCE_LANGUAGE:
                fill_source(catalogue)
            catalogue.sort(key=lambda entry: (entry.msgid.lower(), entry.msgctxt or ""))
            target = LOCALE / made.relative_to(Path(folder) / "locale")
            target.parent.mkdir(parents=True, exist_ok=True)
            catalogue.save(str(target))
            todo = len(catalogue.untranslated_entries()) + len(catalogue.fuzzy_entries())
            print(f"{target.relative_to(ROOT)}: {len(catalogue)} texts, {todo} to translate")
    return []


def compile_all() -> list[str]:
    """Write the compiled catalogue beside each source."""
    for path in catalogues():
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))
    return []


def key(entry: polib.POEntry) -> tuple[str, str, str]:
    """What makes a text itself."""
    return (entry.msgctxt or "", entry.msgid, entry.msgid_plural or "")


def problems_of(path: Path) -> list[str]:
    """What is wrong inside one catalogue."""
    catalogue, name = polib.pofile(str(path)), path.relative_to(ROOT)
    problems = []
    if target_language(path) in (SOURCE_LANGUAGE, FIRST_LANGUAGE):
        # A regional language may be begun with a few texts: Indonesian stands behind it.
        problems = [f"{name}: not translated: {entry.msgid!r}" for entry in catalogue.untranslated_entries()]
    problems += [f"{name}: fuzzy: {entry.msgid!r}" for entry in catalogue.fuzzy_entries()]
    for entry in catalogue.translated_entries():
        for words in filter(None, [entry.msgstr, *entry.msgstr_plural.values()]):
            allowed = set(PLACEHOLDER.findall(entry.msgid)) | set(PLACEHOLDER.findall(entry.msgid_plural or ""))
            used = set(PLACEHOLDER.findall(words))
            if used - allowed or (not entry.msgid_plural and allowed - used):
                problems.append(f"{name}: other placeholders: {entry.msgid!r}")
    compiled = path.with_suffix(".mo")
    if not compiled.exists() or compiled.read_bytes() != catalogue.to_binary():
        problems.append(f"{name}: the compiled catalogue is old; run make messages")
    return problems


def missing_texts() -> list[str]:
    """Texts in the code that a catalogue does not know, and the other way round."""
    problems = []
    with tempfile.TemporaryDirectory() as folder:
        for made in collect(Path(folder)):
            path = LOCALE / made.relative_to(Path(folder) / "locale")
            kept = {key(entry) for entry in polib.pofile(str(path))} if path.exists() else set()
            found = {key(entry) for entry in polib.pofile(str(made))}
            name = path.relative_to(ROOT)
            problems += [f"{name}: new in the code: {words[1]!r}" for words in sorted(found - kept)]
            problems += [f"{name}: no longer in the code: {words[1]!r}" for words in sorted(kept - found)]
    return problems


def check() -> list[str]:
    """Everything that keeps the catalogues from being complete."""
    problems = [problem for path in catalogues() for problem in problems_of(path)]
    if shutil.which("xgettext"):
        return problems + missing_texts()
    print("Not looked for new texts: xgettext is missing (apt-get install gettext).")
    return problems


if __name__ == "__main__":
    found = {"extract": extract, "compile": compile_all, "check": check}[sys.argv[1]]()
    for line in found[:40]:
        print(line)
    if found:
        sys.exit(f"✗ {len(found)} problems in the catalogues; make messages collects and compiles them.")
