"""The everyday work of each role goes through, on a phone and in Indonesian, with a gate before every address."""

import pytest

from tests.browser.person import Person, said
from tests.factories import make_news, make_seller, picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]


def upload_in_chooser(person: Person, name: str, size: tuple[int, int] = (1200, 800)) -> None:
    """The chooser's second tab: a picture from the phone."""
    page = person.page
    page.get_by_role("tab", name=said("Upload")).click()
    page.locator(".modal-body input[type=file]").set_input_files(
        {"name": f"{name}.jpg", "mimeType": "image/jpeg", "buffer": picture_file(size=size).read()}
    )
    # The form takes the name of the file for a title.
    page.wait_for_function("document.querySelector('.modal-body #tab-upload input[name$=title]').value")
    page.locator(".modal-body form", has=page.locator("input[type=file]")).locator("[type=submit]").click()


def write_text(person: Person, words: str) -> None:
    """A block of text in the body."""
    page = person.page
    body = page.locator("[data-contentpath=body]")
    body.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name=said("Text")).first.click()
    body.locator(".kim-plain-text").first.click()
    page.keyboard.type(words)
    page.wait_for_function("words => document.querySelector('[name=body-0-value]').value.includes(words)", arg=words)


def open_full_editor(person: Person, kind: str) -> None:
    """From the dashboard, below the big buttons of the short form."""
    with person.page.expect_navigation():
        person.page.locator(f"main a[href*='/pages/add/kim_sites/{kind}/']").first.click()


def open_side_panels(person: Person, words: str) -> None:
    """Status, preview and checks: each fetches what it shows, and `words` stand in the page. Comments are for wide screens."""
    page = person.page
    toggles = page.locator("header [data-side-panel-toggle]:visible")
    names = [toggle.get_attribute("data-side-panel-toggle") for toggle in toggles.all()]
    assert {"status", "preview", "checks"} == set(names)
    for name in names:
        toggle = page.locator(f"header [data-side-panel-toggle={name}]")
        toggle.click()
        page.locator(f"[data-side-panel={name}]").wait_for()
        if name == "preview":
            page.frame_locator("[data-side-panel=preview] iframe").first.get_by_text(words).first.wait_for()
        page.wait_for_load_state("networkidle")
        person.look(f"panel-{name}")
        toggle.click()
        page.locator(f"[data-side-panel={name}]").wait_for(state="hidden")


def look_at_history(person: Person) -> None:
    """What became of the page, and what changed between two versions."""
    page = person.page
    with page.expect_navigation():
        page.locator("header a[href$='/history/']").first.click()
    person.look("history")
    page.locator("table [data-w-dropdown-target=toggle]").last.click()
    person.look("history-actions")
    with page.expect_navigation():
        page.locator("a[href*='/compare/']:visible").first.click()
    person.look("compare")


def more_actions(person: Person) -> None:
    """Open what stands beside the main button."""
    person.page.locator("footer [data-w-dropdown-target=toggle]").first.click()


