"""Applicants in tests are quicker than people, and as many as a test wants."""

import pytest


@pytest.fixture(autouse=True)
def _quick_people(settings):
    settings.APPLY_FEWEST_SECONDS = settings.APPLY_FEWEST_SECONDS_TO_SEND = 0
