"""A photo from a phone comes in: into which KIM, whether it is there already, and what it is called."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from wagtail.log_actions import log
from wagtail.permissions import policy_registry
from wagtail.utils.file import hash_filelike

from kim_sites.models import Kim, KimImage
from kim_sites.services.scope import at_or_below, own_kim
from kim_sites.services.uploads import clean_picture

MOST_KIM = 10  # in a select
RECENT = datetime.timedelta(hours=1)


@dataclass(frozen=True)
class Added:
    """What came of an upload: the stored photo, or the same one that the KIM has already."""

    image: KimImage
    is_known: bool = False


def kims_to_fill(user) -> list[Kim]:
    """The KIM in which the person has a role that adds photos, without archived ones. Two queries."""
    addable = policy_registry.get_by_type(KimImage).collections_user_has_permission_for(user, "add")
    rows = own_kim(user).filter(collection__in=addable.values("pk")).exclude(status=Kim.Status.ARCHIVED)
    return list(rows.select_related("collection").order_by("name", "pk")[:MOST_KIM])


@transaction.atomic
def add_photo(user, kim: Kim, upload, title: str = "", description: str = "", *, anyway=False, again=False) -> Added:
    """Store a photo in a KIM.

    The same photo a second time is not stored but named, unless `anyway`. `again` says that an earlier try may have
    arrived without the phone knowing: then the photo from that try is the answer. Raises PermissionDenied if the person
    may not add to this KIM, ValidationError if the file is not a sound picture or there is no room.
    """
    if not any(kim.pk == item.pk for item in kims_to_fill(user)):
        raise PermissionDenied
    file = clean_picture(upload, upload.name).file
    digest = hash_filelike(file)
    file.seek(0)
    # Whoever sends the same photo at the same time waits here and then finds it.
    Kim.objects.select_for_update(no_key=True).get(pk=kim.pk)
    known = same_photo(kim, digest)
    if known and again and known.uploaded_by_user_id == user.pk and known.created_at > timezone.now() - RECENT:
        return Added(known)
    if known and not anyway:
        return Added(known, is_known=True)
    image = KimImage(
        title=title.strip()[:255] or name_for(upload.name),
        description=description.strip()[:255],
        collection=kim.collection,
        uploaded_by_user=user,
        file=file,
    )
    image.save()
    log(image, "wagtail.create", user=user)
    return Added(image)


def same_photo(kim: Kim, digest: str) -> KimImage | None:
    """The photo of a KIM, outside the bin, that has exactly this content; the oldest one."""
    inside = at_or_below([kim.collection.path], "collection__path")
    return KimImage.objects.filter(inside, file_hash=digest, put_away_at=None).order_by("created_at").first()


def name_for(file_name: str) -> str:
    """What a photo is called that nobody gave a name: the names that phones give say nothing."""
    stem = file_name.rpartition("/")[2].rpartition(".")[0].replace("_", " ").replace("-", " ").strip()
    if len(stem) > 4 and not any(letter.isdigit() for letter in stem):
        return stem[:255]
    return _("Photo of %(date)s") % {"date": date_format(timezone.localdate(), "j F Y")}
