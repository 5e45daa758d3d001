"""The full editor by touch at 360 pixels: typing as Android keyboards do, blocks, photos, order, copies, two at once."""

import re

import pytest
from wagtail.models import Page

from kim_sites.models import NewsIndexPage, NewsPage
from tests.browser.person import said
from tests.browser.test_everyday import upload_in_chooser
from tests.factories import index_of, make_image, make_news

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]


class Keyboard:
    """What the keyboard of an Android phone sends: compositions, not keys."""

    def __init__(self, page):
        self.page = page
        self.session = page.context.new_cdp_session(page)

    def compose(self, *steps: str) -> None:
        """Letters one after the other as a word grows; the last step is what is taken."""
        for step in steps:
            self.session.send(
                "Input.imeSetComposition", {"text": step, "selectionStart": len(step), "selectionEnd": len(step)}
            )
        self.session.send("Input.insertText", {"text": steps[-1]})

    def swipe(self, word: str) -> None:
        """A whole word at once."""
        self.compose(word)

    def delete(self, letters: int) -> None:
        """Backspace, which Android sends as a key without a name."""
        for _number in range(letters):
            self.page.keyboard.press("Backspace")

    def new_line(self) -> None:
        """The key at the lower right."""
        self.page.keyboard.press("Enter")


def open_news(person, page: Page) -> None:
    """The editor of a page."""
    person.page.goto(person.admin(f"pages/{page.pk}/edit/"))
    person.page.locator("form[data-edit-form]").wait_for()


def stored(page: Page) -> NewsPage:
    """What was saved last."""
    return NewsPage.objects.get(pk=page.pk).get_latest_revision_as_object()


def save(person) -> None:
    """Save the draft."""
    button = person.page.get_by_role("button", name=said("Save draft")).first
    with person.page.expect_navigation():
        button.click()
    person.done()


@pytest.fixture
def editor(village, somebody):
    person = somebody("editor")
    person.sign_in(village.people["editor"])
    return person


def test_words_typed_with_an_android_keyboard_arrive_as_they_were_seen(village, editor):
    news = make_news(village.kim, body=[("text", "<p>Awal</p>")])
    open_news(editor, news)
    text = editor.page.locator(".kim-plain-text")
    text.fill("")
    text.tap()
    keys = Keyboard(editor.page)
    keys.compose("W", "Wa", "War", "Wagra", "Warga")  # corrected by itself
    keys.compose(" ", " m", " men", " menanma")
    keys.delete(2)
    keys.compose("am")
    keys.swipe(" bibit")
    keys.swipe(" besar")
    keys.delete(6)
    keys.new_line()
    keys.new_line()
    keys.compose("- cang", "- cangkul")
    keys.new_line()
    keys.swipe("- topi")
    seen = text.input_value()
    save(editor)

    assert seen == "Warga menanam bibit\n\n- cangkul\n- topi"
    assert stored(news).body[0].value.source.count("<li") == 2
    assert "Warga menanam bibit" in stored(news).body[0].value.source
    assert editor.page.locator(".kim-plain-text").input_value() == seen


def test_marks_and_links_come_through_the_text_area_unchanged(village, editor):
    html = (
        "<h2>Judul</h2><p><b>Tebal</b> dan <i>miring</i>, 5 * 3, [x], nama_berkas.</p><ul><li>satu</li><li>dua</li></ul>"
        '<p><a href="https://example.id/a?b=1&amp;c=2">di sini</a> dan '
        f'<a linktype="page" id="{village.kim.home_page.pk}">beranda</a></p>'
    )
    news = make_news(village.kim, body=[("text", html)])
    open_news(editor, news)
    text = editor.page.locator(".kim-plain-text")
    text.evaluate("area => area.dispatchEvent(new Event('input', { bubbles: true }))")
    save(editor)

    assert re.sub(r' data-block-key="\w+"', "", stored(news).body[0].value.source) == html


def test_what_has_no_marks_stays_in_the_full_field(village, editor):
    news = make_news(village.kim, body=[("text", "<ul><li>Satu<ul><li>Dalam</li></ul></li></ul>")])
    open_news(editor, news)
    editor.page.locator(".public-DraftEditor-content").wait_for()
    assert editor.page.locator(".kim-plain-text").count() == 0


def test_whoever_wants_the_full_field_gets_it_with_what_was_typed(village, editor):
    news = make_news(village.kim, body=[("text", "<p>Awal</p>")])
    open_news(editor, news)
    editor.page.locator(".kim-plain-text").fill("Warga **gotong** royong")
    editor.page.get_by_role("button", name=said("Use the full text field")).tap()
    field = editor.page.locator(".public-DraftEditor-content")
    field.wait_for()
    assert field.inner_text().strip() == "Warga gotong royong"


