"""Every screen of every role on a phone: whole, nothing sticks out, and the project's own are accessible."""

import os

import pytest
from django.test import Client

from tests.browser.walk import look_at, one_of_each_role, open_context, screens_of
from tests.isolation.world import make_world

pytestmark = [pytest.mark.browser, pytest.mark.look, pytest.mark.django_db(transaction=True, serialized_rollback=True)]
# Each screen is looked at for the first role that reaches it, the project's own with axe too. WALK=all looks at all of
# them for each role; with SCREENSHOTS=folder pictures are kept.
EVERYTHING = os.environ.get("WALK") == "all"


def test_every_screen_is_whole_on_a_phone_and_ours_are_accessible(port, browser):
    seen, problems = set(), {}
    for role, person in one_of_each_role(make_world()).items():
        client = Client(headers={"host": f"admin.localhost:{port}"})
        client.force_login(person)
        dead: list[str] = []
        screens = [
            screen
            for screen in screens_of(client, dead)
            if EVERYTHING or screen.is_dashboard or screen.name not in seen
        ]
        if dead:
            problems[f"{role}: dead links"] = dead
        seen |= {screen.name for screen in screens}
        context = open_context(browser, client, port)
        page = context.new_page()
        for screen in screens:
            found = look_at(
                page, f"http://admin.localhost:{port}{screen.url}", f"{role} {screen.name}", with_axe=screen.is_own
            )
            if found:
                problems[f"{role} {screen.name} {screen.url}"] = found
        # What the last screen still asks for must not meet the next person's questions in the database.
        page.goto("about:blank")
        page.wait_for_timeout(1000)
        context.close()
    print(f"{len(seen)} screens")
    assert len(seen) > 40
    assert not problems, "\n".join(f"{where}\n    " + "\n    ".join(found) for where, found in problems.items())
