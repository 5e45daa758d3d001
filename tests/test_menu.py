"""The operator's menu, and the name of the page above all sites."""

import json
import re

import pytest
from django.contrib.auth.models import Group
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import F, Value
from django.db.models.functions import Replace
from wagtail.models import Collection, GroupApprovalTask, Page, Task, Workflow, WorkflowPage, WorkflowTask

from home.models import HubPage
from home.services.hubs import curator_group
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


def say_it_in_indonesian():
    """What the migration does to an installation that is older than it."""
    operation = MigrationLoader(connection).get_migration("kim_sites", "0009_indonesian_names").operations[0]
    operation.code(MigrationLoader(connection).project_state().apps, None)


def test_a_root_that_somebody_has_named_keeps_its_name():
    Page.objects.filter(depth=1).update(title="Portal", draft_title="Portal")
    Collection.objects.filter(depth=1).update(name="Arsip")
    say_it_in_indonesian()
    assert Page.objects.get(depth=1).title == "Portal"
    assert Collection.objects.get(depth=1).name == "Arsip"


def test_groups_of_an_older_installation_get_the_names_that_new_ones_have(kim):
    hub = curator_group(HubPage.objects.get(region_id="62.02"))
    expected = {f"{kim.slug}: {name}" for name in ("ketua", "editor", "kontributor")}
    assert set(Group.objects.filter(kim_role__kim=kim).values_list("name", flat=True)) == expected
    assert hub.name == "hub 62.02: kurator"
    for old, new in (("chair", "ketua"), ("contributor", "kontributor"), ("curator", "kurator")):
        Group.objects.filter(name__endswith=f": {new}").update(name=Replace(F("name"), Value(new), Value(old)))
    mine = Group.objects.create(name="relawan: chair")
    say_it_in_indonesian()
    assert set(Group.objects.filter(kim_role__kim=kim).values_list("name", flat=True)) == expected
    assert Group.objects.get(pk=hub.pk).name == "hub 62.02: kurator"
    assert Group.objects.get(pk=mine.pk).name == "relawan: chair"


@pytest.mark.parametrize("is_used", [True, False])
def test_the_stock_workflow_goes_unless_somebody_uses_it(is_used):
    assert not Workflow.objects.filter(name="Moderators approval").exists()
    workflow = Workflow.objects.create(name="Moderators approval")
    task = GroupApprovalTask.objects.create(name="Moderators approval")
    WorkflowTask.objects.create(workflow=workflow, task=task)
    if is_used:
        WorkflowPage.objects.update_or_create(page=Page.objects.get(depth=1), defaults={"workflow": workflow})
    say_it_in_indonesian()
    assert Workflow.objects.filter(pk=workflow.pk).exists() == is_used
    assert Task.objects.filter(pk=task.pk).exists() == is_used
