"""A village group applies on a phone: with a photo of its SK, with and without JavaScript."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from onboarding.models import Application
from tests.browser.person import PHONE
from tests.factories import make_kim, picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]


@pytest.fixture
def hub_url(port, settings):
    """The start on the hub of Kalimantan Tengah, for people who are quicker than people."""
    make_kim("parenggean", region_code="62.02.04.1001", name="KIM Parenggean")
    settings.APPLY_FEWEST_SECONDS = settings.APPLY_FEWEST_SECONDS_TO_SEND = 0
    return f"http://kalteng.localhost:{port}/daftar/"


def look_at(page, script: bool) -> None:
    """Nothing sticks out on a narrow screen, everything is large enough to tap, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"], page.url
    small = page.evaluate(
        """[...document.querySelectorAll('main button, main input:not([type=hidden],[type=checkbox]), main select')]
        .filter(e => e.offsetParent && e.tabIndex >= 0 && e.getBoundingClientRect().height < 44).map(e => e.outerHTML)"""
    )
    assert small == [], page.url
    if script:
        found = Axe().run(page)
        assert found.violations_count == 0, f"{page.url}: {found.generate_report()}"


def go_on(page) -> None:
    with page.expect_navigation():
        page.locator(".apply-actions button").first.click()


@pytest.mark.parametrize("script", [True, False], ids=["with-javascript", "without"])
def test_applying_on_a_phone_with_a_photo(browser, hub_url, tmp_path, script):
    photo = tmp_path / "sk.jpg"
    photo.write_bytes(picture_file(size=(2000, 3000)).read())
    context = browser.new_context(viewport=PHONE, has_touch=True, locale="id-ID", java_script_enabled=script)
    context.set_default_timeout(15_000)
    page = context.new_page()
    troubles = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
    page.on("request", lambda request: "localhost" in request.url or troubles.append(request.url))

    page.goto(hub_url)
    look_at(page, script)
    if script:
        page.locator("#cari-desa").press_sequentially("tamiang lay", delay=20)
    else:
        page.locator("#cari-desa").fill("tamiang layang barito timur")
        with page.expect_navigation():
            page.locator(".apply-search button").click()
    page.locator("button.place").wait_for()
    look_at(page, script)
    with page.expect_navigation():
        page.locator("button.place").click()

    page.locator("#id_kim_name").fill("KIM Tamiang Maju")
    page.locator("#id_scan").set_input_files(photo)
    go_on(page)
    page.locator(".apply-summary").wait_for()
    look_at(page, script)
    assert page.locator("#id_kim_name").input_value() == "KIM Tamiang Maju"
    assert page.locator(".apply-scan img").count() == 1
    if script:
        assert page.evaluate("document.activeElement.className") == "apply-summary"
    page.locator("#id_paper_number").fill("141/12/2025")
    page.locator("#id_paper_issued_on").fill("2025-03-14")
    page.locator("#id_paper_signer").fill("Ardi Wijaya")
    page.locator("#id_paper_office").select_option("lurah")
    go_on(page)

    for field, name in (("chair", "Siti Rahmah"), ("secretary", "Budi"), ("treasurer", "Rina")):
        page.locator(f"#id_{field}").fill(name)
    page.locator("#anggota-1").fill("Jono")
    page.locator("[name=lagi]").click()
    page.locator("#anggota-3").fill("Wati")
    look_at(page, script)
    go_on(page)

    assert page.locator("#id_label").input_value() == "tamiang-layang"
    if script:
        page.locator("#id_label").fill("admin")
        page.locator("[data-live]:not(.good)", has_text="admin").wait_for()
        page.locator("#id_label").fill("tamiang-layang")
        page.locator("[data-live].good").wait_for()
    page.locator("#id_contact_name").fill("Siti Rahmah")
    page.locator("#id_contact_email").fill("siti@example.id")
    page.locator("#id_contact_phone").fill("0812 3456 7890")
    look_at(page, script)
    go_on(page)

    look_at(page, script)
    page.locator("#setuju").check()
    go_on(page)
    look_at(page, script)

    application = Application.objects.get()
    assert application.state == Application.State.SUBMITTED
    assert application.number in page.url
    assert list(application.officers.values_list("name", flat=True))[3:] == ["Jono", "Wati"]
    assert application.scan.read(3) == b"\xff\xd8\xff"
    assert troubles == []
    context.close()
