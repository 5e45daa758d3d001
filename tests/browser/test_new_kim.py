"""From a photo of a paper to a living website: the applicant, the office and the new chair, each on a phone."""

import re

import pytest
from django.core import mail

from home.services.hubs import curator_group, find_hub
from kim_sites.models import Kim, Region, User
from onboarding.models import Application
from tests.browser.person import PASSWORD, said
from tests.browser.test_everyday import upload_in_chooser, write_text
from tests.factories import make_kim, picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]


@pytest.fixture
def office(village, settings):
    """A curator of Barito Timur; applicants may be quicker than people."""
    settings.APPLY_FEWEST_SECONDS = settings.APPLY_FEWEST_SECONDS_TO_SEND = 0
    make_kim("dusun-timur", region_code="62.13.01", name="KIM Dusun Timur")
    person = User.objects.create_user("kominfo@example.id", PASSWORD, first_name="Rina")
    person.groups.add(curator_group(find_hub(Region.objects.get(code="62.13"))))
    return person.email


def links_in(message) -> list[str]:
    """The addresses in a mail."""
    return re.findall(r"http://\S+", message.body)


def mail_to(address: str, words: str = ""):
    """The newest mail to somebody, with these words in it."""
    found = [message for message in mail.outbox if address in message.to and words in message.body]
    return found[-1]


def apply(person, portal) -> None:
    """Village, group and paper, officers, contact, sending."""
    page = person.page
    page.goto(portal.url("kalteng", "/daftar/"))
    page.locator("#cari-desa").press_sequentially("tamiang lay", delay=20)
    page.locator("button.place").first.wait_for()
    person.look("village")
    with page.expect_navigation():
        page.locator("button.place").first.click()
    page.locator("#id_kim_name").fill("KIM Tamiang Maju")
    page.locator("#id_paper_number").fill("141/12/2025")
    page.locator("#id_paper_issued_on").fill("2025-03-14")
    page.locator("#id_paper_signer").fill("Ardi Wijaya")
    page.locator("#id_paper_office").select_option("lurah")
    photo = picture_file(size=(1500, 2000)).read()
    page.locator("#id_scan").set_input_files({"name": "sk.jpg", "mimeType": "image/jpeg", "buffer": photo})
    go_on(page)
    for field, name in (("chair", "Siti Rahmah"), ("secretary", "Budi"), ("treasurer", "Rina")):
        page.locator(f"#id_{field}").fill(name)
    go_on(page)
    page.locator("#id_label").fill("tamiang-maju")
    page.locator("#id_contact_name").fill("Siti Rahmah")
    page.locator("#id_contact_email").fill("siti@example.id")
    page.locator("#id_contact_phone").fill("0812 3456 7890")
    go_on(page)
    person.look("look-over")
    page.locator("#setuju").check()
    go_on(page)
    person.look("sent")


def go_on(page) -> None:
    """The main button of a step."""
    with page.expect_navigation():
        page.locator(".apply-actions button").first.click()


def submit(person) -> None:
    """The main button of a form in the admin."""
    with person.page.expect_navigation():
        person.page.locator("main form button[type=submit]:not([hidden])").last.click()


def publish(person) -> None:
    """Publish the page that is being written."""
    page = person.page
    if not page.locator("button[name=action-publish]").is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    with page.expect_navigation():
        page.locator("button[name=action-publish]").click()
    person.done()


def begin(person, step: str, kim: Kim) -> None:
    """Open the first steps and follow the button of one."""
    person.page.goto(person.admin(f"first-steps/{kim.pk}/"))
    assert person.page.locator(f"#step-{step}").get_attribute("data-done") == "no"
    with person.page.expect_navigation():
        person.page.locator(f"#step-{step} a.button").first.click()


