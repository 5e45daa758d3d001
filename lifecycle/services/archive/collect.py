"""The rows of a KIM as they stand in the archive, one kind a function. All go through their rows one by one."""

from collections.abc import Iterator
from pathlib import PurePath

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction

from kim_sites.models import HostAlias, Kim, KimDocument, KimImage, LegalPaper, Officer, Seller, User
from kim_sites.services import hosts
from lifecycle.services.archive.layout import file_name
from lifecycle.services.archive.names import Names
from members.models import FormerMember
from members.services.roles import role_of

BATCH = 200
KIM_FIELDS = (
    "name", "slug", "kind_of_group", "registration_number", "founded_on", "status", "status_reason",
    "status_changed_at", "created_at", "shared_at",
)  # fmt: skip
PAPER_FIELDS = (
    "number", "issued_on", "signer", "office", "valid_until", "added_at", "tolerated_until",
)  # fmt: skip
OFFICER_FIELDS = ("name", "position", "since", "until", "is_public", "sort_order")
SELLER_FIELDS = (
    "name", "owner_name", "owner_consents", "consent_on", "whatsapp", "address", "nib", "halal", "pirt", "checked_on",
)  # fmt: skip
IMAGE_FIELDS = (
    "title", "description", "credit", "created_at", "focal_point_x", "focal_point_y", "focal_point_width",
    "focal_point_height",
)  # fmt: skip
REDIRECT_FIELDS = (
    "old_path", "is_permanent", "redirect_page_route_path", "redirect_link", "automatically_created", "created_at",
)  # fmt: skip


def number_of(name: str) -> int:
    """The number in `image:3`."""
    return int(name.rpartition(":")[2])


def values(row, names: tuple[str, ...]) -> dict:
    """The plain fields of a row."""
    return {name: getattr(row, name) for name in names}


def host_data(hostname: str) -> dict:
    """A host name so that it can be moved: below the platform's own domain only its label counts."""
    base = f".{hosts.base_domain().name}"
    return {"label": hostname.removesuffix(base)} if hostname.endswith(base) else {"host": hostname}


def kim_data(kim: Kim, names: Names) -> dict:
    """The KIM itself: region, addresses, collections."""
    region = kim.region
    aliases = HostAlias.objects.filter(kim=kim).order_by("hostname").values_list("hostname", flat=True)
    return {
        **values(kim, KIM_FIELDS),
        "region": {"code": region.code, "name": region.name},
        "site": {**host_data(kim.site.hostname), "name": kim.site.site_name} if kim.site else None,
        "old_addresses": [host_data(name) for name in aliases],
        "collections": list(_collections(kim, names)),
    }


def _collections(kim: Kim, names: Names) -> Iterator[dict]:
    for collection in Collection.objects.filter(path__startswith=kim.collection.path).order_by("path"):
        is_own = collection.pk == kim.collection_id
        parent = None if is_own else names.name("collection", collection.get_parent().pk)
        rules = CollectionViewRestriction.objects.filter(collection=collection).order_by("pk")
        yield {
            "id": names.name("collection", collection.pk),
            "parent": parent,
            "name": "" if is_own else collection.name,
            "privacy": [privacy(rule, kim) for rule in rules],
        }


def privacy(rule, kim: Kim) -> dict:
    """A rule that closes a page or a collection; groups are named by the role that they carry."""
    roles = kim.roles.filter(group__in=rule.groups.all()).order_by("role").values_list("role", flat=True)
    return {"type": rule.restriction_type, "password": rule.password, "roles": list(roles)}


def people(kim: Kim, names: Names) -> Iterator[dict]:
    """Members, and those who were; without passwords."""
    left = {row.user_id: row for row in FormerMember.objects.filter(kim=kim)}
    for key in names.keys("person"):
        person = User.objects.get(pk=key)
        former = left.get(key)
        yield {
            "id": names.name("person", key),
            "email": person.email,
            "first_name": person.first_name,
            "last_name": person.last_name,
            "role": role_of(person, kim),
            "former_role": former.role if former else "",
            "left_at": former.left_at if former else None,
        }


def papers(kim: Kim, names: Names) -> Iterator[dict]:
    """Legal papers with the names of their scans and the notices that went out."""
    rows = LegalPaper.objects.filter(kim=kim).order_by("pk").prefetch_related("notices")
    for paper in rows:
        name = names.name("paper", paper.pk)
        if name is None:  # came while the file was being made
            continue
        suffix = PurePath(paper.scan.name).suffix.lstrip(".") if paper.scan else ""
        yield {
            "id": name,
            **values(paper, PAPER_FIELDS),
            "added_by": names.name("person", paper.added_by_id),
            "scan": f"media/papers/{file_name(number_of(name), paper.number, suffix)}" if paper.scan else "",
            "notices": [
                {"days": notice.days, "sent_at": notice.sent_at}
                for notice in sorted(paper.notices.all(), key=lambda notice: -notice.days)
            ],
        }


def officers(kim: Kim, names: Names) -> Iterator[dict]:
    """The roster."""
    for officer in Officer.objects.filter(kim=kim).order_by("pk").iterator(BATCH):
        yield {
            **values(officer, OFFICER_FIELDS),
            "photo": names.turn(KimImage, officer.photo_id),
            "paper": names.name("paper", officer.legal_paper_id),
        }


def sellers(kim: Kim, names: Names) -> Iterator[dict]:
    """Small businesses."""
    for seller in Seller.objects.filter(kim=kim, pk__in=names.keys("seller")).order_by("pk"):
        yield {"id": names.name("seller", seller.pk), **values(seller, SELLER_FIELDS)}


def images(kim: Kim, names: Names) -> Iterator[dict]:
    """Pictures; the files go to `media/images/` as they are stored."""
    rows = KimImage.objects.filter(collection__path__startswith=kim.collection.path).order_by("pk")
    for image in rows.prefetch_related("tags").iterator(BATCH):
        name = names.name("image", image.pk)
        if name is None:
            continue
        yield {
            "id": name,
            **values(image, IMAGE_FIELDS),
            **_file_data(image, names),
            "file": f"media/images/{file_name(number_of(name), image.title, _suffix(image))}",
        }


def documents(kim: Kim, names: Names) -> Iterator[dict]:
    """Documents; `filename` is the name under which readers get it."""
    rows = KimDocument.objects.filter(collection__path__startswith=kim.collection.path).order_by("pk")
    for document in rows.prefetch_related("tags").iterator(BATCH):
        name = names.name("document", document.pk)
        if name is None:
            continue
        yield {
            "id": name,
            **values(document, ("title", "created_at")),
            **_file_data(document, names),
            "filename": document.filename,
            "file": f"media/documents/{file_name(number_of(name), document.title, _suffix(document))}",
        }


def _suffix(item) -> str:
    return PurePath(item.file.name).suffix.lstrip(".")


def _file_data(item, names: Names) -> dict:
    return {
        "collection": names.name("collection", item.collection_id),
        "uploaded_by": names.name("person", item.uploaded_by_user_id),
        "tags": sorted(tag.name for tag in item.tags.all()),
    }


def redirects(kim: Kim, names: Names) -> Iterator[dict]:
    """Redirects of the KIM's own site."""
    for row in Redirect.objects.filter(site=kim.site_id).order_by("pk") if kim.site_id else ():
        page = names.turn(_page_model(), row.redirect_page_id) if row.redirect_page_id else None
        yield {**values(row, REDIRECT_FIELDS), "page": page}


def _page_model():
    return Redirect._meta.get_field("redirect_page").related_model
