"""What was done with a paper, in words."""

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.models import AuditEntry
from kim_sites.models import LegalPaper

FIELDS = {
    "number": gettext_lazy("number"),
    "issued_on": gettext_lazy("date"),
    "signer": gettext_lazy("signed by"),
    "office": gettext_lazy("office of the signer"),
    "valid_until": gettext_lazy("valid until"),
}


def change_text(entry: AuditEntry) -> str:
    """What an entry of the audit says about a paper, without who did it. Not escaped: templates do that."""
    data = entry.data
    change = data.get("change")
    if change == "added":
        return _("added")
    if change == "corrected":
        return _("corrected: %(fields)s") % {"fields": "; ".join(_fields(data.get("fields", {})))}
    if change == "tolerated":
        values = {"date": _shown("valid_until", data.get("until", "")), "reason": data.get("reason", "")}
        return _("more time until %(date)s: %(reason)s") % values
    if change == "officers":
        return _("changed the officers")
    return str(entry)


def _fields(fields: dict):
    for name, (before, after) in fields.items():
        if name == "scan":
            yield _("scan replaced") if before else _("scan added")
        elif name in FIELDS:
            yield f"{FIELDS[name]} {_shown(name, before)} → {_shown(name, after)}"


def _shown(name: str, value: str) -> str:
    """A value as people write it; a dash for none."""
    if not value:
        return "–"
    if name == "office":
        return str(dict(LegalPaper.Office.choices).get(value, value))
    date = parse_date(value) if name in ("issued_on", "valid_until") else None
    return date_format(date, "DATE_FORMAT") if date else value
