"""Asks every address as one person, with the other tenant's ids wherever one can stand, and notes what comes back."""

import itertools
import re
from dataclasses import dataclass, field

from django.test import Client
from django.urls import NoReverseMatch
from django.utils.http import urlencode

from tests.isolation.addresses import Address
from tests.isolation.world import MARKER, Tenant, World

# Which kinds of objects of a tenant may stand in an argument, by the argument's name. `pages` are many kinds of page.
PAGE_ARGUMENTS = {"page_id", "parent_page_id", "page_to_move_id", "destination_id", "page_pk"}
OBJECT_ARGUMENTS = {
    "image_id": "image", "document_id": "document", "doc_id": "document", "uploaded_file_id": "upload",
    "revision_id": "revision", "task_state_id": "task_state", "task_id": "task", "workflow_state_id": "workflow_state",
    "workflow_pk": "workflow", "translation_source_id": "source", "translation_id": "translation",
    "string_segment_id": "string_segment", "overridable_segment_id": "override_segment", "hub_id": "hub",
    "paper_id": "paper", "site_id": "site", "redirect_id": "redirect", "restriction_id": "restriction", "session_id": "session",
    "officer_id": "forum_officer",
    "page_view_restriction_id": "restriction", "kim_id": "kim", "person_id": "person", "invitation_id": "invitation",
    "application_id": "application",
    "job_id": "import", "export_id": "export", "restore_id": "restore",
    "deleted_id": "deleted",
}  # fmt: skip
FEW_PAGES = ("home", "draft")
# What `pk` and the like mean, by the namespace of the address.
KEYS = {
    "kim_redirects": "redirect", "sellers": "seller", "officers": "officer", "seller_chooser": "seller", "kim_chooser": "kim",
    "wagtailusers_users": "person", "wagtailusers_groups": "group", "wagtailsites": "site", "wagtaillocales": "locale",
    "wagtailadmin_collections": "collection", "wagtailadmin_workflows": "workflow", "wagtailimages_chooser": "image",
    "wagtaildocs_chooser": "document", "wagtailadmin_api:images": "image", "wagtailadmin_api:documents": "document",
    "wagtailsettings": "site", "wagtail_localize": "seller",
}  # fmt: skip
WORDS = {
    "content_type_app_name": "kim_sites", "content_type_model_name": "newspage", "uidb64": "MQ", "token": "set-password",
    "filter_spec": "max-165x165", "action_name": "approve", "mode": "", "number": "1", "digest": "x", "secret": "x",
    "path": f"{MARKER}-foto.jpg", "task": "masuk",
}  # fmt: skip
MODELS = [
    ("kim_sites", "newspage"), ("kim_sites", "seller"), ("wagtailcore", "page"), ("kim_sites", "kimimage"),
    ("kim_sites", "kimdocument"), ("kim_sites", "user"), ("auth", "group"), ("taggit", "tag"),
    ("kim_sites", "newstag"),
]  # fmt: skip
# Every name under which an id or a word of the other tenant might be taken from a query or a form.
PARAMETERS = {
    "page": (
        "childOf", "parent_page", "parent_page_id", "new_parent_page", "chosen_page", "destination_page_id", "child_of",
        "descendant_of", "translation_of", "page", "next_page", "redirect_page",
    ),
    "image": ("image", "lead_image", "cover", "logo", "photo"), "document": ("document",),
    "collection": ("collection", "collection_id"), "seller": ("seller",), "kim": ("kim",), "site": ("site",),
    "person": ("owner", "edited_by", "user", "locked_by", "requested_by", "finished_by", "actor", "person"),
    "workflow": ("workflow",), "task": ("task",), "group": ("group", "groups"), "hub": ("hub",),
}  # fmt: skip
SEARCHES = ("q", "search", "search_query", "term", "tag", "title", "label", "source_title", "name", "cari")


