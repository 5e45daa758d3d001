"""What is typed on a phone and never sent: each begun page keeps a copy of its own, and none is lost or forgotten."""

import re

import pytest
from playwright.sync_api import expect

from kim_sites.models import NewsIndexPage, NewsPage, ProductPage, ProductPhoto, User
from tests.browser.person import said
from tests.browser.test_touch_editing import open_news, save, stored
from tests.factories import index_of, make_image, make_news, make_product

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]

COPIES = "Object.keys(localStorage).filter((key) => key.startsWith('kim-copy:'))"


@pytest.fixture
def editor(village, somebody):
    person = somebody("editor")
    person.sign_in(village.people["editor"])
    return person


def begin_news(person, kim) -> None:
    """The form of a new article."""
    person.page.goto(person.admin(f"pages/add/kim_sites/newspage/{index_of(kim, NewsIndexPage).pk}/"))
    person.page.locator("form[data-edit-form]").wait_for()


def leave(person) -> None:
    """The battery was empty, say."""
    person.page.goto(person.admin())


def wait_until_kept(person) -> None:
    """The sentence below the form."""
    start = said("Kept on this device at {time}; not sent yet.").split("{")[0]
    person.page.locator(".kim-status", has_text=start).wait_for()


def write_and_leave(person, title: str) -> None:
    """A title that stays on the phone only."""
    person.page.locator("#id_title").fill(title)
    person.page.keyboard.press("Tab")
    wait_until_kept(person)
    leave(person)


def offers(person):
    """The boxes above the form."""
    person.page.locator("#id_title").wait_for()
    return person.page.locator(".kim-kept:not(.kim-presence)")


def bring(person, box) -> None:
    """Save as a draft what the phone has kept."""
    with person.page.expect_navigation():
        box.get_by_role("button", name=said("Save it as a draft now")).tap()


class TestSeveralBegun:
    def test_each_page_that_was_begun_is_offered_the_newest_first(self, village, editor):
        for title in ("Panen padi", "Rapat desa"):
            begin_news(editor, village.kim)
            write_and_leave(editor, title)
        begin_news(editor, village.kim)
        boxes = offers(editor)
        expect(boxes).to_have_count(2)
        editor.look("two-offers")
        assert ["Rapat desa" in boxes.nth(0).inner_text(), "Panen padi" in boxes.nth(1).inner_text()] == [True, True]

        bring(editor, boxes.nth(1))
        editor.done()
        assert NewsPage.objects.filter(title="Panen padi").count() == 1
        begin_news(editor, village.kim)
        expect(offers(editor)).to_have_count(1)
        offers(editor).get_by_role("button", name=said("Throw it away")).tap()
        expect(offers(editor)).to_have_count(0)
        begin_news(editor, village.kim)
        expect(offers(editor)).to_have_count(0)
        assert not NewsPage.objects.filter(title="Rapat desa").exists()

    def test_a_form_that_comes_back_with_mistakes_goes_on_with_its_copy(self, village, editor):
        begin_news(editor, village.kim)
        page = editor.page
        page.locator("#id_title").fill("Panen padi")
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
        with page.expect_navigation():
            page.locator("[name=action-publish]:visible").first.click()
        page.locator(".kim-errors").wait_for()
        expect(offers(editor)).to_have_count(0)
        write_and_leave(editor, "Panen padi di sawah")
        begin_news(editor, village.kim)
        expect(offers(editor)).to_have_count(1)
        assert "Panen padi di sawah" in offers(editor).inner_text()

    def test_what_was_published_is_not_offered_again(self, village, editor):
        news = make_news(village.kim, "Lama")
        open_news(editor, news)
        page = editor.page
        page.locator("#id_title").fill("Baru")
        wait_until_kept(editor)
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
        with page.expect_navigation():
            page.locator("[name=action-publish]:visible").first.click()
        editor.done()
        assert "/edit/" not in page.url
        assert page.evaluate(COPIES) == []

    def test_copies_of_somebody_else_and_of_long_ago_are_not_offered(self, village, editor):
        news = make_news(village.kim)
        open_news(editor, news)
        editor.page.evaluate(
            """() => {
                const copy = (days) => JSON.stringify({ at: Date.now() - days * 86400000, values: [['title', 'x']], title: 'x' });
                const { user } = window.kimCopies.words;
                localStorage.setItem(`kim-copy:${user}:${location.pathname}#alt`, copy(15));
                localStorage.setItem(`kim-copy:${user}:${location.pathname}#baru`, copy(13));
                localStorage.setItem(`kim-copy:${user + 1}:${location.pathname}#lain`, copy(0));
            }"""
        )
        open_news(editor, news)
        expect(offers(editor)).to_have_count(1)
        assert sorted(key.split("#")[1] for key in editor.page.evaluate(COPIES)) == ["baru", "lain"]


NEWER = "Since then the page was saved by somebody, or by you elsewhere. You will be asked before that is replaced."


