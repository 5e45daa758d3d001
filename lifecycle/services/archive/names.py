"""How things are called inside an archive: `image:3` instead of a key, which means nothing elsewhere."""

from dataclasses import dataclass, field

from django.db.models import Q
from wagtail.models import Collection, Page

from home.models import HubPage
from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimDocument, KimHomePage, KimImage, LegalPaper, Seller, User
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from members.models import FormerMember
from members.services.roles import members_of

KINDS = {
    KimImage: "image",
    KimDocument: "document",
    Seller: "seller",
    LegalPaper: "paper",
    User: "person",
    Page: "page",
}


def kind_of(model) -> str:
    """The word for a kind of thing; empty for what has no name in an archive."""
    return "page" if issubclass(model, Page) else KINDS.get(model, "")


@dataclass
class Names:
    """The things of one KIM by key, numbered in an order that a restored KIM has too."""

    kim: Kim
    numbers: dict[str, dict[int, int]] = field(default_factory=dict)

    @classmethod
    def of(cls, kim: Kim) -> "Names":
        """Read the keys of everything that the KIM owns; a few queries."""
        collections = Collection.objects.filter(path__startswith=kim.collection.path).order_by("path")
        inside = {"collection__path__startswith": kim.collection.path}
        former = FormerMember.objects.filter(kim=kim).values("user")
        people = User.objects.filter(Q(pk__in=members_of(kim).values("pk")) | Q(pk__in=former))
        found = {
            "collection": collections,
            "image": KimImage.objects.filter(**inside, put_away_at=None).order_by("pk"),
            "document": KimDocument.objects.filter(**inside).order_by("pk"),
            "seller": Seller.objects.filter(kim=kim).order_by("pk"),
            "paper": LegalPaper.objects.filter(kim=kim).order_by("pk"),
            "person": people.order_by("email"),
        }
        names = cls(kim)
        for kind, rows in found.items():
            names.numbers[kind] = {pk: number for number, pk in enumerate(rows.values_list("pk", flat=True), 1)}
        names.numbers["page"] = {pk: number for number, pk in enumerate(page_keys(kim), 1)}
        return names

    def keys(self, kind: str) -> list[int]:
        """The keys of one kind, in order."""
        return list(self.numbers[kind])

    def name(self, kind: str, key) -> str | None:
        """The name of one thing of the KIM's own; None if it is not."""
        try:
            number = self.numbers[kind].get(int(key)) if key is not None else None
        except (TypeError, ValueError):
            return None
        return f"{kind}:{number}" if number else None

    def turn(self, model, key) -> str | None:
        """What stands in the archive for a reference: the own name, or the natural address of what a hub shares."""
        kind = kind_of(model)
        if not kind:
            return None
        return self.name(kind, key) or self._shared(kind, key)

    def _shared(self, kind: str, key) -> str | None:
        try:
            key = int(key)
        except (TypeError, ValueError):
            return None
        if kind == "page":
            return _hub_page_name(key)
        if kind in ("image", "document"):
            model = KimImage if kind == "image" else KimDocument
            item = model.objects.filter(pk=key).first()
            hub = item and HubPage.objects.filter(collection=item.collection_id).first()
            if hub:
                return f"hub-{kind}:{hub.region_id}:{item.file_hash or item.get_file_hash()}"
        return None


def page_keys(kim: Kim) -> list[int]:
    """The keys of all pages of a KIM: language by language with the source first, each from the top down."""
    homes = KimHomePage.objects.filter(kim=kim).select_related("locale")
    ordered = sorted(homes, key=lambda home: (home.locale.language_code != SOURCE_LANGUAGE, home.locale.language_code))
    keys: list[int] = []
    for home in ordered:
        keys += Page.objects.filter(path__startswith=home.path).order_by("path").values_list("pk", flat=True)
    return keys


def _hub_page_name(key: int) -> str | None:
    page = Page.objects.filter(pk=key).select_related("locale").first()
    if page is None or KimHomePage.objects.filter(path__in=path_prefixes(page.path)).exists():
        return None
    hub = HubPage.objects.filter(path__in=path_prefixes(page.path)).order_by("-depth").first()
    if hub is None:
        return None
    return f"hub-page:{hub.region_id}:{page.locale.language_code}:{page.url_path[len(hub.url_path) :]}"
