"""Photos from a cheap phone: several at once, turned, and the place that matters touched."""

import random
from io import BytesIO

import pytest
from PIL import Image

from kim_sites.models import KimImage
from tests.browser.test_reading import violations
from tests.browser.walk import CUT_OFF, open_context
from tests.conftest import HostClient
from tests.factories import member
from tests.photos.helpers import in_english

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
PHONE = {"width": 360, "height": 740}


def large_photo(number: int) -> dict:
    """A photo of 2600 by 1950 pixels and some megabytes, as a file that Playwright can choose."""
    noise = Image.frombytes("RGB", (650, 488), random.Random(number).randbytes(650 * 488 * 3))
    buffer = BytesIO()
    noise.resize((2600, 1950), Image.Resampling.BICUBIC).save(buffer, "JPEG", quality=92)
    return {"name": f"IMG_{number}.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}


@pytest.fixture
def phone(village, browser):
    """A phone of 360 pixels in which an editor is signed in."""
    client = HostClient(f"admin.localhost:{village.port}")
    client.force_login(in_english(member(village.kim, "editor", "foto@example.id")))
    context = open_context(browser, client, village.port, size=PHONE)
    page = context.new_page()
    page.set_default_timeout(45_000)
    page.troubles = []
    page.on("pageerror", lambda error: page.troubles.append(str(error)))
    yield page
    assert page.troubles == []
    context.close()


def fits(page) -> bool:
    """Whether nothing sticks out or is cut off, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert page.evaluate(CUT_OFF) == []
    assert violations(page) == []
    return True


def test_several_photos_from_a_phone_are_shrunk_described_turned_and_focused(village, phone):
    address = village.url("admin", "/admin/photos/add/")
    phone.goto(address)
    assert phone.locator("input[name=camera]").get_attribute("capture") == "environment"
    phone.get_by_label("What are the photos about?").fill("Panen raya")
    files = [large_photo(1), large_photo(2)]
    phone.set_input_files("input[name=gallery]", [*files, {**files[0], "name": "rusak.jpg", "buffer": b"rusak"}])
    phone.locator("[data-save]:not([hidden])").wait_for()
    cards = phone.locator("[data-photo]")
    assert cards.count() == 2
    assert "not a picture that can be read" in phone.locator(".pho-card--refused").inner_text()
    assert fits(phone)
    sizes = KimImage.objects.filter(title="Panen raya").values_list("width", "height")
    assert {max(size) for size in sizes} == {2000}

    cards.nth(0).get_by_role("button", name="Use: “Panen raya”").tap()
    cards.nth(1).get_by_label("What can be seen in this photo?").fill("Dua petani mengikat padi")
    cards.nth(1).get_by_role("button", name="Turn left").tap()
    cards.nth(1).get_by_text("The photo is turned.").wait_for()
    phone.get_by_role("button", name="Leave out").tap()
    with phone.expect_navigation():
        phone.locator("[data-save] button").tap()
    stored = KimImage.objects.get(description="Dua petani mengikat padi")
    assert (stored.width, stored.height) == (1500, 2000)
    assert KimImage.objects.filter(description="Panen raya").count() == 1

    phone.goto(village.url("admin", f"/admin/images/{stored.pk}/"))
    phone.get_by_label("Title").fill("Masih diketik")
    phone.get_by_role("button", name="Turn right").tap()
    phone.get_by_text("The photo is turned.").wait_for()
    picture = phone.locator(".pho-stage .pho-picture")
    picture.scroll_into_view_if_needed()
    box = picture.bounding_box()
    phone.touchscreen.tap(box["x"] + box["width"] * 0.75, box["y"] + box["height"] * 0.25)
    phone.get_by_text("this place stays visible").wait_for()
    stored.refresh_from_db()
    assert (stored.width, stored.height) == (2000, 1500)
    assert abs(stored.focal_point_x - 1500) < 40
    assert abs(stored.focal_point_y - 375) < 40
    assert phone.get_by_label("Title").input_value() == "Masih diketik"
    assert fits(phone)


def test_a_broken_connection_loses_no_photo_and_the_same_photo_is_recognised(village, phone):
    phone.goto(village.url("admin", "/admin/photos/add/"))
    phone.context.set_offline(True)
    phone.set_input_files("input[name=gallery]", [large_photo(3)])
    retry = phone.get_by_role("button", name="Try again")
    retry.wait_for()
    assert KimImage.objects.count() == 0
    phone.context.set_offline(False)
    retry.tap()
    phone.locator("[data-photo]").wait_for()
    assert KimImage.objects.count() == 1

    phone.set_input_files("input[name=camera]", [large_photo(3)])
    phone.get_by_text("You already have this photo.").wait_for()
    assert KimImage.objects.count() == 1
    assert fits(phone)
