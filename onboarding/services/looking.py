"""What a curator should look at twice: things that are missing or odd, and applications or KIM that may be the same."""

import datetime
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

from django.conf import settings
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kim_sites.models import Kim, LegalPaper
from onboarding.models import Application, ApplicationOfficer

State = Application.State
ALIKE = 0.84  # from 0 to 1: names that are at least so alike are shown
MOST = 200  # neighbours that are compared
NOISE = re.compile(r"\b(kim|kelompok|komunitas|informasi|masyarakat|desa|kelurahan|kecamatan)\b|[^a-z0-9 ]")


@dataclass(frozen=True)
class Lookalike:
    """An application or a KIM that may be the same, and why."""

    name: str
    reasons: tuple[str, ...]
    application: Application | None = None
    kim: Kim | None = None


def fewest_members() -> int:
    """From how many named people on nothing is said."""
    return getattr(settings, "KIM_FEWEST_MEMBERS", 3)


def most_members() -> int:
    """Up to how many named people nothing is said."""
    return getattr(settings, "KIM_MOST_MEMBERS", 30)


def count_members(applications: Iterable[Application]) -> dict[int, int]:
    """How many people each application names; one query."""
    rows = ApplicationOfficer.objects.filter(application__in=[row.pk for row in applications])
    return dict(rows.order_by().values_list("application").annotate(Count("pk")))


def oddities(application: Application, members: int) -> list[str]:
    """What is missing or odd, in a few words each. Nothing of it refuses the application."""
    found = []
    today = timezone.localdate()
    until = application.paper_valid_until
    if not application.scan:
        found.append(_("no scan"))
    if until is None:
        found.append(_("no end date of the SK"))
    elif until < today:
        found.append(_("SK has expired"))
    elif until < today + datetime.timedelta(days=90):
        found.append(_("SK ends soon"))
    if members < fewest_members():
        found.append(ngettext("only %(count)s member", "only %(count)s members", members or 2) % {"count": members})
    elif members > most_members():
        found.append(_("%(count)s members") % {"count": members})
    if application.failure:
        found.append(_("the site could not be made"))
    return found


def waits_for(application: Application) -> str:
    """The age in words: "waits 6 days"."""
    since = application.waiting_since or application.submitted_at
    if since is None:
        return ""
    days = max((timezone.localdate() - timezone.localdate(since)).days, 0)
    if not days:
        return _("since today")
    return ngettext("waits %(days)s day", "waits %(days)s days", days) % {"days": days}


def lookalikes(application: Application) -> list[Lookalike]:
    """What may be the same, within the regency of the application. Three queries."""
    if not application.regency_id or not application.region_id:
        return []
    return [*_open_applications(application), *_registered(application)]


def _open_applications(application: Application) -> list[Lookalike]:
    rows = Application.objects.filter(regency=application.regency_id, state__in=Application.OPEN_STATES)
    found = []
    for other in rows.exclude(pk=application.pk).select_related("region").order_by("-pk")[:MOST]:
        reasons = []
        if other.region_id == application.region_id:
            reasons.append(_("same village"))
        elif _district(other.region_id) == _district(application.region_id) and alike(other, application):
            reasons.append(_("similar name in the same district"))
        if _same(other.paper_number, application.paper_number):
            reasons.append(_("same number of the SK"))
        mine = {_plain(application.contact_email), _plain(application.chair_email)} - {""}
        if mine & {_plain(other.contact_email), _plain(other.chair_email)}:
            reasons.append(_("same e-mail address"))
        if _same(other.contact_phone, application.contact_phone):
            reasons.append(_("same phone number"))
        if reasons:
            found.append(Lookalike(other.kim_name, tuple(reasons), application=other))
    return found


def _registered(application: Application) -> list[Lookalike]:
    """KIM of the district with the same village or a similar name, and KIM of the regency with the same SK."""
    district = _district(application.region_id)
    near = Kim.objects.filter(Q(region=district) | Q(region__code__startswith=f"{district}."))
    near = near.exclude(pk=application.kim_id).exclude(status=Kim.Status.ARCHIVED)
    reasons: dict[Kim, list[str]] = {}
    for kim in near.select_related("site", "region").order_by("pk")[:MOST]:
        if kim.region_id == application.region_id:
            reasons.setdefault(kim, []).append(_("same village"))
        elif alike(kim, application):
            reasons.setdefault(kim, []).append(_("similar name in the same district"))
    number = application.paper_number.strip()
    if number:
        papers = LegalPaper.objects.filter(
            kim__region__code__startswith=f"{application.regency_id}.", number__iexact=number
        )
        for paper in papers.exclude(kim=application.kim_id).select_related("kim__site", "kim__region")[:10]:
            reasons.setdefault(paper.kim, []).append(_("same number of the SK"))
    return [Lookalike(kim.name, tuple(words), kim=kim) for kim, words in reasons.items()]


def alike(one, other) -> bool:
    """Whether two names (of KIM or applications) mean the same to somebody who reads fast."""
    names = [_bare(getattr(item, "kim_name", None) or getattr(item, "name", "")) for item in (one, other)]
    return all(names) and SequenceMatcher(None, *names).ratio() >= ALIKE


def _bare(name: str) -> str:
    return " ".join(NOISE.sub(" ", name.lower()).split())


def _plain(text: str) -> str:
    return "".join(text.lower().split())


def _same(one: str, other: str) -> bool:
    return bool(_plain(one)) and _plain(one) == _plain(other)


def _district(code: str) -> str:
    return ".".join(code.split(".")[:3])
