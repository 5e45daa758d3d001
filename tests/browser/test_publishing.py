"""An editor's evening: sign in, write, publish, see it on the hub, take it back."""

import pytest

from kim_sites.models import NewsPage
from tests.browser.person import PASSWORD

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
    page.locator("footer [data-w-dropdown-target=toggle]").first.wait_for()
    page.locator("#id_title").click()
    page.keyboard.type(title)
    page.keyboard.press("Tab")

    # A draft may lack what a reader would miss; publishing says what it is.
    page.locator("#id_category").select_option("government")
    publish(page)
    page.locator("section[id$=-body-section] .help-critical").first.wait_for()
    assert page.locator(".error-message").count() == 2  # the picture and what it shows

    page.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body #tab-search a[data-chooser-modal-choice]").first.click()
    page.locator("#id_lead_image_alt").fill("Jembatan di atas sungai")
    # Published in the same breath: the last words are in it too.
    add_text(page, "Warga bergotong royong selama tiga bulan.")
    publish(page)
    page.locator(".messages .success").first.wait_for()
    article = NewsPage.objects.get(title=title)
    number = article.pk
    assert "selama tiga bulan." in str(article.body)

    assert heading_on(reader, portal, "kalteng", "/berita/", title)
    assert not heading_on(reader, portal, "kalbar", "/berita/", title)
    assert heading_on(reader, portal, "parenggean", "/berita/", title)

    page.goto(f"http://admin.localhost:{portal.port}/admin/pages/{number}/unpublish/")
    page.locator("main form button[type=submit], main form input[type=submit]").first.click()
    page.wait_for_load_state()
    assert not heading_on(reader, portal, "kalteng", "/berita/", title)
    assert not heading_on(reader, portal, "parenggean", "/berita/", title)
    context.close()


def publish(page) -> None:
    """Open the menu beside "save", choose publish, and wait for the answer."""
    button = page.locator("button[name=action-publish]")
    if not button.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        button.click()


def add_text(page, words: str) -> None:
    """Add a text block to the body and type into it."""
    body = page.locator("[data-contentpath=body]")
    if not body.locator(".public-DraftEditor-content").count():
        body.locator("button.c-sf-add-button").first.click()
        page.get_by_role("option", name="Teks", exact=False).or_(page.get_by_role("option", name="Text")).first.click()
    editor = body.locator(".public-DraftEditor-content").first
    editor.click()
    page.keyboard.type(words)
