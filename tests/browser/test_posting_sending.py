"""Each item arrives once and whole: two taps, a weak line, a page loaded again, two windows with the same draft."""

import threading

import pytest
from django.http import HttpResponse, JsonResponse
from playwright.sync_api import expect

from kim_sites.models import NewsPage
from posting.models import Post
from posting.views import PhotoView, SendView
from tests.browser.hands import (
    ALONE,
    LATER,
    TEXT,
    hold,
    let_go,
    records_on,
    small_photo,
    text_of,
    texts_on,
    wait_for_record,
)
from tests.browser.person import said

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]

PARTED = (
    "This was carried on or sent in another window. What is written here is kept as a draft of its own; tap the button "
    "above once more if it is to be sent as well."
)
# Photos are made smaller only when the test says so.
SLOW_PHOTOS = """(() => { const real = kirim.shrink; let go; const gate = new Promise(done => { go = done; });
    self.letGo = go; kirim.shrink = file => gate.then(() => real(file)); })()"""


class TestSending:
    """One tap, one item, and all of it."""

    def test_a_second_tap_right_after_the_first_wipes_nothing_and_sends_nothing_twice(self, person):
        person.small_photos(2)
        person.write_text(TEXT)
        person.page.evaluate("(button => { button.click(); button.click(); })(document.querySelector('.send'))")
        person.arrived()
        article = NewsPage.objects.get()
        assert Post.objects.count() == 1
        assert "Empat puluh orang" in str(article.body)
        assert len(article.shown_images()) == 2
        assert records_on(person.page, "draft", "queued", "fix") == []

    def test_it_waits_for_photos_that_are_still_being_made_smaller(self, person):
        person.page.evaluate(SLOW_PHOTOS)
        person.page.locator("#photo").set_input_files([small_photo(number) for number in range(3)])
        text_of(person.page).fill(TEXT)
        person.send()
        expect(person.status()).to_have_text(said("The photos are being prepared. It is sent right after that."))
        person.page.evaluate("letGo()")
        person.arrived()
        assert len(NewsPage.objects.get().shown_images()) == 3

    def test_a_photo_that_fails_while_it_waits_stops_it(self, person):
        person.page.evaluate(SLOW_PHOTOS)
        broken = {"name": "rusak.jpg", "mimeType": "image/jpeg", "buffer": b"no picture"}
        person.page.locator("#photo").set_input_files([small_photo(), broken])
        text_of(person.page).fill(TEXT)
        person.send()
        person.page.evaluate("letGo()")
        expect(person.page.locator("#photo_error")).to_contain_text("rusak.jpg")
        expect(person.page.locator(".photo")).to_have_count(1)
        person.send()  # the person has read it
        person.arrived()

    def test_the_line_that_comes_back_in_the_middle_begins_nothing_anew(self, person):
        person.small_photos()
        person.write_text(TEXT)
        held = hold(person.page, "**/kirim/foto/")
        person.send()
        expect(person.page.locator("[data-progress]")).to_be_visible()
        person.page.wait_for_function("document.querySelector('[data-status]').textContent.includes('%')")
        person.page.evaluate("dispatchEvent(new Event('online'))")
        let_go(person.page, "**/kirim/foto/", held)
        person.arrived()
        person.page.evaluate("dispatchEvent(new Event('online'))")
        expect(person.page.locator("[data-end] h2")).to_have_text(said("Published!"))
        assert Post.objects.count() == 1

    def test_a_very_weak_line_has_minutes_after_the_phone_has_handed_the_photo_over(self, hands, monkeypatch):
        arrived, go_on, real = threading.Event(), threading.Event(), PhotoView.post
        tries = []

        def slow(self, request):
            tries.append(request.FILES.get("photo"))
            arrived.set()
            go_on.wait(60)
            return real(self, request)

        monkeypatch.setattr(PhotoView, "post", slow)
        person = hands("editor", **ALONE)
        person.page.clock.install()
        person.come_in("berita")
        person.small_photos()
        text_of(person.page).fill(TEXT)
        person.send()
        try:
            assert arrived.wait(30)
            expect(person.status()).to_contain_text("100%")
            person.page.clock.run_for(120_000)
        finally:
            go_on.set()
        person.page.clock.resume()
        person.arrived()
        assert len(tries) == 1
        assert person.page.evaluate("kirim.patience(400000)") > 200_000

    def test_a_page_loaded_again_in_the_middle_goes_on_and_says_so(self, person):
        person.small_photos(2)
        person.write_text(TEXT)
        held = hold(person.page, "**/kirim/foto/")
        person.send()
        person.page.wait_for_function("document.querySelector('[data-status]').textContent.includes('%')")
        assert records_on(person.page, "queued")
        person.page.reload()
        expect(person.status()).not_to_be_empty()
        expect(text_of(person.page)).to_have_value(TEXT)
        let_go(person.page, "**/kirim/foto/", held)
        person.arrived()
        assert len(NewsPage.objects.get().shown_images()) == 2
        assert Post.objects.count() == 1

    def test_a_second_window_says_that_the_first_one_is_sending(self, person):
        person.small_photos()
        person.write_text(TEXT)
        held = hold(person.page, "**/kirim/foto/")
        person.send()
        person.page.wait_for_function("document.querySelector('[data-status]').textContent.includes('%')")
        other = person.window(person.portal.url("admin", "/kirim/tulis/?jenis=berita"))
        person.small_photos(page=other)
        person.write_text(LATER, other)
        other.locator(".send").tap()
        words = said("It is being sent in another window. This page goes on after that.")
        expect(person.status(other)).to_have_text(words)
        let_go(person.page, "**/kirim/foto/", held)
        expect(other.locator("[data-end]")).to_be_visible(timeout=60_000)
        person.arrived()
        assert Post.objects.count() == 2

    def test_whoever_comes_back_after_publishing_finds_an_empty_form(self, person):
        person.small_photos()
        person.write_text(TEXT)
        person.send()
        person.arrived()
        person.tap(person.page.locator("[data-end] a.plain"))
        person.page.locator(".kinds").wait_for()
        person.page.go_back()
        person.page.locator("html.ready").wait_for()
        expect(text_of(person.page)).to_have_value("")
        assert records_on(person.page, "draft", "queued", "fix") == []


