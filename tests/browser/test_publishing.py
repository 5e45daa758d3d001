"""An editor's evening: sign in, write, publish, see it on the hub, take it back."""

import pytest

from tests.browser.conftest import PASSWORD

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]


def sign_in(page, portal, email: str) -> None:
    """Type address and password on the admin's host."""
    page.goto(portal.url("parenggean", "/admin/"))
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit]").first.click()
    page.wait_for_url("**/admin/")


def heading_on(page, portal, host: str, path: str, words: str) -> bool:
    """Whether a public page shows some words."""
    page.goto(portal.url(host, path))
    return page.get_by_text(words).first.is_visible() if page.get_by_text(words).count() else False


def test_an_article_is_published_seen_on_its_own_hub_only_and_taken_back(portal, browser):
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="id-ID")
    page = context.new_page()
    reader = browser.new_context().new_page()
    sign_in(page, portal, "editor@example.id")
    index = portal.kim.home_page.get_children().get(slug="berita")
    title = "Jembatan gantung selesai dibangun"
    page.goto(f"http://admin.localhost:{portal.port}/admin/pages/add/kim_sites/newspage/{index.pk}/")
    page.locator("#id_title").fill(title)

    # A draft may lack what a reader would miss; publishing says what it is.
    page.locator("#id_category").select_option("government")
    page.locator("button[data-w-dropdown-target=toggle]").last.wait_for()
    publish(page)
    assert page.locator("[id$=error-message], .error-message, .w-field__errors").first.is_visible()

    page.get_by_role("button", name="Pilih", exact=False).first.click()
    page.locator(".modal-body a, .w-modal a").filter(has_text="Sungai").first.click()
    page.locator("#id_lead_image_alt").fill("Jembatan di atas sungai")
    add_text(page, "Warga bergotong royong selama tiga bulan.")
    publish(page)
    page.wait_for_url("**/pages/*/edit/**")

    assert heading_on(reader, portal, "kalteng", "/berita/", title)
    assert not heading_on(reader, portal, "kalbar", "/berita/", title)
    assert heading_on(reader, portal, "parenggean", "/berita/", title)

    number = page.url.split("/pages/")[1].split("/")[0]
    page.goto(f"http://admin.localhost:{portal.port}/admin/pages/{number}/unpublish/")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    page.wait_for_load_state()
    assert not heading_on(reader, portal, "kalteng", "/berita/", title)
    assert not heading_on(reader, portal, "parenggean", "/berita/", title)
    context.close()


def publish(page) -> None:
    """Open the menu beside "save" and choose publish."""
    button = page.locator("button[name=action-publish]")
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    button.click()
    page.wait_for_load_state()


def add_text(page, words: str) -> None:
    """Add a text block to the body and type into it."""
    body = page.locator("[data-contentpath=body]")
    if not body.locator(".public-DraftEditor-content").count():
        body.locator("button.c-sf-add-button").first.click()
        page.get_by_role("option", name="Teks", exact=False).or_(page.get_by_role("option", name="Text")).first.click()
    editor = body.locator(".public-DraftEditor-content").first
    editor.click()
    page.keyboard.type(words)
