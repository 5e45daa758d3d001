"""A page of results: matched entries with their matches marked."""

from dataclasses import dataclass

from home.models import FeedEntry
from search.services.marks import marked, snippet
from search.services.query import Query


@dataclass
class Matches:
    """All matches in their order, of which only the page that is shown is loaded. One query."""

    ids: list[int]
    query: Query
    has_more: bool = False

    def __len__(self) -> int:
        return len(self.ids)

    def __getitem__(self, part: slice) -> list[FeedEntry]:
        ids = self.ids[part]
        rows = FeedEntry.objects.select_related("search_document").defer(
            "search_document__title_words",
            "search_document__body_words",
            "search_document__starts",
            "search_document__scope",
        )
        entries = rows.in_bulk(ids) if ids else {}
        return [self._marked(entries[pk]) for pk in ids if pk in entries]

    def _marked(self, entry: FeedEntry) -> FeedEntry:
        words = snippet(entry.summary, entry.search_document.text, self.query, entry.language)
        entry.marked_title = marked(entry.title, self.query, entry.language)
        entry.marked_summary = marked(words, self.query, entry.language)
        return entry

    @property
    def count_label(self) -> str:
        """The number of matches as readers see it: `500+` when the rest was not counted."""
        return f"{len(self)}+" if self.has_more else str(len(self))
