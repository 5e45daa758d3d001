"""The bin: nothing is lost at once, nothing that is shown can go, and others see nothing of it."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.images.blocks import ImageChooserBlock

from cms.management.commands.clock import DAY, JOBS
from kim_sites.models import Kim, KimImage, NewsPage
from photos.services.adding import add_photo
from photos.services.bin import InUse, bin_for, delete_for_good, fetch_back, prune, put_away, unused_for
from photos.services.usage import BLOCK_NAMES, photos_in_drafts
from tests import factories
from tests.photos.helpers import photo

pytestmark = pytest.mark.django_db
BIN, UNUSED = "/admin/photos/bin/", "/admin/photos/unused/"


@pytest.fixture
def image(kim, chair) -> KimImage:
    """A photo of KIM Parenggean that nobody uses yet, and that came some days ago."""
    image = add_photo(chair, kim, photo(), "Foto sungai lama").image
    KimImage.objects.filter(pk=image.pk).update(created_at=timezone.now() - datetime.timedelta(days=3))
    return image


def age(image: KimImage, days: int) -> None:
    """As if it had lain in the bin so long."""
    KimImage.objects.filter(pk=image.pk).update(put_away_at=timezone.now() - datetime.timedelta(days=days))


def exists(image: KimImage) -> bool:
    return KimImage.objects.filter(pk=image.pk).exists()


def test_a_deleted_photo_lies_in_the_bin_and_can_be_fetched_back(image, chair, admin_client_for):
    client = admin_client_for(chair)
    client.post(f"/admin/images/{image.pk}/delete/")
    image.refresh_from_db()
    assert image.put_away_at
    assert image.file.storage.exists(image.file.name)
    assert "Foto sungai lama" in client.get(BIN).content.decode()

    client.post(BIN, {"id": image.pk, "action": "back"})
    image.refresh_from_db()
    assert image.put_away_at is None
    assert "Foto sungai lama" not in client.get(BIN).content.decode()


@pytest.mark.parametrize(
    "address",
    ["/admin/images/", "/admin/images/?q=sungai", "/admin/images/chooser/", "/admin/images/chooser/?q=sungai"],
)
def test_what_is_in_the_bin_stands_in_no_list(image, chair, admin_client_for, address):
    client = admin_client_for(chair)
    assert "Foto sungai lama" in client.get(address).content.decode()
    put_away(chair, image)
    assert "Foto sungai lama" not in client.get(address).content.decode()


def test_what_is_in_the_bin_can_neither_be_opened_nor_chosen_nor_turned(image, chair, admin_client_for):
    put_away(chair, image)
    client = admin_client_for(chair)
    for address in (f"/admin/images/{image.pk}/", f"/admin/images/chooser/{image.pk}/"):
        assert client.get(address).status_code == 404, address
    assert client.post(f"/admin/photos/{image.pk}/turn/", {"side": "left"}).status_code == 404


def test_a_photo_that_a_page_shows_is_not_put_away_and_the_page_is_named(kim, image, chair, admin_client_for):
    page = factories.make_news(kim, "Banjir surut", lead_image=image, lead_image_alt="Sungai")
    client = admin_client_for(chair)
    screen = client.get(f"/admin/images/{image.pk}/delete/").content.decode()
    assert "Banjir surut" in screen
    assert f"/admin/pages/{page.pk}/edit/" in screen
    client.post(f"/admin/images/{image.pk}/delete/")
    image.refresh_from_db()
    assert image.put_away_at is None
    with pytest.raises(InUse):
        put_away(chair, image)


def test_a_photo_that_only_a_draft_shows_counts_as_used(kim, image, chair):
    other = factories.make_image(kim, title="Lain")
    page = factories.make_news(kim, "Belum terbit", live=False, lead_image=other, lead_image_alt="Hutan")
    page.lead_image = image
    page.save_revision()
    assert NewsPage.objects.get(pk=page.pk).lead_image_id != image.pk
    with pytest.raises(InUse) as refusal:
        put_away(chair, image)
    assert [str(user) for user in refusal.value.users] == ["Belum terbit"]


def test_the_clock_deletes_after_thirty_days_and_not_before(image, chair, django_capture_on_commit_callbacks):
    put_away(chair, image)
    age(image, 29)
    assert prune() == 0
    age(image, 31)
    with django_capture_on_commit_callbacks(execute=True):
        call_command("prune_photos")
    assert not exists(image)
    assert not image.file.storage.exists(image.file.name)


def test_the_clock_empties_the_bins_every_day():
    assert (DAY, "prune_photos", ()) in JOBS


def test_the_clock_spares_what_came_into_use_again(kim, image, chair):
    put_away(chair, image)
    age(image, 31)
    factories.make_news(kim, lead_image=image, lead_image_alt="Sungai")
    assert prune() == 0
    image.refresh_from_db()
    assert image.put_away_at is None


def test_the_clock_empties_the_bin_of_an_archived_kim_too(kim, image, chair):
    put_away(chair, image)
    age(image, 31)
    Kim.objects.filter(pk=kim.pk).update(status=Kim.Status.ARCHIVED)
    assert prune() == 1


def test_deleting_for_good_asks_once_more_and_frees_the_room(image, chair, admin_client_for):
    put_away(chair, image)
    client = admin_client_for(chair)
    asked = client.post(BIN, {"id": image.pk, "action": "delete"})
    assert "Delete this photo for good?" in asked.content.decode()
    assert exists(image)
    client.post(BIN, {"id": image.pk, "action": "delete-surely"})
    assert not exists(image)


def test_only_what_lies_in_the_bin_is_deleted_for_good(image, chair, admin_client_for):
    admin_client_for(chair).post(BIN, {"id": image.pk, "action": "delete-surely"})
    assert exists(image)
    with pytest.raises(PermissionDenied):
        delete_for_good(chair, image)


def test_nobody_touches_the_photos_of_another_kim(image, chair, stranger, admin_client_for):
    with pytest.raises(PermissionDenied):
        put_away(stranger, image)
    assert not unused_for(stranger).filter(pk=image.pk).exists()
    put_away(chair, image)
    assert not bin_for(stranger).exists()
    for act in (fetch_back, delete_for_good):
        with pytest.raises(PermissionDenied):
            act(stranger, image)
    client = admin_client_for(stranger)
    for action in ("back", "delete", "delete-surely"):
        client.post(BIN, {"id": image.pk, "action": action})
    assert KimImage.objects.get(pk=image.pk).put_away_at
    assert "Foto sungai lama" not in client.get(BIN).content.decode()


def test_a_contributor_puts_away_own_photos_only(kim, image, admin_client_for):
    person = factories.member(kim, "contributor")
    own = add_photo(person, kim, photo(), "Punya sendiri").image
    put_away(person, own)
    assert list(bin_for(person)) == [own]
    with pytest.raises(PermissionDenied):
        put_away(person, image)


def test_many_at_once_go_into_the_bin_and_what_is_used_stays(kim, image, chair, admin_client_for):
    used = factories.make_image(kim, title="Terpakai")
    factories.make_news(kim, lead_image=used, lead_image_alt="Sungai")
    address = f"/admin/bulk/kim_sites/kimimage/delete/?next=/admin/images/&id={image.pk}&id={used.pk}"
    admin_client_for(chair).post(address)
    image.refresh_from_db()
    used.refresh_from_db()
    assert image.put_away_at
    assert used.put_away_at is None


def test_taking_an_upload_back_puts_it_into_the_bin(image, chair, admin_client_for):
    answer = admin_client_for(chair).post(f"/admin/images/multiple/{image.pk}/delete/").json()
    assert answer == {"success": True, "image_id": image.pk}
    image.refresh_from_db()
    assert image.put_away_at


def test_unused_photos_are_listed_without_those_in_use_in_drafts_or_new(kim, image, chair, admin_client_for):
    add_photo(chair, kim, photo(), "Baru masuk")
    used, drafted = (factories.make_image(kim, title=title) for title in ("Terpakai", "Di draf"))
    factories.make_news(kim, lead_image=used, lead_image_alt="Sungai")
    page = factories.make_news(kim, live=False, lead_image=used, lead_image_alt="Sungai")
    page.lead_image = drafted
    page.save_revision()
    KimImage.objects.filter(pk__in=[used.pk, drafted.pk]).update(created_at=image.created_at.replace(year=2025))
    client = admin_client_for(chair)
    screen = client.get(UNUSED).content.decode()
    assert "Foto sungai lama" in screen
    assert not any(title in screen for title in ("Baru masuk", "Terpakai", "Di draf"))

    client.post(UNUSED, {"id": [image.pk, used.pk, "x"]})
    image.refresh_from_db()
    used.refresh_from_db()
    assert image.put_away_at
    assert used.put_away_at is None


def test_lists_cost_the_same_with_many_photos(kim, chair, admin_client_for):
    client = admin_client_for(chair)

    def fill(number):
        for _number in range(number):
            add_photo(chair, kim, photo())
            put_away(chair, add_photo(chair, kim, photo()).image)
        KimImage.objects.update(created_at=timezone.now() - datetime.timedelta(days=3))

    def cost(address):
        client.get(address)
        with CaptureQueriesContext(connection) as captured:
            client.get(address)
        return len(captured)

    fill(1)
    few = [cost(BIN), cost(UNUSED)]
    fill(6)
    assert [cost(BIN), cost(UNUSED)] == few


def test_an_export_leaves_the_bin_out(kim, image, chair):
    from lifecycle.services.archive.names import Names

    assert image.pk in Names.of(kim).keys("image")
    put_away(chair, image)
    assert image.pk not in Names.of(kim).keys("image")


def test_drafts_are_looked_through_at_the_same_cost_however_many_there_are(kim, image):
    def draft():
        page = factories.make_news(kim, live=False, lead_image=image, lead_image_alt="Sungai")
        page.body = [("gallery", {"pictures": [{"image": image, "alt": "Sungai", "caption": ""}] * 2})]
        page.save_revision()

    def cost() -> int:
        with CaptureQueriesContext(connection) as captured:
            assert list(photos_in_drafts(kim)) == [image.pk]
        return len(captured)

    draft()
    cost()
    one = cost()
    [draft() for _number in range(4)]
    assert cost() == one <= 3


def test_every_block_that_holds_a_photo_is_known():
    def names(block):
        for name, child in getattr(block, "child_blocks", {}).items():
            if isinstance(child, ImageChooserBlock):
                yield name
            yield from names(child)
        if hasattr(block, "child_block"):
            yield from names(block.child_block)

    assert set(names(NewsPage._meta.get_field("body").stream_block)) == BLOCK_NAMES


def test_a_photo_in_the_gallery_of_a_draft_counts_as_used(kim, image, chair):
    other = factories.make_image(kim, title="Lain")
    page = factories.make_news(kim, lead_image=other, lead_image_alt="Hutan")
    page.body = [("gallery", {"pictures": [{"image": image, "alt": "Sungai", "caption": ""}] * 2})]
    page.save_revision()
    with pytest.raises(InUse):
        put_away(chair, image)
