"""The room of a KIM for photos and documents: counted, said in words, and held when two come at once."""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation
from wagtail.documents.forms import get_document_form
from wagtail.images.forms import get_image_form

from kim_sites.models import KimDocument, KimImage
from kim_sites.services.storage import MEGABYTE, Usage, megabytes, usage_of
from photos.services.adding import add_photo
from tests import factories
from tests.photos.helpers import photo
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db


def document(kim, size: int, **fields) -> KimDocument:
    """A stored document of so many bytes."""
    file = ContentFile(b"x" * size, name="berkas.txt")
    return KimDocument.objects.create(title="Berkas", collection=kim.collection, file=file, **fields)


def test_photos_documents_and_the_bin_count_and_those_of_others_do_not(kim, other_kim):
    before = usage_of(kim)
    image = factories.make_image(kim)
    away = factories.make_image(kim, put_away_at=timezone.now())
    document(kim, 5000)
    document(other_kim, 7000)
    inner = kim.collection.add_child(name="Album")
    deeper = factories.make_image(collection=inner)

    usage = usage_of(type(kim).objects.get(pk=kim.pk))
    assert usage.used - before.used == image.file_size + away.file_size + deeper.file_size + 5000
    assert usage.photos - before.photos == 3


def test_counting_costs_the_same_however_much_there_is(kim, django_assert_num_queries):
    kim.collection  # noqa: B018  (known from here on)
    with django_assert_num_queries(2):
        usage_of(kim)
    for _number in range(8):
        factories.make_image(kim)
        document(kim, 10)
    factories.make_kim()
    with django_assert_num_queries(2):
        usage_of(kim)


@pytest.mark.parametrize(
    ("used", "photos", "photo_bytes", "said"),
    [
        (580, 0, 0, "420 MB left, about 900 photos."),
        (500, 100, 100, "500 MB left, about 500 photos."),
        (998, 0, 0, "2.0 MB left, about 4 photos."),
        (1000, 0, 0, "The photo room is full."),
        (2000, 0, 0, "The photo room is full."),
    ],
)
def test_what_is_left_is_said_in_words(used, photos, photo_bytes, said):
    with translation.override("en"):
        assert Usage(1000 * MEGABYTE, used * MEGABYTE, photos, photo_bytes * MEGABYTE).sentence == said


def test_sizes_are_said_as_people_say_them():
    with translation.override("en"):
        sizes = [
            megabytes(size) for size in (3000, MEGABYTE * 3 // 2, 420 * MEGABYTE, 1000 * MEGABYTE, 2500 * MEGABYTE)
        ]
    assert sizes == ["2 KB", "1.5 MB", "420 MB", "1 GB", "2.5 GB"]


def test_the_form_refuses_a_photo_without_room_in_one_sentence(kim, editor, settings):
    settings.KIM_STORAGE_BYTES = usage_of(kim).used + 100
    form = get_image_form(KimImage)({"title": "Foto"}, {"file": photo()}, user=editor)
    assert not form.is_valid()
    assert len(form.errors["file"]) == 1
    assert form.errors["file"].as_data()[0].code == "full"


def test_the_form_refuses_a_document_without_room(kim, editor, settings):
    settings.KIM_STORAGE_BYTES = usage_of(kim).used + 100
    files = {"file": SimpleUploadedFile("berkas.txt", b"x" * 101)}
    form = get_document_form(KimDocument)({"title": "Berkas"}, files, user=editor)
    assert not form.is_valid()
    assert form.errors["file"].as_data()[0].code == "full"
    fits = {"file": SimpleUploadedFile("berkas.txt", b"x" * 100)}
    assert get_document_form(KimDocument)({"title": "Berkas"}, fits, user=editor).is_valid()


def test_what_is_stored_without_a_form_is_refused_too(kim, settings):
    settings.KIM_STORAGE_BYTES = usage_of(kim).used
    with pytest.raises(ValidationError), transaction.atomic():
        factories.make_image(kim)
    with pytest.raises(ValidationError), transaction.atomic():
        document(kim, 1)
    assert KimImage.objects.count() == KimDocument.objects.count() == 0


def test_a_photo_that_is_replaced_by_a_smaller_one_fits_into_a_full_room(kim, editor, settings):
    image = factories.make_image(kim, size=(900, 700))
    image.focal_point_x = image.focal_point_y = image.focal_point_width = image.focal_point_height = 20
    image.save()
    settings.KIM_STORAGE_BYTES = usage_of(kim).used
    form = get_image_form(KimImage)({"title": "Foto"}, {"file": photo()}, instance=image, user=editor)
    assert form.is_valid(), form.errors
    form.save()
    image.refresh_from_db()
    assert (image.width, image.height) == (80, 60)
    assert not image.has_focal_point()


def test_words_about_a_full_room_can_be_changed(kim, editor, settings):
    image = factories.make_image(kim)
    settings.KIM_STORAGE_BYTES = 0
    form = get_image_form(KimImage)({"title": "Sungai", "description": "Air"}, instance=image, user=editor)
    assert form.is_valid(), form.errors
    assert form.save().title == "Sungai"


def test_hubs_have_no_limit(kim, settings):
    settings.KIM_STORAGE_BYTES = 0
    assert factories.make_image(collection=kim.collection.get_parent()).pk


def test_the_upload_screens_and_the_dashboard_say_what_is_left(kim, chair, admin_client_for, settings):
    settings.KIM_STORAGE_BYTES = usage_of(kim).used + 420 * MEGABYTE
    client = admin_client_for(chair)
    addresses = ("/admin/", "/admin/photos/add/", "/admin/documents/add/", "/admin/documents/multiple/add/")
    for address in (*addresses, "/admin/images/chooser/"):
        assert "420 MB left, about 900 photos." in client.get(address).content.decode(), address


def test_the_room_on_the_dashboard_costs_two_queries_for_each_kim(kim, chair, rf):
    from photos.admin.panels import RoomPanel

    request = rf.get("/")
    request.user = chair
    with CaptureQueriesContext(connection) as captured:
        RoomPanel().get_context_data({"request": request})
    assert len(captured) == 3


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_uploads_at_once_only_what_fits_is_stored(settings):
    kim = factories.make_kim("rebutan")
    people = [factories.member(kim, "editor") for _number in range(6)]
    files = [photo(shade=number + 1) for number in range(6)]
    largest = max(len(file.read()) for file in files)
    [file.seek(0) for file in files]
    settings.KIM_STORAGE_BYTES = usage_of(kim).used + largest * 2

    pairs = zip(people, files, strict=True)
    results = at_once([lambda user=user, file=file: add_photo(user, kim, file) for user, file in pairs])

    stored = [result for result in results if not isinstance(result, Exception)]
    refused = [result for result in results if isinstance(result, ValidationError)]
    assert len(stored) + len(refused) == 6
    assert stored
    assert refused
    assert usage_of(kim).used <= settings.KIM_STORAGE_BYTES


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_documents_at_once_do_not_pass_the_limit_together(settings):
    kim = factories.make_kim("rebutan-berkas")
    settings.KIM_STORAGE_BYTES = usage_of(kim).used + 2500

    results = at_once([lambda: document(kim, 1000) for _number in range(5)])

    assert sum(not isinstance(result, Exception) for result in results) == 2
    assert all(isinstance(result, KimDocument | ValidationError) for result in results)
