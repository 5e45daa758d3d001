"""What the short form says at its fields and photos, and what its buttons do."""

import pytest
from playwright.sync_api import expect

from kim_sites.models import NewsPage
from tests.browser.hands import LATER, TEXT, records_on, text_of
from tests.browser.person import said

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]

# Button, text, what is chosen in it, and the text afterwards.
MARKS = [
    ("heading", "\nabc", (0, 0), "# \nabc"),
    ("heading", "abc", (3, 3), "# abc"),
    ("heading", "# abc", (5, 5), "abc"),
    ("heading", "- abc", (5, 5), "# abc"),
    ("list", "satu\n\ndua", (0, 9), "- satu\n\n- dua"),
    ("list", "- satu\n- dua", (0, 12), "satu\ndua"),
    ("bold", "satu\n\ndua", (0, 9), "**satu**\n\n**dua**"),
    ("bold", "- satu\n- dua ", (0, 13), "- **satu**\n- **dua** "),
    ("bold", "**satu**\n**dua**", (0, 16), "satu\ndua"),
    ("bold", "abc", (3, 3), "abc****"),
    ("link", "desa", (0, 4), "[desa](https://www.desa.id)"),
]


class TestForm:
    """What the form says, and what its buttons do."""

    def test_an_error_about_a_field_that_is_not_there_is_shown_above_and_gone_once_mended(self, person):
        refusal = {"error": "Ada yang kurang.", "fields": {"kim": "Tidak bisa menulis lagi di KIM ini."}}
        person.page.route("**/kirim/simpan/", lambda route: route.fulfill(status=422, json=refusal))
        person.small_photos()
        person.write_text(TEXT)
        person.send()
        expect(person.page.locator("[data-error='']")).to_have_text("Tidak bisa menulis lagi di KIM ini.")
        expect(person.page.locator("[data-error='']")).to_be_focused()
        person.open()
        expect(person.page.locator(".draft .quiet")).to_contain_text("Ada yang kurang.")
        person.tap(person.page.locator(".draft a"))
        person.page.locator("html.ready").wait_for()
        person.write_text(LATER)
        person.open()
        expect(person.page.locator(".draft .quiet")).to_have_text(said("not sent yet"))

    def test_a_text_that_is_too_long_is_not_cut_but_said(self, person):
        long = "baris\n" * 1700 + "AKHIR"
        text_of(person.page).focus()
        person.page.keyboard.insert_text(long)
        expect(text_of(person.page)).to_have_value(long)
        expect(person.page.locator("[data-error=text]")).to_contain_text("10.205")
        person.small_photos()
        person.send()
        expect(text_of(person.page)).to_be_focused()
        assert records_on(person.page, "queued") == []
        text_of(person.page).fill(TEXT)
        expect(person.page.locator("[data-error=text]")).to_be_hidden()
        person.send()
        person.arrived()

    def test_a_photo_that_was_refused_is_named_and_one_that_cannot_be_drawn_has_its_name(self, person):
        person.small_photos()
        heic = {"name": "IMG_0042.heic", "mimeType": "image/heic", "buffer": b"no picture"}
        person.page.locator("#photo").set_input_files([heic])
        expect(person.page.locator(".photo .tile")).to_have_text("IMG_0042.heic")
        person.write_text(TEXT)
        person.send()
        refused = person.page.locator(".photo.refused")
        expect(refused.locator(".wrong")).to_contain_text("IMG_0042.heic: ")
        expect(person.page.locator(".photo")).to_have_count(2)
        person.open()
        person.tap(person.page.locator(".draft a"))
        person.tap(refused.locator(".remove"))
        person.send()
        person.arrived()
        assert len(NewsPage.objects.get().shown_images()) == 1

    def test_a_photo_becomes_the_first_one_by_finger_and_by_keyboard(self, person):
        person.small_photos(3)
        for number in range(3):
            person.page.locator(".photo input").nth(number).fill(f"Foto {number}")
        first = person.page.locator(".photo .first:visible")
        expect(first).to_have_count(2)
        assert first.first.bounding_box()["height"] >= 44
        person.tap(first.last)
        expect(person.page.locator(".photo input").first).to_have_value("Foto 2")
        first.last.focus()
        person.page.keyboard.press("Enter")
        expect(person.page.locator(".photo input").first).to_have_value("Foto 1")
        expect(person.page.locator(".photo").first).to_be_focused()
        person.write_text(TEXT)
        person.send()
        person.arrived()
        article = NewsPage.objects.get()
        assert article.lead_image_alt == "Foto 1"

    def test_buttons_put_marks_that_can_be_read_and_take_them_back(self, person):
        troubles = []
        page = person.context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept("www.desa.id"))  # as people write it
        person.form(page=page)
        text = text_of(page)
        for button, before, chosen, after in MARKS:
            text.fill(before)
            text.evaluate("(text, [from, to]) => text.setSelectionRange(from, to)", list(chosen))
            page.locator(f"[data-mark={button}]").evaluate("button => button.click()")
            assert (button, before, text.input_value()) == (button, before, after)
        assert troubles == []
