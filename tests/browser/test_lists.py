"""Lists of the admin on a phone: everything in a row can be read without moving the list sideways."""

import pytest
from django.test import Client
from django.utils.translation import override

from kim_sites.models import Officer, User
from tests.browser.walk import open_context

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]
# What a row shows, each with whether all of it lies on the screen.
CELLS = """() => [...document.querySelectorAll("#listing-results tbody td")].filter(cell => cell.checkVisibility()).map(cell => {
    const box = cell.getBoundingClientRect();
    return [cell.dataset.column, cell.innerText.trim(), box.left >= 0 && box.right <= innerWidth];
})"""


def open_officers(browser, portal, width: int):
    client = Client(headers={"host": f"admin.localhost:{portal.port}"})
    client.force_login(User.objects.create_superuser("operator@example.id"))
    page = open_context(browser, client, portal.port, size={"width": width, "height": 740}).new_page()
    page.goto(portal.url("admin", "/admin/officers/"))
    return page


def test_a_row_is_a_card_that_names_what_it_shows(portal, browser):
    Officer.objects.create(kim=portal.kim, name="Hasanah Murni Binti Abdurrahman", position="secretary")
    page = open_officers(browser, portal, 360)
    cells = page.evaluate(CELLS)
    with override("id-id"):
        assert ["Jabatan", str(Officer.Position.SECRETARY.label), True] in cells
    assert all(is_whole for _, _, is_whole in cells), cells
    assert page.get_by_role("row").filter(has_text="Hasanah Murni").get_by_role("cell").count() > 1
    # What sorts the list is still there.
    assert page.get_by_role("columnheader").get_by_role("link", name="Nama").is_visible()


def test_rows_that_a_search_brings_are_cards_too(portal, browser):
    Officer.objects.create(kim=portal.kim, name="Hasanah Murni", position="secretary")
    Officer.objects.create(kim=portal.kim, name="Sugeng Prayogo", position="member")
    page = open_officers(browser, portal, 360)
    page.locator("#id_q").fill("Sugeng")
    page.get_by_text("Hasanah Murni").wait_for(state="detached")
    cells = page.evaluate(CELLS)
    assert {"Jabatan"} <= {column for column, _, _ in cells}
    assert all(is_whole for _, _, is_whole in cells), cells


def test_on_a_wide_screen_it_stays_a_table(portal, browser):
    Officer.objects.create(kim=portal.kim, name="Hasanah Murni", position="secretary")
    page = open_officers(browser, portal, 1280)
    row = page.get_by_role("row").filter(has_text="Hasanah Murni")
    tops = {round(cell.bounding_box()["y"]) for cell in row.get_by_role("cell").all()}
    assert len(tops) == 1
