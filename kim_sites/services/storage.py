"""How much room a KIM has for photos and documents.

Nothing is kept beside the files: what is used is summed from an index over the KIM's own rows, so the cost follows what
the KIM keeps (which the limit bounds) and not the number of tenants. Whoever wants room takes the row of the KIM first,
so that two uploads at once are not both measured against the same room.
"""

from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Count, Sum
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kim_sites.addresses import path_prefixes

MEGABYTE = 1024 * 1024
TYPICAL_PHOTO = 450 * 1024  # bytes of a stored photo from a phone, for a KIM that has none to go by
FEWEST_TO_GO_BY = 5

_is_unlimited: ContextVar[bool] = ContextVar("storage_is_unlimited", default=False)


@dataclass(frozen=True)
class Usage:
    """What a KIM keeps; all in bytes but `photos`. Photos in the bin count: they are still there."""

    limit: int
    used: int
    photos: int
    photo_bytes: int

    @property
    def room(self) -> int:
        """What is left."""
        return max(0, self.limit - self.used)

    @property
    def percent(self) -> int:
        """How full it is."""
        return min(100, round(100 * self.used / self.limit)) if self.limit else 100

    @property
    def tenths(self) -> int:
        """How full it is, from 0 to 10; a little counts as 1."""
        return min(10, -(-10 * self.used // self.limit)) if self.limit else 10

    @property
    def photos_left(self) -> int:
        """About how many photos still fit, rounded down as people would say it."""
        is_known = self.photos >= FEWEST_TO_GO_BY and self.photo_bytes
        typical = self.photo_bytes / self.photos if is_known else TYPICAL_PHOTO
        number = int(self.room / typical)
        step = 1 if number < 20 else 10 if number < 200 else 100
        return number // step * step

    @property
    def is_nearly_full(self) -> bool:
        """Whether somebody should make room soon."""
        return self.percent >= 90

    @property
    def sentence(self) -> str:
        """What is left, in words."""
        number = self.photos_left
        if not number:
            return _("The photo room is full.")
        return ngettext("%(room)s left, about %(number)s photo.", "%(room)s left, about %(number)s photos.", number) % {
            "room": megabytes(self.room),
            "number": number_format(number, force_grouping=True),
        }


def megabytes(size: int) -> str:
    """Bytes as people say them: whole megabytes, below ten with one decimal, and above a thousand gigabytes."""
    if size >= 1000 * MEGABYTE:
        return _("%(number)s GB") % {"number": number_format(size / MEGABYTE / 1000, 1).removesuffix("0").rstrip(".,")}
    if size >= 10 * MEGABYTE:
        return _("%(number)s MB") % {"number": number_format(size // MEGABYTE)}
    if size >= MEGABYTE // 10:
        return _("%(number)s MB") % {"number": number_format(int(size / MEGABYTE * 10) / 10, 1)}
    return _("%(number)s KB") % {"number": number_format(size // 1024)}


def limit_of_a_kim() -> int:
    """How many bytes a KIM may keep."""
    return settings.KIM_STORAGE_BYTES


def usage_of(kim) -> Usage:
    """What a KIM keeps. Three queries, whatever the number of tenants; two if its collection is known."""
    from kim_sites.models import KimDocument, KimImage
    from kim_sites.services.scope import at_or_below

    if kim.collection is None:
        return Usage(limit_of_a_kim(), 0, 0, 0)
    inside = at_or_below([kim.collection.path], "collection__path")
    images = KimImage.objects.order_by().filter(inside).aggregate(bytes=Sum("file_size"), number=Count("pk"))
    documents = KimDocument.objects.order_by().filter(inside).aggregate(bytes=Sum("file_size"))
    photo_bytes = images["bytes"] or 0
    return Usage(limit_of_a_kim(), photo_bytes + (documents["bytes"] or 0), images["number"], photo_bytes)


@contextmanager
def unlimited():
    """Let the work inside store what it needs: what was there already is changed, not added to."""
    token = _is_unlimited.set(True)
    try:
        yield
    finally:
        _is_unlimited.reset(token)


def claim(collection, more: int) -> None:
    """Raise ValidationError with one sentence if a KIM has no room for so many bytes more in this collection.

    Has to run in the transaction that stores them: others who want room in the same KIM wait for its end. Hubs have no
    limit.
    """
    from kim_sites.models import Kim

    if more <= 0 or _is_unlimited.get():
        return
    rows = Kim.objects.select_related("collection").filter(collection__path__in=path_prefixes(collection.path))
    kim = rows.select_for_update(no_key=True, of=("self",)).order_by().first()
    if kim is None:
        return
    usage = usage_of(kim)
    if usage.used + more > usage.limit:
        raise ValidationError(
            _(
                "The photo room of this KIM is full: this file takes %(size)s, and %(room)s are left. "
                "Please delete photos that nobody uses, or ask the chair to do so."
            )
            % {"size": megabytes(more), "room": megabytes(usage.room)},
            code="full",
        )
