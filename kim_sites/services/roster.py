"""What is unusual about a roster: said aloud, and never a reason to refuse anything."""

from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kim_sites.models import Officer

Position = Officer.Position
# In this order they are listed; of each but members there is one at a time.
RANK = {Position.CHAIR: 0, Position.SECRETARY: 1, Position.TREASURER: 2, Position.MEMBER: 3}


def by_rank(officers: Iterable) -> list:
    """Officers of a KIM or a forum in the order of their positions, and then as they were put in order."""
    return sorted(officers, key=lambda officer: (RANK.get(officer.position, 9), officer.sort_order, officer.pk))


def doubled(officers: Iterable) -> list[str]:
    """A sentence for each position that more than one of these people hold at a time."""
    held = Counter(officer.position for officer in officers)
    names = dict(Position.choices)
    return [
        _("More than one person is named as %(position)s. Please enter until when the former one held it.")
        % {"position": names[position]}
        for position in RANK
        if position != Position.MEMBER and held[position] > 1
    ]


def warnings(officers: Iterable) -> list[str]:
    """Sentences about the officers of a KIM who hold a position now: limits of `KIM_FEWEST_MEMBERS` and
    `KIM_MOST_MEMBERS`, positions without anybody, positions held twice."""
    officers = list(officers)
    found = []
    number, fewest, most = len(officers), settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS
    values = {"number": number, "fewest": fewest, "most": most}
    if number < fewest:
        found.append(
            ngettext(
                "The roster names %(number)s person; a KIM should have at least %(fewest)s.",
                "The roster names %(number)s people; a KIM should have at least %(fewest)s.",
                number,
            )
            % values
        )
    elif number > most:
        found.append(_("The roster names %(number)s people; a KIM should have at most %(most)s.") % values)
    held = {officer.position for officer in officers}
    names = dict(Position.choices)
    missing = [str(names[position]) for position in RANK if position != Position.MEMBER and position not in held]
    if missing:
        found.append(_("Nobody is named yet as: %(positions)s.") % {"positions": ", ".join(missing)})
    return found + doubled(officers)
