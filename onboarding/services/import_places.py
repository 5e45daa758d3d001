"""Finds the village of a row by its code or its names, inside the region that a spreadsheet is for."""

import difflib
import re

from django.utils.text import slugify
from django.utils.translation import gettext as _

from kim_sites.models import Region
from kim_sites.models.regions import NATION_CODE
from kim_sites.services import hosts
from kim_sites.services.regions import get_region
from onboarding.services.import_columns import plain

Level = Region.Level
# What people write before a name. "Kota" stays: it is part of a name as often as not.
PREFIXES = re.compile(r"^(desa adat|desa|ds|kelurahan|kel|kampung|nagari|kecamatan|kec|distrik|kabupaten|kab) ")
LONGEST_LABEL = 40


class PlaceError(ValueError):
    """A place that can't be used: `key` names the column, the message is one sentence."""

    def __init__(self, key: str, text: str):
        super().__init__(text)
        self.key = key


def lies_in(code: str, region_code: str) -> bool:
    """Whether a region is the other one or lies in it."""
    return region_code == NATION_CODE or code == region_code or code.startswith(f"{region_code}.")


class PlaceFinder:
    """Looks places up for one spreadsheet; what was read of a parent is kept for the next rows."""

    def __init__(self, region: Region):
        self.region = region
        self._children: dict[tuple[str, int], dict[str, list[Region]]] = {}

    def find(self, values: dict[str, str]) -> Region:
        """The village (or district) of a row. Raises PlaceError."""
        if values.get("kode"):
            found = self._by_code(values["kode"])
            self._check_names(found, values)
        else:
            found = self._by_names(values)
        return found

    def _by_code(self, text: str) -> Region:
        code = _dotted(text)
        try:
            region = get_region(code)
        except ValueError as error:
            raise PlaceError("kode", str(error)) from error
        if region.level < Level.DISTRICT:
            raise PlaceError(
                "kode",
                _("A KIM sits in a village or a district; %(name)s (%(code)s) is larger.")
                % {"name": region.name, "code": region.code},
            )
        self._check_inside(region, "kode")
        return region

    def _check_inside(self, region: Region, key: str) -> None:
        if not lies_in(region.code, self.region.code):
            raise PlaceError(
                key,
                _("%(name)s (%(code)s) does not lie in %(region)s.")
                % {"name": region.name, "code": region.code, "region": self.region.name},
            )

    def _check_names(self, region: Region, values: dict[str, str]) -> None:
        """Code and name say the same, or one of them is a slip."""
        key = "desa" if region.level == Level.VILLAGE else "kecamatan"
        said = values.get(key, "")
        if said and _bare(said) != _bare(region.name):
            raise PlaceError(
                "kode",
                _("The code %(code)s is %(name)s, but the row says %(said)s. Please correct one of them.")
                % {"code": region.code, "name": region.name, "said": said},
            )

    def _by_names(self, values: dict[str, str]) -> Region:
        if not values.get("desa"):
            raise PlaceError("desa", _("Please write the code or the name of the village."))
        if not values.get("kecamatan"):
            raise PlaceError("kecamatan", _("Please write the name of the district, or the code of the village."))
        regency = self._regency(values.get("kabupaten", ""))
        district = self._child(regency, Level.DISTRICT, values["kecamatan"], "kecamatan")
        return self._child(district, Level.VILLAGE, values["desa"], "desa")

    def _regency(self, name: str) -> Region:
        if self.region.level == Level.REGENCY:
            if name and _bare(name) != _bare(self.region.name) and _bare(name) != _bare(self.region.short_name):
                raise PlaceError(
                    "kabupaten",
                    _("%(name)s is not %(region)s, which this import is for.")
                    % {"name": name, "region": self.region.name},
                )
            return self.region
        if not name:
            raise PlaceError("kabupaten", _("Please write the name of the regency, or the code of the village."))
        return self._child(self.region, Level.REGENCY, name, "kabupaten")

    def _child(self, parent: Region, level: int, name: str, key: str) -> Region:
        known = self._names_below(parent, level)
        found = known.get(_bare(name), [])
        if len(found) == 1:
            return found[0]
        words = {"name": name, "parent": parent.name}
        if found:
            raise PlaceError(key, _("There are several %(name)s in %(parent)s. Please write the code.") % words)
        near = difflib.get_close_matches(_bare(name), known, n=1, cutoff=0.75)
        if near:
            words["near"] = known[near[0]][0].name
            raise PlaceError(key, _("There is no %(name)s in %(parent)s. Is it %(near)s?") % words)
        raise PlaceError(key, _("There is no %(name)s in %(parent)s.") % words)

    def _names_below(self, parent: Region, level: int) -> dict[str, list[Region]]:
        if (parent.code, level) not in self._children:
            rows = Region.objects.filter(level=level, is_active=True)
            if parent.code != NATION_CODE:
                rows = rows.filter(code__startswith=f"{parent.code}.")
            names: dict[str, list[Region]] = {}
            for row in rows:
                names.setdefault(_bare(row.name), []).append(row)
            self._children[parent.code, level] = names
        return self._children[parent.code, level]


def suggest_label(region: Region, taken: set[str] = frozenset()) -> str:
    """A free address from the names of a village; `taken` are addresses that others of the same file get."""
    names = [region.name]
    ancestors = {row.level: row for row in Region.objects.filter(code__in=region.ancestor_codes)}
    names += [ancestors[level].short_name for level in (Level.DISTRICT, Level.REGENCY) if level < region.level]
    stem = slugify(names[0]) or "kim"
    candidates = [stem, *(f"{stem}-{slugify(name)}" for name in names[1:])]
    candidates += [f"kim-{stem}", *(f"{stem}-{number}" for number in range(2, 100))]
    for candidate in candidates:
        label = candidate[:LONGEST_LABEL].strip("-")
        if label not in taken and not hosts.label_problem(label):
            return label
    return f"kim-{region.code.replace('.', '-')}"


def tidy_label(text: str) -> str:
    """The label that somebody means who wrote a whole address."""
    text = re.sub(r"^[a-z]+://", "", text.strip().lower()).rstrip("/")
    return text.removesuffix(f".{hosts.base_domain().name}")


def _dotted(text: str) -> str:
    """The code with its dots, also when a program took them away: 6202042001 or 62,02,04,2001."""
    code = re.sub(r"[\s,]+", ".", text.strip())
    digits = code.replace(".", "")
    if digits.isdigit() and "." not in code and len(digits) in (6, 10):
        parts = [digits[:2], digits[2:4], digits[4:6], digits[6:]]
        return ".".join(part for part in parts if part)
    return code


def _bare(name: str) -> str:
    """A name as it is compared: without "desa" or "kecamatan" before it, and without blanks."""
    return PREFIXES.sub("", plain(name)).replace(" ", "")
