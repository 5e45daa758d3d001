"""Each layer is taken away on purpose, alone, and the suite sees what comes through."""

import pytest
from django.db.models import Q
from django.urls import reverse
from wagtail.models import Page

from access.gate import middleware
from access.gate.rules import TENANTS, table
from access.narrowing import REPLACED
from kim_sites.models import NewsPage
from kim_sites.services import references
from tests.conftest import HostClient
from tests.isolation import forms
from tests.isolation.addresses import addresses
from tests.isolation.crawl import Crawler
from tests.isolation.journey import ADMIN_HOST, visit
from tests.isolation.snapshot import differences, rows_of
from tests.isolation.test_references import add_url, client_of, says_nothing

pytestmark = pytest.mark.django_db


def crawl(world, role: str, *names: str) -> Crawler:
    """The crawl of one person, at a few addresses only."""
    crawler = Crawler(client_of(world.people[role]), world, ADMIN_HOST)
    for address in addresses():
        if address.name in names:
            visit(crawler, address, crawler.query(world.b))
    return crawler


OPEN_GATE = (
    "wagtailadmin_explore", "wagtailadmin_choose_page_child", "wagtailadmin_api:images:listing",
    "wagtailadmin_api:documents:listing", "wagtailadmin_reports:page_types_usage",
    "wagtailadmin_workflows:task_chooser",
)  # fmt: skip


@pytest.mark.parametrize("name", OPEN_GATE)
def test_without_the_gate_an_address_leaks(world, monkeypatch, name):
    assert not crawl(world, "chair", name).tally.leaks
    monkeypatch.setattr(middleware, "admits", lambda rule, request, view_kwargs: True)
    assert crawl(world, "chair", name).tally.leaks


def test_with_more_rights_than_a_tenant_needs_people_of_others_show(world, monkeypatch):
    """Raw permissions and an address that is opened for them: together they name everybody."""
    from django.contrib.auth.models import Permission

    rules = table() | {"wagtailusers_users:index": TENANTS}
    monkeypatch.setattr(middleware, "table", lambda: rules)
    assert not crawl(world, "chair", "wagtailusers_users:index").tally.leaks
    group = world.a.kim.roles.get(role="chair").group
    group.permissions.add(*Permission.objects.filter(content_type__model="user"))
    assert crawl(world, "chair", "wagtailusers_users:index").tally.leaks


def stale_links_show(world) -> bool:
    """Whether the editor shows where links of another KIM lead that are on a page already."""
    page = NewsPage.objects.get(pk=world.a.pages["news"].pk)
    text = forms.page_link(world.b.pages["draft"]) + forms.document_link(world.b.objects["document"])
    page.body = [("text", forms.RichText(text))]
    NewsPage.objects.filter(pk=page.pk).update(body=page.body)
    Page.objects.filter(pk=page.pk).update(latest_revision=None)
    response = client_of(world.people["editor"]).get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    return not says_nothing(response)


def all_shows(world) -> bool:
    """Whether "all" means the pages of everybody."""
    url = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    return not says_nothing(client_of(world.people["editor"]).get(f"{url}?id=all"))


def leaks_at(role: str, *names: str):
    """Makes a probe: the crawl of these addresses finds something."""
    return lambda world: bool(crawl(world, role, *names).tally.leaks)


PROBES = {
    "wagtail.admin.filters.popular_tags_for_model": leaks_at("editor", "wagtailimages:index"),
    "wagtail.images.views.chooser.popular_tags_for_model": leaks_at("editor", "wagtailimages_chooser:choose"),
    "WagtailFilterSet.get_form_class": leaks_at("editor", "wagtailadmin_explore"),
    "BaseLogEntryManager.viewable_by_user": leaks_at("editor", "wagtailadmin_reports:site_history"),
    "PageBulkAction.get_all_objects_in_listing_query": all_shows,
    "BaseChooser.get_instance": leaks_at("chair", "officers:add"),
    "PageLinkElementHandler.get_attribute_data": stale_links_show,
    "DocumentLinkElementHandler.get_attribute_data": stale_links_show,
    "TranslationsReportView.get_queryset": leaks_at("editor", "wagtail_localize:translations_report"),
}


def test_every_narrowing_has_a_probe():
    assert set(PROBES) == set(REPLACED)


@pytest.mark.parametrize("name", PROBES)
def test_without_one_narrowing_its_listing_leaks(world, monkeypatch, name):
    assert not PROBES[name](world)
    owner, attribute, stock = REPLACED[name]
    monkeypatch.setattr(owner, attribute, stock)
    assert PROBES[name](world)


def test_without_the_narrowing_of_the_page_chooser_it_lists_everything(world, monkeypatch):
    client = client_of(world.people["editor"])
    url = reverse("wagtailadmin_choose_page_search") + "?q=zmarkb"
    assert "ZMARKB" not in client.get(url).content.decode()
    monkeypatch.setattr("access.wagtail_hooks.scope_of", lambda user: EverythingScope())
    assert "ZMARKB" in client.get(url).content.decode()


class EverythingScope:
    """A scope that forgets to narrow."""

    def linkable(self):
        return ~Q(pk__in=[])

    browsable = linkable


def test_without_the_guard_pictures_of_another_kim_are_published(world, monkeypatch):
    model_name, form = forms.forms_with_foreign_references(world.a, world.b)["main picture"]
    editor = client_of(world.people["editor"])
    form = {**form, "action-publish": "1"}
    assert editor.post(add_url(world.a, model_name), form).status_code == 200
    monkeypatch.setattr(references, "_judges", dict)
    assert editor.post(add_url(world.a, model_name), form).status_code == 302
    assert NewsPage.objects.get(slug="kerja-bakti", live=True).lead_image == world.b.objects["image"]


def test_without_the_look_at_the_host_documents_are_served_anywhere(world, monkeypatch):
    document = world.b.objects["document"]
    client = HostClient("desa-a.localhost:8000")
    assert client.get(document.url).status_code == 404
    monkeypatch.setattr("access.wagtail_hooks.is_for_host", lambda collection, request: True)
    assert client.get(document.url).status_code == 200


def test_the_snapshot_notices_a_changed_row(world):
    before = rows_of(world.b)
    world.b.objects["seller"].name = "zmarkb diubah"
    world.b.objects["seller"].save()
    assert differences(before, rows_of(world.b))
