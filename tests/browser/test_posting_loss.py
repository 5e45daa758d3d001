"""Nothing that was typed on a phone gets lost, and each item arrives once and whole: what goes wrong in hands and lines."""

import contextlib
import threading

import pytest
from django.http import HttpResponse, JsonResponse
from playwright.sync_api import Error, expect

from kim_sites.models import NewsPage
from posting.models import Post
from posting.views import PhotoView, SendView
from tests.browser.hands import (
    TEXT,
    drafts_on,
    records_on,
    small_photo,
    text_of,
    texts_on,
    until,
    wait_for_record,
)
from tests.browser.person import PASSWORD, said

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]

ALONE = {"service_workers": "block"}  # without the worker, as in browsers that have none
LATER = "Warga membersihkan sungai hari ini. Besok giliran pasar desa."
PARTED = (
    "This was carried on or sent in another window. What is written here is kept as a draft of its own; tap the button "
    "above once more if it is to be sent as well."
)
NOT_KEPT = "This phone keeps nothing now. Leave this page open until all has been sent."
# Button, text, what is chosen in it, and the text afterwards.
MARKS = [
    ("heading", "\nabc", (0, 0), "# \nabc"),
    ("heading", "abc", (3, 3), "# abc"),
    ("heading", "# abc", (5, 5), "abc"),
    ("heading", "- abc", (5, 5), "# abc"),
    ("list", "satu\n\ndua", (0, 9), "- satu\n\n- dua"),
    ("list", "- satu\n- dua", (0, 12), "satu\ndua"),
    ("bold", "satu\n\ndua", (0, 9), "**satu**\n\n**dua**"),
    ("bold", "- satu\n- dua ", (0, 13), "- **satu**\n- **dua** "),
    ("bold", "**satu**\n**dua**", (0, 16), "satu\ndua"),
    ("bold", "abc", (3, 3), "abc****"),
    ("link", "desa", (0, 4), "[desa](https://www.desa.id)"),
]
PAGES_KEPT = "caches.open('kirim-pages').then(cache => cache.keys()).then(keys => keys.length === 2)"
# A database that a browser refuses to open.
NO_DATABASE = """Object.defineProperty(self, "indexedDB", { value: { open() {
    const asked = { error: new Error("no") }; setTimeout(() => asked.onerror && asked.onerror(), 5); return asked; } } })"""
# A phone on which no photo fits any more.
NO_ROOM = """(() => { const real = IDBObjectStore.prototype.put; IDBObjectStore.prototype.put = function (draft) {
    if ((draft.photos || []).length) throw new DOMException("full", "QuotaExceededError");
    return real.call(this, draft); }; })()"""
# Remembers what was opened.
NOTE_DATABASES = """(() => { self.databases = []; const real = IDBFactory.prototype.open; IDBFactory.prototype.open =
    function (...all) { const asked = real.apply(this, all);
    asked.addEventListener("success", () => databases.push(asked.result)); return asked; }; })()"""
# Photos are made smaller only when the test says so.
SLOW_PHOTOS = """(() => { const real = kirim.shrink; let go; const gate = new Promise(done => { go = done; });
    self.letGo = go; kirim.shrink = file => gate.then(() => real(file)); })()"""


@pytest.fixture
def person(hands):
    """An editor on the form of news, without the worker."""
    person = hands("editor", **ALONE)
    person.come_in("berita")
    return person


def hold(page, address: str) -> list:
    """Requests to an address wait until somebody lets them go on."""
    held = []
    page.route(address, lambda route: held.append(route))
    return held


def let_go(page, address: str, held: list) -> None:
    page.unroute(address)
    for route in held:
        with contextlib.suppress(Error):  # its page may be gone
            route.continue_()


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