def test_a_contributor_writes_and_the_chair_decides(village, somebody):
    title, comment = "Jembatan gantung selesai", "Kapan jembatan ini dibuka?"
    writer, chair, reader = somebody("writer"), somebody("chair"), somebody("reader")

    writer.sign_in(village.people["contributor"])
    open_full_editor(writer, "newspage")
    page = writer.page
    page.locator("#id_title").fill(title)
    page.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    upload_in_chooser(writer, "jembatan")
    page.locator("#id_lead_image-chooser img").wait_for()
    page.locator("#id_lead_image_alt").fill("Jembatan di atas sungai")
    page.locator("#id_category").select_option("government")
    write_text(writer, "Warga bergotong royong selama tiga bulan.")
    writer.look("written")
    more_actions(writer)
    writer.look("actions")
    writer.tap(said("Save draft"))
    writer.done()
    writer.look("saved")
    open_side_panels(writer, title)
    writer.tap(said("Send to the chair"))
    writer.done()
    writer.look("sent")
    writer.page.goto(writer.admin())
    assert said("Waiting for the chair") in writer.words()
    writer.look("waiting")

    chair.sign_in(village.people["chair"])
    chair.look("dashboard")
    with chair.context.expect_page() as opened:
        chair.page.get_by_role("link", name=said("Look at it"), exact=True).click()
    assert title in opened.value.locator("body").inner_text()
    opened.value.close()
    chair.tap(title, "link")
    chair.look("opened")
    more_actions(chair)
    chair.look("actions")
    chair.page.locator("button[data-workflow-action-name=reject]").click()
    chair.page.locator(".modal-body textarea").fill(comment)
    chair.look("send-back")
    with chair.page.expect_navigation():
        chair.page.locator(".modal-body [type=submit]").click()
    chair.look("sent-back")
    chair.done()
    assert said("Waiting for your approval") not in chair.words()

    writer.page.goto(writer.admin())
    assert comment in writer.words()
    writer.look("sent-back")
    writer.tap(title, "link")
    assert comment in writer.words()
    writer.look("comment")
    look_at_history(writer)
    page.goto(writer.admin())
    writer.tap(title, "link")
    page.locator("#id_summary").fill("Jembatan dibuka bulan depan.")
    writer.tap(said("Send to the chair again"))
    writer.done()

    chair.page.goto(chair.admin())
    chair.look("again")
    chair.tap(said("Approve and publish"))
    chair.done()
    chair.look("approved")
    for host, path, is_there in (
        ("parenggean", "/berita/", True),
        ("kalteng", "/kotawaringin-timur/", True),
        ("kalteng", "/", True),
        ("sambas", "/berita/", False),
        ("kalbar", "/", False),
    ):
        reader.page.goto(village.url(host, path))
        reader.look(f"public-{host}")
        assert (title in reader.words()) is is_there, (host, path)
    writer.page.goto(writer.admin())
    assert said("Waiting for the chair") not in writer.words()
    assert [person.take_troubles() for person in (writer, chair, reader)] == [[], [], []]


