"""The bin: a deleted photo is put away for some weeks, can be fetched back, and goes by the clock."""

import datetime

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from kim_sites.models import KimImage
from kim_sites.services.frozen import thawed
from kim_sites.services.scope import at_or_below, own_kim
from photos.services.usage import kim_of_photo, photos_in_drafts, users_of, without_use

KEPT = datetime.timedelta(days=30)
NEW = datetime.timedelta(days=1)  # a photo so young is on its way to a page
MOST_AT_ONCE = 500


class InUse(ValidationError):
    """The photo stands on a page or a record; `users` are some of them."""

    def __init__(self, image: KimImage, users: list):
        self.users = users
        names = ", ".join(str(user) for user in users[:3])
        super().__init__(
            _("“%(title)s” is still shown on: %(names)s. Choose another photo there first.")
            % {"title": image.title, "names": names},
            code="in_use",
        )


def bin_for(user):
    """Photos in the bin that the person may fetch back: those that they might have put there."""
    return policy_registry.get_by_type(KimImage).put_away(user).order_by("-put_away_at", "-pk")


def unused_for(user):
    """Photos of the person's own KIM that no stored page shows and that they may put away; the largest first.

    For people with a role in a KIM: above it, the whole of a province would have to be looked through.
    """
    inside = at_or_below(list(own_kim(user).values_list("collection__path", flat=True)), "collection__path")
    rows = policy_registry.get_by_type(KimImage).instances_user_has_permission_for(user, "delete").filter(inside)
    old = rows.filter(created_at__lt=timezone.now() - NEW)
    return without_use(old).order_by("-file_size", "-pk")


@transaction.atomic
def put_away(actor, image: KimImage) -> KimImage:
    """Put a photo into the bin; once more changes nothing.

    Raises PermissionDenied if the actor may not delete it, InUse while a page or record shows it.
    """
    image = _locked(image)
    if image.put_away_at:
        return image
    if not policy_registry.get_by_type(KimImage).user_has_permission_for_instance(actor, "delete", image):
        raise PermissionDenied
    users = users_of(image)
    if users:
        raise InUse(image, users)
    image.put_away_at = timezone.now()
    image.save(update_fields=["put_away_at"])
    log(image, "photos.put_away", user=actor)
    return image


@transaction.atomic
def fetch_back(actor, image: KimImage) -> KimImage:
    """Take a photo out of the bin; once more changes nothing. Raises PermissionDenied if it is not the actor's."""
    image = _locked(image)
    if not image.put_away_at:
        return image
    if not bin_for(actor).filter(pk=image.pk).exists():
        raise PermissionDenied
    image.put_away_at = None
    image.save(update_fields=["put_away_at"])
    log(image, "photos.fetch_back", user=actor)
    return image


@transaction.atomic
def delete_for_good(actor, image: KimImage) -> None:
    """Delete a photo of the bin with its file. Raises PermissionDenied if it is not the actor's, or not in the bin."""
    image = KimImage.objects.select_for_update(of=("self",)).filter(pk=image.pk).first()
    if image is None:
        return
    if not bin_for(actor).filter(pk=image.pk).exists():
        raise PermissionDenied
    users = users_of(image)
    if users:
        raise InUse(image, users)
    log(image, "wagtail.delete", user=actor, deleted=True)
    image.delete()


def prune() -> int:
    """Delete what has lain in the bin for `KEPT`; returns how many.

    A photo that came into use meanwhile (an old version of a page was brought back) leaves the bin instead.
    """
    old = KimImage.objects.filter(put_away_at__lt=timezone.now() - KEPT).order_by("put_away_at", "pk")
    return sum(_prune_one(pk) for pk in old.values_list("pk", flat=True)[:MOST_AT_ONCE])


def _prune_one(pk: int) -> bool:
    with transaction.atomic(), thawed():
        rows = KimImage.objects.select_for_update(of=("self",), skip_locked=True)
        image = rows.filter(pk=pk, put_away_at__lt=timezone.now() - KEPT).first()
        if image is None:
            return False
        in_drafts = photos_in_drafts(kim_of_photo(image))
        if image.pk not in in_drafts and without_use(KimImage.objects.filter(pk=pk)).exists():
            image.delete()
            return True
        image.put_away_at = None
        image.save(update_fields=["put_away_at"])
        return False


def _locked(image: KimImage) -> KimImage:
    try:
        return KimImage.objects.select_for_update(of=("self",)).get(pk=image.pk)
    except KimImage.DoesNotExist as error:
        raise PermissionDenied from error
