"""Which KIM are made: real villages and districts, the same ten first at every size."""

import random
from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.utils.text import slugify

from home.services.provinces import province_label
from kim_sites.models import Region
from kim_sites.services import hosts

MEASURED = 10  # tenants that are the same at every size, and richer than the rest
MEASURED_PROVINCE = "51"
LONGEST_SLUG = 40


@dataclass
class Tenant:
    """One KIM to be made; `values` are what its rows are written with, `bases` the first key of each of its tables."""

    number: int
    region_code: str
    values: dict[str, str]
    bases: dict[str, int] = field(default_factory=dict)

    @property
    def is_measured(self) -> bool:
        """Whether it is one of the richer ones."""
        return self.number < MEASURED

    @property
    def regency_code(self) -> str:
        """The code of its regency."""
        return ".".join(self.region_code.split(".")[:2])


def choose_tenants(count: int) -> list[Tenant]:
    """The first `count` tenants. Raises ValueError if there are fewer villages and districts than that."""
    names = dict(Region.objects.filter(is_active=True).values_list("code", "name"))
    villages = [code for code in sorted(names) if code.count(".") == 3]
    districts = [code for code in sorted(names) if code.count(".") == 2]
    shuffle = random.Random(7).shuffle  # noqa: S311  (an order that is the same every time)
    measured = measured_villages(villages)
    others = [code for code in villages if code not in set(measured)]
    shuffle(others)
    shuffle(districts)
    codes = [*measured, *others, *districts][:count]
    if len(codes) < count:
        raise ValueError(f"there are only {len(codes)} villages and districts")
    slugs = Slugs()
    return [Tenant(number, code, _values(code, names, slugs)) for number, code in enumerate(codes)]


def measured_villages(villages: list[str]) -> list[str]:
    """Ten villages of one province, going round its regencies."""
    province = (
        MEASURED_PROVINCE if any(code.startswith(f"{MEASURED_PROVINCE}.") for code in villages) else villages[0][:2]
    )
    by_regency = defaultdict(list)
    for code in villages:
        if code.startswith(f"{province}."):
            by_regency[code[:5]].append(code)
    rounds = max(map(len, by_regency.values()))
    in_turn = [codes[turn] for turn in range(rounds) for codes in by_regency.values() if turn < len(codes)]
    return in_turn[:MEASURED]


def _values(code: str, names: dict[str, str], slugs: "Slugs") -> dict[str, str]:
    segments = code.split(".")
    above = [".".join(segments[:length]) for length in range(len(segments), 1, -1)]
    village = _plain(names[code])
    return {
        "region": code,
        "district": ".".join(segments[:3]),
        "regency": ".".join(segments[:2]),
        "province": segments[0],
        "village": village,
        "place": ", ".join(_plain(names[item]) for item in above),
        "name": f"KIM {village}"[:120],
        "slug": slugs.take(names[code], names[".".join(segments[:3])], "".join(segments)),
    }


def _plain(name: str) -> str:
    """A name without what one of the formats on the way would have to escape; no region has such a letter today."""
    return "".join(letter for letter in name if letter not in '\\"%<>&\t\r\n')


class Slugs:
    """Gives out addresses, each once."""

    def __init__(self):
        self.taken = set(hosts.RESERVED_LABELS)
        self.taken.add(hosts.HostName.parse(settings.ADMIN_HOST).name.split(".")[0])
        self.taken.update(province_label(region) for region in Region.objects.filter(level=Region.Level.PROVINCE))

    def take(self, name: str, district: str, digits: str) -> str:
        """The village's name, with its district's or its code where that is taken or no address."""
        own = slugify(name)
        for slug in (own, f"{own}-{slugify(district)}", f"{own[: LONGEST_SLUG - len(digits) - 1].strip('-')}-{digits}"):
            if slug not in self.taken and 3 <= len(slug) <= LONGEST_SLUG and hosts.LABEL.match(slug):
                self.taken.add(slug)
                return slug
        raise ValueError(f"no address for {name} ({digits})")
