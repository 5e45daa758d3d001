"""Decisions of hubs in words, the same everywhere in the admin."""

from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from home.models import Curation


@dataclass(frozen=True)
class State:
    """A decision as people read it: a short label, its details, and which of `STATES` it is."""

    name: str
    label: str
    details: str = ""


def long_date(day) -> str:
    """A day in the reader's language."""
    return date_format(day, "DATE_FORMAT")


def state_of(decision: Curation | None) -> State:
    """The state of an entry on a hub."""
    if decision is None:
        return State("undecided", _("Not decided"))
    if decision.decision == Curation.Decision.HIDDEN:
        return State("hidden", _("Hidden"), decision.reason)
    if decision.is_over:
        return State(
            "undecided", _("Not decided"), _("Was featured until %(date)s") % {"date": long_date(decision.until)}
        )
    place = _("Place %(position)s") % {"position": decision.position}
    if decision.until is None:
        return State("featured", _("Featured"), place)
    until = _("until %(date)s") % {"date": long_date(decision.until)}
    return State("featured", _("Featured"), f"{place}, {until}")


def sentence(decision: Curation) -> str:
    """A decision as one sentence for the KIM."""
    values = {"hub": decision.hub_name}
    if decision.decision == Curation.Decision.HIDDEN:
        return _("%(hub)s does not show this page. Reason: %(reason)s") % {**values, "reason": decision.reason}
    if decision.until is None:
        return _("%(hub)s features this page.") % values
    values["date"] = long_date(decision.until)
    if decision.is_over:
        return _("%(hub)s featured this page until %(date)s.") % values
    return _("%(hub)s features this page until %(date)s.") % values
