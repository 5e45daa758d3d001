"""The same screens, measured with few tenants and with many."""

import datetime
import re
from dataclasses import dataclass, field

from django.contrib.auth.models import Group
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from wagtail.contrib.redirects.models import Redirect

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimApprovalTask, KimDocument, KimImage, Officer, Region, User
from tests import factories
from tests.conftest import HostClient

# What a form or a list offers to choose from, and what it lists.
COUNTED = {
    "options": r"<option\b",
    "boxes": r"type=\"(?:checkbox|radio)\"",
    "rows": r"<tr\b",
    "links": r"<a\b",
}


@dataclass(frozen=True)
class Cost:
    """What one answer cost."""

    status: int
    queries: int
    bytes: int
    counts: tuple[int, ...]
    sql: tuple[str, ...] = field(default=(), compare=False, repr=False)


def cost_of(client: HostClient, url: str) -> Cost:
    """Measure one request with a cold cache."""
    cache.clear()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(url)
    text = response.content.decode() if not response.streaming else ""
    counts = tuple(len(re.findall(pattern, text)) for pattern in COUNTED.values())
    sql = tuple(query["sql"] for query in captured)
    return Cost(response.status_code, len(captured), len(text), counts, sql)


def fill(kim: Kim) -> None:
    """What a tenant keeps, one of each."""
    editor = factories.member(kim, "editor")
    page = factories.make_news(kim, owner=editor)
    factories.make_product(kim, owner=editor)
    image = KimImage.objects.filter(collection=kim.collection).first()
    image.tags.add(f"label {kim.slug}")
    KimDocument.objects.create(title="Berkas", collection=kim.collection, file=factories.picture_file())
    Officer.objects.create(kim=kim, name="Pengurus")
    kim.legal_papers.update(valid_until=datetime.date(2025, 6, 30))
    Redirect.objects.create(old_path="/lama", site=kim.site, redirect_page=page.page_ptr)
    waiting = factories.make_news(kim, title="Menunggu", live=False, owner=editor)
    waiting.get_workflow().start(waiting, editor)
    page.locked, page.locked_by = True, editor
    page.save()


@dataclass
class World:
    """One KIM whose people look around, the hubs above it, and an operator."""

    kim: Kim
    clients: dict[str, HostClient]
    ids: dict[str, object]

    def url(self, name: str, *args: str, query: str = "") -> str:
        """An address; arguments that are keys of `ids` are put in."""
        url = reverse(name, args=[self.ids.get(argument, argument) for argument in args])
        return f"{url}?{query}" if query else url


def make_world() -> World:
    """One KIM with people in all roles; two more tenants beside it."""
    kim = factories.make_kim("parenggean")
    fill(kim)
    regency = ensure_hub(Region.objects.get(code="62.02"))
    people = {role: factories.member(kim, role) for role in ("chair", "editor", "contributor")}
    for name, hub in (("regency", regency), ("province", ensure_hub(Region.objects.get(code="62")))):
        people[name] = User.objects.create_user(f"{name}@example.id", password="x")
        people[name].groups.add(curator_group(hub))
    people["operator"] = User.objects.create_superuser("operator@example.id", "x")
    clients = {}
    for role, person in people.items():
        clients[role] = HostClient("admin.localhost:8000")
        clients[role].force_login(person)
    article = kim.home_page.get_descendants().get(slug="warga-menanam-bibit")
    ids = {
        "home": kim.home_page_id,
        "list": article.get_parent().pk,
        "article": article.pk,
        "hub": regency.pk,
        "root": regency.get_root().pk,
        "site": kim.site_id,
        "image": KimImage.objects.filter(collection=kim.collection).first().pk,
        "document": KimDocument.objects.filter(collection=kim.collection).first().pk,
        "collection": kim.collection_id,
        "group": kim.roles.get(role="chair").group_id,
        "curators": Group.objects.get(name__startswith="hub 62.02:").pk,
        "user": people["editor"].pk,
        "redirect": Redirect.objects.get().pk,
        "kim": kim.pk,
        "officer": kim.officers.first().pk,
        "paper": kim.legal_papers.first().pk,
        "approval": KimApprovalTask.objects.get().pk,
    }
    add_tenants(2)
    return World(kim, clients, ids)


def add_tenants(number: int) -> None:
    """More tenants in the same regency, with what tenants keep."""
    for _number in range(number):
        fill(factories.make_kim())
