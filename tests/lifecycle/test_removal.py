"""Removing a KIM: who may, when, and that nothing of it stays and nothing else goes."""

import pytest
from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone
from wagtail.models import Collection, Page, PageLogEntry, Revision, Site

from access.models import AuditEntry
from kim_sites.models import HostAlias, Kim, KimImage, KimRole, User
from kim_sites.services.provisioning import set_status
from lifecycle.models import ExportJob
from lifecycle.services.removal import remove_kim
from tests.factories import make_image, make_kim, make_news, make_product, make_seller, member

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator():
    return User.objects.create_superuser("operator@example.id", "rahasia-sekali")


def filled(slug: str) -> Kim:
    """A KIM with some of everything."""
    kim = make_kim(slug)
    news = make_news(kim, f"Kabar {slug}")
    PageLogEntry.objects.log_action(news, "wagtail.edit")
    make_product(kim, f"Madu {slug}", seller=make_seller(kim), image=make_image(kim))
    HostAlias.objects.create(hostname=f"lama-{slug}.example.id", kim=kim)
    member(kim, "editor")
    return kim


def archived(kim: Kim) -> Kim:
    return set_status(kim, Kim.Status.ARCHIVED, "Kelompok bubar")


def counts() -> dict[str, int]:
    """Rows of every table."""
    return {model._meta.label: model._base_manager.count() for model in apps.get_models()}


# What remembers the removal, and what belongs to everybody.
KEPT = {"access.AuditEntry", "kim_sites.User", "home.RegencyCount", "kim_sites.OutgoingMail",
        "django_tasks_database.DBTaskResult", "wagtailusers.UserProfile"}  # fmt: skip


def test_nothing_of_the_kim_stays_and_nothing_else_goes(operator, django_capture_on_commit_callbacks):
    other = filled("tetangga")
    before = counts()
    kim = filled("pergi")
    scan_of = make_image(kim)
    stored = scan_of.file.storage.exists
    group_ids = list(KimRole.objects.filter(kim=kim).values_list("group_id", flat=True))
    page_ids = set(Page.objects.filter(path__startswith=kim.home_page.path).values_list("pk", flat=True))
    with django_capture_on_commit_callbacks(execute=True):
        remove_kim(operator, archived(kim), without_export=True)
    after = counts()
    assert {
        name: (before[name], after[name]) for name in before if name not in KEPT and before[name] != after[name]
    } == {}
    assert not stored(scan_of.file.name)
    assert not Page.objects.filter(pk__in=page_ids).exists()
    assert not User.groups.through.objects.filter(group_id__in=group_ids).exists()
    kinds = ContentType.objects.get_for_models(Page).values()
    assert not Revision.objects.filter(base_content_type__in=kinds, object_id__in=map(str, page_ids)).exists()
    assert not Site.objects.filter(hostname__startswith="pergi.").exists()
    assert KimImage.objects.filter(collection=other.collection).exists()


def test_the_trees_stay_sound(operator):
    filled("tetangga")
    kim = filled("pergi")
    remove_kim(operator, archived(kim), without_export=True)
    assert not any(Page.find_problems())
    assert not any(Collection.find_problems())


def test_its_people_lose_their_roles_here_and_keep_those_elsewhere(operator):
    kim, other = filled("pergi"), filled("tetangga")
    only, both = member(kim, "editor"), member(kim, "editor")
    both.groups.add(other.roles.get(role="editor").group)
    remove_kim(operator, archived(kim), without_export=True)
    only.refresh_from_db()
    both.refresh_from_db()
    assert not only.groups.exists()
    assert both.groups.count() == 1


def test_the_regency_remembers_who_removed_it(operator):
    kim = filled("pergi")
    remove_kim(operator, archived(kim), without_export=True)
    entry = AuditEntry.objects.get(action=AuditEntry.Action.REMOVED)
    assert (entry.region_id, entry.actor, entry.data["address"]) == ("62.02", operator, "pergi")


def test_only_operators_remove(kim):
    chair = User.objects.get(groups__kim_role__kim=kim, groups__kim_role__role="chair")
    for person in (chair, member(kim, "editor")):
        with pytest.raises(PermissionDenied):
            remove_kim(person, archived(kim), without_export=True)
    assert Kim.objects.filter(pk=kim.pk).exists()


def test_an_open_kim_is_not_removed(operator, kim):
    with pytest.raises(ValidationError):
        remove_kim(operator, kim, without_export=True)
    assert Kim.objects.filter(pk=kim.pk).exists()


def test_the_typed_address_must_be_right(operator, kim):
    with pytest.raises(ValidationError) as error:
        remove_kim(operator, archived(kim), address="lain", without_export=True)
    assert "address" in error.value.message_dict


@pytest.mark.parametrize(("hours", "is_fresh"), [(23, True), (25, False)])
def test_an_export_of_the_last_day_is_asked_for(operator, kim, hours, is_fresh):
    archived(kim)
    done_at = timezone.now() - timezone.timedelta(hours=hours)
    ExportJob.objects.create(kim=kim, state="done", finished_at=done_at)
    if is_fresh:
        remove_kim(operator, kim)
    else:
        with pytest.raises(ValidationError):
            remove_kim(operator, kim)
    assert Kim.objects.filter(pk=kim.pk).exists() is not is_fresh
