"""Two people in the full editor of one page, each at a phone."""

import pytest
from playwright.sync_api import expect

from tests.browser.person import said
from tests.browser.test_touch_editing import open_news, save, stored
from tests.factories import make_news

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.browser]

HERE = "%(names)s has this page open too."
CHANGING = "%(names)s is changing this page too and has not saved yet."
SAVED = "%(names)s saved another version of this page."


@pytest.fixture
def two(village, somebody):
    """An editor and the chair, with the same page open."""
    village.news = make_news(village.kim, "Sama-sama")
    people = somebody("editor"), somebody("chair")
    for person in people:
        person.sign_in(village.people[person.name])
        open_news(person, village.news)
    return people


def press_save(person) -> None:
    """Save the draft, whatever the answer is."""
    with person.page.expect_navigation():
        person.page.get_by_role("button", name=said("Save draft")).first.click()


def test_who_saves_seconds_after_somebody_else_is_asked_and_loses_nothing(village, two, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 60_000
    editor, chair = two
    for person in two:
        open_news(person, village.news)  # with pings that come too late
    chair.page.locator("#id_title").fill("Dari ketua")
    save(chair)
    editor.page.locator("#id_title").fill("Dari editor")
    press_save(editor)
    answer = editor.page.locator(".messages .error")
    answer.wait_for()
    editor.look("newer-version")

    assert "chair@example.id" in answer.inner_text()
    assert editor.page.locator("#id_title").input_value() == "Dari editor"
    assert stored(village.news).title == "Dari ketua"
    with editor.page.expect_popup() as popup:
        answer.get_by_role("link", name=said("Compare both versions")).tap()
    popup.value.locator(".comparison .addition", has_text="Dari ketua").first.wait_for()
    popup.value.close()

    save(editor)
    assert stored(village.news).title == "Dari editor"


def part_of(text: str) -> str:
    """What an Indonesian reads beside the names."""
    return said(text).replace("%(names)s", "").strip()


def test_who_else_is_there_is_said_above_the_form_and_goes_when_they_leave(village, two, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    editor, chair = two
    open_news(editor, village.news)
    open_news(chair, village.news)
    sentence = editor.page.locator(".kim-presence")
    expect(sentence).to_have_text(f"chair@example.id {part_of(HERE)}")
    chair.page.wait_for_timeout(2500)  # Wagtail takes so long to note what a form holds at the beginning
    chair.page.locator("#id_title").fill("Dari ketua")
    expect(sentence).to_have_text(f"chair@example.id {part_of(CHANGING)}")
    editor.look("presence")
    chair.page.goto(chair.admin())
    expect(sentence).to_be_hidden()


def test_who_was_asked_by_the_window_already_is_not_asked_twice(village, two, settings):
    settings.WAGTAIL_EDITING_SESSION_PING_INTERVAL = 1000
    editor, chair = two
    open_news(editor, village.news)
    chair.page.locator("#id_title").fill("Dari ketua")
    save(chair)
    expect(editor.page.locator(".kim-presence")).to_contain_text(part_of(SAVED))
    editor.page.locator("#id_title").fill("Dari editor")
    editor.page.get_by_role("button", name=said("Save draft")).first.click()
    with editor.page.expect_navigation():
        editor.page.locator("#w-save-confirmation-dialog [data-w-dialog-target=confirm]").click()
    editor.done()
    assert stored(village.news).title == "Dari editor"
