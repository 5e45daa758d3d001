"""Notices before a legal paper (SK) ends: to the chair and to the curators of the regency, each once for each term."""

import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from home.models import HubPage
from kim_sites.models import Kim, LegalPaper, PaperNotice, Region, User
from kim_sites.services import mail
from kim_sites.services.papers import current_only
from members.services.roles import chairs

# Days before the end at which a notice goes out; 0 is the last day. A paper has the nearest one that it has reached, so
# after a pause of the clock one notice goes out and not all that were missed.
TERMS = (0, 7, 30, 90)
LOOK_BACK = 370  # days after the end in which the last notice is still caught up with; older ends are history
AT_ONCE = 200  # papers of one batch
MOST_BATCHES = 500
REMINDED = (Kim.Status.REGISTERED, Kim.Status.ACTIVE)


def remind(today: datetime.date | None = None) -> int:
    """Send what is due; returns the number of papers about which somebody was told. Safe to repeat and to run twice at
    a time: a notice is written down in the transaction that sends its mails."""
    today = today or timezone.localdate()
    told = 0
    for position, days in enumerate(TERMS):
        nearer = TERMS[position - 1] + 1 if position else -LOOK_BACK
        first, last = (today + datetime.timedelta(days=number) for number in (nearer, days))
        after = 0
        for _batch in range(MOST_BATCHES):
            papers = list(due(days, first, last).filter(pk__gt=after).order_by("pk")[:AT_ONCE])
            if not papers:
                break
            told += sum(send_notice(paper, days) for paper in papers)
            after = papers[-1].pk
    return told


def due(days: int, first: datetime.date, last: datetime.date) -> QuerySet[LegalPaper]:
    """Current papers of living KIM that end from `first` to `last`, without a notice for this term."""
    papers = LegalPaper.objects.filter(valid_until__range=(first, last), kim__status__in=REMINDED)
    sent = PaperNotice.objects.filter(paper=OuterRef("pk"), days=days)
    return current_only(papers).filter(~Exists(sent)).select_related("kim__region")


@transaction.atomic
def send_notice(paper: LegalPaper, days: int) -> bool:
    """Tell everybody concerned about one paper; False if somebody else has just done so."""
    _notice, is_new = PaperNotice.objects.get_or_create(paper=paper, days=days)
    if is_new:
        for person in recipients(paper.kim):
            mail.send("paper_ends", paper.pk, days, person.pk)
    return is_new


def recipients(kim: Kim) -> list[User]:
    """The chair (or chairs), then the curators of the regency; nobody twice, and nobody whose account is closed."""
    found = [*chairs(kim).filter(is_active=True).order_by("pk"), *curators_of_regency(kim).order_by("pk")]
    return list({person.pk: person for person in found}.values())


def curators_of_regency(kim: Kim) -> QuerySet[User]:
    """People who curate the very hub of the regency in which the KIM is."""
    hubs = HubPage.objects.filter(region=kim.region.code_at(Region.Level.REGENCY))
    return User.objects.filter(
        is_active=True,
        groups__page_permissions__page__in=hubs.values("pk"),
        groups__page_permissions__permission__codename="publish_page",
    ).distinct()
