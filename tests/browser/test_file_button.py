"""The button for choosing a file speaks the page's language, whatever the browser's is."""

import pytest
from django.test import Client

from tests import factories
from tests.browser.person import PHONE, said

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]


def open_account(browser, port, user, language="en-US"):
    """The account's page, which takes a picture, in a browser that is not Indonesian."""
    client = Client(headers={"host": f"admin.localhost:{port}"})
    client.force_login(user)
    context = browser.new_context(viewport=PHONE, locale=language)
    cookies = client.cookies.items()
    address = f"http://admin.localhost:{port}"
    context.add_cookies([{"name": name, "value": cookie.value, "url": address} for name, cookie in cookies])
    page = context.new_page()
    page.goto(f"{address}/admin/account/")
    return page


def test_a_file_is_chosen_with_a_button_of_our_own(port, browser):
    kim = factories.make_kim("parenggean")
    page = open_account(browser, port, factories.member(kim, "editor", "redaksi@example.id"))
    box = page.locator(".kim-file:has(input[type=file])").first
    assert box.locator(".kim-file__button").inner_text() == said("Choose a file")
    assert box.locator(".kim-file__name").inner_text() == said("No file chosen yet")

    with page.expect_file_chooser() as chooser:
        box.click()
    chooser.value.set_files({"name": "wajah.jpg", "mimeType": "image/jpeg", "buffer": b"x"})
    assert box.locator(".kim-file__name").inner_text() == "wajah.jpg"
    # The browser's own button, and its English, is not seen.
    assert box.locator("input").evaluate("input => getComputedStyle(input).opacity") == "0"


def test_forms_that_come_later_have_it_too(port, browser):
    kim = factories.make_kim("parenggean")
    page = open_account(browser, port, factories.member(kim, "editor", "redaksi@example.id"))
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<p id=later><input type=file multiple></p>')")
    box = page.locator("#later .kim-file")
    assert box.locator(".kim-file__button").inner_text() == said("Choose files")
    files = [{"name": f"{name}.pdf", "mimeType": "application/pdf", "buffer": b"x"} for name in "ab"]
    box.locator("input").set_input_files(files)
    assert box.locator(".kim-file__name").inner_text() == said("{n} files chosen").replace("{n}", "2")
