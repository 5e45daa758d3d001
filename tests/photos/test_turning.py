"""Turning a photo and the place that matters: pages follow, and nobody undoes what somebody else did."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from PIL import Image

from kim_sites.models import KimImage, KimRendition, NewsPage
from kim_sites.services.storage import usage_of
from photos.services.adding import add_photo
from photos.services.turning import Changed, set_focus, turn, version_of
from tests import factories
from tests.photos.helpers import photo
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db
JSON = {"accept": "application/json"}


@pytest.fixture
def image(kim, editor) -> KimImage:
    """A photo of 80 by 60 pixels, red on the left and blue on the right."""
    return add_photo(editor, kim, photo(), "Sungai").image


def colours(image) -> list[str]:
    """Red or blue, at the middle of the left, top, right and bottom edges."""
    with image.open_file() as file:
        picture = Image.open(BytesIO(file.read())).convert("RGB")
    places = [(3, picture.height // 2), (picture.width // 2, 3), (picture.width - 4, picture.height // 2)]
    places.append((picture.width // 2, picture.height - 4))
    found = [picture.getpixel(place) for place in places]
    return ["red" if red > 150 else "blue" for red, _green, _blue in found]


def test_a_turn_to_the_right_brings_the_left_edge_to_the_top(image, editor):
    turned = turn(editor, image.pk, version_of(image), is_left=False)
    turned.refresh_from_db()
    assert (turned.width, turned.height) == (60, 80)
    assert colours(turned)[1] == "red"
    assert colours(turned)[3] == "blue"


def test_a_turn_to_the_left_and_one_back_give_the_same_view(image, editor):
    turned = turn(editor, image.pk, version_of(image), is_left=True)
    assert colours(turned)[3] == "red"
    back = turn(editor, image.pk, version_of(turned), is_left=False)
    assert (back.width, back.height) == (80, 60)
    assert colours(back)[0] == "red"
    assert colours(back)[2] == "blue"


def test_pages_and_cards_show_the_turned_photo_and_the_former_sizes_are_gone(kim, image, editor):
    page = factories.make_news(kim, lead_image=image, lead_image_alt="Sungai")
    before = page.card["src"]
    turn(editor, image.pk, version_of(image), is_left=False)
    after = NewsPage.objects.get(pk=page.pk).card["src"]
    assert after != before
    storage = KimRendition._meta.get_field("file").storage
    assert storage.exists(after.removeprefix("/media/"))
    kept = {rendition.url for rendition in KimRendition.objects.filter(image=image)}
    assert before not in kept
    assert after in kept


def test_the_former_file_goes_after_the_commit(image, editor, django_capture_on_commit_callbacks):
    former = image.file.name
    with django_capture_on_commit_callbacks(execute=True):
        turned = turn(editor, image.pk, version_of(image), is_left=True)
    assert not turned.file.storage.exists(former)
    assert turned.file.storage.exists(turned.file.name)


def test_the_focus_turns_along(image, editor):
    focused = set_focus(editor, image.pk, version_of(image), (0.25, 0.5))
    assert (focused.focal_point_x, focused.focal_point_y) == (20, 30)
    right = turn(editor, image.pk, version_of(focused), is_left=False)
    assert (right.focal_point_x, right.focal_point_y) == (30, 20)
    back = turn(editor, image.pk, version_of(right), is_left=True)
    assert (back.focal_point_x, back.focal_point_y) == (20, 30)


def test_a_second_tap_on_the_same_view_changes_nothing(image, editor):
    seen = version_of(image)
    turned = turn(editor, image.pk, seen, is_left=True)
    with pytest.raises(Changed):
        turn(editor, image.pk, seen, is_left=True)
    with pytest.raises(Changed):
        set_focus(editor, image.pk, seen, (0.1, 0.1))
    assert KimImage.objects.get(pk=image.pk).file_hash == turned.file_hash


def test_a_photo_can_be_turned_in_a_full_room(kim, image, editor, settings):
    settings.KIM_STORAGE_BYTES = 0
    turn(editor, image.pk, version_of(image), is_left=True)
    assert usage_of(kim).photos == 1


def test_only_people_who_may_change_the_photo_turn_it(kim, image, stranger):
    for person in (stranger, factories.member(kim, "contributor")):
        with pytest.raises(PermissionDenied):
            turn(person, image.pk, version_of(image), is_left=True)
        with pytest.raises(PermissionDenied):
            set_focus(person, image.pk, version_of(image), None)


def test_a_contributor_turns_an_own_photo(kim):
    person = factories.member(kim, "contributor")
    own = add_photo(person, kim, photo()).image
    assert turn(person, own.pk, version_of(own), is_left=True).width == 60


def test_the_screen_answers_a_script_with_the_photo_as_it_is_now(image, editor, admin_client_for):
    client = admin_client_for(editor)
    url, values = f"/admin/photos/{image.pk}/turn/", {"side": "left", "version": version_of(image)}
    first = client.post(url, values, headers=JSON)
    assert first.status_code == 200
    assert first.json()["height"] > first.json()["width"]
    again = client.post(url, values, headers=JSON)
    assert again.status_code == 409
    assert again.json()["version"] == first.json()["version"]


def test_a_touched_place_is_kept_and_shown(image, editor, admin_client_for):
    client = admin_client_for(editor)
    url = f"/admin/photos/{image.pk}/focus/"
    answer = client.post(url, {"x": "0.75", "y": "0.2", "version": version_of(image)}, headers=JSON).json()
    assert (answer["x"], answer["y"]) == (75, 20)
    image.refresh_from_db()
    assert image.has_focal_point()
    client.post(url, {"place": "none", "version": version_of(image)})
    image.refresh_from_db()
    assert not image.has_focal_point()


@pytest.mark.parametrize(
    "values", [{}, {"x": "nan", "y": "0.1"}, {"x": "7", "y": "0.1"}, {"x": "a", "y": ""}, {"place": "q"}]
)
def test_a_place_outside_the_photo_is_refused(image, editor, admin_client_for, values):
    url = f"/admin/photos/{image.pk}/focus/"
    response = admin_client_for(editor).post(url, {**values, "version": version_of(image)}, headers=JSON)
    assert response.status_code == 422
    assert not KimImage.objects.get(pk=image.pk).has_focal_point()


def test_without_scripts_the_buttons_lead_back_to_the_photo(image, editor, admin_client_for):
    client = admin_client_for(editor)
    response = client.post(f"/admin/photos/{image.pk}/turn/", {"side": "right", "version": version_of(image)})
    assert response.url == f"/admin/images/{image.pk}/"
    page = client.get(response.url).content.decode()
    assert "The photo is turned." in page


def test_saving_words_that_were_typed_before_a_turn_keeps_the_turn_and_the_focus(image, editor, admin_client_for):
    client = admin_client_for(editor)
    client.get(f"/admin/images/{image.pk}/")
    focused = set_focus(editor, image.pk, version_of(image), (0.75, 0.2))
    turned = turn(editor, image.pk, version_of(focused), is_left=True)
    response = client.post(f"/admin/images/{image.pk}/", {"title": "Kali", "description": "", "tags": "", "credit": ""})
    image.refresh_from_db()
    assert response.status_code == 302
    assert (image.title, image.file.name, image.width) == ("Kali", turned.file.name, 60)
    assert image.focal_point_x == turned.focal_point_x


def test_a_photo_whose_file_has_gone_is_said_and_breaks_nothing(image, editor, admin_client_for):
    image.renditions.all().delete()
    image.file.storage.delete(image.file.name)
    client = admin_client_for(editor)
    assert client.get(f"/admin/images/{image.pk}/").status_code == 200
    url, values = f"/admin/photos/{image.pk}/turn/", {"side": "left", "version": version_of(image)}
    assert client.post(url, values, headers=JSON).status_code == 422


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_turns_at_once_one_is_done_and_its_file_is_there():
    kim = factories.make_kim("putar")
    person = factories.member(kim, "editor")
    image = add_photo(person, kim, photo()).image
    seen = version_of(image)
    results = at_once([lambda: turn(person, image.pk, seen, is_left=True) for _number in range(4)])
    assert sum(isinstance(result, KimImage) for result in results) == 1
    assert sum(isinstance(result, Changed) for result in results) == 3
    image.refresh_from_db()
    assert (image.width, image.height) == (60, 80)
    assert image.file.storage.exists(image.file.name)
