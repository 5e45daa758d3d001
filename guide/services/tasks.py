"""The pages of the guide: Markdown files in `guide/pages/`, each about one task, read once by each process.

A file begins with its head: `title`, `group` (a key of `GROUPS`), `roles` (of `ROLES`), `screens` (URL names that it
explains, with the page type behind `wagtailadmin_pages:edit` and its like) and `words` (what people may search for
besides its text). `[[Save draft]]` stands for what the button says in Indonesian, so that a page can't call it otherwise
than the screen does. The order inside a group is that of the file names without their number.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from kim_sites.models import KimRole
from members.services.reach import own_hub_paths

FOLDER = Path(__file__).resolve().parent.parent / "pages"
PICTURES = Path(__file__).resolve().parent.parent / "static" / "guide" / "pictures"
GROUPS = {
    "start": _("Getting in"),
    "write": _("Writing"),
    "photos": _("Photos"),
    "after": _("After publishing"),
    "chair": _("For the chair"),
    "office": _("For the office"),
    "operator": _("For the operator"),
    "trouble": _("When something goes wrong"),
}
ROLES = {
    "contributor": _("Contributor"),
    "editor": _("Editor"),
    "chair": _("Chair"),
    "curator": _("Curator"),
    "operator": _("Operator"),
}
EVERYBODY = "all"
LANGUAGE = "id-id"  # in which the pages are written
LABEL = re.compile(r"\[\[([^\]]+)\]\]")
_FILE = re.compile(r"\A---\n(?P<head>.*?)\n---\n(?P<text>.*)\Z", re.DOTALL)


@dataclass(frozen=True)
class Task:
    """One page of the guide."""

    slug: str
    title: str
    group: str
    roles: frozenset[str]
    screens: tuple[str, ...]
    words: str
    text: str

    def is_for(self, roles: frozenset[str]) -> bool:
        """Whether somebody with these roles may do it."""
        return bool(self.roles & roles) or EVERYBODY in self.roles

    @property
    def group_name(self):
        """The name of its group in the reader's language."""
        return GROUPS[self.group]


def read(path: Path) -> Task:
    """One file. Raises ValueError when its head is not as it should be."""
    match = _FILE.match(path.read_text("utf-8"))
    if not match:
        raise ValueError(f"{path.name} has no head")
    head = dict(line.split(": ", 1) for line in match["head"].splitlines() if ": " in line)
    unknown = set(head["roles"].split()) - {*ROLES, EVERYBODY}
    if head["group"] not in GROUPS or unknown:
        raise ValueError(f"{path.name}: unknown group or role: {head['group']} {unknown}")
    screens = tuple(name.strip() for name in head.get("screens", "").split(",") if name.strip())
    roles = frozenset(head["roles"].split())
    slug = path.stem.partition("-")[2]
    with override(LANGUAGE):
        text = LABEL.sub(lambda label: f"**{gettext(label[1])}**", match["text"])
    return Task(slug, head["title"], head["group"], roles, screens, head.get("words", ""), text)


@lru_cache(maxsize=1)
def tasks() -> dict[str, Task]:
    """All pages by the word in their address, in the order of the groups."""
    order = list(GROUPS)
    found = [read(path) for path in sorted(FOLDER.glob("*.md"))]
    return {task.slug: task for task in sorted(found, key=lambda task: order.index(task.group))}


def roles_of(user) -> frozenset[str]:
    """What somebody is: roles in any KIM, curator of any hub, operator. Two queries at most."""
    if user.is_superuser:
        return frozenset(ROLES)
    roles = set(KimRole.objects.filter(group__user=user).values_list("role", flat=True))
    if own_hub_paths(user):
        roles.add("curator")
    return frozenset(roles)


def grouped(some) -> list[tuple]:
    """Tasks below the names of their groups."""
    found: dict[str, list[Task]] = {}
    for task in some:
        found.setdefault(task.group, []).append(task)
    return [(GROUPS[key], key, found[key]) for key in GROUPS if key in found]
