"""A person's hands on a phone with the short form, and what lies on the phone and on the server afterwards."""

import contextlib
import time
from io import BytesIO

from django.conf import settings
from PIL import Image
from playwright.sync_api import Error, expect

from kim_sites.models import NewsPage, User
from posting.models import Post
from tests.browser.person import PASSWORD
from tests.conftest import HostClient
from tests.factories import picture_file

PHONE = {"viewport": {"width": 360, "height": 640}, "has_touch": True, "is_mobile": True, "locale": "id-ID"}
ALONE = {"service_workers": "block"}  # without the worker, as in browsers that have none
# Slow 3G as Chrome's developer tools have it: 400 kbit/s, 400 ms to the server and back.
SLOW = {"offline": False, "latency": 400, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
# A person needs so many seconds to find and tap something, and to type a letter on a phone.
TAP, LETTER = 1.2, 0.35
TEXT = "Warga membersihkan sungai hari ini. Empat puluh orang ikut, dan sore harinya makan bersama."
LATER = "Warga membersihkan sungai hari ini. Besok giliran pasar desa."


class Hands:
    """A person's hands on a phone: counts taps and letters."""

    def __init__(self, browser, portal, email: str, **options):
        self.portal, self.email = portal, email
        self.taps = self.letters = 0
        self.context = browser.new_context(**{**PHONE, **options})
        self.context.set_default_timeout(60_000)
        self.page = self.context.new_page()
        self.line = None
        self.page.on("dialog", lambda dialog: dialog.accept())

    @property
    def seconds(self) -> float:
        """What all of it takes by hand; waiting for the line is not in it."""
        return self.taps * TAP + self.letters * LETTER

    def slow_down(self, **line) -> None:
        """The line of a village at the edge of the signal."""
        if self.line is None:
            self.line = self.context.new_cdp_session(self.page)
            self.line.send("Network.enable")
        self.line.send("Network.emulateNetworkConditions", {**SLOW, **line})

    def cut(self) -> None:
        """No line any more, for the page and for the worker; what is under way breaks off."""
        self.context.set_offline(True)
        self.slow_down(offline=True)

    def tap(self, place) -> None:
        self.taps += 1
        place.tap()

    def type(self, place, words: str) -> None:
        self.tap(place)
        self.letters += len(words)
        place.fill(words)

    def open(self, path: str = "/kirim/") -> None:
        self.page.goto(self.portal.url("admin", path))

    def sign_in(self) -> None:
        self.type(self.page.locator("input[name=username]"), self.email)
        self.type(self.page.locator("input[name=password]"), PASSWORD)
        self.tap(self.page.locator("button[type=submit]").first)
        self.page.locator("main#isi").wait_for()

    def photos(self, count: int = 2) -> None:
        """The picker, each photo in it, and its "done"."""
        self.taps += 1 + count + 1
        pictures = [
            {"name": f"foto{number}.jpg", "mimeType": "image/jpeg", "buffer": big_photo(number)}
            for number in range(count)
        ]
        self.page.locator("#photo").set_input_files(pictures)
        expect(self.page.locator(".photo")).to_have_count(count)

    def write(self, words: str = TEXT, count: int = 2) -> None:
        """From the list to a filled form."""
        self.tap(self.page.locator(".kind-berita"))
        self.page.locator("html.ready").wait_for()
        self.photos(count)
        self.type(self.page.locator("textarea[name=text]"), words)

    def send(self) -> None:
        self.tap(self.page.locator(".send"))

    def arrived(self) -> None:
        expect(self.page.locator("[data-end]")).to_be_visible(timeout=60_000)

    def come_in(self, kind: str = "") -> None:
        """Signed in already; on the list, or on the form of a kind."""
        client = HostClient(f"admin.localhost:{self.portal.port}")
        client.force_login(User.objects.get(email=self.email))
        name = settings.SESSION_COOKIE_NAME
        cookie = {"name": name, "value": client.cookies[name].value, "url": self.portal.url("admin"), "httpOnly": True}
        self.context.add_cookies([cookie])
        if kind:
            self.form(kind)
        else:
            self.open()

    def form(self, kind: str = "berita", page=None) -> None:
        """The form of a kind, in this window or another."""
        page = page or self.page
        page.goto(self.portal.url("admin", f"/kirim/tulis/?jenis={kind}"))
        page.locator("html.ready").wait_for()

    def window(self, address: str):
        """A second window of the same browser."""
        page = self.context.new_page()
        page.on("dialog", lambda dialog: dialog.accept())
        page.goto(address)
        page.locator("html.ready").wait_for()
        return page

    def small_photos(self, count: int = 1, page=None) -> None:
        """Added to what is there; quick to make smaller and to send."""
        page = page or self.page
        before = page.locator(".photo").count()
        page.locator("#photo").set_input_files([small_photo(number) for number in range(count)])
        expect(page.locator(".photo")).to_have_count(before + count)

    def write_text(self, words: str, page=None) -> None:
        """Into the large field, until the phone has kept it."""
        page = page or self.page
        text_of(page).fill(words)
        wait_for_record(page, words)

    def status(self, page=None):
        """Where the page says what is going on."""
        return (page or self.page).locator("[data-status]")


def text_of(page):
    """The large field."""
    return page.locator("textarea[name=text]")


def small_photo(number: int = 0) -> dict:
    """For the picker."""
    size = (300 + number, 200)
    return {"name": f"foto{number}.jpg", "mimeType": "image/jpeg", "buffer": picture_file(size=size).read()}


# Where there is no database this makes none: the page has to make its own.
RECORDS = """() => new Promise(done => { const asked = indexedDB.open("kirim", 1);
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = event => { event.preventDefault(); done([]); };
    asked.onsuccess = () => {
    const db = asked.result;
    const all = db.transaction("drafts").objectStore("drafts").getAll();
    all.onsuccess = () => { db.close(); done(all.result.map(one => ({ key: one.key, state: one.state, error: one.error,
        fields: one.fields || {}, photos: (one.photos || []).map(photo => photo.name) }))); }; }; })"""


def records_on(page, *states: str) -> list[dict]:
    """What lies on the phone, in these states or in any."""
    return [each for each in page.evaluate(RECORDS) if not states or each["state"] in states]


def until(page, answer, seconds: float = 60) -> None:
    """Ask again until the answer is yes; `answer` is a function, or an expression that may be a promise.

    Playwright's `wait_for_function` takes a promise for a yes. Raises AssertionError when the time is over.
    """
    end = time.monotonic() + seconds
    while not (page.evaluate(answer) if isinstance(answer, str) else answer()):
        assert time.monotonic() < end, answer
        page.wait_for_timeout(100)


def wait_for_record(page, words: str) -> None:
    """Until a draft with these words is kept."""
    until(page, lambda: words in texts_on(page))


def texts_on(page, *states: str) -> list[str]:
    """The words of what lies on the phone."""
    return sorted(each["fields"].get("text", "") for each in records_on(page, *states))


def hold(page, address: str) -> list:
    """Requests to an address wait until somebody lets them go on."""
    held = []
    page.route(address, lambda route: held.append(route))
    return held


def let_go(page, address: str, held: list) -> None:
    """What waited goes on, and nothing waits any more."""
    page.unroute(address)
    for route in held:
        with contextlib.suppress(Error):  # its page may be gone
            route.continue_()


def big_photo(number: int) -> bytes:
    """As a phone's camera makes it: larger than what is sent, and grainy."""
    buffer = BytesIO()
    Image.effect_noise((2400 + number, 1800), 30).convert("RGB").save(buffer, "JPEG", quality=92)
    return buffer.getvalue()


def drafts_on(page) -> list:
    """The drafts on the phone: state, text, and how many photos."""
    return [[each["state"], each["fields"].get("text"), len(each["photos"])] for each in records_on(page)]


def only_article(photos: int = 2) -> NewsPage:
    """The one article that arrived, whole."""
    article = NewsPage.objects.get()
    assert Post.objects.count() == 1
    assert article.lead_image is not None
    assert max(article.lead_image.width, article.lead_image.height) == 1600
    assert len(article.shown_images()) == photos
    return article
