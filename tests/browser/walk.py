"""Finds every screen of the admin that a person can reach by links, and opens each once on a phone."""

import os
import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from django.test import Client
from django.urls import Resolver404, resolve
from wagtail.models import Page

from kim_sites.models import User
from tests.browser.person import PHONE
from tests.browser.test_reading import violations

ROLES = ("contributor", "editor", "chair", "regency curator", "provincial curator", "operator")

LINK = re.compile(r'<a\b[^>]*?\bhref="([^"#]+)', re.IGNORECASE)
# What the menu is made of, and where it is not in links but in data.
DATA_LINK = re.compile(r'&quot;url&quot;: &quot;(/[^&]+)|"url": ?"(/[^"]+)"')
# Leaving is not a screen, and files are not either.
NOT_SCREENS = re.compile(r"/logout/|/export|/bulk/|\.(csv|xlsx|zip|pdf)|/scan/|/download|[?&]export=|/jsi18n/|/serve/")
# Text that is longer than its box, where nobody can scroll to the rest of it.
CUT_OFF = """() => [...document.querySelectorAll("body *")].filter(element => {
    if (element.closest(".w-sr-only, .visuallyhidden, [aria-hidden=true], svg, [hidden], template, .progress")) return false;
    if (![...element.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())) return false;
    const style = getComputedStyle(element), box = element.getBoundingClientRect();
    if (style.visibility === "hidden" || box.width < 2 || box.height < 2) return false;
    if (box.right > innerWidth + 1 && box.left < innerWidth) {
        for (let parent = element; parent; parent = parent.parentElement) {
            if (["auto", "scroll"].includes(getComputedStyle(parent).overflowX)) return false;
        }
        return true;
    }
    return ["hidden", "clip"].includes(style.overflowX) && style.textOverflow !== "ellipsis"
        && element.scrollWidth > element.clientWidth + 1;
}).slice(0, 5).map(element => `${element.tagName.toLowerCase()}.${element.className}: ${element.textContent.trim().slice(0, 60)}`)"""

# What a finger can't reach: something to tap that lies outside the screen, where nobody can scroll to it; and a head that
# has to be moved sideways to be read.
OUT_OF_REACH = """() => {
    const isMoved = (element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
    const name = (element) => `${element.tagName.toLowerCase()}.${element.className}: ${(element.textContent || element.name || "").trim().slice(0, 40)}`;
    const outside = [...document.querySelectorAll("main a, main button, main input:not([type=hidden]), main select, main textarea")].filter(element => {
        const box = element.getBoundingClientRect(), style = getComputedStyle(element);
        if (element.closest(".w-sr-only, .visuallyhidden, [aria-hidden=true]") || !element.checkVisibility({ visibilityProperty: true })) return false;
        if (box.width < 4 || box.height < 4 || style.opacity === "0" || (box.right <= innerWidth + 1 && box.left >= -1)) return false;
        for (let parent = element.parentElement; parent && parent.id !== "main"; parent = parent.parentElement) {
            if (isMoved(parent) && !parent.closest(".w-slim-header")) return false;
        }
        return box.left < innerWidth && box.right > 0;
    });
    const heads = [...document.querySelectorAll(".w-slim-header, .w-slim-header *")].filter(element =>
        element.clientWidth > 4 && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX !== "visible"
        && !element.closest(".w-sr-only, input, select, svg"));
    return [...outside, ...heads].slice(0, 5).map(name);
}"""


def one_of_each_role(world) -> dict[str, User]:
    """A person for each role, with operators, of whom a tenant's world has none."""
    operator = User.objects.create_superuser("operator@example.id", first_name="Operator")
    return {role: world.people.get(role, operator) for role in ROLES}


@dataclass(frozen=True)
class Screen:
    """An address that answers with a page, and the name of its view."""

    name: str
    url: str

    @property
    def is_own(self) -> bool:
        """Whether the project made it, and not Wagtail."""
        return self.is_dashboard or not self.name.startswith("wagtail")

    @property
    def is_dashboard(self) -> bool:
        """What looks different for each role."""
        return self.name == "wagtailadmin_home"


