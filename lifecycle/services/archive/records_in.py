"""The rows of an archive beside its pages, written anew. Runs inside the one transaction of a restore."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db.models import Model
from django.utils.translation import gettext as _
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Collection, CollectionViewRestriction, Page

from home.models import HubPage
from kim_sites.models import HostAlias, Kim, KimDocument, KimImage, LegalPaper, Officer, PaperNotice, Seller, User
from kim_sites.services import hosts
from kim_sites.services.domains import HOSTNAME
from kim_sites.services.hosts import LABEL
from lifecycle.services.archive import collect, layout
from lifecycle.services.archive.media_in import Stored
from lifecycle.services.archive.names import kind_of
from lifecycle.services.archive.reader import ArchiveReader
from members.models import FormerMember
from members.services.roles import put


@dataclass
class Keys:
    """What the names of the archive stand for in this installation."""

    kim: Kim
    own: dict[str, int] = field(default_factory=dict)
    shared: dict[str, int | None] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)

    def turn(self, model: type[Model], name) -> int | None:
        """The key for a reference; only the KIM's own and what the hubs above it share can come out."""
        kind = kind_of(model)
        if not kind or not isinstance(name, str):
            return None
        if name.startswith(f"hub-{kind}:"):
            return self._shared(kind, name)
        return self.own.get(name) if name.startswith(f"{kind}:") else None

    def _shared(self, kind: str, name: str) -> int | None:
        if name not in self.shared:
            found = _find_shared(kind, name, self.kim.region_id)
            self.shared[name] = found
            if found is None:
                self.report.append(
                    _("Something that a hub had shared is not here and was left out: %(name)s") % {"name": name}
                )
        return self.shared[name]


def _find_shared(kind: str, name: str, region_code: str) -> int | None:
    code, _sep, rest = name.partition(":")[2].partition(":")
    if code != "00" and not region_code.startswith(f"{code}."):
        return None
    if kind == "page":
        language, _sep, tail = rest.partition(":")
        hub = HubPage.objects.filter(region_id=code, locale__language_code=language).first()
        page = hub and Page.objects.filter(path__startswith=hub.path, url_path=hub.url_path + tail).first()
        return page.pk if page and (page.live or page.first_published_at) and _is_hubs_own(page) else None
    hub = HubPage.objects.filter(region_id=code).first()
    model = KimImage if kind == "image" else KimDocument
    found = model.objects.filter(collection=hub.collection_id, file_hash=rest) if hub and rest else model.objects.none()
    return found.values_list("pk", flat=True).first()


def _is_hubs_own(page: Page) -> bool:
    model = page.specific_class
    return model is HubPage or getattr(page.specific, "kim_id", None) is None


