"""What a hub puts forward and what it hides: the only writer of `Curation`."""

import datetime

from django.conf import settings
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.models import Page

from home.models import Curation, FeedEntry, HubPage
from kim_sites.services.scope import at_or_below, home_paths, own_kim, paths_of

MOST_POSITION = 99
MOST_REASON = Curation._meta.get_field("reason").max_length
FEATURE_ACTION, HIDE_ACTION, UNDO_ACTION = "kim.feature", "kim.hide", "kim.curation_undo"
STATES = ("featured", "hidden", "undecided")


def hubs_of(user) -> QuerySet[HubPage]:
    """The hubs that a person may curate: those at or below a page on which they may publish, an operator all of them.

    One page per hub, in the source language: a decision holds for the hub in every language. Two queries, whatever the
    number of hubs.
    """
    hubs = HubPage.objects.filter(locale__language_code=settings.LANGUAGE_CODE).select_related("region")
    if not user.is_active:
        return hubs.none()
    if user.is_superuser:
        return hubs.order_by("path")
    return hubs.filter(at_or_below(paths_of(user, page="publish_page"))).order_by("path")


def may_curate(user, hub: HubPage) -> bool:
    """Whether the person may decide for the hub, whichever of its languages is asked about."""
    return hubs_of(user).filter(translation_key=hub.translation_key).exists()


def incoming(hub: HubPage, state: str = "") -> QuerySet[FeedEntry]:
    """What came in to a hub, newest first, in every language; narrowed to one of `STATES` if given."""
    rows = FeedEntry.objects.below(hub.region).rising().newest()
    if state not in STATES:
        return rows
    decided = Curation.objects.filter(page=OuterRef("pk"), hub_key=hub.translation_key)
    featured = Exists(decided.filter(decision=Curation.Decision.FEATURED).filter(_not_over()))
    hidden = Exists(decided.filter(decision=Curation.Decision.HIDDEN))
    return rows.filter({"featured": featured, "hidden": hidden}.get(state, ~featured & ~hidden))


def _not_over() -> Q:
    return Q(until__isnull=True) | Q(until__gte=timezone.localdate())


def feature(hub: HubPage, entry_page: Page, user, position: int = 1, until: datetime.date | None = None) -> Curation:
    """Put an entry forward on a hub at `position` (from 1), until the end of the day `until` or without an end.

    Safe to repeat, and safe side by side: the last one stands. Raises PermissionDenied if the person may not curate
    the hub or the entry does not rise to it, ValidationError for a position or day that can't be.
    """
    if not 1 <= position <= MOST_POSITION:
        raise ValidationError({"position": _("The place is a number from 1 to %(most)s.") % {"most": MOST_POSITION}})
    if until is not None and until < timezone.localdate():
        raise ValidationError({"until": _("This day has passed. Choose today or a later day.")})
    values = {"decision": Curation.Decision.FEATURED, "position": position, "until": until, "reason": ""}
    data = {"position": position, "until": until.isoformat() if until else ""}
    return _decide(hub, entry_page, user, values, FEATURE_ACTION, data)


def hide(hub: HubPage, page: Page, user, reason: str) -> Curation:
    """Keep an entry off a hub's lists; the KIM's own site still shows it, and the KIM reads the reason.

    Raises PermissionDenied as `feature` does, ValidationError without a reason or with too long a one.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise ValidationError({"reason": _("Say why: the KIM reads it.")})
    if len(reason) > MOST_REASON:
        raise ValidationError({"reason": _("At most %(most)s characters, please.") % {"most": MOST_REASON}})
    values = {"decision": Curation.Decision.HIDDEN, "position": 1, "until": None, "reason": reason}
    return _decide(hub, page, user, values, HIDE_ACTION, {"reason": reason})


@transaction.atomic
def undo(hub: HubPage, page: Page, user) -> bool:
    """Take the hub's decision back; False if there was none. Raises PermissionDenied if it is not the person's hub.

    The entry need not be there: a page that was hidden and then unpublished can be cleared too.
    """
    if not may_curate(user, hub):
        raise PermissionDenied
    decision = Curation.objects.select_for_update().filter(hub_key=hub.translation_key, page_id=page.pk).first()
    if decision is None:
        return False
    data = {"hub": decision.hub_name, "decision": decision.decision}
    decision.delete()
    log(_as_page(page), UNDO_ACTION, user=user, data=data)
    return True


def _decide(hub: HubPage, page: Page, user, values: dict, action: str, data: dict) -> Curation:
    if not may_curate(user, hub):
        raise PermissionDenied
    if not FeedEntry.objects.below(hub.region).rising().filter(pk=page.pk).exists():
        raise PermissionDenied
    values |= {"hub_name": hub.title, "decided_by": user}
    with transaction.atomic():
        decision = _store(hub, page, values)
        log(_as_page(page), action, user=user, data={"hub": hub.title, **data})
    return decision


def _store(hub: HubPage, page: Page, values: dict) -> Curation:
    """Write the one row of this hub and page. A second try is for an undo that came between look and write."""
    key = {"hub_key": hub.translation_key, "page_id": page.pk}
    try:
        with transaction.atomic():
            return Curation.objects.update_or_create(**key, defaults=values)[0]
    except IntegrityError:
        with transaction.atomic():
            return Curation.objects.update_or_create(**key, defaults=values)[0]


def _as_page(page) -> Page:
    """The page itself for the log, also when an entry was given."""
    return page if isinstance(page, Page) else page.page


def decisions_about(user) -> QuerySet[Curation]:
    """What hubs decided about the pages of the KIM in which the person has a role, newest first."""
    paths = home_paths(own_kim(user))
    if not paths:
        return Curation.objects.none()
    rows = Curation.objects.filter(at_or_below(paths, "page__path")).select_related("page")
    return rows.order_by("-decided_at", "-pk")


def decisions_on(page: Page) -> list[Curation]:
    """What hubs say about one page today; at most one row per hub above it."""
    rows = Curation.objects.filter(page_id=page.pk).order_by("hub_name", "pk")
    return [row for row in rows if not row.is_over]
