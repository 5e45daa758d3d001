"""The operator's menu, and the name of the page above all sites."""

import json
import re

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from wagtail.models import Page

from kim_sites.models import User
from tests.factories import member

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(kim, admin_client_for):
    return admin_client_for(User.objects.create_superuser("operator@example.id", "rahasia-sekali"))


def entries(client) -> list[tuple[str, str]]:
    """Name and address of every entry of the menu, those of its groups included."""
    text = client.get("/admin/").content.decode()
    sidebar = json.loads(re.search(r'id="wagtail-sidebar-props"[^>]*>(.*?)</script>', text, re.DOTALL).group(1))
    return list(found_in(sidebar))


def found_in(value):
    if isinstance(value, dict):
        if isinstance(value.get("label"), str) and value.get("url"):
            yield value["label"], value["url"]
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from found_in(item)


def test_each_entry_of_the_operators_menu_stands_there_once(operator):
    labels = [label for label, _ in entries(operator)]
    assert {"Pengalihan alamat", "Alur persetujuan", "Panduan"} <= set(labels)
    assert sorted(labels) == sorted(set(labels))


@pytest.mark.parametrize("role", ["operator", "chair"])
def test_no_entry_leads_to_a_site_of_others_and_the_guide_is_the_help(kim, operator, admin_client_for, role):
    client = operator if role == "operator" else admin_client_for(member(kim, role))
    found = dict(entries(client))
    assert not [url for url in found.values() if not url.startswith("/")]
    assert "Bantuan" not in found
    assert found["Panduan"] == "/admin/panduan/"
    assert "wagtail.org" not in client.get("/admin/").content.decode()


def test_chairs_keep_the_redirects_of_their_kim(kim, admin_client_for):
    assert dict(entries(admin_client_for(member(kim, "chair"))))["Pengalihan alamat"] == "/admin/kim-redirects/"


def test_the_reports_of_approval_are_called_what_the_menu_calls_them(operator):
    found = dict(entries(operator))
    for label in ("Persetujuan halaman", "Langkah tiap halaman"):
        assert label in operator.get(found[label]).content.decode()


def test_the_page_above_all_sites_has_an_indonesian_name(operator):
    root = Page.objects.get(depth=1)
    assert (root.title, root.draft_title) == ("Semua halaman", "Semua halaman")
    text = operator.get(f"/admin/pages/{root.pk}/").content.decode()
    assert "Semua halaman" in text
    assert not re.search(r">\s*Root\s*<", text)


def test_a_root_that_somebody_has_named_keeps_its_name():
    migration = MigrationLoader(connection).get_migration("kim_sites", "0009_name_of_the_root").operations[0]
    Page.objects.filter(depth=1).update(title="Portal", draft_title="Portal")
    migration.code(MigrationLoader(connection).project_state().apps, None)
    assert Page.objects.get(depth=1).title == "Portal"
