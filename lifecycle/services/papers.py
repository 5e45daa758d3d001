"""The legal papers (SK) of a KIM: added, corrected, given more time. See `kim_sites.services.papers` for their states.

Everything here queues on the row of the KIM, checks who acts, and is written into the audit.
"""

import datetime
from dataclasses import asdict, dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, LegalPaper
from kim_sites.services import mail, provisioning
from kim_sites.services.papers import WARN_DAYS, PaperKind, current_only, current_paper, state_of
from kim_sites.services.scans import CleanScan
from kim_sites.services.scope import at_or_below
from members.services.reach import lock, own_hub_paths, stands_above
from members.services.roles import chairs

PAPER_CHANGED = AuditEntry.Action.PAPER_CHANGED
EARLIEST = datetime.date(1980, 1, 1)  # no KIM is older, nor were the groups that became one
LATEST_YEARS = 60  # years from today; later ones are a slip of the finger
UNDO_TIME = datetime.timedelta(days=1)  # for so long a paper that was added by mistake can be taken away again
MOST_MORE_TIME = datetime.timedelta(days=366)
MOST_REASON = 300
__all__ = ["PaperData", "add_paper", "change_paper", "current_paper", "state_of", "suspend", "tolerate"]


@dataclass(frozen=True)
class PaperData:
    """What stands on a paper."""

    number: str
    issued_on: datetime.date
    signer: str
    office: str
    valid_until: datetime.date | None = None


@transaction.atomic
def add_paper(actor, kim: Kim, data: PaperData, scan: CleanScan | None = None) -> LegalPaper:
    """Add a paper; if its date is the latest one, it is the current paper from now on. The others stay as history.

    Raises PermissionDenied if the actor does not look after the KIM, ValidationError by field for what can't be.
    """
    kim = lock_open(actor, kim)
    data = _checked(data)
    _check_number(kim, data.number)
    paper = LegalPaper(kim=kim, added_by=actor, added_at=timezone.now(), **asdict(data))
    if scan:
        paper.scan = scan.file
    paper.save()
    audit.record(PAPER_CHANGED, user=actor, kim=kim, target=paper.number, data={"paper": paper.pk, "change": "added"})
    return paper


@transaction.atomic
def change_paper(actor, kim: Kim, paper: LegalPaper, data: PaperData, scan: CleanScan | None = None) -> LegalPaper:
    """Correct what was typed wrong, or give the paper a (better) scan. What stood there before is kept in the audit.

    With another last day, notices are sent anew and time that was given for the former one is void. Raises as
    `add_paper` does, PermissionDenied also for a paper of another KIM.
    """
    kim = lock_open(actor, kim)
    paper = paper_of(kim, paper)
    data = _checked(data)
    _check_number(kim, data.number, but=paper)
    before = {name: [str(getattr(paper, name) or ""), str(value or "")] for name, value in asdict(data).items()}
    changes = {name: pair for name, pair in before.items() if pair[0] != pair[1]}
    if "valid_until" in changes:
        paper.notices.all().delete()
        paper.tolerated_until = None
    for name, value in asdict(data).items():
        setattr(paper, name, value)
    if scan:
        changes["scan"] = [bool(paper.scan), True]
        _drop_file(paper)
        paper.scan = scan.file
    if changes:
        paper.save()
        details = {"paper": paper.pk, "change": "corrected", "fields": changes}
        audit.record(PAPER_CHANGED, user=actor, kim=kim, target=paper.number, data=details)
    return paper


def may_remove(actor, paper: LegalPaper) -> bool:
    """Whether a paper can still be taken away: added within the last day, or by an operator at any time; and never
    the only one."""
    is_fresh = timezone.now() - paper.added_at < UNDO_TIME and paper.added_by_id is not None
    return (is_fresh or actor.is_superuser) and paper.kim.legal_papers.exclude(pk=paper.pk).exists()


@transaction.atomic
def remove_paper(actor, kim: Kim, paper: LegalPaper) -> None:
    """Take away a paper that was just added by mistake. Raises as `change_paper` does."""
    kim = lock_open(actor, kim)
    paper = paper_of(kim, paper)
    if not may_remove(actor, paper):
        raise ValidationError(
            _("A decree (SK) stays in the history. Only one that was added today by mistake can be removed.")
        )
    _drop_file(paper)
    details = {"paper": paper.pk, "change": "removed"}
    audit.record(PAPER_CHANGED, user=actor, kim=kim, target=paper.number, data=details)
    paper.delete()


@transaction.atomic
def tolerate(actor, kim: Kim, until: datetime.date, reason: str) -> LegalPaper:
    """Leave the site of a KIM open although its paper has ended, until a day; the chair is told by mail.

    Raises PermissionDenied unless the actor stands above the KIM, ValidationError by field without a reason, for a day
    that is no later one or more than a year away, and if the current paper has not ended.
    """
    kim = _lock_from_above(actor, kim)
    paper = _ended_paper(kim)
    reason = _checked_reason(reason)
    today = timezone.localdate()
    if until <= today:
        raise ValidationError({"until": _("Choose a day after today.")})
    if until > today + MOST_MORE_TIME:
        raise ValidationError({"until": _("Choose a day within the next year.")})
    paper.tolerated_until = until
    paper.save(update_fields=["tolerated_until"])
    details = {"paper": paper.pk, "change": "tolerated", "until": until.isoformat(), "reason": reason}
    audit.record(PAPER_CHANGED, user=actor, kim=kim, target=paper.number, data=details)
    for person in chairs(kim).filter(is_active=True):
        mail.send("paper_tolerated", paper.pk, person.pk, until.isoformat(), reason)
    return paper


