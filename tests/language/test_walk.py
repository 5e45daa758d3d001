"""Whoever works in the admin without English meets none: every screen of every role, and its answers to bad input."""

import re

import pytest
from django.db import transaction
from wagtail.users.models import UserProfile

from tests.browser.walk import one_of_each_role, screens_of
from tests.conftest import HostClient
from tests.isolation.world import make_world
from tests.language.reading import english_in, texts_of

pytestmark = [pytest.mark.django_db, pytest.mark.look]
# What is English with good reason.
ALLOWED = {
    "English": "the name of a language in that language",
    "Enabled": "a box that wagtail-localize hides behind a button of its own",
}
ALSO_ALLOWED = re.compile(
    r"[AZ]MARK[AB] |"  # what the people of this test wrote
    r"tekan Enter"  # what stands on the key
)
# A file is uploaded by a script, which reads the answer and says something of its own.
NOT_SENT = re.compile(r"/logout/|/preview|/multiple/add/")
# A reader's page: in the language of the page.
READERS_PAGE = re.compile(r"/preview/|/view_draft/")


class Listener:
    """A client that keeps what it was answered."""

    def __init__(self, client):
        self.client, self.pages = client, {}

    def get(self, url):
        """Ask, and keep the page."""
        response = self.client.get(url)
        self.keep(url, response)
        return response

    def send_nothing(self, url):
        """Send the form of a page as it is before anybody types, and take back whatever that did."""
        with transaction.atomic():
            self.keep(f"{url} (sent empty)", self.client.post(url))
            transaction.set_rollback(True)

    def keep(self, url, response):
        """What a person reads there."""
        kind = response.headers.get("Content-Type", "")
        if not response.streaming and ("html" in kind or "json" in kind):
            self.pages[url] = response.content.decode()


def listener(user) -> Listener:
    """Somebody signed in on the admin's host."""
    client = HostClient("admin.localhost:8000", raise_request_exception=False)
    client.force_login(user)
    return Listener(client)


def english_on(pages: dict[str, str]) -> dict[str, list[str]]:
    """Texts with English words by the address of the first page that has them."""
    found, known = {}, set(ALLOWED)
    for url, html in pages.items():
        if READERS_PAGE.search(url):
            continue
        texts = [text for text in texts_of(html) if text.rpartition(" | ")[2] not in known and english_in(text)]
        texts = [text for text in texts if not ALSO_ALLOWED.search(text)]
        known |= set(texts)
        if texts:
            found[url] = texts
    return found


def report(found: dict[str, list[str]]) -> str:
    """What to look at."""
    lines = (
        f"{url}\n" + "\n".join(f"    {sorted(english_in(text))} {text[:160]}" for text in texts)
        for url, texts in found.items()
    )
    return "\n".join(lines)


def test_no_role_meets_english_in_the_admin():
    found, screens = {}, 0
    for role, user in one_of_each_role(make_world()).items():
        someone = listener(user)
        for screen in screens_of(someone, []):
            screens += 1
            if "<form" in someone.pages.get(screen.url, "") and not NOT_SENT.search(screen.url):
                someone.send_nothing(screen.url)
        for url, texts in english_on(someone.pages).items():
            found[f"{role} {url}"] = texts
    assert screens > 150
    assert not found, report(found)


def test_whoever_chose_english_reads_english():
    chair = make_world().people["chair"]
    profile = UserProfile.get_for_user(chair)
    profile.preferred_language = "en"
    profile.save()
    someone = listener(chair)
    texts = texts_of(someone.get("/admin/account/").content.decode())
    assert {"Save", "Account"} <= set(texts)
