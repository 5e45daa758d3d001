"""What the screens of an editor cost on a phone: bytes over the line and requests, on the first visit and the next.

    python -m bench.screens http://admin.localhost:8000 [--email … --password …]

Needs a running portal with demo content (`make run`) and Chromium. Prints the table of docs/phone.md. Every screen is
opened in a browser of its own whose cache holds nothing but the sign-in's; the second visit is the same browser's.
"""

import argparse
import os
import shutil
from dataclasses import dataclass, field

from playwright.sync_api import sync_playwright

PHONE = {"width": 360, "height": 740}
SCREENS = (
    ("/kirim/", "/kirim/"),
    ("/kirim/tulis/", "/kirim/tulis/?jenis=berita"),
    ("dashboard", "/admin/"),
    ("full editor, a new article", "link:/admin/pages/add/kim_sites/newspage/"),
    ("several photos", "/admin/photos/add/"),
    ("guide", "/admin/panduan/"),
)
SETTLE = 1500  # milliseconds without a request before a screen counts as loaded


@dataclass
class Traffic:
    """What went over the line, from Chromium's own count of encoded bytes, headers included."""

    sizes: dict[str, int] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)

    def watch(self, session) -> None:
        """Count from now on."""
        session.send("Network.enable")
        session.on("Network.responseReceived", self.received)
        session.on("Network.requestServedFromCache", lambda event: self.kept.add(event["requestId"]))
        session.on("Network.loadingFinished", self.finished)

    def received(self, event) -> None:
        """The kind of an answer, and whether it came from the browser's own cache or its worker."""
        answer = event["response"]
        self.kinds[event["requestId"]] = event["type"]
        if (
            answer.get("fromDiskCache")
            or answer.get("fromServiceWorker")
            or answer["url"].startswith(("data:", "blob:"))
        ):
            self.kept.add(event["requestId"])

    def finished(self, event) -> None:
        """All of an answer is there."""
        self.sizes[event["requestId"]] = event["encodedDataLength"]

    def total(self, kind: str = "") -> tuple[int, float]:
        """Requests and kilobytes of one kind, or of all."""
        sizes = [
            size
            for key, size in self.sizes.items()
            if key not in self.kept and (not kind or self.kinds.get(key) == kind)
        ]
        return len(sizes), sum(sizes) / 1024


def sign_in(page, portal: str, email: str, password: str) -> None:
    """Through the form, and on to a screen that loads next to nothing."""
    page.goto(f"{portal}/admin/login/?next=/admin/jsi18n/")
    page.locator("input[name=username]").fill(email)
    page.locator("input[name=password]").fill(password)
    with page.expect_navigation():
        page.locator("button[type=submit]").first.click()


def address_of(page, portal: str, path: str) -> str:
    """The address of a screen; one that has a number in it is read off the dashboard's links."""
    if not path.startswith("link:"):
        return portal + path
    page.goto(f"{portal}/admin/")
    html = page.content()
    start = html.index(path.removeprefix("link:"))
    return portal + html[start : html.index('"', start)]


def visit(context, address: str) -> Traffic:
    """Open a screen and wait until it is quiet."""
    page, traffic = context.new_page(), Traffic()
    traffic.watch(context.new_cdp_session(page))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(SETTLE)
    page.close()
    return traffic


def measure(chromium, portal: str, options, path: str) -> tuple[Traffic, Traffic]:
    """The first visit and the second."""
    context = chromium.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="id-ID")
    page = context.new_page()
    sign_in(page, portal, options.email, options.password)
    address = address_of(page, portal, path)
    page.close()
    # What the sign-in's own page brought along must not count as there already.
    session = context.new_cdp_session(context.new_page())
    session.send("Network.clearBrowserCache")
    result = visit(context, address), visit(context, address)
    context.close()
    return result


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("portal", help="the admin's address, for example http://admin.localhost:8000")
    parser.add_argument("--email", default="hasanah.murni@example.id")
    parser.add_argument("--password", default="coba-kim-sekarang")
    options = parser.parse_args()
    path = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    print("| screen | requests | KB | of it scripts, KB | second visit: requests | KB |")
    print("| --- | ---: | ---: | ---: | ---: | ---: |")
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", "--disable-dev-shm-usage"])
        for name, address in SCREENS:
            first, second = measure(chromium, options.portal.rstrip("/"), options, address)
            (requests, size), (_number, scripts) = first.total(), first.total("Script")
            again, more = second.total()
            print(f"| {name} | {requests} | {size:.0f} | {scripts:.0f} | {again} | {more:.0f} |")
        chromium.close()


if __name__ == "__main__":
    main()
