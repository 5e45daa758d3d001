"""Members, curators and operators at work, with a gate before every address."""

import re
import time
from base64 import b32decode

import pytest
from django.core import mail
from django.urls import reverse
from django_otp.oath import TOTP

from home.services.hubs import curator_group, find_hub
from kim_sites.models import NewsPage, Region, User
from tests.browser.person import PASSWORD, said
from tests.factories import make_news

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]


def test_a_chair_invites_changes_a_role_and_lets_somebody_go(village, somebody):
    chair, guest = somebody("chair"), somebody("guest")
    chair.sign_in(village.people["chair"])
    chair.menu(said("Site members"))
    chair.look("members")
    chair.tap(said("Invite somebody"), "link")
    chair.page.locator("#id_email").fill("rina@example.id")
    chair.page.locator("input[name=role][value=editor]").check()
    chair.look("invite")
    chair.tap(said("Send invitation"))
    chair.done()
    chair.look("invited")

    link = re.search(r"http://\S+/admin/invitation/\S+", mail.outbox[-1].body).group()
    guest.page.goto(link)
    guest.look("invitation")
    guest.page.locator("#id_name").fill("Rina Wati")
    guest.page.locator("#id_password").fill(PASSWORD)
    guest.page.locator("#id_again").fill(PASSWORD)
    guest.tap(said("Accept and make my account"))
    guest.sign_in("rina@example.id")
    guest.look("dashboard")
    assert "KIM Parenggean" in guest.words()
    assert "KIM Sambas" not in guest.words()

    chair.menu(said("Site members"))
    row = chair.page.locator(".mem-row", has_text="Rina Wati")
    with chair.page.expect_navigation():
        row.get_by_role("link", name=said("Change role")).click()
    chair.page.locator("input[name=role][value=contributor]").check()
    chair.look("role")
    chair.tap(said("Save"))
    chair.done()
    guest.menu(said("Images"))
    guest.look("images")
    with chair.page.expect_navigation():
        row.get_by_role("link", name=said("Deactivate")).click()
    chair.look("leave")
    chair.page.locator("main form button[type=submit]").click()
    chair.done()
    guest.menu(said("Images"))
    assert "/admin/login/" in guest.page.url

    chair.menu(said("Redirects"))
    chair.look("redirects")
    chair.page.get_by_role("link", name=said("Add a redirect")).first.click()
    chair.page.locator("#id_old_path").fill("/kabar-lama")
    chair.page.locator("#id_redirect_page-chooser [data-chooser-action-choose]").first.click()
    chair.page.locator(".modal-body").get_by_role("link", name="Berita", exact=True).click()
    chair.page.locator("#id_redirect_page-chooser").get_by_text("Berita").wait_for()
    chair.look("redirect")
    with chair.page.expect_navigation():
        chair.page.locator("footer [type=submit]").first.click()
    chair.done()
    chair.look("redirected")
    guest.page.goto(village.url("parenggean", "/kabar-lama"))
    assert guest.page.url == village.url("parenggean", "/berita/")

    chair.menu(said("Audit"))
    chair.look("audit")
    told = chair.words()
    assert told.count("rina@example.id") + told.count("Rina Wati") >= 4
    assert "/kabar-lama" in told
    assert [person.take_troubles() for person in (chair, guest)] == [[], []]


def test_a_curator_with_a_second_step_reads_changes_and_features(village, somebody, settings):
    settings.TWO_FACTOR_REQUIRED = True
    make_news(village.kim, title="Panen madu raya")
    hub = find_hub(Region.objects.get(code="62.02"))
    User.objects.create_user("kurator@example.id", PASSWORD).groups.add(curator_group(hub))
    curator, reader = somebody("curator"), somebody("reader")
    page = curator.page
    curator.sign_in("kurator@example.id")
    curator.look("enrol")
    secret = b32decode(page.locator(".kim-secret").inner_text().replace(" ", ""))
    page.locator("#id_code").fill(f"{TOTP(secret).token():06}")
    enrolled = time.time() // 30
    curator.tap(said("Confirm"))
    curator.look("codes")
    recovery = page.locator("#recovery-codes code").first.inner_text()
    curator.tap(said("I have kept them"))
    curator.look("dashboard")
    curator.menu(said("Curation"))
    curator.look("curation")
    with page.expect_navigation():
        page.get_by_role("link", name=said("Feature")).first.click()
    curator.look("feature")
    page.locator(".cur-form button[type=submit]").click()
    curator.done()
    reader.page.goto(village.url("kalteng", "/kotawaringin-timur/"))
    assert "Panen madu raya" in reader.words()

    page.goto(curator.admin())
    curator.open_pages()
    curator.look("explorer")
    curator.open_below("KIM Parenggean", "Berita")
    curator.look("explorer-below")
    with page.expect_navigation():
        page.locator("#listing-results tr", has_text="Panen madu raya").locator("a[href$='/edit/']").first.click()
    page.locator("#id_summary").fill("Dua ton madu.")
    page.locator("footer [data-w-dropdown-target=toggle]").first.click()
    curator.look("edit")
    curator.tap(said("Publish"))
    curator.done()
    assert NewsPage.objects.get(title="Panen madu raya").summary == "Dua ton madu."

    # A code is good once: wait for the next half minute.
    while time.time() // 30 <= enrolled:
        page.wait_for_timeout(500)
    for code in (lambda: f"{TOTP(secret).token():06}", lambda: recovery):
        curator.sign_out()
        curator.sign_in("kurator@example.id")
        curator.look("code")
        page.locator("#id_code").fill(code())
        curator.tap(said("Continue"))
        assert page.url == curator.admin()
    assert [person.take_troubles() for person in (curator, reader)] == [[], []]


def test_an_operator_opens_what_only_operators_may(village, somebody):
    User.objects.create_superuser("operator@example.id", PASSWORD)
    operator = somebody("operator")
    operator.sign_in("operator@example.id")
    names = (
        "wagtailusers_users:index wagtailusers_users:add wagtailusers_groups:index wagtailusers_groups:add"
        " wagtailsites:index wagtailsites:add wagtailadmin_workflows:index wagtailadmin_workflows:task_index"
        " wagtailadmin_collections:index wagtailredirects:index wagtailredirects:add wagtaillocales:index"
        " wagtailadmin_reports:locked_pages wagtailadmin_reports:workflow wagtailadmin_reports:workflow_tasks"
        " wagtailadmin_reports:site_history wagtailadmin_reports:aging_pages"
        " wagtail_localize:translations_report access_audit:index kim_redirects:index kim_members:index"
    )
    for name in names.split():
        answer = operator.page.goto(operator.admin(reverse(name).removeprefix("/admin/")))
        assert answer.status == 200, name
        operator.look(name.replace(":", "-"))
    assert operator.take_troubles() == []