class TestKeeping:
    """What stands in the form is what is kept, from the first letter to the last one taken away."""

    def test_words_and_photos_from_before_the_scripts_stay_and_the_older_draft_is_offered(self, person):
        person.write_text("Draf lama.")
        held = hold(person.page, "**/posting/write*.js")
        person.page.goto(person.portal.url("admin", "/kirim/tulis/?jenis=berita"), wait_until="commit")
        text_of(person.page).fill(TEXT)
        person.page.locator("#photo").set_input_files([small_photo()])
        let_go(person.page, "**/posting/write*.js", held)
        person.page.locator("html.ready").wait_for()
        expect(person.page.locator(".photo")).to_have_count(1)
        expect(text_of(person.page)).to_have_value(TEXT)
        expect(person.page.locator("[data-offer] a")).to_contain_text("Draf lama.")
        wait_for_record(person.page, TEXT)
        assert texts_on(person.page) == ["Draf lama.", TEXT]
        person.tap(person.page.locator("[data-offer] a"))
        person.page.wait_for_function("document.querySelector('[name=text]').value === 'Draf lama.'")

    @pytest.mark.parametrize(
        ("kind", "values"),
        [
            ("produk", {"price": "25000", "seller_name": "Ibu Sari Dewi", "seller_phone": "081234567890"}),
            ("acara", {"place": "Balai desa", "at": "2026-12-24T08:30"}),
        ],
    )
    def test_the_small_fields_alone_are_worth_keeping(self, person, kind, values):
        person.form(kind)
        for name, value in values.items():
            person.page.locator(f"[name={name}]").fill(value)
        expect(person.page.locator("[data-saved]")).to_have_text(said("Saved on this phone"))
        person.page.wait_for_function("location.search.includes('draf=')")
        person.page.reload()
        person.page.locator("html.ready").wait_for()
        for name, value in values.items():
            expect(person.page.locator(f"[name={name}]")).to_have_value(value)

    def test_a_form_that_was_only_opened_leaves_nothing(self, person):
        person.page.evaluate("dispatchEvent(new Event('pagehide'))")
        person.open()
        expect(person.page.locator("[data-drafts]")).to_be_hidden()
        assert records_on(person.page) == []

    def test_what_was_emptied_stays_empty(self, person):
        person.small_photos()
        person.write_text("Rahasia.")
        text_of(person.page).fill("")
        person.page.locator(".remove").tap()
        person.page.wait_for_function("!location.search.includes('draf=')")
        person.page.reload()
        person.page.locator("html.ready").wait_for()
        expect(text_of(person.page)).to_have_value("")
        expect(person.page.locator(".photo")).to_have_count(0)
        assert records_on(person.page) == []

    def test_the_last_letters_before_the_page_closes(self, person):
        person.write_text("Awal.")
        person.page.evaluate(
            """() => { const text = document.querySelector("[name=text]"); text.value = "Awal. Akhir.";
            text.dispatchEvent(new Event("input", { bubbles: true })); location.assign("/kirim/"); }"""
        )
        person.page.locator(".kinds").wait_for()
        wait_for_record(person.page, "Awal. Akhir.")

    def test_a_second_item_of_the_same_kind_leaves_the_first_draft(self, person):
        person.write_text("Draf pertama.")
        person.open()
        person.tap(person.page.locator(".kind-berita"))
        person.page.locator("html.ready").wait_for()
        expect(text_of(person.page)).to_have_value("")
        expect(person.page.locator("[data-offer] a")).to_have_count(1)
        person.tap(person.page.locator("[data-dismiss]"))
        expect(person.page.locator("[data-offer]")).to_be_hidden()
        person.write_text("Draf kedua.")
        assert texts_on(person.page, "draft") == ["Draf kedua.", "Draf pertama."]
        person.page.reload()
        person.page.locator("[data-restored]").wait_for()
        person.tap(person.page.locator("[data-fresh]"))
        expect(person.page.locator("[data-offer] a")).to_have_count(2)
        assert texts_on(person.page, "draft") == ["Draf kedua.", "Draf pertama."]

    def test_a_browser_that_keeps_nothing_says_so_and_sends_all_the_same(self, hands):
        person = hands("editor", **ALONE)
        person.context.add_init_script(NO_DATABASE)
        person.come_in("berita")
        person.small_photos()
        text_of(person.page).fill(TEXT)
        expect(person.page.locator("[data-saved]")).to_have_text(said(NOT_KEPT))
        person.send()
        person.arrived()
        assert "Empat puluh orang" in str(NewsPage.objects.get().body)

    def test_a_database_that_is_closed_under_the_open_page_is_opened_again(self, hands):
        person = hands("editor", **ALONE)
        person.context.add_init_script(NOTE_DATABASES)
        person.come_in("berita")
        person.small_photos()
        person.write_text("Awal.")
        person.page.evaluate("databases.forEach(db => db.close())")
        person.write_text(TEXT)
        expect(person.page.locator("[data-saved]")).to_have_text(said("Saved on this phone"))
        person.page.evaluate("databases.forEach(db => db.close())")
        person.send()
        person.arrived()
        assert "Empat puluh orang" in str(NewsPage.objects.get().body)

    def test_a_database_that_is_emptied_under_the_open_page_gets_the_words_again(self, person):
        person.small_photos()
        person.write_text("Awal.")
        person.page.evaluate("new Promise(done => { indexedDB.deleteDatabase('kirim').onsuccess = () => done(); })")
        person.write_text(TEXT)
        assert drafts_on(person.page) == [["draft", TEXT, 1]]

    def test_a_full_phone_keeps_the_words_without_the_photos_and_sends_all(self, person):
        person.write_text("Awal.")
        person.page.evaluate(NO_ROOM)
        person.small_photos()
        person.write_text(TEXT)
        words = "This phone is full: the words are kept, new photos are not. Leave this page open."
        expect(person.page.locator("[data-saved]")).to_have_text(said(words))
        assert drafts_on(person.page) == [["draft", TEXT, 0]]
        person.send()
        person.arrived()
        assert len(NewsPage.objects.get().shown_images()) == 1

    def test_what_was_sent_before_the_scripts_came_keeps_its_photos(self, person):
        person.page.route("**/posting/write*.js", lambda route: route.abort())
        person.page.goto(person.portal.url("admin", "/kirim/tulis/?jenis=produk"))
        text_of(person.page).fill("Madu hutan. Manis.")
        person.page.locator("#photo").set_input_files([small_photo(0), small_photo(1)])
        person.page.locator("[name=seller_name]").fill("Ibu Rina")
        person.page.locator("[name=price]").fill("murah")
        person.page.unroute("**/posting/write*.js")
        with person.page.expect_navigation():
            person.page.locator(".send").tap()
        person.page.locator("html.ready").wait_for()
        expect(person.page.locator("[data-error=price]")).to_be_visible()
        expect(person.page.locator(".photo")).to_have_count(2)
        person.page.locator("[name=price]").fill("25000")
        person.send()
        person.arrived()
        assert Post.objects.get().page.specific.photos.count() == 2


