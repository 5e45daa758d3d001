"""The Forum KIM of a regency: a roster of its own, kept by whoever curates the regency's hub."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from home.hub_parts import Part
from home.models import HubPage
from home.services.curation import hubs_of
from home.services.hubs import find_hub
from kim_sites.models import Region
from kim_sites.services.references import check_references, owner_of_hub
from kim_sites.services.roster import by_rank
from lifecycle.models import ForumOfficer

MOST_OFFICERS = 200  # of one forum, former ones included


def forum_hubs(user) -> QuerySet[HubPage]:
    """The hubs of regencies whose forum the person keeps. Two queries, whatever their number."""
    return hubs_of(user).filter(region__level=Region.Level.REGENCY)


def officers_of(region_code: str) -> QuerySet[ForumOfficer]:
    """Everybody in the forum of a regency, former ones too."""
    return ForumOfficer.objects.filter(region=region_code)


def is_current() -> Q:
    """A condition for those who hold their position today."""
    return Q(until__isnull=True) | Q(until__gt=timezone.localdate())


@transaction.atomic
def save_officer(actor, hub: HubPage, officer: ForumOfficer) -> ForumOfficer:
    """Add somebody to the forum of the hub's regency, or save what was changed about them.

    Raises PermissionDenied if the actor does not keep this forum or the person is in another one, ValidationError for
    what can't be (a picture of somebody else's among it).
    """
    region = _lock(actor, hub)
    is_new = officer.pk is None
    if is_new:
        officer.region = region
        if officers_of(region.code).count() >= MOST_OFFICERS:
            raise ValidationError(
                _("This forum has %(most)s entries; please delete old ones.") % {"most": MOST_OFFICERS}
            )
    elif not officers_of(region.code).filter(pk=officer.pk).exists() or officer.region_id != region.code:
        raise PermissionDenied
    if officer.since and officer.until and officer.until < officer.since:
        raise ValidationError({"until": _("The end lies before the beginning.")})
    officer.full_clean()
    officer.save()
    log(officer, "wagtail.create" if is_new else "wagtail.edit", user=actor)
    return officer


@transaction.atomic
def remove_officer(actor, hub: HubPage, officer: ForumOfficer) -> None:
    """Take somebody off the roster of the forum. Raises PermissionDenied as `save_officer` does."""
    region = _lock(actor, hub)
    found = officers_of(region.code).filter(pk=officer.pk).first()
    if found is None:
        raise PermissionDenied
    log(found, "wagtail.delete", user=actor)
    found.delete()


def hub_part(hub: HubPage) -> Part | None:
    """What readers see of a forum on the front page of its regency; one query, one more if there are photos."""
    if hub.region.level != Region.Level.REGENCY:
        return None
    officers = list(officers_of(hub.region_id).filter(is_current(), is_public=True).select_related("photo"))
    if not officers:
        return None
    models.prefetch_related_objects([officer.photo for officer in officers if officer.photo], "renditions")
    return Part("lifecycle/public/forum.html", {"officers": by_rank(officers), "region": hub.region})


def guard(sender, instance, raw=False, **kwargs) -> None:
    """The photo belongs to the regency's hub or to a hub above it. Raises ValidationError."""
    if raw or not instance.photo_id:
        return
    check_references(instance, lambda: owner_of_forum(instance.region))


def owner_of_forum(region: Region):
    """The owner that the guard on references asks about; None while the regency has no hub."""
    hub = find_hub(region)
    return owner_of_hub(hub.path, hub.collection_id) if hub else None


def _lock(actor, hub: HubPage) -> Region:
    """Hold the regency's row. Raises PermissionDenied if the actor does not keep the forum of this hub."""
    if not forum_hubs(actor).filter(translation_key=hub.translation_key).exists():
        raise PermissionDenied
    return Region.objects.select_for_update(no_key=True).get(pk=hub.region_id)
