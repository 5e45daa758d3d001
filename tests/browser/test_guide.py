"""The guide on a phone: from a screen to its page, search, print; accessible and whole at each width."""

import pytest
from django.test import Client

from kim_sites.models import User
from tests.browser.person import said
from tests.browser.walk import look_at, open_context

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]
SCREENS = (
    "panduan/",
    "panduan/?q=foto",
    "panduan/?q=xyzzyx",
    "panduan/kirim-dari-hp/",
    "panduan/keterangan-foto/",
    "panduan/cetak/",
)


@pytest.mark.look
@pytest.mark.parametrize(
    ("width", "scheme"), [(360, "light"), (360, "dark"), (768, "light"), (1280, "dark"), (1280, "light")]
)
def test_the_guide_is_accessible_and_whole(village, browser, width, scheme):
    client = Client(headers={"host": f"admin.localhost:{village.port}"})
    client.force_login(User.objects.get(email=village.people["contributor"]))
    context = open_context(browser, client, village.port, scheme, {"width": width, "height": 740})
    page = context.new_page()
    problems = {}
    for screen in SCREENS:
        found = look_at(page, village.url("admin", f"/admin/{screen}"), f"guide {width} {scheme} {screen}")
        broken = page.evaluate(
            "() => [...document.images].filter(i => i.loading !== 'lazy' && !i.naturalWidth).map(i => i.src)"
        )
        if found or broken:
            problems[screen] = found + broken
    context.close()
    assert not problems, problems


def test_a_person_finds_help_from_the_screen_and_by_words(village, somebody):
    editor = somebody("editor")
    editor.sign_in(village.people["editor"])
    editor.page.goto(editor.admin("photos/add/"))
    editor.tap(said("What can I do here?"), role="link")
    assert editor.page.url.endswith("/admin/panduan/menambah-foto/")
    editor.page.locator(".guide-picture").first.scroll_into_view_if_needed()
    editor.page.wait_for_function("document.querySelector('.guide-picture').naturalWidth > 0")
    editor.tap(said("All tasks"), role="link")
    editor.page.locator("#guide-q").fill("harga")
    editor.tap(said("Search"))
    editor.page.get_by_role("link", name="Memastikan harga produk").click()
    editor.page.wait_for_url("**/memastikan-harga/")
    assert editor.take_troubles() == []


def test_the_print_has_one_task_on_each_sheet(village, somebody):
    editor = somebody("editor")
    editor.sign_in(village.people["editor"])
    editor.page.goto(editor.admin("panduan/cetak/"))
    assert editor.page.locator("[data-print]").is_visible()
    editor.page.emulate_media(media="print")
    assert not editor.page.locator(".tools").is_visible()
    breaks = editor.page.locator("article").evaluate_all(
        "articles => articles.map(article => getComputedStyle(article).breakBefore)"
    )
    assert len(breaks) > 15
    assert set(breaks) == {"page"}
    assert editor.take_troubles() == []
