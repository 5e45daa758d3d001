"""Turning a stored photo, and saying what on it matters most. What shows it is made anew by the save itself."""

from functools import partial

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.images.models import SourceImageIOError
from wagtail.log_actions import log
from wagtail.permissions import policy_registry

from kim_sites.models import KimImage
from kim_sites.services.storage import unlimited
from kim_sites.services.uploads import turned_picture

FOCUS_SHARE = 5  # the part that matters is a square of a fifth of the shorter side


class Changed(ValidationError):
    """Somebody else, or the same person in another window, has changed the photo in the meantime."""

    def __init__(self):
        super().__init__(
            _("This photo was changed in the meantime. Please look at it again, and repeat if it is still needed."),
            code="changed",
        )


def version_of(image: KimImage) -> str:
    """Changes whenever the photo was turned, replaced or given another focus."""
    return f"{image.file_hash[:16]}-{image.focal_point_x or ''}-{image.focal_point_y or ''}"


def take(actor, pk: int, version: str) -> KimImage:
    """The photo, held until the end of the transaction.

    Raises PermissionDenied if the actor may not change it, Changed if it is not the one that they saw.
    """
    image = KimImage.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    policy = policy_registry.get_by_type(KimImage)
    if image is None or not policy.user_has_permission_for_instance(actor, "change", image):
        raise PermissionDenied
    if version_of(image) != version:
        raise Changed
    return image


@transaction.atomic
def turn(actor, pk: int, version: str, is_left: bool) -> KimImage:
    """Turn a photo by a quarter; its focus turns along.

    Raises PermissionDenied, Changed, or ValidationError if the file can't be read.
    """
    image = take(actor, pk, version)
    former, stem = image.file.name, image.file.name.rpartition("/")[2]
    try:
        with image.open_file() as file:
            cleaned = turned_picture(file, stem[: stem.rfind("-")] or stem, is_left)
    except SourceImageIOError as error:
        raise ValidationError(_("The file of this photo has gone. Please choose it again below.")) from error
    turn_focus(image, is_left)
    image.file = cleaned.file
    with unlimited():
        image.save()
    transaction.on_commit(partial(image.file.storage.delete, former), robust=True)
    log(image, "photos.turn", user=actor)
    return image


def turn_focus(image: KimImage, is_left: bool) -> None:
    """Where the focus lies after the turn; `width` and `height` are still those from before it."""
    x, y = image.focal_point_x, image.focal_point_y
    if x is None or y is None:
        return
    image.focal_point_x, image.focal_point_y = (y, image.width - x) if is_left else (image.height - y, x)
    image.focal_point_width, image.focal_point_height = image.focal_point_height, image.focal_point_width


@transaction.atomic
def set_focus(actor, pk: int, version: str, place: tuple[float, float] | None) -> KimImage:
    """Keep a place of the photo, given as shares of its width and height, in every crop; None lets the middle be it.

    Raises PermissionDenied or Changed.
    """
    image = take(actor, pk, version)
    side = max(1, min(image.width, image.height) // FOCUS_SHARE) if place else None
    x, y = (round(place[0] * image.width), round(place[1] * image.height)) if place else (None, None)
    image.focal_point_x, image.focal_point_y = x, y
    image.focal_point_width = image.focal_point_height = side
    # Crops around the former focus are of no use any more.
    image.renditions.exclude(focal_point_key="").delete()
    image.save()
    log(image, "photos.focus", user=actor)
    return image
