"""Which KIM went silent: open to readers, and nothing published for a while."""

import datetime

from django.db.models import QuerySet
from django.utils import timezone

from dashboard.models import KimActivity
from home.models import FeedEntry
from kim_sites.models import Kim
from members.services.reach import curated_kim

PERIODS = (30, 60, 90, 180)  # days
USUAL = 60
MOST_COUNTED = 100


def note_publication(entry: FeedEntry) -> None:
    """Remember that the KIM of a feed entry published. Safe side by side: the latest moment stands."""
    if entry.kind == FeedEntry.Kind.INFO:
        return
    moment = min(entry.sort_at, timezone.now())
    begun = KimActivity.objects.filter(kim=entry.kim_id)
    if not begun.filter(last_at__lt=moment).update(last_at=moment, has_published=True):
        begun.filter(has_published=False).update(has_published=True)


def note_beginning(kim: Kim) -> None:
    """A new KIM has as much time as any other, from the day on which its site was made."""
    KimActivity.objects.get_or_create(kim=kim, defaults={"last_at": kim.created_at})


def silent_kim(user, days: int = USUAL, now: datetime.datetime | None = None) -> QuerySet[Kim]:
    """Open KIM below the person's hubs that published nothing for so many days, the longest silent first."""
    before = (now or timezone.now()) - datetime.timedelta(days=days)
    found = curated_kim(user).filter(status=Kim.Status.ACTIVE, activity__last_at__lt=before)
    return found.select_related("region", "activity", "site").order_by("activity__last_at", "pk")


def count_silent(user) -> int:
    """How many, at most `MOST_COUNTED`."""
    return len(silent_kim(user).order_by().select_related(None).values_list("pk", flat=True)[:MOST_COUNTED])