class TestOthersOnThePhone:
    """A phone goes from hand to hand. Drafts stay for their owner, and nobody else reads them."""

    @pytest.fixture
    def owner(self, hands):
        """Somebody with a draft and with pages that the worker keeps."""
        person = hands("editor")
        person.open()
        person.sign_in()
        person.page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
        person.form()
        person.write_text("Rahasia Hasanah.")
        person.open()
        expect(person.page.locator(".draft")).to_have_count(1)
        until(person.page, PAGES_KEPT)
        return person

    def nothing_to_read(self, person) -> None:
        until(person.page, "caches.has('kirim-pages').then(has => !has)")
        person.context.set_offline(True)
        for path in ("/kirim/", "/kirim/tulis/?jenis=berita"):
            with pytest.raises(Exception, match="ERR_"):
                person.open(path)
        person.context.set_offline(False)

    def test_after_leaving_from_the_list_and_the_owner_finds_the_draft_again(self, owner):
        owner.page.locator("footer button").tap()
        owner.page.wait_for_url("**/login/**")
        self.nothing_to_read(owner)
        owner.open()
        owner.sign_in()
        expect(owner.page.locator(".draft strong")).to_have_text("Rahasia Hasanah.")
        until(owner.page, PAGES_KEPT)

    def test_after_leaving_in_the_admin(self, owner):
        owner.open("/admin/")
        with owner.page.expect_navigation():
            owner.page.evaluate("document.querySelector('form[action*=logout]').requestSubmit()")
        self.nothing_to_read(owner)

    def test_after_somebody_else_signed_in_at_the_admin(self, owner, village):
        owner.context.clear_cookies(name="sessionid")
        owner.open("/admin/login/")
        owner.page.locator("input[name=username]").fill(village.people["contributor"])
        owner.page.locator("input[name=password]").fill(PASSWORD)
        owner.page.locator("button[type=submit]").first.tap()
        owner.page.wait_for_url("**/admin/")
        self.nothing_to_read(owner)
        owner.open()
        owner.page.locator(".kinds").wait_for()
        expect(owner.page.locator(".draft")).to_have_count(0)
        assert texts_on(owner.page, "draft") == ["Rahasia Hasanah."]


