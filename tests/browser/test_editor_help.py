"""What helps in the full editor on a phone: errors that lead to their fields, words that a photo brings along."""

import pytest

from kim_sites.models import NewsIndexPage
from tests.browser.person import said
from tests.factories import index_of, make_image, make_news, picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]


@pytest.fixture
def editor(village, somebody):
    person = somebody("editor")
    person.sign_in(village.people["editor"])
    return person


def publish(page) -> None:
    """The button that lies in the menu beside the one that saves."""
    page.locator("footer [data-w-dropdown-target=toggle]").first.tap()
    with page.expect_navigation():
        page.locator("[name=action-publish]:visible").first.tap()


def open_new(editor, village):
    """An empty article."""
    index = index_of(village.kim, NewsIndexPage)
    editor.page.goto(editor.admin(f"pages/add/kim_sites/newspage/{index.pk}/"))
    editor.page.locator(".c-sf-add-button").first.wait_for()
    return editor.page


def test_every_field_that_lacks_something_is_named(village, editor):
    page = open_new(editor, village)
    page.locator("#id_title").fill("Panen raya")
    publish(page)
    listed = page.locator(".kim-errors li").all_inner_texts()
    assert [line.rpartition(": ")[0] for line in listed] == [
        "Foto utama",
        "Foto utama › Apa yang terlihat di foto",
        "Isi",
        "Jenis berita › Kategori",
    ]


def test_an_error_on_another_tab_opens_that_tab_alone(village, editor):
    news = make_news(village.kim, "Panen raya")
    make_news(village.kim, "Panen kedua", slug="sudah-ada")
    page = editor.page
    page.goto(editor.admin(f"pages/{news.pk}/edit/"))
    page.locator("[role=tab]").nth(1).tap()
    page.locator("#id_slug").fill("sudah-ada")
    with page.expect_navigation():
        page.get_by_role("button", name=said("Save draft")).first.tap()
    page.locator("[role=tab]").first.tap()
    page.locator(".kim-errors a").first.tap()
    page.wait_for_function("document.activeElement.id === 'id_slug'")
    assert page.locator("[role=tabpanel]:visible").count() == 1
    assert page.locator("#id_slug").is_visible()


def test_a_photo_brings_along_what_was_said_of_it_and_what_is_written_by_hand_stays(village, editor):
    make_image(village.kim, title="Sawah", description="Tiga ibu menanam padi")
    make_image(village.kim, title="Jembatan", description="Jembatan bambu di atas sungai")
    page = open_new(editor, village)

    def choose(title: str):
        page.locator("#id_lead_image-chooser button:visible").first.tap()
        if page.locator("[data-chooser-action-choose]:visible").count() and not page.locator(".modal-body").count():
            page.locator("[data-chooser-action-choose]:visible").first.tap()
        page.locator(".modal-body .image-choice", has_text=title).tap()
        page.locator(".modal-body").wait_for(state="detached")

    sentence = page.locator("#id_lead_image_alt")
    choose("Sawah")
    page.wait_for_function("document.querySelector('#id_lead_image_alt').value === 'Tiga ibu menanam padi'")
    choose("Jembatan")
    page.wait_for_function("document.querySelector('#id_lead_image_alt').value === 'Jembatan bambu di atas sungai'")
    sentence.fill("")
    sentence.type("Jembatan kita")
    choose("Sawah")
    page.wait_for_timeout(1000)
    assert sentence.input_value() == "Jembatan kita"


@pytest.mark.parametrize(("file", "name"), [("IMG_0412.jpg", "Panen raya"), ("jembatan.jpg", "jembatan")])
def test_a_photo_is_not_called_what_the_camera_calls_it(village, editor, file, name):
    page = open_new(editor, village)
    page.locator("#id_title").fill("Panen raya")
    page.locator("#id_lead_image-chooser button:visible").first.tap()
    page.get_by_role("tab", name=said("Upload")).tap()
    pick = page.locator(".modal-body input[type=file]")
    pick.set_input_files({"name": "surat.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4"})
    pick.set_input_files({"name": file, "mimeType": "image/jpeg", "buffer": picture_file(size=(900, 600)).read()})
    title = page.locator(".modal-body #tab-upload input[name$=title]")
    assert title.input_value() == name


def test_the_button_that_saves_stays_on_the_screen(village, editor):
    page = open_new(editor, village)
    page.evaluate("window.scrollTo(0, 0)")
    box = page.get_by_role("button", name=said("Save draft")).first.bounding_box()
    assert box["y"] + box["height"] <= page.viewport_size["height"]


def test_a_title_of_several_lines_is_shown_whole_and_stays_one(village, editor):
    page = open_new(editor, village)
    title = page.locator("#id_title")
    title.fill("Rekam KTP keliling singgah dua hari di kantor kecamatan Parenggean")
    title.press("Enter")
    assert "\n" not in title.input_value()
    assert title.evaluate(
        "field => field.scrollHeight <= field.clientHeight + 2 && field.scrollWidth <= field.clientWidth + 2"
    )
