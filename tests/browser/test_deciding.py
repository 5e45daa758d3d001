"""The chair's words on a phone stay when the session ends before they are sent."""

import uuid

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import expect
from wagtail.models import TaskState

from kim_sites.models import Kim, NewsPage, User
from posting.models import Kind
from posting.services.make import make_page
from posting.services.photos import keep_photo
from tests.browser.person import PASSWORD
from tests.factories import picture_file

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]
WORDS = "Tambah nama dusun dan jumlah warga."


@pytest.fixture
def waiting(village) -> NewsPage:
    """An article of the contributor that waits."""
    kim, author, photo = (
        Kim.objects.get(slug="parenggean"),
        User.objects.get(email="contributor@example.id"),
        uuid.uuid4(),
    )
    keep_photo(author, kim, photo, picture_file(size=(90, 60)))
    data = {"kim": kim, "key": uuid.uuid4(), "photos": [(photo, "")], "text": "Panen.", "title": "Panen raya"}
    return NewsPage.objects.get(pk=make_page(author, Kind.NEWS, {**data, "category": "economy"}).post.page_id)


def test_the_chairs_words_are_there_again_after_signing_in_anew(browser, village, waiting):
    page = browser.new_page(locale="id-ID", viewport={"width": 360, "height": 640})
    comment, note = page.locator("#comment"), page.locator("[data-restored]")
    page.goto(village.url("admin", f"/kirim/periksa/{waiting.pk}/"))
    sign_in(page)
    expect(note).to_be_hidden()
    comment.press_sequentially(WORDS)
    Session.objects.all().delete()
    page.locator("[name=reject]").click()

    sign_in(page)

    expect(comment).to_have_value(WORDS)
    expect(note).to_be_visible()
    page.locator("[name=reject]").click()
    page.wait_for_url("**/kirim/")
    assert TaskState.objects.get(status=TaskState.STATUS_REJECTED).comment == WORDS
    page.close()


def sign_in(page) -> None:
    page.locator("input[name=username]").fill("chair@example.id")
    page.locator("input[name=password]").fill(PASSWORD)
    page.locator("button[type=submit]").first.click()
    page.locator("#comment").wait_for()
