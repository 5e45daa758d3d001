"""Mails about legal papers: short, the first line says what it is about, one link."""

import datetime

from django.conf import settings
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kim_sites.models import Kim, LegalPaper, User
from kim_sites.services.mail import Mail, writes
from kim_sites.services.papers import current_paper, state_of
from members.services.roles import chairs


@writes("paper_ends", gettext_lazy("A decree (SK) is about to end"))
def paper_ends(paper_id: int, days: int, person_id: int) -> Mail | None:
    """The notice before the end, or at it; None if the paper was renewed or the person left meanwhile."""
    paper = LegalPaper.objects.select_related("kim").filter(pk=paper_id).first()
    person = User.objects.filter(pk=person_id, is_active=True).first()
    if paper is None or person is None or paper.valid_until is None or current_paper(paper.kim) != paper:
        return None
    state = state_of(paper)
    context = _context(paper.kim, person) | {
        "paper": paper,
        "state": state,
        "date": date_format(paper.valid_until, "DATE_FORMAT"),
        "grace_days": settings.PAPER_GRACE_DAYS,
    }
    return Mail(person.email, _subject(paper.kim, state.days), "lifecycle/mail/paper_ends.txt", context)


def _subject(kim: Kim, days: int) -> str:
    if days < 0:
        return _("The decree (SK) of %(kim)s has ended") % {"kim": kim.name}
    if days == 0:
        return _("The decree (SK) of %(kim)s ends today") % {"kim": kim.name}
    return ngettext(
        "The decree (SK) of %(kim)s ends in %(days)s day", "The decree (SK) of %(kim)s ends in %(days)s days", days
    ) % {"kim": kim.name, "days": days}


@writes("paper_tolerated", gettext_lazy("An ended decree (SK) is tolerated"))
def paper_tolerated(paper_id: int, person_id: int, until: str, reason: str) -> Mail | None:
    """The curators gave more time."""
    paper = LegalPaper.objects.select_related("kim").filter(pk=paper_id).first()
    person = User.objects.filter(pk=person_id, is_active=True).first()
    if paper is None or person is None:
        return None
    date = date_format(datetime.date.fromisoformat(until), "DATE_FORMAT")
    subject = _("More time for a new decree (SK) of %(kim)s") % {"kim": paper.kim.name}
    context = _context(paper.kim, person) | {"paper": paper, "date": date, "reason": reason}
    return Mail(person.email, subject, "lifecycle/mail/paper_tolerated.txt", context)


@writes("paper_suspended", gettext_lazy("Suspended for an ended decree (SK)"))
def paper_suspended(kim_id: int, person_id: int, reason: str) -> Mail | None:
    """The curators closed the site because the paper has ended."""
    kim = Kim.objects.filter(pk=kim_id).first()
    person = User.objects.filter(pk=person_id, is_active=True).first()
    if kim is None or person is None or kim.status != Kim.Status.SUSPENDED:
        return None
    subject = _("The site of %(kim)s is closed to readers for now") % {"kim": kim.name}
    return Mail(person.email, subject, "lifecycle/mail/paper_suspended.txt", _context(kim, person) | {"reason": reason})


def _context(kim: Kim, person: User) -> dict:
    url = settings.WAGTAILADMIN_BASE_URL + reverse("kim_papers:list", args=[kim.pk])
    return {"kim": kim, "person": person, "url": url, "is_chair": chairs(kim).filter(pk=person.pk).exists()}
