"""Closing and archiving: who may, what readers see, and that an archive is never written in."""

import pytest
from django.core import mail as outbox
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.urls import reverse

from access.models import AuditEntry
from home.models import FeedEntry
from home.services.hubs import curator_group, find_hub
from kim_sites.models import Kim, Region, User
from lifecycle.services import closing
from tests.factories import make_image, make_kim, make_news, make_seller, member

pytestmark = pytest.mark.django_db
REASON = "Pengurus belum terbentuk lagi"


def curator(code: str) -> User:
    """A curator of the hub of a region."""
    user = User.objects.create_user(f"kurator-{code}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(find_hub(Region.objects.get(code=code))))
    return user


def chair_of(kim) -> User:
    return kim.roles.get(role="chair").group.user_set.get()


def test_suspending_hides_the_site_and_its_entries_and_resuming_brings_them_back(kim, site_client):
    make_news(kim)
    above = curator("62.02")
    closing.suspend(above, kim, REASON)
    response = site_client(kim).get("/")
    assert response.status_code == 503
    assert response.headers["Retry-After"]
    assert REASON not in response.content.decode()
    assert not FeedEntry.objects.filter(kim=kim).exists()
    assert AuditEntry.objects.get(action=AuditEntry.Action.SUSPENDED, kim=kim).data == {"reason": REASON}
    closing.resume(above, kim)
    assert site_client(kim).get("/").status_code == 200
    assert FeedEntry.objects.filter(kim=kim).exists()


def test_publishing_while_suspended_shows_nothing(kim, site_client):
    closing.suspend(curator("62.02"), kim, REASON)
    page = make_news(kim)
    page.save_revision().publish()
    assert site_client(kim).get(page.url).status_code == 503
    assert not FeedEntry.objects.filter(kim=kim).exists()


@pytest.mark.parametrize("act", [closing.suspend, closing.archive])
def test_people_of_the_kim_and_of_another_regency_decide_nothing(kim, act):
    make_kim("jauh", region_code="62.13.01.1012")
    for person in (chair_of(kim), member(kim, "editor"), curator("62.13")):
        with pytest.raises(PermissionDenied):
            act(person, kim, REASON)
    kim.refresh_from_db()
    assert kim.status == Kim.Status.ACTIVE


def test_a_reason_is_needed(kim):
    with pytest.raises(ValidationError):
        closing.suspend(curator("62.02"), kim, "  ya ")


def test_the_chair_gets_a_mail(kim, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        closing.suspend(curator("62.02"), kim, REASON)
    assert [message.to for message in outbox.outbox] == [[chair_of(kim).email]]
    assert REASON in outbox.outbox[0].body


def test_an_archive_is_readable_and_nothing_in_it_is_written(kim, site_client):
    page, seller, image = make_news(kim), make_seller(kim), make_image(kim)
    closing.archive(curator("62.02"), kim, REASON)
    assert site_client(kim).get(page.url).status_code == 200
    assert not FeedEntry.objects.filter(kim=kim).exists()
    for write in (
        page.save,
        page.save_revision,
        page.delete,
        page.unpublish,
        seller.save,
        seller.delete,
        image.save,
        image.delete,
        lambda: make_image(kim),
        lambda: make_seller(kim),
        lambda: make_news(kim, "Baru"),
        lambda: page.move(kim.home_page.specific, pos="last-child"),
    ):
        with pytest.raises(ValidationError), transaction.atomic():
            write()


def test_another_kim_writes_on_beside_an_archive(kim):
    closing.archive(curator("62.02"), kim, REASON)
    assert make_news(make_kim("tetangga")).pk


def test_only_those_far_above_open_an_archive_again(kim):
    near, far = curator("62.02"), curator("62")
    closing.archive(near, kim, REASON)
    with pytest.raises(PermissionDenied):
        closing.unarchive(near, kim)
    assert closing.unarchive(far, kim).status == Kim.Status.ACTIVE
    assert AuditEntry.objects.filter(
        kim=kim,
        action=AuditEntry.Action.RESUMED,
    ).exists()
    make_news(kim, "Kembali")


def test_screens_show_the_chair_the_state_and_refuse_the_decisions(kim, admin_client_for):
    client = admin_client_for(chair_of(kim))
    assert client.get(reverse("kim_life:status", args=[kim.pk])).status_code == 200
    for name in ("suspend", "resume", "archive", "unarchive", "remove"):
        assert client.post(reverse(f"kim_life:{name}", args=[kim.pk]), {"reason": REASON}).status_code == 404
    other = make_kim("lain")
    assert client.get(reverse("kim_life:status", args=[other.pk])).status_code == 404


def test_a_curator_closes_the_site_on_the_screen(kim, admin_client_for):
    client = admin_client_for(curator("62.02"))
    address = reverse("kim_life:suspend", args=[kim.pk])
    assert client.get(address).status_code == 200
    assert client.post(address, {"reason": ""}).status_code == 200
    assert client.post(address, {"reason": REASON}).status_code == 302
    kim.refresh_from_db()
    assert kim.status == Kim.Status.SUSPENDED
