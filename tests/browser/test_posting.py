"""The short form on a cheap phone: quick enough by hand, and nothing is lost when the line or the session goes."""

from io import BytesIO

import pytest
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from PIL import Image
from playwright.sync_api import expect

from kim_sites.models import NewsPage
from posting.views import SendView
from tests.browser.hands import TEXT, drafts_on, only_article, until
from tests.browser.person import said
from tests.browser.test_reading import violations
from tests.factories import picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]

WAITING = "No signal. It goes out by itself as soon as there is one; you may close this page."


@pytest.mark.look
def test_from_sign_in_to_published_news_with_two_photos_in_less_than_ninety_seconds_of_hands(hands):
    person = hands("editor")
    person.slow_down()
    person.open()
    person.sign_in()
    person.write()
    person.send()
    person.arrived()

    article = only_article()
    assert (article.live, article.title) == (True, "Warga membersihkan sungai hari ini")
    assert person.page.locator("[data-go=see]").get_attribute("href") == article.full_url
    print(f"{person.taps} taps, {person.letters} letters: {person.seconds:.0f} s")
    assert person.seconds < 90


def test_a_line_that_breaks_during_the_upload_and_an_answer_that_gets_lost_cost_nothing(hands, monkeypatch):
    real, answers = SendView.post, []

    def lossy(self, request):
        """The item is made, and its first answer never reaches the phone."""
        answers.append(real(self, request))
        return answers[-1] if len(answers) > 1 else HttpResponse(status=502)

    monkeypatch.setattr(SendView, "post", lossy)
    person = hands("editor")
    person.open()
    person.sign_in()
    person.write()
    person.slow_down(uploadThroughput=8_000)
    person.send()
    person.page.wait_for_function("(value => value > 5 && value < 95)(document.querySelector('progress').value)")
    person.cut()
    expect(person.page.locator("[data-status]")).to_have_text(said(WAITING), timeout=20_000)
    assert drafts_on(person.page) == [["queued", TEXT, 2]]
    assert not NewsPage.objects.exists()

    person.context.set_offline(False)
    person.slow_down()
    person.arrived()
    assert len(answers) > 1
    only_article()


def test_what_was_written_without_a_signal_goes_out_from_the_list_later(hands):
    person = hands("editor")
    person.open()
    person.sign_in()
    person.page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    until(person.page, "caches.open('kirim-pages').then(cache => cache.keys()).then(keys => keys.length === 2)")
    person.context.set_offline(True)
    person.open()  # the whole way without a line
    person.write()
    person.send()
    expect(person.page.locator("[data-status]")).not_to_be_empty()
    person.open()
    expect(person.page.locator(".draft")).to_have_count(1)
    person.context.set_offline(False)
    expect(person.page.locator(".sent")).to_have_count(1, timeout=60_000)
    expect(person.page.locator(".draft")).to_have_count(0)
    only_article()


def test_a_session_that_ends_meanwhile_loses_nothing(hands):
    person = hands("editor")
    person.open()
    person.sign_in()
    person.write()
    Session.objects.all().delete()
    person.send()
    link = person.page.locator("[data-signin] a")
    expect(link).to_be_visible()
    assert drafts_on(person.page) == [["queued", TEXT, 2]]
    assert NewsPage.objects.count() == 0
    person.tap(link)
    person.page.wait_for_url("**/login/**")
    person.sign_in()
    expect(person.page.locator(".sent")).to_have_count(1, timeout=60_000)
    only_article()


def test_what_is_typed_survives_a_closed_page_and_another_person_does_not_see_it(hands, village):
    person = hands("editor")
    person.open()
    person.sign_in()
    person.write(count=1)
    person.page.locator("[data-saved]").get_by_text(said("Saved on this phone")).wait_for()
    person.page.close()
    person.page = person.context.new_page()
    person.open()
    expect(person.page.locator(".draft strong")).to_contain_text("Warga membersihkan")
    person.tap(person.page.locator(".draft a"))
    expect(person.page.locator("textarea[name=text]")).to_have_value(TEXT)
    expect(person.page.locator(".photo")).to_have_count(1)

    person.open()
    person.page.locator("footer button").tap()
    person.page.wait_for_url("**/login/**")
    person.email = village.people["contributor"]
    person.open()
    person.sign_in()
    person.page.locator(".kinds").wait_for()
    expect(person.page.locator(".draft")).to_have_count(0)


def test_what_is_missing_is_said_at_its_place(hands):
    person = hands("editor")
    person.open()
    person.sign_in()
    person.tap(person.page.locator(".kind-produk"))
    person.page.locator("html.ready").wait_for()
    person.send()
    expect(person.page.locator("#photo_error")).to_be_visible()
    person.photos(1)
    person.type(person.page.locator("textarea[name=text]"), "Madu hutan asli.")
    person.send()
    expect(person.page.locator("#seller_error")).to_be_visible()
    person.type(person.page.locator("input[name=seller_name]"), "Dapur Ibu")
    person.send()
    person.arrived()