class TestForm:
    """What the form says, and what its buttons do."""

    def test_an_error_about_a_field_that_is_not_there_is_shown_above_and_gone_once_mended(self, person):
        refusal = {"error": "Ada yang kurang.", "fields": {"kim": "Tidak bisa menulis lagi di KIM ini."}}
        person.page.route("**/kirim/simpan/", lambda route: route.fulfill(status=422, json=refusal))
        person.small_photos()
        person.write_text(TEXT)
        person.send()
        expect(person.page.locator("[data-error='']")).to_have_text("Tidak bisa menulis lagi di KIM ini.")
        expect(person.page.locator("[data-error='']")).to_be_focused()
        person.open()
        expect(person.page.locator(".draft .quiet")).to_contain_text("Ada yang kurang.")
        person.tap(person.page.locator(".draft a"))
        person.page.locator("html.ready").wait_for()
        person.write_text(LATER)
        person.open()
        expect(person.page.locator(".draft .quiet")).to_have_text(said("not sent yet"))

    def test_a_text_that_is_too_long_is_not_cut_but_said(self, person):
        long = "baris\n" * 1700 + "AKHIR"
        text_of(person.page).focus()
        person.page.keyboard.insert_text(long)
        expect(text_of(person.page)).to_have_value(long)
        expect(person.page.locator("[data-error=text]")).to_contain_text("10.205")
        person.small_photos()
        person.send()
        expect(text_of(person.page)).to_be_focused()
        assert records_on(person.page, "queued") == []
        text_of(person.page).fill(TEXT)
        expect(person.page.locator("[data-error=text]")).to_be_hidden()
        person.send()
        person.arrived()

    def test_a_photo_that_was_refused_is_named_and_one_that_cannot_be_drawn_has_its_name(self, person):
        person.small_photos()
        heic = {"name": "IMG_0042.heic", "mimeType": "image/heic", "buffer": b"no picture"}
        person.page.locator("#photo").set_input_files([heic])
        expect(person.page.locator(".photo .tile")).to_have_text("IMG_0042.heic")
        person.write_text(TEXT)
        person.send()
        refused = person.page.locator(".photo.refused")
        expect(refused.locator(".wrong")).to_contain_text("IMG_0042.heic: ")
        expect(person.page.locator(".photo")).to_have_count(2)
        person.open()
        person.tap(person.page.locator(".draft a"))
        person.tap(refused.locator(".remove"))
        person.send()
        person.arrived()
        assert len(NewsPage.objects.get().shown_images()) == 1

    def test_a_photo_becomes_the_first_one_by_finger_and_by_keyboard(self, person):
        person.small_photos(3)
        for number in range(3):
            person.page.locator(".photo input").nth(number).fill(f"Foto {number}")
        first = person.page.locator(".photo .first:visible")
        expect(first).to_have_count(2)
        assert first.first.bounding_box()["height"] >= 44
        person.tap(first.last)
        expect(person.page.locator(".photo input").first).to_have_value("Foto 2")
        first.last.focus()
        person.page.keyboard.press("Enter")
        expect(person.page.locator(".photo input").first).to_have_value("Foto 1")
        expect(person.page.locator(".photo").first).to_be_focused()
        person.write_text(TEXT)
        person.send()
        person.arrived()
        article = NewsPage.objects.get()
        assert article.lead_image_alt == "Foto 1"

    def test_buttons_put_marks_that_can_be_read_and_take_them_back(self, person):
        troubles = []
        page = person.context.new_page()
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: dialog.accept("www.desa.id"))  # as people write it
        person.form(page=page)
        text = text_of(page)
        for button, before, chosen, after in MARKS:
            text.fill(before)
            text.evaluate("(text, [from, to]) => text.setSelectionRange(from, to)", list(chosen))
            page.locator(f"[data-mark={button}]").evaluate("button => button.click()")
            assert (button, before, text.input_value()) == (button, before, after)
        assert troubles == []
