"""A change of officers with a legal paper (SK): who stays, who ends, who takes over, all in one go or nothing."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Kim, LegalPaper, Officer
from kim_sites.services.roster import RANK
from kim_sites.services.scans import CleanScan
from lifecycle.services.papers import PaperData, add_paper, lock_open, paper_of

LONGEST_NAME = Officer._meta.get_field("name").max_length


class What(models.TextChoices):
    """What becomes of one officer."""

    KEEP = "keep", gettext_lazy("stays")
    END = "end", gettext_lazy("ends")
    REPLACE = "replace", gettext_lazy("is replaced")


@dataclass(frozen=True)
class Change:
    """What becomes of one officer; `name` and `is_public` are those of the successor, if there is one."""

    officer_id: int
    what: str
    name: str = ""
    is_public: bool = False


@dataclass(frozen=True)
class NewOfficer:
    """Somebody who is named in addition."""

    name: str
    position: str
    is_public: bool = False


@dataclass(frozen=True)
class NewPaper:
    """The paper that names the officers, if it is not known yet."""

    data: PaperData
    scan: CleanScan | None = None


@transaction.atomic
def change_officers(
    actor, kim: Kim, paper: LegalPaper | NewPaper, changes: list[Change], added: list[NewOfficer] = ()
) -> LegalPaper:
    """Carry out a change of officers: former ones hold their position until the date of the paper, new ones since it.

    `changes` name every officer of today. Raises PermissionDenied if the actor does not look after the KIM or the paper
    is another one's; ValidationError if somebody else has changed the roster meanwhile, a successor has no name, or an
    officer would end before the beginning.
    """
    kim = lock_open(actor, kim)
    paper = add_paper(actor, kim, paper.data, paper.scan) if isinstance(paper, NewPaper) else paper_of(kim, paper)
    officers = {officer.pk: officer for officer in kim.officers.now().select_for_update(no_key=True)}
    if sorted(change.officer_id for change in changes) != sorted(officers):
        raise ValidationError(_("Somebody has changed the roster meanwhile. Please look at it again."), code="changed")
    order = max((officer.sort_order for officer in officers.values()), default=0)
    for change in changes:
        _carry_out(change, officers[change.officer_id], paper)
    for place, person in enumerate(added, 1):
        if person.position not in RANK:
            raise ValidationError(_("Please choose a position for %(name)s.") % {"name": person.name})
        _name(kim, paper, person.name, person.position, person.is_public, min(order + place, 32_000))
    ended = [officers[change.officer_id].name for change in changes if change.what != What.KEEP]
    named = [change.name for change in changes if change.what == What.REPLACE] + [person.name for person in added]
    details = {"paper": paper.pk, "change": "officers", "ended": ended, "named": named}
    audit.record(AuditEntry.Action.PAPER_CHANGED, user=actor, kim=kim, target=paper.number, data=details)
    return paper


def _carry_out(change: Change, officer: Officer, paper: LegalPaper) -> None:
    if change.what not in What.values:
        raise ValidationError(_("Please choose what becomes of %(name)s.") % {"name": officer.name})
    if change.what == What.KEEP:
        officer.legal_paper = paper
        officer.save()
        return
    if officer.since and officer.since > paper.issued_on:
        words = {"name": officer.name, "date": date_format(officer.since, "DATE_FORMAT")}
        raise ValidationError(
            _("%(name)s began on %(date)s, after the date of this decree (SK). Please check both dates.") % words
        )
    officer.until = paper.issued_on
    officer.save()
    if change.what == What.REPLACE:
        _name(officer.kim, paper, change.name, officer.position, change.is_public, officer.sort_order)


def _name(kim: Kim, paper: LegalPaper, name: str, position: str, is_public: bool, order: int) -> None:
    name = " ".join(name.split())
    if not name:
        raise ValidationError(_("Please enter the name of everybody who is new."))
    if len(name) > LONGEST_NAME:
        raise ValidationError(_("A name may have at most %(most)s characters.") % {"most": LONGEST_NAME})
    Officer.objects.create(
        kim=kim,
        name=name,
        position=position,
        is_public=is_public,
        since=paper.issued_on,
        legal_paper=paper,
        sort_order=order,
    )