def screen_at(url: str) -> Screen | None:
    """What stands at an address; None for what is no screen, or nowhere."""
    path = urlsplit(url).path
    if NOT_SCREENS.search(url):
        return None
    try:
        match = resolve(path)
    except Resolver404:
        return None
    name = match.view_name
    if name == "wagtailadmin_pages:edit":
        page = Page.objects.filter(pk=match.args[0] if match.args else match.kwargs["page_id"]).first()
        name = f"{name} {page.specific_class.__name__ if page else ''}"
    elif name == "wagtailadmin_pages:add":
        name = f"{name} {match.args or tuple(match.kwargs.values())}"
    return Screen(name, url)


def links_on(url: str, html: str) -> list[str]:
    """Addresses on the same host to which a page leads, those of its menu too."""
    found = [unescape(link) for link in LINK.findall(html)]
    found += [one or other for one, other in DATA_LINK.findall(html)]
    links = [urljoin(f"http://here{url}", link) for link in found]
    return [link.removeprefix("http://here") for link in links if link.startswith("http://here/")]


# Where people begin: the dashboard, and its field for searching (with a word that everything in the world has).
STARTS = ("/admin/", "/admin/pages/search/?q=amarka", "/admin/images/?q=amarka", "/admin/documents/?q=amarka")


def screens_of(client: Client, dead: list[str], starts: tuple[str, ...] = STARTS, most: int = 400) -> list[Screen]:
    """Every screen that links lead to from `starts`, each kind once, in the order in which they are met.

    Links that lead nowhere, or to a refusal, are noted in `dead`, with the screen they stand on.
    """
    known, queue, screens, came_from = set(), [*starts], [], {}
    while queue and len(screens) < most:
        url = queue.pop(0)
        screen = screen_at(url)
        if screen is None or screen.name in known:
            continue
        known.add(screen.name)
        response = client.get(url)
        if response.status_code == 302 and response.url.startswith("/"):
            queue.append(response.url)
            if response.url == "/admin/":  # how the admin refuses
                dead.append(f"{screen.name} {url}, linked from {came_from.get(url)}")
        if response.status_code >= 400:
            dead.append(f"{screen.name} {url} {response.status_code}, linked from {came_from.get(url)}")
        if response.status_code != 200 or "text/html" not in response.headers.get("Content-Type", ""):
            continue
        html = response.content.decode()
        if "<body" not in html or re.search("/(view_draft|preview)/", url):  # a reader's page, with a reader's links
            continue
        screens.append(screen)
        for link in links_on(url, html):
            came_from.setdefault(link, url)
            queue.append(link)
    return screens


def open_context(browser, client: Client, port: int, scheme: str = "light", size: dict = PHONE):
    """A phone in which the person of `client` is signed in."""
    context = browser.new_context(
        viewport=size, has_touch=True, locale="id-ID", color_scheme=scheme, bypass_csp=True, device_scale_factor=1
    )
    cookies = [
        {"name": name, "value": cookie.value, "url": f"http://admin.localhost:{port}"}
        for name, cookie in client.cookies.items()
    ]
    context.add_cookies(cookies)
    return context


def look_at(page, address: str, picture: str = "", with_axe: bool = True) -> list[str]:
    """Open an address; what is wrong there: an error, something that sticks out or is cut off, what axe finds."""
    answer = page.goto(address, wait_until="load")
    if answer is None or answer.status >= 400:
        return [f"status {answer.status if answer else 0}"]
    page.wait_for_timeout(250)
    problems = []
    width = page.evaluate("document.documentElement.scrollWidth")
    if width > page.viewport_size["width"]:
        problems.append(f"{width} pixels wide")
    problems += [f"cut off: {found}" for found in page.evaluate(CUT_OFF)]
    problems += [f"out of reach: {found}" for found in page.evaluate(OUT_OF_REACH)]
    folder = os.environ.get("SCREENSHOTS")
    if folder and picture:
        Path(folder).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{folder}/{re.sub(r'[^a-zA-Z0-9]+', '-', picture)[:90]}.png", full_page=True)
    return problems + (violations(page) if with_axe else [])