def test_blocks_are_added_and_put_in_order_and_a_photo_is_chosen_by_touch(village, editor):
    make_image(village.kim, title="Sungai")
    news = make_news(village.kim, live=False, body=[("text", "<p>Satu</p>"), ("text", "<p>Dua</p>")])
    NewsPage.objects.filter(pk=news.pk).update(lead_image=None)
    NewsPage.objects.get(pk=news.pk).save_revision(clean=False)
    open_news(editor, news)
    page, body = editor.page, editor.page.locator("[data-contentpath=body]")

    body.locator("button.c-sf-add-button").last.tap()
    page.get_by_role("option", name=said("Quote")).first.tap()
    body.locator("textarea[name$=text]").last.fill("Kami senang")
    body.locator(f"button[title='{said('Move up')}']:visible").last.tap()
    editor.look("order")
    save(editor)
    assert [block.block_type for block in stored(news).body] == ["text", "quote", "text"]

    page.locator("#id_lead_image-chooser [data-chooser-action-choose]:visible").first.tap()
    upload_in_chooser(editor, "jembatan")
    page.locator(".modal-body").wait_for(state="detached")
    page.locator("#id_lead_image_alt").fill("Jembatan")
    save(editor)
    assert stored(news).lead_image.title == "jembatan"


def test_what_was_not_sent_waits_on_the_phone_and_is_saved_with_one_tap(village, editor):
    news = make_news(village.kim, body=[("text", "<p>Awal</p>")])
    open_news(editor, news)
    page = editor.page
    page.wait_for_timeout(2000)
    page.locator(".kim-plain-text").fill("Tulisan malam hari")
    page.locator(".kim-status", has_text=said("Kept on this device at {time}; not sent yet.").split("{")[0]).wait_for()
    page.goto(editor.admin())  # the battery was empty, say
    open_news(editor, news)
    assert "Awal" in page.locator(".kim-plain-text").input_value()
    with page.expect_navigation():
        page.get_by_role("button", name=said("Save it as a draft now")).tap()
    editor.done()

    assert "Tulisan malam hari" in stored(news).body[0].value.source
    open_news(editor, news)
    page.wait_for_timeout(500)
    assert page.locator(".kim-kept:not(.kim-presence)").count() == 0


def test_errors_are_listed_with_the_names_of_their_fields_and_lead_there(village, editor):
    news = make_news(village.kim)
    open_news(editor, news)
    page = editor.page
    page.locator("#id_lead_image_alt").fill("")
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("[name=action-publish]:visible").first.click()
    errors = page.locator(".kim-errors")
    errors.wait_for()
    editor.look("errors")
    assert said("what the picture shows").lower() in errors.inner_text().lower()
    errors.locator("a").first.tap()
    assert page.evaluate("document.activeElement.id") == "id_lead_image_alt"


def test_the_sentence_of_a_photo_is_offered_from_the_title(village, editor):
    page, index = editor.page, index_of(village.kim, NewsIndexPage)
    page.goto(editor.admin(f"pages/add/kim_sites/newspage/{index.pk}/"))
    page.locator("#id_title").fill("Warga panen padi")
    page.locator("#id_lead_image_alt").tap()
    page.locator(".kim-offer").tap()
    assert page.locator("#id_lead_image_alt").input_value() == "Warga panen padi"


def test_who_edits_the_same_page_is_seen_and_a_later_version_is_not_lost_in_silence(village, somebody, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    news = make_news(village.kim, "Sama-sama")
    one, two = somebody("one"), somebody("two")
    one.sign_in(village.people["editor"])
    two.sign_in(village.people["chair"])
    open_news(one, news)
    open_news(two, news)
    one.page.locator(".w-editing-sessions li, [data-controller~=w-session] button").first.wait_for()
    two.page.locator("#id_title").fill("Dari ketua")
    save(two)
    one.page.wait_for_timeout(3000)
    one.look("somebody-saved")
    one.page.locator("#id_title").fill("Dari editor")
    one.page.get_by_role("button", name=said("Save draft")).first.click()
    one.page.locator("#w-save-confirmation-dialog:not([aria-hidden=true]) , [role=dialog]:visible").first.wait_for()
    one.look("conflict")

    assert stored(news).title == "Dari ketua"


def test_an_earlier_version_is_compared_and_taken_back(village, editor):
    news = make_news(village.kim, "Judul lama")
    news.title = "Judul baru"
    newer = news.save_revision()
    older = news.revisions.order_by("pk").first()
    page = editor.page
    page.goto(editor.admin(f"pages/{news.pk}/revisions/compare/{older.pk}...{newer.pk}/"))
    editor.look("compare")
    assert page.locator("del, .deletion").first.is_visible()
    with page.expect_navigation():
        page.get_by_role("link", name=said("Take the earlier version back")).tap()
    assert page.locator("#id_title").input_value() == "Judul lama"
    with page.expect_navigation():
        page.locator("footer button[type=submit]:visible").first.click()
    editor.done()
    assert stored(news).title == "Judul lama"
