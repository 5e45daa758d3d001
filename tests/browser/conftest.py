"""A real Chromium against a real server, with a small portal to look at."""

import os
import threading
import time
from dataclasses import dataclass, field

import pytest
from django.db import connection
from playwright.sync_api import sync_playwright

from kim_sites.models import Kim
from tests.browser.hands import ALONE, Hands
from tests.browser.person import Person
from tests.conftest import CHROMIUM
from tests.factories import (
    make_achievement,
    make_image,
    make_info,
    make_kim,
    make_news,
    make_product,
    make_seller,
    member,
)

# Playwright keeps an event loop in this thread; without this Django would refuse to touch the database beside it.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"


@pytest.fixture(scope="session")
def browser(django_db_setup):
    """One Chromium for all browser tests: the distribution's.

    While Playwright runs, Django takes this thread for an asynchronous one and opens another connection. That one has
    to know what the database holds at the start too, or nothing would be put back after a test.
    """
    contents = connection._test_serialized_contents
    with sync_playwright() as playwright:
        connection._test_serialized_contents = contents
        chromium = playwright.chromium.launch(
            executable_path=CHROMIUM,
            args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-gpu"],
        )
        yield chromium
        chromium.close()


@dataclass
class Portal:
    """The addresses of a running portal."""

    port: int
    kim: Kim
    other: Kim | None = None
    people: dict[str, str] = field(default_factory=dict)

    def url(self, host: str, path: str = "/") -> str:
        """An address: `url("parenggean", "/berita/")`; an empty host is the nation's."""
        return f"http://{f'{host}.' if host else ''}localhost:{self.port}{path}"


def one_at_a_time(app):
    """Answers one request after the other: the threads of the server share one connection to a database in memory.

    A page saves, previews and says who is there at the same time; two transactions would get into each other's way.
    """
    turn = threading.Lock()

    def answer(environ, start_response):
        with turn:
            return app(environ, start_response)

    return answer


@pytest.fixture
def port(live_server, settings, transactional_db):
    """The port of a server that knows its own addresses."""
    port = live_server.thread.port
    settings.BASE_DOMAIN, settings.ADMIN_HOST = f"localhost:{port}", f"admin.localhost:{port}"
    settings.WAGTAILADMIN_BASE_URL = f"http://admin.localhost:{port}"
    settings.PAGE_CACHE = True  # as readers have it
    server = live_server.thread.httpd
    stock = server.get_app()
    if connection.vendor == "sqlite":
        server.set_app(one_at_a_time(stock))
    yield port
    server.set_app(stock)
    # Pictures that the closed browser still asked for are being answered: let that end before the tables are emptied.
    time.sleep(1)


@pytest.fixture
def portal(port):
    """A portal with one full KIM, one suspended and one empty one."""
    kim = make_kim("parenggean", name="KIM Parenggean")
    fill(kim)
    make_kim("kosong", region_code="62.02.05.1002")
    make_kim("sambas", region_code="61.01.01.2024", name="KIM Sambas")
    member(kim, "editor", "editor@example.id")
    return Portal(port, kim)


@pytest.fixture
def village(port):
    """A KIM with somebody in each role, and one of another province that must never be met."""
    kim = make_kim("parenggean", name="KIM Parenggean")
    other = make_kim("sambas", region_code="61.01.01.2024", name="KIM Sambas")
    people = {role: member(kim, role, f"{role}@example.id").email for role in ("chair", "editor", "contributor")}
    return Portal(port, kim, other, people)


@pytest.fixture
def hands(browser, village):
    """Makes people with a phone each: `hands("editor")`. See `tests.browser.hands`."""
    made = []

    def make(role: str, **options) -> Hands:
        made.append(Hands(browser, village, village.people[role], **options))
        return made[-1]

    yield make
    for each in made:
        each.context.close()


@pytest.fixture
def person(hands):
    """An editor on the form of news, without the worker."""
    person = hands("editor", **ALONE)
    person.come_in("berita")
    return person


def fill(kim: Kim) -> None:
    """Something of everything, with pictures of a real size."""
    image = make_image(kim, size=(1280, 853), title="Sungai")
    pictures = [{"image": image, "alt": "Sungai di pagi hari", "caption": "Pagi"} for _number in range(2)]
    seller = make_seller(kim, address="Jalan Mentaya 2", nib="0220000123456", checked_on="2026-08-01")
    make_news(
        kim,
        title="Warga menanam seribu bibit",
        lead_image=image,
        lead_image_alt="Sungai di pagi hari",
        tag_names="bibit, hutan",
        author_name="Rahmat",
        adinda="implementasi",
        body=[
            ("text", "<h2>Pagi di tepi sungai</h2><p>Warga berkumpul sejak pagi.</p>"),
            ("gallery", {"pictures": pictures}),
            ("quote", {"text": "Sungai ini rumah kami.", "attribution": "Ibu Rina"}),
            ("video", {"url": "https://youtu.be/abc", "title": "Video penanaman"}),
        ],
    )
    for number in range(14):
        make_news(kim, title=f"Kabar desa {number}", lead_image=image, lead_image_alt="Sungai")
    for number in range(3):
        make_product(kim, title=f"Madu {number}", seller=seller, image=image, price_min=25_000 * (number + 1))
    lead = {"lead_image": image, "lead_image_alt": "Sungai di pagi hari"}
    make_achievement(kim, title="Juara lomba desa", **lead)
    make_achievement(
        kim, title="Danau", **lead, kind="potential", level="", year=None, rank="", potential_type="nature"
    )
    make_info(kim)
    kim.officers.update(is_public=True)
    home = kim.home_page.specific
    home.cover, home.cover_alt, home.logo = image, "Sungai di pagi hari", image
    home.whatsapp, home.address, home.latitude, home.longitude = "+6281200000001", "Jalan Mentaya 1", "-2.15", "112.7"
    home.save_revision().publish()


@pytest.fixture
def somebody(browser, village):
    """Makes people with a browser each: `somebody("chair")`. See `tests.browser.person`."""
    people = []

    def make(name: str, **options) -> Person:
        people.append(Person(browser, village, name, **options))
        return people[-1]

    yield make
    for person in people:
        person.look("end")
        person.context.close()
