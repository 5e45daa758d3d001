"""Photos from phones: stored once, in the KIM's own collection."""

import json
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from kim_sites.models import Kim, KimImage
from kim_sites.services.uploads import open_picture
from posting.models import PostPhoto

MOST_PHOTOS = 10
MOST_ALT = 200
MOST_NAMED = 20_000  # letters of the list in which a form names its photos


@dataclass(frozen=True)
class ShownPhoto:
    """A stored photo with one sentence about what it shows."""

    image: KimImage
    alt: str


def photo_rows(text: str | None) -> list:
    """The photos that a form names, as they came. Raises ValueError for whatever is no list, or too long for one."""
    try:
        rows = json.loads(text or "[]") if len(text or "") <= MOST_NAMED else None
    except RecursionError as error:
        raise ValueError("nested without end") from error
    if not isinstance(rows, list):
        raise ValueError("no list")
    return rows


def named_photos(text: str | None) -> list[tuple[UUID, str]]:
    """Keys and sentences of the photos that a form names, each once. Raises ValidationError with a sentence."""
    try:
        found = {UUID(row["key"]): storable(row.get("alt") or "") for row in photo_rows(text)}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise ValidationError(_("The photos did not arrive completely. Please choose them again.")) from error
    if len(found) > MOST_PHOTOS:
        raise ValidationError(_("At most %(number)s photos fit.") % {"number": MOST_PHOTOS})
    return list(found.items())


def storable(text: str) -> str:
    """The text. Raises ValueError if no database takes it: half a sign, or the sign of nothing."""
    text.encode()
    if "\0" in text:
        raise ValueError("holds a null")
    return text


@transaction.atomic
def keep_photo(user, kim: Kim, key: UUID, file, title: str = "") -> KimImage:
    """Store a photo, or find the one that was stored under this key already.

    The row of the KIM is locked: of two that arrive at once under one key, the second finds the first. Raises
    ValidationError with one sentence if the file is no sound picture or the KIM has no room.
    """
    Kim.objects.select_for_update().get(pk=kim.pk)
    known = PostPhoto.objects.select_related("image").filter(user=user, key=key).first()
    if known and known.image.collection_id == kim.collection_id:
        return known.image
    if known:  # the person chose another KIM meanwhile
        known.delete()
    open_picture(file)  # says in words what is wrong with it, before the field of the model looks at it
    file.seek(0)
    words = " ".join(title.replace("\0", " ").split())[:255]
    image = KimImage(title=words or _("Photo"), collection=kim.collection, uploaded_by_user=user, file=file)
    image.save()
    PostPhoto.objects.create(user=user, key=key, image=image)
    return image


def find_photos(user, kim: Kim, wanted: list[tuple[UUID, str]], title: str) -> list[ShownPhoto]:
    """The photos under the keys, in their order, each with its sentence or the title in its place.

    Raises MissingPhotos with the keys of those that are not there (any more), so that the phone sends them again.
    """
    rows = PostPhoto.objects.filter(user=user, key__in=[key for key, _alt in wanted])
    known = {row.key: row.image for row in rows.filter(image__collection=kim.collection).select_related("image")}
    missing = [str(key) for key, _alt in wanted if key not in known]
    if missing:
        raise MissingPhotos(missing)
    return [ShownPhoto(known[key], (alt.strip() or title)[:MOST_ALT]) for key, alt in wanted]


class MissingPhotos(ValidationError):
    """Some photos did not arrive; `keys` says which."""

    def __init__(self, keys: list[str]):
        super().__init__(_("Some photos have not arrived yet. They are sent again."))
        self.keys = keys
