"""In which state a legal paper (SK) is. Only looks; what changes papers is in `lifecycle.services.papers`."""

import datetime
from dataclasses import dataclass

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from kim_sites.models import Kim, LegalPaper

WARN_DAYS = 90  # days before its end from which a paper counts as expiring


class PaperKind(models.TextChoices):
    """What matters about a paper today."""

    MISSING = "missing", gettext_lazy("No decree (SK)")
    NO_END = "no_end", gettext_lazy("No end date")
    VALID = "valid", gettext_lazy("Valid")
    EXPIRING = "expiring", gettext_lazy("Ends soon")
    EXPIRED = "expired", gettext_lazy("Ended")
    DECIDE = "decide", gettext_lazy("Please decide")


@dataclass(frozen=True)
class PaperState:
    """The state of a paper on one day. `days` are left until its last day: 0 on that day, negative after it."""

    kind: PaperKind
    days: int | None = None
    open_until: datetime.date | None = None  # only for an ended paper: the last day before curators are asked

    @property
    def label(self) -> str:
        """The state in a word or two."""
        return str(self.kind.label)

    @property
    def is_warning(self) -> bool:
        """Whether somebody should do something."""
        return self.kind not in (PaperKind.VALID, PaperKind.NO_END)

    @property
    def has_ended(self) -> bool:
        """Whether the last day of the paper has passed."""
        return self.kind in (PaperKind.EXPIRED, PaperKind.DECIDE)

    @property
    def sentence(self) -> str:
        """The state in a sentence, for the people of the KIM; empty if nothing is to be done."""
        if self.kind == PaperKind.MISSING:
            return _("There is no decree (SK) on this site yet.")
        if self.has_ended:
            return _("The decree (SK) has ended. Please send a new one to your Diskominfo.")
        if self.kind != PaperKind.EXPIRING:
            return ""
        if self.days == 0:
            return _("The decree (SK) ends today. Please see to a new one.")
        return ngettext(
            "The decree (SK) ends in %(days)s day. Please see to a new one.",
            "The decree (SK) ends in %(days)s days. Please see to a new one.",
            self.days,
        ) % {"days": self.days}

    @property
    def outlook(self) -> str:
        """What curators read about an ended paper: until when the site is left open; empty otherwise."""
        if self.kind == PaperKind.DECIDE:
            return _("The time for a new decree (SK) is over: give more time, or suspend the site.")
        if self.kind == PaperKind.EXPIRED and self.open_until:
            return _("The site stays open; please decide after %(date)s.") % {
                "date": date_format(self.open_until, "DATE_FORMAT")
            }
        return ""


def state_of(paper: LegalPaper | None, today: datetime.date | None = None) -> PaperState:
    """The state of a paper on a day, today if none is given. Asks the database nothing."""
    today = today or timezone.localdate()
    if paper is None:
        return PaperState(PaperKind.MISSING)
    if paper.valid_until is None:
        return PaperState(PaperKind.NO_END)
    days = (paper.valid_until - today).days
    if days > WARN_DAYS:
        return PaperState(PaperKind.VALID, days)
    if days >= 0:
        return PaperState(PaperKind.EXPIRING, days)
    open_until = paper.valid_until + datetime.timedelta(days=settings.PAPER_GRACE_DAYS)
    if paper.tolerated_until:
        open_until = max(open_until, paper.tolerated_until)
    return PaperState(PaperKind.DECIDE if today > open_until else PaperKind.EXPIRED, days, open_until)


def current_paper(kim: Kim) -> LegalPaper | None:
    """The paper on which a KIM stands now: the one with the latest date."""
    return kim.legal_papers.order_by(*LegalPaper._meta.ordering).first()


def current_only(papers: QuerySet[LegalPaper]) -> QuerySet[LegalPaper]:
    """Of some papers those that are the current one of their KIM."""
    later = LegalPaper.objects.filter(kim=OuterRef("kim")).filter(
        Q(issued_on__gt=OuterRef("issued_on")) | Q(issued_on=OuterRef("issued_on"), pk__gt=OuterRef("pk"))
    )
    return papers.filter(~Exists(later))


def states_of(kims) -> dict[int, PaperState]:
    """The state of each KIM's current paper by the key of the KIM; one query for all of them."""
    keys = [kim.pk for kim in kims]
    papers: dict[int, LegalPaper] = {}
    for paper in LegalPaper.objects.filter(kim__in=keys).order_by(*LegalPaper._meta.ordering):
        papers.setdefault(paper.kim_id, paper)
    today = timezone.localdate()
    return {key: state_of(papers.get(key), today) for key in keys}
