"""Choosing a photo again: the newest of one's own first, and words asked for in words."""

import json
import re

import pytest

from kim_sites.models import KimImage
from kim_sites.services.storage import usage_of
from photos.services.adding import add_photo
from tests import factories
from tests.photos.helpers import photo

pytestmark = pytest.mark.django_db
CHOOSER = "/admin/images/chooser/"


def html(client, address: str = CHOOSER) -> str:
    """The chooser's window."""
    return json.loads(client.get(address).content)["html"]


def test_the_newest_of_ones_own_come_first_and_what_hubs_share_after_them(kim, editor, admin_client_for):
    add_photo(editor, kim, photo(), "Lebih lama")
    add_photo(editor, kim, photo(), "Paling baru")
    factories.make_image(collection=kim.collection.get_parent(), title="Dari kabupaten")
    window = html(admin_client_for(editor))
    places = [window.index(title) for title in ("Paling baru", "Lebih lama", "Dari kabupaten")]
    assert places == sorted(places)


def test_photos_are_found_by_their_words(kim, editor, admin_client_for):
    add_photo(editor, kim, photo(), "Panen raya", "Petani tersenyum")
    add_photo(editor, kim, photo(), "Sungai")
    results = html(admin_client_for(editor), f"{CHOOSER}?q=panen")
    assert "Panen raya" in results
    assert "Sungai" not in results


def test_photos_of_another_kim_are_not_offered(kim, other_kim, editor, stranger, admin_client_for):
    add_photo(stranger, other_kim, photo(), "Punya orang")
    assert "Punya orang" not in html(admin_client_for(editor))


def test_a_new_photo_is_asked_for_a_sentence_with_an_example(kim, editor, admin_client_for):
    window = html(admin_client_for(editor))
    assert "What can be seen in this photo?" in window
    assert "Three women plant rice seedlings" in window
    assert "focal_point" not in window


def test_a_photo_from_the_chooser_is_stored_with_its_sentence(kim, editor, admin_client_for):
    prefix = "image-chooser-upload-"
    values = {"file": photo(), "title": "Panen", "description": "Tiga petani"}
    form = {f"{prefix}{name}": value for name, value in values.items()}
    answer = json.loads(admin_client_for(editor).post(f"{CHOOSER}create/", form).content)
    assert answer["step"] == "chosen"
    image = KimImage.objects.get()
    assert (image.description, image.collection_id) == ("Tiga petani", kim.collection_id)


def test_the_chooser_refuses_without_room(kim, editor, admin_client_for, settings):
    settings.KIM_STORAGE_BYTES = usage_of(kim).used
    form = {"image-chooser-upload-file": photo(), "image-chooser-upload-title": "Panen"}
    answer = admin_client_for(editor).post(f"{CHOOSER}create/", form).json()
    assert "The photo room of this KIM is full" in answer["htmlFragment"]
    assert KimImage.objects.count() == 0


def test_a_long_name_is_shown_whole(kim, editor, admin_client_for):
    title = "Sinyal hilang di Bajarau, warga kumpulkan catatan titik dan jam selama dua pekan"
    add_photo(editor, kim, photo(), title)
    client = admin_client_for(editor)
    for shown in (html(client), client.get("/admin/images/").content.decode()):
        assert re.search(rf">\s*{title}\s*<", shown)
