"""Reading the portal in Chromium: accessible, narrow screens, nothing from elsewhere, light enough for 3G."""

import gzip
from http.client import HTTPConnection
from urllib.parse import urlsplit, urlunsplit

import pytest
from axe_playwright_python.sync_playwright import Axe

from kim_sites.services.provisioning import suspend_kim
from tests.factories import make_kim

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]

PAGES = [
    ("parenggean", "/"),
    ("parenggean", "/berita/"),
    ("parenggean", "/berita/?kategori=culture"),
    ("parenggean", "/berita/warga-menanam-seribu-bibit/"),
    ("parenggean", "/produk/"),
    ("parenggean", "/produk/madu-1/"),
    ("parenggean", "/prestasi/"),
    ("parenggean", "/prestasi/juara-lomba-desa/"),
    ("parenggean", "/tentang/"),
    ("parenggean", "/cari/?q=bibit"),
    ("parenggean", "/cari/?q=zzzz"),
    ("parenggean", "/tidak-ada/"),
    ("kosong", "/"),
    ("kosong", "/berita/"),
    ("kosong", "/produk/"),
    ("", "/"),
    ("", "/kim/"),
    ("kalteng", "/"),
    ("kalteng", "/berita/"),
    ("kalteng", "/produk/"),
    ("kalteng", "/prestasi/"),
    ("kalteng", "/kim/"),
    ("kalteng", "/kotawaringin-timur/"),
    ("kalteng", "/kotawaringin-timur/kim/"),
    ("kalteng", "/cari/?q=madu"),
    ("tidak-ada-di-sini", "/"),
    ("tutup", "/"),
]


def answer_of(address: str, port: int) -> int:
    """The status of an address of the portal."""
    parts = urlsplit(address)
    connection = HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", urlunsplit(("", "", parts.path, parts.query, "")), headers={"Host": parts.netloc})
    status = connection.getresponse().status
    connection.close()
    return status


def violations(page) -> list[str]:
    """What axe finds, one line each."""
    result = Axe().run(
        page, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    return [
        f"{item['id']}: {item['help']} ({', '.join(str(node['target']) for node in item['nodes'][:3])})"
        for item in result.response["violations"]
    ]


@pytest.mark.look
def test_every_page_type_is_accessible_and_fits_narrow_screens(portal, browser):
    suspend_kim(make_kim("tutup"))
    found = {}
    for scheme in ("light", "dark"):
        for width in (320, 768, 1280):
            context = browser.new_context(
                viewport={"width": width, "height": 800}, color_scheme=scheme, bypass_csp=True
            )
            page = context.new_page()
            for host, path in PAGES:
                page.goto(portal.url(host, path))
                where = f"{host}{path} {width} {scheme}"
                if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                    found[f"{where} overflow"] = page.evaluate("document.documentElement.scrollWidth")
                if width != 768 and (problems := violations(page)):
                    found[where] = problems
            context.close()
    assert not found


def test_nothing_is_loaded_from_elsewhere_and_the_policy_blocks_nothing_of_ours(portal, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    hosts, messages = set(), []
    page.on("request", lambda request: hosts.add(request.url.split("/")[2].split(":")[0]))
    page.on("console", lambda message: messages.append(message.text) if message.type in ("error", "warning") else None)
    for host, path in PAGES[:10]:
        page.goto(portal.url(host, path))
    context.close()
    assert hosts == {"parenggean.localhost"}
    assert not [text for text in messages if "404" not in text]


def test_the_first_view_of_a_kim_home_is_light(portal, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    text, pictures = [], []

    def weigh(response):
        kind = response.request.resource_type
        (pictures if kind == "image" and not response.url.endswith(".svg") else text).append(response)

    page.on("response", weigh)
    page.goto(portal.url("parenggean"), wait_until="networkidle")
    compressed = sum(len(gzip.compress(response.body(), 6)) for response in text)
    everything = compressed + sum(len(response.body()) for response in pictures)
    context.close()
    assert compressed <= 30 * 1024
    assert everything <= 250 * 1024


def test_everything_works_without_javascript(portal, browser):
    context = browser.new_context(viewport={"width": 360, "height": 740}, java_script_enabled=False)
    page = context.new_page()
    page.goto(portal.url("parenggean"))
    page.goto(portal.url("parenggean", "/berita/"))
    page.get_by_role("link", name="2", exact=False).first.wait_for()
    page.goto(portal.url("parenggean", "/cari/"))
    page.locator("main input[name=q]").fill("bibit")
    page.locator("main input[name=q]").press("Enter")
    assert "q=bibit" in page.url
    assert page.locator("main").get_by_text("Warga menanam").first.is_visible()
    context.close()


def test_links_of_a_page_lead_somewhere(portal, browser):
    context = browser.new_context()
    page = context.new_page()
    dead, seen = {}, set()
    for host, path in PAGES[:10] + PAGES[15:25]:
        page.goto(portal.url(host, path))
        for address in page.eval_on_selector_all("a[href]", "links => links.map(link => link.href)"):
            address = address.split("#")[0]
            if not (urlsplit(address).hostname or "").endswith("localhost") or address in seen:
                continue
            seen.add(address)
            status = answer_of(address, portal.port)
            if status >= 400:
                dead[address] = (status, f"{host}{path}")
    context.close()
    assert len(seen) > 40
    assert not dead