def test_an_editor_shows_a_product_links_it_and_has_it_translated(village, somebody):
    make_seller(village.kim, name="Dapur Ibu Rina")
    make_news(village.kim, title="Panen madu raya")
    make_news(village.other, title="Rahasia tetangga")
    title = "Madu kelulut asli"
    editor, reader = somebody("editor"), somebody("reader")
    page = editor.page
    editor.sign_in(village.people["editor"])

    editor.menu(said("Images"))
    editor.look("pictures")
    with page.expect_navigation():
        page.locator(
            "main a[href*='/photos/add/']:visible, main a[href*='/images/multiple/add/']:visible, header a[href*='/images/multiple/add/']:visible"
        ).first.click()
    page.locator("input[name=title]").fill("Botol madu")
    page.locator("input[name=gallery]").set_input_files(
        {"name": "madu.jpg", "mimeType": "image/jpeg", "buffer": picture_file().read()}
    )
    page.locator("[data-save]:not([hidden])").wait_for()
    editor.look("uploaded")
    page.locator("[data-photo] textarea").first.fill("Botol madu di meja")
    with page.expect_navigation():
        page.locator("[data-save] button").click()

    page.goto(editor.admin())
    open_full_editor(editor, "productpage")
    page.locator("#id_title").fill(title)
    page.locator("#id_photos-ADD").click()
    page.locator("#id_photos-0-image-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_text("Botol madu").first.click()
    page.locator("#id_photos-0-image-chooser img").wait_for()
    page.locator("#id_photos-0-alt").fill("Botol madu di meja")
    page.locator("#id_price_min").fill("75000")
    page.locator("#id_category").select_option("food")
    page.locator("#id_seller-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_text("Dapur Ibu Rina").click()
    page.locator("#id_seller-chooser").get_by_text("Dapur Ibu Rina").wait_for()
    page.locator("#id_confirmed_on").click()
    page.locator(".xdsoft_datetimepicker:visible td.xdsoft_date:not(.xdsoft_other_month)").first.click()
    page.get_by_role("button", name=said("Use the full text field")).click()
    page.locator("[data-contentpath=description] .public-DraftEditor-content").click()
    page.keyboard.type("Madu hutan")
    page.keyboard.press("Control+A")
    editor.look("link")
    page.locator("button[name=LINK]").first.click()
    chooser = page.locator(".modal-body")
    chooser.get_by_role("link", name="Produk", exact=True).wait_for()
    editor.look("link-chooser")
    assert "KIM Sambas" not in chooser.inner_text()
    page.locator(".modal-content input[type=search], .modal-content input[name=q]").first.fill("rahasia")
    page.wait_for_timeout(1000)
    editor.look("link-search")
    assert "Rahasia tetangga" not in chooser.inner_text()
    page.locator(".modal-content input[name=q]").first.fill("panen")
    chooser.get_by_role("link", name="Panen madu raya").click()
    page.locator("[data-contentpath=description] .TooltipEntity").wait_for()
    more_actions(editor)
    editor.tap(said("Publish"))
    editor.look("published")
    editor.done()
    reader.page.goto(village.url("parenggean", "/produk/madu-kelulut-asli/"))
    reader.look("product")
    assert "Dapur Ibu Rina" in reader.words()
    assert reader.page.locator("main a[href*='panen-madu-raya']").count()

    page.goto(editor.admin())
    editor.open_pages()
    editor.open_below("Produk")
    editor.look("explorer")
    with page.expect_navigation():
        page.locator("#listing-results tr", has_text=title).locator("a[href$='/edit/']").first.click()
    page.locator("header [data-side-panel-toggle=status]").click()
    page.locator("[data-a11y-dialog-show=set-privacy]").first.click()
    page.locator(".modal-body").or_(page.locator("#set-privacy")).first.wait_for()
    page.locator("input[type=radio][value=none]").first.wait_for()
    editor.look("privacy")
    page.keyboard.press("Escape")
    # The browser remembers an open panel, which on a phone covers the next page too.
    page.locator("header [data-side-panel-toggle=status]").click()
    page.locator("[data-side-panel=status]").wait_for(state="hidden")
    page.goto(editor.admin())
    page.locator("main input[name=q]").fill("madu")
    page.locator("main input[name=q]").press("Enter")
    page.get_by_role("link", name="Panen madu raya").first.wait_for()
    editor.look("search")
    assert "Rahasia tetangga" not in editor.words()
    editor.tap(title, "link", exact=False)
    page.locator("header [data-w-dropdown-target=toggle]").last.click()
    editor.look("page-actions")
    editor.tap(said("Translate this page"), "link")
    editor.look("translate")
    page.get_by_label("English").check()
    page.locator("main form [type=submit]").first.click()
    page.wait_for_load_state("networkidle")
    editor.look("translating")
    for words in ("Pure stingless bee honey", '<a id="a1">Forest honey</a>'):
        page.locator("main").get_by_role("button", name=said("Translate")).first.click()
        page.locator("main textarea").fill(words)
        page.locator("main").get_by_role("button", name=said("Save"), exact=True).click()
        page.locator("main textarea").wait_for(state="detached")
    page.get_by_text("Forest honey").first.wait_for()
    editor.look("translated")
    with page.expect_navigation():
        page.locator("main button[name=action][value=publish]").click()
    page.locator(".messages li", has_text="Pure stingless bee honey").wait_for()
    editor.look("translation-published")
    reader.page.goto(village.url("parenggean", "/en/produk/madu-kelulut-asli/"))
    reader.look("english")
    assert "Pure stingless bee honey" in reader.words()
    assert [person.take_troubles() for person in (editor, reader)] == [[], []]