def test_the_buttons_above_the_text_put_marks_into_it(hands):
    person = hands("editor")
    person.open()
    person.sign_in()
    person.open("/kirim/tulis/")
    person.page.locator("html.ready").wait_for()
    text = person.page.locator("textarea[name=text]")
    text.fill("Satu\nDua")
    text.select_text()
    person.page.locator("[data-mark=list]").tap()
    expect(text).to_have_value("- Satu\n- Dua")
    text.fill("tebal")
    text.select_text()
    person.page.locator("[data-mark=bold]").tap()
    expect(text).to_have_value("**tebal**")


def test_a_photo_that_was_held_upright_arrives_upright_and_small(hands):
    """The camera stores it lying, with a note that it was turned; red is on top when it is looked at."""
    picture = Image.new("RGB", (2000, 1000), "blue")
    picture.paste("red", (0, 0, 1000, 1000))
    exif, buffer = Image.Exif(), BytesIO()
    exif[0x0112] = 6
    picture.save(buffer, "JPEG", exif=exif)
    person = hands("editor")
    person.open()
    person.sign_in()
    person.tap(person.page.locator(".kind-berita"))
    person.page.locator("html.ready").wait_for()
    person.page.locator("#photo").set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": buffer.getvalue()}]
    )
    expect(person.page.locator(".photo")).to_have_count(1)
    person.type(person.page.locator("textarea[name=text]"), TEXT)
    person.send()
    person.arrived()
    with only_article(1).lead_image.open_file() as file:
        stored = Image.open(file).convert("RGB")
        assert stored.size == (800, 1600)
        red, _green, blue = stored.getpixel((400, 100))
    assert red > 200 > 100 > blue


def test_without_a_script_the_plain_form_works(hands):
    person = hands("editor", java_script_enabled=False)
    person.open("/kirim/tulis/?jenis=berita")
    person.sign_in()
    person.page.locator("#photo").set_input_files(
        [{"name": "a.jpg", "mimeType": "image/jpeg", "buffer": picture_file(size=(1600, 900)).read()}]
    )
    person.page.locator("textarea[name=text]").fill(TEXT)
    person.page.locator("#alt").fill("Warga di tepi sungai")
    person.page.locator(".send").tap()
    person.page.wait_for_url("**/kirim/")
    assert only_article(1).live


def test_the_chair_approves_what_a_contributor_sent_from_the_same_small_screen(hands):
    author = hands("contributor")
    author.open()
    author.sign_in()
    author.write()
    author.send()
    author.arrived()
    assert not NewsPage.objects.get().live

    chair = hands("chair")
    chair.open()
    chair.sign_in()
    chair.tap(chair.page.locator("a.row", has_text="Warga membersihkan"))
    expect(chair.page.locator(".preview img")).to_have_count(2)
    assert violations(chair.page) == []
    chair.tap(chair.page.locator("button[name=approve]"))
    chair.page.locator(".messages").wait_for()
    assert only_article().live


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_and_nothing_sticks_out(hands, scheme):
    person = hands("editor", color_scheme=scheme, bypass_csp=True, viewport={"width": 320, "height": 640})
    person.open()
    person.sign_in()
    found = {}
    for kind in ("berita", "produk", "prestasi", "acara"):
        person.open(f"/kirim/tulis/?jenis={kind}")
        person.page.locator("html.ready").wait_for()
        if kind == "berita":
            person.photos(1)
        person.send()
        person.page.locator(".wrong:visible").first.wait_for()
        found[kind] = look(person.page)
    person.open()
    person.page.locator(".draft").wait_for()
    found["list"] = look(person.page)
    assert not any(found.values()), found


def look(page) -> list[str]:
    """What axe finds, what is too wide, and what a finger misses."""
    problems = violations(page)
    if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
        problems.append("too wide")
    # A field for files lies behind its label, and fingers meet that one.
    small = page.evaluate(
        """() => [...document.querySelectorAll("a, button, input:not([type=hidden]):not([type=radio]):not([type=checkbox]), select, textarea")]
        .map(one => one.matches(".behind") ? one.labels[one.labels.length - 1] : one)
        .filter(one => !one.classList.contains("skip") && one.offsetParent).map(one => [one.getBoundingClientRect(), one])
        .filter(([box]) => box.height < 44 || box.width < 44).map(([box, one]) => one.outerHTML.slice(0, 80))"""
    )
    return problems + [f"small: {each}" for each in small]
