"""People and settings for the tests of accounts."""

import pytest

from tests.factories import member


@pytest.fixture
def editor(kim):
    return member(kim, "editor", "editor@example.id")


@pytest.fixture
def strict(settings):
    """As in production: curators and operators need the second step."""
    settings.TWO_FACTOR_REQUIRED = True
