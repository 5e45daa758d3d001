"""Collections that are never all fetched only to be counted, or to fill a select."""

from django.db.models.query import ModelIterable
from wagtail.models import Collection
from wagtail.models.media import CollectionQuerySet

MOST_IN_SELECT = 20


class WideCollections(CollectionQuerySet):
    """Wagtail's forms and lists only want to know whether there is none, one or more."""

    def _is_open(self) -> bool:
        return self._result_cache is None and not self.query.is_sliced and self._iterable_class is ModelIterable

    def __len__(self):
        return self.count() if self._is_open() else super().__len__()

    def __bool__(self):
        return self.exists() if self._is_open() else super().__bool__()

    def count(self):
        """None, one, or two for more."""
        return len(self.values_list("pk")[:2]) if self._is_open() else super().count()

    def get_indented_choices(self):
        """The first few, from the top of the tree."""
        rows = list(self[:MOST_IN_SELECT])
        top = min((row.depth for row in rows), default=2)
        return [(row.pk, row.get_indented_name(top, html=True)) for row in rows]

    @property
    def are_few(self) -> bool:
        """Whether all of them fit into a select."""
        return len(self.values_list("pk")[: MOST_IN_SELECT + 1]) <= MOST_IN_SELECT


def widen(collections) -> WideCollections:
    """The same collections, as a query that is never fetched whole."""
    wide = collections._chain()
    if wide.model is Collection:
        wide.__class__ = WideCollections
    return wide
