"""Nothing that was typed on a phone gets lost: what is kept there, for how long, and who reads it."""

import pytest
from playwright.sync_api import expect

from kim_sites.models import NewsPage
from posting.models import Post
from tests.browser.hands import (
    ALONE,
    TEXT,
    drafts_on,
    hold,
    let_go,
    records_on,
    small_photo,
    text_of,
    texts_on,
    until,
    wait_for_record,
)
from tests.browser.person import PASSWORD, said

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser, pytest.mark.look]

NOT_KEPT = "This phone keeps nothing now. Leave this page open until all has been sent."
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