class RecordsIn:
    """Writes people, papers, sellers, media, officers and redirects of a KIM."""

    def __init__(self, reader: ArchiveReader, kim: Kim, stored: dict[str, Stored], keys: Keys):
        self.reader, self.kim, self.stored, self.keys = reader, kim, stored, keys
        # Accounts that nobody can use yet: somebody may want to invite them.
        self.newcomers: list[tuple[str, str]] = []

    def people(self) -> None:
        """Accounts by their address; unknown ones are made without a password."""
        for row in self.reader.rows(layout.PEOPLE):
            email = str(row["email"]).strip().lower()
            validate_email(email)
            role, former = str(row.get("role") or ""), str(row.get("former_role") or "")
            person = User.objects.filter(email=email).first()
            is_new = person is None
            if person is None:
                names = {name: str(row.get(name) or "")[:150] for name in ("first_name", "last_name")}
                person = User.objects.create_user(email, is_active=bool(role), **names)
            self.keys.own[str(row["id"])] = person.pk
            if role:
                put(self.kim, person, role)
                if not person.has_usable_password():
                    self.newcomers.append((email, role))
            if former:
                left = FormerMember.objects.create(
                    kim=self.kim, user=person, role=former, account_closed=is_new and not role
                )
                FormerMember.objects.filter(pk=left.pk).update(left_at=row["left_at"] or left.left_at)

    def collections(self, rows: list[dict], own: Collection) -> None:
        """Collections below the KIM's own, with the rules that close them."""
        for row in rows:
            name, parent = str(row["id"]), row["parent"]
            if parent is None:
                self.keys.own.setdefault(name, own.pk)
            else:
                above = Collection.objects.get(pk=self.keys.own[str(parent)])
                made = above.add_child(instance=Collection(name=str(row["name"])[:255]))
                self.keys.own[name] = made.pk
            for rule in row.get("privacy", []):
                restriction = CollectionViewRestriction(
                    collection_id=self.keys.own[name], restriction_type=rule["type"], password=rule["password"]
                )
                restriction.save()
                restriction.groups.set(groups_of(self.kim, rule["roles"]))

    def papers(self) -> None:
        """Legal papers with their scans and the notices that went out."""
        for row in self.reader.rows(layout.PAPERS):
            scan = self.stored.get(str(row["id"]))
            paper = LegalPaper.objects.create(
                kim=self.kim,
                scan=scan.name if scan else "",
                added_by_id=self.keys.turn(User, row["added_by"]),
                **cleaned(LegalPaper, row, collect.PAPER_FIELDS),
            )
            self.keys.own[str(row["id"])] = paper.pk
            PaperNotice.objects.bulk_create(
                [PaperNotice(paper=paper, days=item["days"], sent_at=item["sent_at"]) for item in row["notices"]]
            )

    def sellers(self) -> None:
        """Small businesses."""
        for row in self.reader.rows(layout.SELLERS):
            seller = Seller.objects.create(kim=self.kim, **cleaned(Seller, row, collect.SELLER_FIELDS))
            self.keys.own[str(row["id"])] = seller.pk

    def media(self) -> None:
        """Pictures and documents whose files were copied."""
        for part, model, names in (
            (layout.IMAGES, KimImage, collect.IMAGE_FIELDS),
            (layout.DOCUMENTS, KimDocument, ("title", "created_at")),
        ):
            for row in self.reader.rows(part):
                item = self.stored.get(str(row["id"]))
                if item is not None:
                    self.keys.own[str(row["id"])] = self._medium(model, row, item, names)

    def _medium(self, model, row: dict, item: Stored, names: tuple[str, ...]) -> int:
        fields = cleaned(model, row, names)
        created_at = fields.pop("created_at")
        size = {"width": item.width, "height": item.height} if model is KimImage else {}
        medium = model(
            file=item.name,
            file_size=item.size,
            file_hash=item.digest,
            collection_id=self.keys.own.get(str(row["collection"]), self.kim.collection_id),
            uploaded_by_user_id=self.keys.turn(User, row["uploaded_by"]),
            **size,
            **fields,
        )
        medium.save()
        medium.tags.add(*[str(tag)[:100] for tag in row["tags"]])
        model.objects.filter(pk=medium.pk).update(created_at=created_at)
        return medium.pk

    def officers(self) -> None:
        """The roster."""
        for row in self.reader.rows(layout.OFFICERS):
            Officer.objects.create(
                kim=self.kim,
                photo_id=self.keys.turn(KimImage, row["photo"]),
                legal_paper_id=self.keys.turn(LegalPaper, row["paper"]),
                **cleaned(Officer, row, collect.OFFICER_FIELDS),
            )

    def redirects(self) -> None:
        """Redirects of the KIM's site; one whose page is not here is left out."""
        for row in self.reader.rows(layout.REDIRECTS):
            page = self.keys.turn(Page, row["page"])
            fields = cleaned(Redirect, row, collect.REDIRECT_FIELDS)
            if page is None and not fields["redirect_link"]:
                self.keys.report.append(
                    _("A redirect leads nowhere and was left out: %(path)s") % {"path": row["old_path"]}
                )
                continue
            created_at = fields.pop("created_at")
            made = Redirect.objects.create(site=self.kim.site, redirect_page_id=page, **fields)
            Redirect.objects.filter(pk=made.pk).update(created_at=created_at)

    def old_addresses(self, rows: list[dict]) -> None:
        """Host names that redirect to the KIM; one that somebody else has by now is left out."""
        for row in rows:
            name = host_name(row)
            if not name or hosts.host_is_taken(name) or hosts.is_admin_host(name):
                self.keys.report.append(
                    _("An old address is used by somebody else and was left out: %(name)s") % {"name": name}
                )
                continue
            HostAlias.objects.create(kim=self.kim, hostname=name)


def host_name(data: dict) -> str:
    """The host name that `collect.host_data` described, on this installation; empty if it is none."""
    if "label" in data:
        return hosts.subdomain(str(data["label"])) if LABEL.match(str(data["label"])) else ""
    name = str(data.get("host", "")).lower()
    is_ours = name == hosts.base_domain().name or name.endswith(f".{hosts.base_domain().name}")
    return name if HOSTNAME.match(name) and not is_ours else ""


def groups_of(kim: Kim, roles: list) -> list:
    """The groups of the KIM that carry these roles."""
    return [row.group for row in kim.roles.filter(role__in=roles).select_related("group")]


def cleaned(model: type[Model], row: dict, names: tuple[str, ...]) -> dict:
    """Plain fields of a row, each read and checked by its field. Raises KeyError, ValidationError."""
    values = {}
    for name in names:
        field_ = model._meta.get_field(name)
        value = field_.to_python(row[name])
        if value not in (None, ""):
            field_.run_validators(value)
            if field_.choices and value not in dict(field_.flatchoices):
                raise ValidationError(f"{name}: {value}")
        values[name] = value
    return values