@transaction.atomic
def suspend(actor, kim: Kim, reason: str) -> Kim:
    """Close the site of a KIM to readers because its paper has ended; the chair is told by mail. Safe to repeat.

    Raises as `tolerate` does.
    """
    kim = _lock_from_above(actor, kim)
    _ended_paper(kim)
    reason = _checked_reason(reason)
    if kim.status == Kim.Status.SUSPENDED:
        return kim
    kim = provisioning.suspend_kim(kim, reason)
    for person in chairs(kim).filter(is_active=True):
        mail.send("paper_suspended", kim.pk, person.pk, reason)
    return kim


def papers_to_watch(user, kind: str = "", today: datetime.date | None = None) -> QuerySet[LegalPaper]:
    """Current papers that end soon or have ended, of the KIM below the person's own hubs, the oldest end first.

    `kind` narrows to one of `PaperKind`. Archived KIM are not watched. One query for the hubs, and a look-up by the end.
    """
    today = today or timezone.localdate()
    papers = LegalPaper.objects.exclude(kim__status=Kim.Status.ARCHIVED).filter(_ends_within(kind, today))
    if not user.is_active:
        return papers.none()
    if not user.is_superuser:
        papers = papers.filter(at_or_below(own_hub_paths(user), "kim__home_page__path"))
    return current_only(papers).select_related("kim__region").order_by("valid_until", "pk")


def _ends_within(kind: str, today: datetime.date) -> Q:
    grace_began = today - datetime.timedelta(days=settings.PAPER_GRACE_DAYS)
    is_over = Q(valid_until__lt=grace_began) & (Q(tolerated_until__isnull=True) | Q(tolerated_until__lt=today))
    if kind == PaperKind.DECIDE:
        return is_over
    if kind == PaperKind.EXPIRED:
        return Q(valid_until__lt=today) & ~is_over
    if kind == PaperKind.EXPIRING:
        return Q(valid_until__range=(today, today + datetime.timedelta(days=WARN_DAYS)))
    return Q(valid_until__lte=today + datetime.timedelta(days=WARN_DAYS))


def history_of(paper: LegalPaper) -> list[AuditEntry]:
    """Who did what with a paper, the last first."""
    entries = AuditEntry.objects.filter(kim=paper.kim_id, action=PAPER_CHANGED, data__paper=paper.pk)
    return list(entries.select_related("actor")[:50])


def lock_open(actor, kim: Kim) -> Kim:
    """Hold the row of a KIM that the actor looks after. Raises PermissionDenied, ValidationError for an archived one."""
    kim = lock(actor, kim)
    if kim.status == Kim.Status.ARCHIVED:
        raise ValidationError(_("%(kim)s is archived: it can only be read.") % {"kim": kim.name})
    return kim


def _lock_from_above(actor, kim: Kim) -> Kim:
    kim = lock_open(actor, kim)
    if not stands_above(actor, kim):
        raise PermissionDenied
    return kim


def paper_of(kim: Kim, paper: LegalPaper) -> LegalPaper:
    """A paper of the KIM, held until the end of the transaction. Raises PermissionDenied for any other."""
    found = LegalPaper.objects.select_for_update(no_key=True).filter(kim=kim, pk=paper.pk).first()
    if found is None:
        raise PermissionDenied
    return found


def _ended_paper(kim: Kim) -> LegalPaper:
    paper = current_paper(kim)
    if paper is None or not state_of(paper).has_ended:
        raise ValidationError(_("The decree (SK) of %(kim)s has not ended: nothing to decide.") % {"kim": kim.name})
    return paper


def _checked_reason(reason: str) -> str:
    reason = " ".join(reason.split())
    if not reason:
        raise ValidationError({"reason": _("Say why: the KIM reads it.")})
    if len(reason) > MOST_REASON:
        raise ValidationError({"reason": _("Please say it in at most %(most)s characters.") % {"most": MOST_REASON}})
    return reason


def _checked(data: PaperData) -> PaperData:
    """The data without needless blanks. Raises ValidationError by field."""
    today = timezone.localdate()
    words = {"number": " ".join(data.number.split()), "signer": " ".join(data.signer.split())}
    problems = {}
    for name, text in words.items():
        if not text:
            problems[name] = _("Please fill this in.")
        elif len(text) > 120:
            problems[name] = _("Please use at most 120 characters.")
    if data.office not in LegalPaper.Office.values:
        problems["office"] = _("Please choose who signed.")
    if not data.issued_on:
        problems["issued_on"] = _("Please enter the date on the decree (SK).")
    elif data.issued_on > today:
        problems["issued_on"] = _("The date of the decree (SK) lies in the future.")
    elif data.issued_on < EARLIEST:
        problems["issued_on"] = _("Please check the year.")
    elif data.valid_until and data.valid_until <= data.issued_on:
        problems["valid_until"] = _("The last day has to come after the date of the decree (SK).")
    if data.valid_until and data.valid_until.year > today.year + LATEST_YEARS:
        problems["valid_until"] = _("Please check the year.")
    if problems:
        raise ValidationError(problems)
    return PaperData(words["number"], data.issued_on, words["signer"], data.office, data.valid_until)


def _check_number(kim: Kim, number: str, but: LegalPaper | None = None) -> None:
    others = kim.legal_papers.filter(number__iexact=number)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if others.exists():
        raise ValidationError({"number": _("This KIM has a decree (SK) with this number already.")})


def _drop_file(paper: LegalPaper) -> None:
    """Remove the stored scan once the transaction is through."""
    if paper.scan:
        storage, name = paper.scan.storage, paper.scan.name
        transaction.on_commit(lambda: storage.delete(name))
