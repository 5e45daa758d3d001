"""A contributor, the chair who decides, and a page for the two."""

import pytest

from tests.factories import make_news, member


@pytest.fixture
def author(kim):
    return member(kim, "contributor", "kontributor@example.id")


@pytest.fixture
def chair(kim):
    return member(kim, "chair", "ketua@example.id")


@pytest.fixture
def page(kim, author):
    """A complete draft of a contributor."""
    return make_news(kim, "Gotong royong", live=False, owner=author, slug="gotong-royong")
