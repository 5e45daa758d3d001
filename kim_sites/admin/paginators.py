"""Pages of long lists at a flat cost."""

from django.utils.functional import cached_property
from wagtail.admin.paginator import WagtailPaginator

MOST = 1000  # rows that a list counts and offers; beyond that people narrow the list


class CappedPaginator(WagtailPaginator):
    """Counts at most `MOST` rows: the count of a list must not grow with the number of tenants."""

    @cached_property
    def count(self) -> int:
        """The number of rows, at most `MOST`."""
        return self.object_list.order_by()[:MOST].count()
