"""Every relative link and picture in the documents must lead to a file, and every `#part` to a heading."""

import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*$", re.MULTILINE)
CODE = re.compile(r"```.*?```", re.DOTALL)


def documents() -> list[Path]:
    """The README and everything below docs."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def anchors(path: Path) -> set[str]:
    """The anchors of a document's headings, in the common way of writing them."""
    headings = HEADING.findall(CODE.sub("", path.read_text()))
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def problem(document: Path, link: str) -> str:
    """What is wrong with one link; an empty string if nothing is. Addresses of other sites are not opened."""
    if "://" in link or link.startswith("mailto:"):
        return ""
    target, _sep, part = link.partition("#")
    path = (document.parent / target).resolve() if target else document
    if not path.exists():
        return f"{document.relative_to(ROOT)}: {link} leads nowhere"
    if part and path.suffix == ".md" and part not in anchors(path):
        return f"{document.relative_to(ROOT)}: {link} names no heading"
    return ""


def main() -> int:
    """Print every dead link; 1 if there is one."""
    links = [(path, link) for path in documents() for link in LINK.findall(CODE.sub("", path.read_text()))]
    problems = [words for words in (problem(path, link) for path, link in links) if words]
    for words in problems:
        print(words)
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