def objects_of(tenant: Tenant) -> dict[str, object]:
    """The tenant's objects by kind, those that stand outside the lists of the world too."""
    kim = tenant.kim
    return tenant.objects | {
        "kim": kim, "person": tenant.people["editor"], "group": kim.roles.get(role="editor").group, "site": kim.site,
        "collection": kim.collection, "locale": kim.home_page.locale,
    }  # fmt: skip


@dataclass
class Tally:
    """What was tried and what came back wrong."""

    patterns: set = field(default_factory=set)
    requests: int = 0
    writes: int = 0
    answered: int = 0
    leaks: list = field(default_factory=list)
    errors: list = field(default_factory=list)

    def __str__(self):
        return (
            f"{len(self.patterns)} patterns, {self.requests} requests, {self.writes} of them writes,"
            f" {self.answered} answered with a page"
        )


class Crawler:
    """One person on one host, asking for everything."""

    def __init__(self, client: Client, world: World, host: str, is_thorough: bool = False):
        self.client, self.world, self.host = client, world, host
        # Kinds of pages that stand in an argument, and how many addresses of one pattern are asked for; None for all.
        self.kinds = tuple(world.b.pages) if is_thorough else FEW_PAGES
        self.most = None if is_thorough else 1
        self.client.raise_request_exception = False
        self.tally = Tally()

    def values(self, address: Address, name: str, tenant: Tenant) -> list[str]:
        """What may stand in an argument: ids of the tenant's objects, or words."""
        objects = objects_of(tenant)
        pages = [str(tenant.pages[kind].pk) for kind in self.kinds]
        if name in PAGE_ARGUMENTS:
            return pages
        if name in OBJECT_ARGUMENTS:
            found = objects.get(OBJECT_ARGUMENTS[name])
            return [str(found.pk if found else 0)]
        if name in ("pk", "object_id"):
            return self.keys(address, pages, objects)
        if name.startswith("revision_id_"):
            return [str(objects["revision"].pk)]
        if name == "batch":
            return [str(objects["deleted"].batch)]
        if name in ("0", "1"):
            return self.unnamed(address, name, tenant)
        return [WORDS.get(name, "x")]

    def keys(self, address, pages, objects) -> list[str]:
        """What a bare key means here."""
        namespace = address.name.rpartition(":")[0]
        kind = KEYS.get(namespace)
        if kind is None and namespace in objects:
            kind = namespace
        if kind and objects.get(kind):
            return [str(objects[kind].pk)]
        return [*pages, *(str(found.pk) for found in objects.values() if hasattr(found, "pk"))]

    def unnamed(self, address, name, tenant) -> list[str]:
        """Arguments without a name: the document's id and file name, the path of a public page."""
        if address.name == "wagtaildocs_serve":
            document = tenant.objects["document"]
            return [str(document.pk)] if name == "0" else [document.filename]
        if address.name == "wagtail_serve":
            return ["", *(page.url_path.split("/", 5)[-1] for page in tenant.pages.values())]
        return ["x"]

    def urls(self, address: Address, *tenants: Tenant) -> set[str]:
        """The addresses with the objects of tenants in the arguments: each all of one, and the first of one and the
        rest of another."""
        urls = set()
        for owners in set(itertools.product(tenants, repeat=min(len(address.arguments), 2))) or {()}:
            lists = []
            for place, name in enumerate(address.arguments):
                lists.append(self.values(address, name, owners[min(place, 1)]))
            if {"app_label", "model_name"} <= set(address.arguments) or "app_name" in address.arguments:
                urls |= self.urls_of_models(address, lists)
                continue
            longest = max((len(values) for values in lists), default=1)
            for index in range(longest):
                urls.add(self.fill(address, [values[index % len(values)] for values in lists]))
        return {url for url in urls if url is not None}

    def urls_of_models(self, address: Address, lists) -> set[str]:
        """An address that names a model: once for each model, and for each bulk action there."""
        urls = set()
        for app, model in MODELS:
            for action in ("delete", "publish", "move", "add_tags", "add_to_collection", "set_active_state"):
                values = []
                for name, given in zip(address.arguments, lists, strict=True):
                    chosen = {"app_label": app, "app_name": app, "model_name": model, "action": action}.get(name)
                    values.append(chosen or given[0])
                urls.add(self.fill(address, values))
        return urls

    def fill(self, address: Address, values: list[str]) -> str | None:
        """The address with the values put in."""
        url = address.pattern.replace("^", "").replace("$", "").replace("\\.", ".").replace("/?", "/")
        for name, value in zip(address.arguments, values, strict=True):
            url = put(url, name, value)
        if "<" in url or "(" in url:
            raise NoReverseMatch(f"{address.pattern}: {url}")
        return "/" + url.replace(".*/", "x/")

    def poison(self, tenant: Tenant, word: str = "x") -> dict[str, list[str]]:
        """Parameters that carry the tenant's ids, and a word, under every name there might be."""
        objects = objects_of(tenant)
        values: dict[str, list[str]] = {name: [word] for name in SEARCHES}
        for kind, names in PARAMETERS.items():
            found = tenant.pages["draft"] if kind == "page" else objects[kind]
            values |= {name: [str(found.pk)] for name in names}
        pages = [str(page.pk) for page in tenant.pages.values()]
        ids = [*pages, *(str(objects[kind].pk) for kind in ("image", "document", "seller", "kim", "person"))]
        return values | {"id": ids, "target_pages[]": pages[:2]}

    def ask(self, address: Address, url: str, method: str = "get", data: dict | None = None, **extra) -> None:
        """One request; a marker in the answer is a leak, a 500 an error."""
        self.tally.patterns.add((address.name, address.pattern))
        self.tally.requests += 1
        self.tally.writes += method != "get"
        response = getattr(self.client, method)(url, data or {}, **extra)
        text = b"".join(response.streaming_content) if response.streaming else response.content
        answer = text + " ".join(f"{name}: {value}" for name, value in response.headers.items()).encode()
        self.tally.answered += response.status_code == 200
        if response.status_code >= 500:
            self.tally.errors.append((method, url, response.status_code))
        for place in self.marks(answer, url, data):
            self.tally.leaks.append((method, url[:60], response.status_code, " ".join(place.split())))

    def marks(self, answer: bytes, url: str, data) -> list[str]:
        """Where the marker stands in an answer, apart from the words that the request itself brought."""
        text = answer.decode("utf-8", "replace")
        found = [match.start() for match in re.finditer(MARKER, text, re.IGNORECASE)]
        places = [text[max(0, start - 80) : start + 60] for start in found]
        if data or "?" in url or MARKER in url:
            # The search word comes back as it was typed; what B wrote has capitals, B's addresses a dot or a dash.
            written = re.compile(rf"{MARKER.upper()}|{MARKER}[.-]\w")
            places = [place for place in places if written.search(place[80:]) and not echoed(place, url)]
        return places[:1]

    def query(self, tenant: Tenant) -> str:
        """The poison as a query string."""
        return urlencode(self.poison(tenant, tenant.marker), doseq=True)


def put(url: str, name: str, value: str) -> str:
    """Put a value in the place of an argument: a converter, a named group, or the next group without a name."""
    start = url.find(f"(?P<{name}>")
    if start < 0 and not re.search(rf"<(?:\w+:)?{re.escape(name)}>", url):
        start = url.find("(")
    if start < 0:
        return re.sub(rf"<(?:\w+:)?{re.escape(name)}>", lambda _: value, url, count=1)
    depth = 0
    for end in range(start, len(url)):
        depth += {"(": 1, ")": -1}.get(url[end], 0)
        if depth == 0:
            return url[:start] + value + url[end + 1 :]
    raise ValueError(url)


def echoed(place: str, url: str) -> bool:
    """Whether the place repeats the address that was asked for."""
    tail = place[80:].split('"')[0].split("&")[0].split("<")[0]
    return bool(tail) and tail.strip("/") in url
