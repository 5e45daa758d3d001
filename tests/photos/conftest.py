"""People of one KIM with their browsers."""

import pytest

from tests import factories
from tests.photos.helpers import in_english


@pytest.fixture
def chair(kim):
    """The chair of KIM Parenggean."""
    return in_english(factories.member(kim, "chair"))


@pytest.fixture
def editor(kim):
    """An editor of KIM Parenggean."""
    return in_english(factories.member(kim, "editor"))


@pytest.fixture
def stranger(other_kim):
    """The chair of another KIM."""
    return in_english(factories.member(other_kim, "chair"))
