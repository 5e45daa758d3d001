"""What stands in a history is in the language of its reader, whatever that of who acted."""

import pytest
from django.utils import translation
from wagtail.log_actions import registry
from wagtail.models import PageLogEntry, PageViewRestriction

from tests import factories


@pytest.mark.parametrize(
    ("language", "words"), [("id-id", "kata sandi"), ("en", "Private, accessible with a shared password")]
)
def test_a_restriction_is_named_in_the_readers_language(kim, language, words):
    page = factories.make_news(kim)
    with translation.override("en" if language == "id-id" else "id-id"):
        restriction = PageViewRestriction.objects.create(page=page, restriction_type="password", password="kunci-desa")
        restriction.delete()
    entries = PageLogEntry.objects.filter(page=page, action__contains="view_restriction")
    assert len(entries) == 2
    with translation.override(language):
        for entry in entries:
            assert words in registry.get_formatter(entry).format_message(entry)
