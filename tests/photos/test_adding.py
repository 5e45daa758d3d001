"""Photos come in: several at once, each once, into the person's own KIM, with a sentence about each."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimImage, Region, User
from photos.services.adding import add_photo, kims_to_fill
from photos.services.bin import put_away
from tests import factories
from tests.photos.helpers import in_english, photo
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db
ADD, ONE, WORDS = "/admin/photos/add/", "/admin/photos/add/one/", "/admin/photos/describe/"


def send(client, kim, **values):
    """One photo as the script of the screen sends it."""
    return client.post(ONE, {"kim": kim.pk, "file": photo(), "title": "Panen raya", **values})


@pytest.mark.parametrize("role", ["contributor", "editor", "chair"])
def test_everybody_in_a_kim_adds_photos_to_it(kim, admin_client_for, role):
    person = factories.member(kim, role)
    answer = send(admin_client_for(person), kim).json()
    image = KimImage.objects.get()
    assert answer["state"] == "stored"
    assert f'name="description-{image.pk}"' in answer["html"]
    assert (image.title, image.collection_id, image.uploaded_by_user) == ("Panen raya", kim.collection_id, person)


def test_without_scripts_one_form_brings_several_from_camera_and_gallery(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    files = {"camera": photo("a.jpg"), "gallery": [photo("b.jpg"), photo("c.jpg")]}
    response = client.post(ADD, {"kim": kim.pk, "title": "Gotong royong", **files})
    assert KimImage.objects.count() == 3
    page = client.get(response.url).content.decode()
    assert page.count("<textarea") == 3
    assert "Gotong royong" in page


def test_a_broken_file_is_named_and_the_others_are_kept(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    broken = photo("rusak.jpg")
    broken.file.truncate(100)
    response = client.post(ADD, {"kim": kim.pk, "gallery": [broken, photo("baik.jpg")]}, follow=True)
    assert KimImage.objects.count() == 1
    assert "rusak.jpg" in response.content.decode()


def test_a_form_without_any_photo_says_so_and_keeps_the_words(kim, editor, admin_client_for):
    page = admin_client_for(editor).post(ADD, {"kim": kim.pk, "title": "Panen raya"}).content.decode()
    assert "Please take a photo or choose some from the gallery first." in page
    assert 'value="Panen raya"' in page


def test_what_is_no_photo_is_refused_in_one_sentence(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    broken = photo()
    broken.file.truncate(50)
    for file in (broken, ""):
        response = send(client, kim, file=file)
        assert response.status_code == 422
        assert response.json()["message"].endswith(".")
    assert KimImage.objects.count() == 0


def test_a_full_room_is_said_and_nothing_is_stored(kim, editor, admin_client_for, settings):
    settings.KIM_STORAGE_BYTES = 10
    response = send(admin_client_for(editor), kim)
    assert response.status_code == 422
    assert "full" in response.json()["message"]
    assert KimImage.objects.count() == 0


def test_the_same_photo_again_is_not_stored_but_named_with_the_way_to_it(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    send(client, kim, file=photo(shade=7))
    known = KimImage.objects.get()
    answer = send(client, kim, file=photo(shade=7)).json()
    assert answer["state"] == "known"
    assert f"/admin/images/{known.pk}/" in answer["html"]
    assert KimImage.objects.count() == 1

    assert send(client, kim, file=photo(shade=7), anyway="1").json()["state"] == "stored"
    assert KimImage.objects.count() == 2


def test_a_photo_that_had_arrived_unnoticed_is_taken_up_when_it_is_sent_again(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    send(client, kim, file=photo(shade=7))
    answer = send(client, kim, file=photo(shade=7), again="1").json()
    assert answer["state"] == "stored"
    assert KimImage.objects.count() == 1


def test_the_same_photo_of_another_kim_is_never_named(kim, other_kim, stranger, editor):
    add_photo(stranger, other_kim, photo(shade=7), "Rahasia")
    assert not add_photo(editor, kim, photo(shade=7)).is_known


def test_a_photo_in_the_bin_does_not_stand_in_the_way(kim, chair):
    put_away(chair, add_photo(chair, kim, photo(shade=7)).image)
    assert not add_photo(chair, kim, photo(shade=7)).is_known


def test_nobody_adds_to_another_kim(kim, other_kim, editor, admin_client_for):
    assert send(admin_client_for(editor), other_kim).status_code == 404
    assert admin_client_for(editor).post(ADD, {"kim": other_kim.pk, "gallery": photo()}).status_code == 404
    with pytest.raises(PermissionDenied):
        add_photo(editor, other_kim, photo())
    assert KimImage.objects.count() == 0


def test_an_archived_kim_takes_no_photos(kim, editor):
    Kim.objects.filter(pk=kim.pk).update(status=Kim.Status.ARCHIVED)
    assert kims_to_fill(editor) == []


def test_people_of_two_kim_choose_for_which(kim, other_kim, editor, admin_client_for):
    editor.groups.add(other_kim.roles.get(role="editor").group)
    client = admin_client_for(editor)
    assert "For which KIM?" in client.get(ADD).content.decode()
    send(client, other_kim)
    assert KimImage.objects.get().collection_id == other_kim.collection_id


def test_people_of_a_kim_get_this_screen_for_wagtails_and_curators_keep_wagtails(kim, editor, admin_client_for):
    curator = in_english(User.objects.create_user("kurator@example.id"))
    curator.groups.add(curator_group(ensure_hub(Region.objects.get(code="62.02"))))
    for address in ("/admin/images/multiple/add/", "/admin/images/add/", ADD):
        assert "data-photos" in admin_client_for(editor).get(address).content.decode()
        stock = admin_client_for(curator).get(address)
        assert stock.status_code == 200
        assert "data-photos" not in stock.content.decode()


def test_the_sentence_of_each_photo_is_kept(kim, editor, admin_client_for):
    one, two = (add_photo(editor, kim, photo()).image for _number in range(2))
    words = {"id": [one.pk, two.pk], f"description-{one.pk}": "Tiga ibu menanam padi", f"description-{two.pk}": ""}
    response = admin_client_for(editor).post(WORDS, words)
    one.refresh_from_db()
    assert response.status_code == 302
    assert one.description == "Tiga ibu menanam padi"
    assert one.title == two.title


def test_too_long_a_sentence_is_shown_again_and_nothing_is_lost(kim, editor, admin_client_for):
    one, two = (add_photo(editor, kim, photo()).image for _number in range(2))
    words = {"id": [one.pk, two.pk], f"description-{one.pk}": "x" * 300, f"description-{two.pk}": "Sawah hijau"}
    page = admin_client_for(editor).post(WORDS, words).content.decode()
    assert "x" * 300 in page
    assert "Sawah hijau" in page


def test_sentences_about_photos_of_others_are_ignored(kim, other_kim, stranger, editor, admin_client_for):
    theirs = add_photo(stranger, other_kim, photo(), "Punya orang").image
    client = admin_client_for(editor)
    assert client.get(f"{WORDS}?id={theirs.pk}&id=x").url == ADD
    client.post(WORDS, {"id": theirs.pk, f"description-{theirs.pk}": "Diubah", f"title-{theirs.pk}": "Diubah"})
    theirs.refresh_from_db()
    assert (theirs.title, theirs.description) == ("Punya orang", "")


def test_the_cards_of_many_photos_cost_as_many_queries_as_those_of_a_few(kim, editor, admin_client_for):
    client = admin_client_for(editor)
    images = [add_photo(editor, kim, photo()).image for _number in range(8)]
    [image.get_rendition("max-400x400") for image in images]

    def cost(some):
        with CaptureQueriesContext(connection) as captured:
            client.get(WORDS, {"id": [image.pk for image in some]})
        return len(captured)

    cost(images)
    assert cost(images[:2]) == cost(images)


def test_names_of_phones_are_not_taken_for_titles(kim, editor):
    assert add_photo(editor, kim, photo("IMG_20260101_101010.jpg")).image.title != "IMG 20260101 101010"
    assert add_photo(editor, kim, photo("panen-raya.jpg")).image.title == "panen raya"


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_the_same_photo_sent_twice_at_once_is_stored_once():
    kim = factories.make_kim("kembar")
    person = factories.member(kim, "editor")
    results = at_once([lambda: add_photo(person, kim, photo(shade=9)) for _number in range(4)])
    assert [type(result).__name__ for result in results] == ["Added"] * 4
    assert KimImage.objects.filter(collection=kim.collection).count() == 1
