"""Finds villages and districts by what people type: the beginning of a name, and words of what lies around it.

The index `onboarding_region_names` (migration 0002_apply) holds the very expression of `Squashed`.
"""

import re
from dataclasses import dataclass

from django.db.models import CharField, F, Func, Q, QuerySet

from kim_sites.models import Kim, Region
from onboarding.models import Application

FEWEST_LETTERS = 3
MOST_WORDS = 6
MOST_RESULTS = 12
# What people write before a name and no name needs: "desa Sukamaju kec. Cibeber kab. Cianjur".
BEFORE_NAMES = frozenset(["desa", "kel", "kelurahan", "kec", "kecamatan", "kab", "kabupaten", "prov", "provinsi"])
CODE = re.compile(r"^\d\d(\.\d+)+\.?$")
END = chr(0x10FFFF)
SQUASHED = "REPLACE(REPLACE(REPLACE(REPLACE(LOWER({}), ' ', ''), '-', ''), '''', ''), '.', '')"


class Squashed(Func):
    """A name in small letters, without blanks and marks: "Suka Maju" and "Sukamaju" are one spelling."""

    template = SQUASHED.format("%(expressions)s")
    output_field = CharField()

    def as_postgresql(self, compiler, connection, **extra):
        """Compared by bytes, whatever the language of the database, so that a prefix is a range."""
        return self.as_sql(compiler, connection, template=f'({self.template} COLLATE "C")', **extra)


@dataclass(frozen=True)
class Place:
    """A village or district as it is offered: where it lies, and who is there already."""

    region: Region
    district: str
    regency: str
    province: str
    kim: Kim | None = None
    is_spoken_for: bool = False

    @property
    def line(self) -> str:
        """What it lies in, from the district up; names are not unique."""
        return ", ".join(name for name in (self.district, self.regency, self.province) if name)

    @property
    def is_free(self) -> bool:
        """Whether a group from there may apply."""
        return self.kim is None and not self.is_spoken_for

    def as_json(self) -> dict:
        """What the type-ahead shows."""
        return {
            "code": self.region.code,
            "name": self.region.name,
            "kind": self.region.get_kind_display(),
            "line": self.line,
            "kim": {"name": self.kim.name, "url": self.kim.url} if self.kim else None,
            "spokenFor": self.is_spoken_for,
        }


def search(text: str, near: str = "") -> list[Place]:
    """At most `MOST_RESULTS` active villages and districts that fit, those of the province `near` (a code) first.

    Costs a few look-ups in an index; what no name begins with is looked for inside the names of that province.
    """
    text = "".join(letter if letter.isprintable() else " " for letter in text[:200])
    text = " ".join(text.lower().replace(",", " ").split())[:120]
    if CODE.match(text):
        rows = _of_province(_open_regions(), text[:2]).filter(code__startswith=text.rstrip("."))
        return describe(list(rows.order_by("code")[:MOST_RESULTS]))
    words = _tidy(text.split())
    if len(squash("".join(words))) < FEWEST_LETTERS:
        return []
    for count in range(len(words), 0, -1):
        found = _beginning(words[:count], words[count:], near)
        if found:
            return describe(found)
    return describe(_inside(squash("".join(words)), near))


def describe(regions: list[Region]) -> list[Place]:
    """Regions with the names around them, the KIM they have and whether somebody applies; three queries for any number."""
    codes = {code for region in regions for code in region.ancestor_codes[1:]}
    names = dict(Region.objects.filter(code__in=codes).values_list("code", "name"))
    taken = Kim.objects.filter(region__in=regions).exclude(status=Kim.Status.ARCHIVED).select_related("site")
    kim_of = {kim.region_id: kim for kim in taken}
    open_ones = Application.objects.filter(region__in=regions, state__in=Application.OPEN_STATES)
    spoken_for = set(open_ones.values_list("region_id", flat=True))
    level = Region.Level
    return [
        Place(
            region,
            names.get(region.code_at(level.DISTRICT), "") if region.level > level.DISTRICT else "",
            names.get(region.code_at(level.REGENCY), ""),
            names.get(region.code_at(level.PROVINCE), ""),
            kim_of.get(region.code),
            region.code in spoken_for,
        )
        for region in regions
    ]


def squash(text: str) -> str:
    """The same as `Squashed`, for what was typed."""
    return re.sub(r"[ \-'’.]", "", text.lower())


def _tidy(words: list[str]) -> list[str]:
    kept = [word for word in words if word.strip(".") not in BEFORE_NAMES]
    return [squash(word) for word in (kept or words)[:MOST_WORDS] if squash(word)]


def _open_regions() -> QuerySet[Region]:
    # A range: with a list of levels SQLite would take the index of levels, and read every village.
    rows = Region.objects.filter(level__gte=Region.Level.DISTRICT, is_active=True)
    return rows.annotate(squashed=Squashed(F("name")))


def _beginning(name: list[str], around: list[str], near: str) -> list[Region]:
    """Names that begin like this, and lie in something that holds the other words."""
    prefix = "".join(name)
    if len(prefix) < FEWEST_LETTERS:
        return []
    rows = _open_regions().filter(squashed__gte=prefix, squashed__lt=prefix + END)
    for word in around:
        rows = rows.filter(
            Q(parent__name__icontains=word)
            | Q(parent__parent__name__icontains=word)
            | Q(parent__parent__parent__name__icontains=word)
        )
    return _near_first(rows, near)


def _inside(text: str, near: str) -> list[Region]:
    """Names that hold it somewhere, in the hub's own province: few enough to look at each."""
    rows = _of_province(_open_regions(), near).filter(squashed__contains=text)
    return list(rows.order_by("code")[:MOST_RESULTS]) if near else []


def _of_province(rows: QuerySet[Region], code: str) -> QuerySet[Region]:
    """Those of one province, as a range of codes that every database reads from its index."""
    return rows.filter(code__gte=code, code__lt=f"{int(code) + 1:02}") if code else rows


def _near_first(rows: QuerySet[Region], near: str) -> list[Region]:
    rows = rows.order_by("squashed", "code")
    found = list(_of_province(rows, near)[:MOST_RESULTS]) if near else []
    if len(found) < MOST_RESULTS:
        others = rows.exclude(code__startswith=f"{near}.") if near else rows
        found += others[: MOST_RESULTS - len(found)]
    return found
