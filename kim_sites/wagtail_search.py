"""Wagtail's search index (explorer, choosers, media) at a flat cost: the backend of WAGTAILSEARCH_BACKENDS.

The stock backends work out an average over the whole index at every save, and count every match of every type for each
page of results. See docs/decisions/flat-admin.md.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F
from modelsearch.backends import database

AVERAGE_TITLE = 4.0  # words of a title that count; the stock backend averages over all of them


def SearchBackend(params):
    """The stock backend for the database of this installation, with an index and results of ours."""
    backend = database.SearchBackend(params)
    if hasattr(getattr(backend, "index_class", None), "_refresh_title_norms"):
        backend.index_class = flat_index(backend.index_class)
        backend.results_class = flat_results(backend.results_class)
    return backend


def flat_index(stock):
    """An index that weighs the titles of what is saved, and of nothing else."""

    class FlatIndex(stock):
        def _refresh_title_norms(self, full=False):
            if full:
                super()._refresh_title_norms(full)

        def add_items(self, model, objs):
            """Store the objects, then the weight of their titles: a short title that matches counts for more."""
            from modelsearch.backends.database.postgres.postgres import Length

            super().add_items(model, objs)
            if self.write_connection.vendor != "postgresql":
                return  # a new entry's own 1.0 will do
            types = {ContentType.objects.get_for_model(part) for part in (model, *model._meta.get_parent_list())}
            own = self.entries.filter(content_type__in=types, object_id__in=[str(item.pk) for item in objs])
            lengths = own.annotate(title_length=Length("title")).filter(title_length__gt=0)
            lengths.update(title_norm=AVERAGE_TITLE / F("title_length"))

    return FlatIndex


def flat_results(stock):
    """Counts without what a list shows of each row, and makes no table of how many matches there are of a type."""

    class FlatResults(stock):
        supports_facet = False

        def _do_count(self):
            rows = self.get_queryset()
            return super()._do_count() if rows.query.is_sliced else rows.order_by().values("pk").count()

    return FlatResults