class TestTwoWindows:
    """Newer words are never covered by older ones, and older ones are not thrown away either."""

    @pytest.fixture
    def windows(self, person):
        """The same draft in two windows."""
        person.small_photos()
        person.write_text("Awal.")
        return person, person.page, person.window(person.page.url)

    def test_one_in_which_nobody_typed_writes_nothing_when_it_closes(self, windows):
        person, first, second = windows
        person.write_text(TEXT, second)
        first.evaluate("dispatchEvent(new Event('pagehide'))")
        first.close(run_before_unload=True)
        person.page = second
        second.reload()
        second.locator("html.ready").wait_for()
        expect(text_of(second)).to_have_value(TEXT)
        assert texts_on(second) == [TEXT]

    def test_words_typed_in_the_older_one_become_a_draft_of_their_own_beside_one_that_waits(self, windows):
        person, first, second = windows
        second.route("**/kirim/siapa/", lambda route: route.abort())
        person.write_text(TEXT, second)
        second.locator(".send").tap()
        second.wait_for_function("document.querySelector('[data-status]').textContent.trim()")
        person.write_text(LATER, first)
        expect(person.status(first)).to_have_text(said(PARTED))
        assert texts_on(first, "queued") == [TEXT]
        assert texts_on(first, "draft") == [LATER]
        second.unroute("**/kirim/siapa/")
        expect(second.locator("[data-end]")).to_be_visible(timeout=60_000)
        assert "Empat puluh orang" in str(NewsPage.objects.get().body)
        assert texts_on(first, "draft") == [LATER]

    def test_words_added_after_the_other_one_published_stay_as_a_draft_and_the_person_is_told(self, windows):
        person, first, second = windows
        person.write_text(TEXT, second)
        second.locator(".send").tap()
        expect(second.locator("[data-end]")).to_be_visible(timeout=60_000)
        text_of(first).fill(LATER)
        first.locator(".send").tap()
        expect(person.status(first)).to_have_text(said(PARTED))
        expect(first.locator("[data-end]")).to_be_hidden()
        wait_for_record(first, LATER)
        assert texts_on(first, "draft") == [LATER]
        assert Post.objects.count() == 1
        first.locator(".send").tap()
        person.arrived()
        assert Post.objects.count() == 2

    def test_an_answer_that_got_lost_is_no_answer_for_words_that_were_changed_after_it(self, person, monkeypatch):
        """The item is made, its answer gets lost, and the next one lets the person change the text."""
        real, tries = SendView.post, []

        def lossy(self, request):
            tries.append(request.POST["text"])
            if len(tries) == 2:
                return JsonResponse({"error": "Ada yang kurang.", "fields": {"text": "Tambahkan."}}, status=422)
            answer = real(self, request)
            return HttpResponse(status=502) if len(tries) == 1 else answer

        monkeypatch.setattr(SendView, "post", lossy)
        person.small_photos()
        person.write_text(TEXT)
        person.send()
        expect(person.page.locator("[data-error=text]")).to_have_text("Tambahkan.", timeout=60_000)
        assert Post.objects.count() == 1
        person.write_text(LATER)
        person.send()
        words = "Your first version has arrived. What you changed after that is kept here as a draft of its own."
        expect(person.status()).to_have_text(said(words))
        expect(person.page.locator("[data-end]")).to_be_hidden()
        expect(text_of(person.page)).to_have_value(LATER)
        assert texts_on(person.page, "draft") == [LATER]
        assert Post.objects.count() == 1
        assert "Empat puluh orang" in str(NewsPage.objects.get().body)
