"""A person in front of a phone: signs in, taps what is there, and notes everything that goes wrong underneath."""

import os

from django.utils.translation import gettext, override

PASSWORD = "rahasia-sekali"
PHONE = {"width": 360, "height": 740}
# A folder for pictures of each step, to be looked at by people who change the screens.
PICTURES = os.environ.get("SCREENSHOTS", "")


def said(text: str) -> str:
    """What an Indonesian reads where the code says `text`."""
    with override("id-id"):
        return gettext(text)


class Person:
    """One browser of one person, with what failed in it.

    A request that a page makes by itself and that is refused means that something is closed which the page needs.
    """

    def __init__(self, browser, portal, name: str, size: dict = PHONE, scheme: str = "light"):
        self.portal, self.name = portal, name
        self.troubles: list[str] = []
        self.steps = 0
        self.context = browser.new_context(viewport=size, has_touch=True, locale="id-ID", color_scheme=scheme)
        self.context.set_default_timeout(15_000)
        self.context.on("page", self.watch)
        self.page = self.context.new_page()

    def watch(self, page) -> None:
        """Note what fails in a tab."""
        page.on("console", lambda message: self.note(message.type, message.text))
        page.on("pageerror", lambda error: self.note("error", str(error)))
        page.on("response", self.note_answer)
        page.on("dialog", lambda dialog: dialog.accept())

    def note(self, kind: str, text: str) -> None:
        """An error of a script, or of the policy about what may be loaded."""
        if kind == "error":
            self.troubles.append(f"{self.page.url}: {text}")

    def note_answer(self, response) -> None:
        """A request that was refused, or that broke the server."""
        if response.status >= 400:
            self.troubles.append(f"{self.page.url}: {response.request.method} {response.url} {response.status}")

    def take_troubles(self) -> list[str]:
        """What failed so far; the list starts anew."""
        found, self.troubles = self.troubles, []
        return found

    def look(self, step: str) -> None:
        """Keep a picture of the screen, if somebody asked for them."""
        self.steps += 1
        if PICTURES:
            self.page.screenshot(path=f"{PICTURES}/{self.name}-{self.steps:02}-{step}.png")

    def admin(self, path: str = "") -> str:
        """An address of the admin."""
        return self.portal.url("admin", f"/admin/{path}")

    def sign_in(self, email: str, password: str = PASSWORD) -> None:
        """With the form, from wherever it stands."""
        if "/login/" not in self.page.url:
            self.page.goto(self.admin())
        self.page.get_by_label(said("E-mail address")).or_(self.page.locator("input[name=username]")).first.fill(email)
        self.page.locator("input[name=password]").fill(password)
        self.look("sign-in")
        with self.page.expect_navigation():
            self.page.get_by_role("button", name=said("Sign in")).click()

    def tap(self, words: str, role: str = "button", exact: bool = True) -> None:
        """A button or link by its words, with the page that it leads to."""
        with self.page.expect_navigation():
            self.page.get_by_role(role, name=words, exact=exact).first.click()

    def open_menu(self):
        """The menu, which is closed on a phone."""
        toggle = self.page.locator("#wagtail-sidebar-toggle, .sidebar-nav-toggle").first
        if toggle.is_visible() and toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        return self.page.locator("#wagtail-sidebar")

    def menu(self, words: str) -> None:
        """An entry of the menu, also one that lies in a group."""
        entry = self.page.locator("#wagtail-sidebar").get_by_role("link", name=words, exact=True).first
        self.open_menu()
        self.page.wait_for_timeout(300)
        for group in (said("About the KIM"), said("More")):
            if entry.is_visible():
                break
            self.page.reload()  # an open group covers the menu
            button = self.open_menu().get_by_role("button", name=group, exact=True)
            if button.count():
                button.first.click()
                self.page.wait_for_timeout(300)
        with self.page.expect_navigation():
            entry.click()

    def open_pages(self) -> None:
        """The list of pages, from the menu."""
        self.menu(said("Pages"))
        self.page.locator("#listing-results").wait_for()

    def open_below(self, *titles: str) -> None:
        """From the list of pages down through some of them."""
        for title in titles:
            row = self.page.locator("#listing-results tr", has_text=title)
            with self.page.expect_navigation():
                row.locator("td.children a").first.click()

    def sign_out(self) -> None:
        """Below the person's name in the menu."""
        self.open_menu().locator(".sidebar-footer__account, .sidebar-footer button").first.click()
        self.page.wait_for_timeout(300)
        self.look("account")
        with self.page.expect_navigation():
            self.page.locator("#wagtail-sidebar").get_by_role("button", name=said("Log out")).click()

    def done(self) -> None:
        """Wait for the answer that it worked. Raises AssertionError with what the page says instead."""
        answer = self.page.locator(".messages > ul > li").first
        answer.wait_for()
        if "success" not in (answer.get_attribute("class") or ""):
            errors = self.page.locator(".w-panel:has(.error-message)").all_inner_texts()
            raise AssertionError(f"{self.name}: {answer.inner_text()} {errors}")

    def words(self) -> str:
        """Everything that can be read on the page."""
        return self.page.locator("body").inner_text()