def finish_first_steps(chair, kim: Kim) -> None:
    """All six, each on the screen to which its button leads."""
    page = chair.page
    begin(chair, "look", kim)
    for field, size in (("logo", (600, 600)), ("cover", (1280, 853))):
        page.locator(f"#id_{field}-chooser [data-chooser-action-choose]").first.click()
        upload_in_chooser(chair, field, size)
        page.locator(f"#id_{field}-chooser img").wait_for()
    page.locator("#id_cover_alt").fill("Sungai di pagi hari")
    publish(chair)

    begin(chair, "profile", kim)
    page.locator("#id_intro").fill("Kami warga Tamiang Layang.")
    publish(chair)

    page.goto(chair.admin(f"first-steps/{kim.pk}/"))
    assert page.locator("#step-officers").get_attribute("data-done") == "yes"  # they came with the application

    begin(chair, "news", kim)
    page.locator("#id_title").fill("Warga Tamiang menanam bibit")
    page.locator("#id_lead_image-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_text("cover", exact=False).first.click()
    page.locator("#id_lead_image-chooser img").wait_for()
    page.locator("#id_lead_image_alt").fill("Warga dengan bibit")
    page.locator("#id_category").select_option("government")
    write_text(chair, "Warga bergotong royong sejak pagi.")
    publish(chair)

    begin(chair, "product", kim)
    page.locator("#id_title").fill("Madu hutan Tamiang")
    page.locator("#id_photos-ADD").click()
    page.locator("#id_photos-0-image-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_text("logo", exact=False).first.click()
    page.locator("#id_photos-0-image-chooser img").wait_for()
    page.locator("#id_photos-0-alt").fill("Botol madu di meja")
    page.locator("#id_price_min").fill("75000")
    page.locator("#id_category").select_option("food")
    make_seller_in_chooser(chair)
    page.locator("#id_confirmed_on").click()
    page.locator(".xdsoft_datetimepicker:visible td.xdsoft_date:not(.xdsoft_other_month)").first.click()
    page.locator("[data-contentpath=description] .kim-plain-text").click()
    page.keyboard.type("Madu dari hutan.")
    page.wait_for_timeout(500)
    publish(chair)

    page.goto(chair.admin(f"first-steps/{kim.pk}/"))
    chair.look("one-left")
    with page.expect_navigation():
        page.locator("#ob-shared button").click()
    assert page.locator(".ob-step[data-done=yes]").count() == 6
    chair.look("all-done")


def make_seller_in_chooser(chair) -> None:
    """A seller that is not there yet."""
    page = chair.page
    page.locator("#id_seller-chooser [data-chooser-action-choose]").first.click()
    page.locator(".modal-body").get_by_role("tab").last.click()
    form = page.locator(".modal-body form").last
    form.locator("input[name$=name]").first.fill("Dapur Ibu Rina")
    form.locator("input[name$=whatsapp]").fill("081234567890")
    form.locator("input[name$=owner_consents]").check()
    chair.look("seller")
    form.locator("[type=submit]").click()
    page.locator("#id_seller-chooser").get_by_text("Dapur Ibu Rina").wait_for()


def test_a_village_applies_is_approved_and_its_site_lives(village, office, somebody):
    applicant, curator, chair, reader = (somebody(name) for name in ("applicant", "curator", "chair", "reader"))
    apply(applicant, village)
    application = Application.objects.get()

    curator.sign_in(office)
    curator.page.goto(curator.admin("applications/"))
    curator.look("queue")
    curator.tap("KIM Tamiang Maju", "link", exact=False)
    curator.look("application")
    curator.tap(said("Ask for a correction"), "link")
    curator.page.locator("main form textarea").fill("Foto SK kurang jelas, mohon difoto lagi.")
    curator.look("question")
    submit(curator)

    tracking = links_in(mail_to("siti@example.id", "kurang jelas"))[0]
    applicant.page.goto(tracking)
    applicant.look("question")
    assert "Foto SK kurang jelas" in applicant.words()
    applicant.page.locator("#jawaban").fill("Ini foto yang baru.")
    go_on(applicant.page)
    applicant.look("answered")

    curator.page.goto(curator.admin(f"applications/{application.pk}/"))
    assert "Ini foto yang baru." in curator.words()
    curator.tap(said("Approve"), "link")
    curator.look("approve")
    submit(curator)
    curator.look("approved")
    kim = Kim.objects.get(slug="tamiang-maju")
    assert kim.registration_number in curator.page.content()

    applicant.page.goto(tracking)
    applicant.look("done")
    with applicant.page.expect_navigation():
        applicant.page.get_by_role("link", name=said("Open the website")).click()
    assert applicant.page.url == village.url("tamiang-maju", "/")

    chair.page.goto(
        next(link for link in links_in(mail_to("siti@example.id", "/admin/invitation/")) if "invitation" in link)
    )
    chair.page.locator("#id_password").fill(PASSWORD)
    chair.page.locator("#id_again").fill(PASSWORD)
    chair.look("invitation")
    chair.tap(said("Accept and make my account"))
    if "/login/" in chair.page.url:
        chair.sign_in("siti@example.id")
    chair.look("first-screen")
    assert "/first-steps/" in chair.page.url
    finish_first_steps(chair, kim)

    for host, path in (("kalteng", "/"), ("", "/"), ("tamiang-maju", "/")):
        reader.page.goto(village.url(host, path))
        reader.look(host or "nation")
        assert "Warga Tamiang menanam bibit" in reader.words(), host
    for person in (applicant, curator, chair, reader):
        assert person.take_troubles() == [], person.name