def test_a_copy_says_that_the_page_was_saved_since_and_replaces_nothing_unasked(village, editor):
    news = make_news(village.kim, "Awal")
    open_news(editor, news)
    write_and_leave(editor, "Dari HP")
    open_news(editor, news)
    assert said(NEWER) not in offers(editor).inner_text()

    news.title = "Dari ketua"
    news.save_revision(user=User.objects.get(email=village.people["chair"]))
    open_news(editor, news)
    assert said(NEWER) in offers(editor).inner_text()
    editor.look("newer-than-copy")
    bring(editor, offers(editor))
    editor.page.locator(".messages .error", has_text="chair@example.id").wait_for()
    assert stored(news).title == "Dari ketua"
    assert editor.page.locator("#id_title").input_value() == "Dari HP"

    save(editor)
    assert stored(news).title == "Dari HP"
    assert editor.page.evaluate(COPIES) == []


def test_a_copy_that_knows_no_version_is_asked_about(village, editor):
    news = make_news(village.kim, "Awal")
    open_news(editor, news)
    write_and_leave(editor, "Dari HP")
    editor.page.evaluate(
        """() => Object.entries(localStorage).filter(([key]) => key.startsWith('kim-copy:')).forEach(([key, text]) => {
            const copy = JSON.parse(text);
            copy.values = copy.values.filter(([name]) => !name.startsWith('loaded_revision_'));
            localStorage.setItem(key, JSON.stringify(copy));
        })"""
    )
    open_news(editor, news)
    bring(editor, offers(editor))
    editor.page.locator(".messages .error").wait_for()
    assert stored(news).title == "Awal"


class TestWhatIsKept:
    def test_words_of_the_first_moment_are_kept_though_the_page_is_left_at_once(self, village, editor):
        news = make_news(village.kim, "Awal")
        open_news(editor, news)
        editor.page.locator("#id_title").fill("Cepat sekali")
        leave(editor)
        open_news(editor, news)
        expect(offers(editor)).to_have_count(1)
        assert "Cepat sekali" in offers(editor).inner_text()

    def test_looking_and_tapping_around_keeps_nothing(self, village, editor):
        news = make_news(village.kim, body=[("text", "<p>Satu</p>")])
        open_news(editor, news)
        editor.page.locator("#id_title").tap()
        editor.page.get_by_role("tab").last.tap()
        editor.page.wait_for_timeout(3500)
        leave(editor)
        assert editor.page.evaluate(COPIES) == []

    def test_what_is_put_back_as_it_was_is_forgotten(self, village, editor):
        news = make_news(village.kim, "Awal")
        open_news(editor, news)
        title = editor.page.locator("#id_title")
        title.fill("Lain")
        wait_until_kept(editor)
        title.fill("Awal")
        expect(editor.page.locator(".kim-status")).to_have_text("", timeout=5000)
        assert editor.page.evaluate(COPIES) == []

    @pytest.mark.parametrize(
        ("icon", "words"),
        [("copy", ["Satu", "Dua", "Dua"]), ("bin", ["Satu"]), ("arrow-up", ["Dua", "Satu"])],
    )
    def test_blocks_that_are_copied_deleted_and_moved_are_kept(self, village, editor, icon, words):
        news = make_news(village.kim, live=False, body=[("text", "<p>Satu</p>"), ("text", "<p>Dua</p>")])
        open_news(editor, news)
        body = editor.page.locator("[data-contentpath=body]")
        body.locator(f"button:has(.icon-{icon}):visible").last.tap()
        wait_until_kept(editor)
        leave(editor)
        open_news(editor, news)
        bring(editor, offers(editor))
        editor.done()
        assert re.findall("Satu|Dua", "".join(block.value.source for block in stored(news).body)) == words

    @pytest.mark.parametrize(("icon", "left"), [("bin", ["Dua"]), ("arrow-down", ["Dua", "Satu"])])
    def test_rows_that_are_deleted_and_moved_are_kept(self, village, editor, icon, left):
        image = make_image(village.kim)
        product = make_product(village.kim)
        product.photos = [
            ProductPhoto(image=image, alt=alt, sort_order=place) for place, alt in enumerate(["Satu", "Dua"])
        ]
        product.save_revision().publish()
        open_news(editor, product)
        editor.page.locator(f"#id_photos-FORMS button:has(.icon-{icon}):visible").first.tap()
        wait_until_kept(editor)
        leave(editor)
        open_news(editor, product)
        bring(editor, offers(editor))
        editor.done()
        found = ProductPage.objects.get(pk=product.pk).get_latest_revision_as_object()
        assert [photo.alt for photo in found.photos.all()] == left

    def test_the_sentence_is_seen_beside_the_buttons_while_somebody_types(self, village, editor):
        open_news(editor, make_news(village.kim))
        editor.page.locator("#id_title").fill("Panen")
        wait_until_kept(editor)
        status = editor.page.locator("footer .kim-status")
        buttons = editor.page.locator("footer nav")
        status.scroll_into_view_if_needed()
        editor.look("status")
        assert status.bounding_box()["y"] < buttons.bounding_box()["y"]
