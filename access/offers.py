"""What Wagtail's lists of pages offer, narrowed in place to what the person may do; see docs/decisions/narrowing.md.

Nothing is kept from anybody here: the views refuse for themselves.
"""

from wagtail.permissions import page_permission_policy

from access.narrowing import person


def may_publish_around(user, page=None) -> bool:
    """Whether the person may publish something on the page, above it or below it; anywhere, if no page is named.

    Asks nothing of its own: the person's permissions are read once for a request.
    """
    rows = page_permission_policy.get_cached_permissions_for_user(user)
    paths = [row.page.path for row in rows if row.permission.codename == "publish_page"]
    return any(page is None or page.path.startswith(path) or path.startswith(page.path) for path in paths)


def without_tick_boxes(stock):
    """What builds a table of pages: without the boxes of actions that would all be refused."""
    from wagtail.admin.ui.tables.pages import BulkActionsColumn

    def __init__(self, columns, *args, parent_page=None, **kwargs):
        user = person()
        if user is not None and not may_publish_around(user, parent_page):
            columns = [column for column in columns if not isinstance(column, BulkActionsColumn)]
        stock(self, columns, *args, parent_page=parent_page, **kwargs)

    return __init__


def for_those_who_may_read_it(stock):
    """Whether a draft is offered for reading."""

    def is_shown(self, user):
        permissions = self.page.permissions_for_user(user)
        return stock(self, user) and (permissions.can_publish() or permissions.can_edit())

    return is_shown


def narrow() -> None:
    """Put every replacement in its place; called once when the application is ready."""
    from wagtail.admin.ui.tables.pages import PageTable
    from wagtail.admin.wagtail_hooks import PageListingViewDraftButton

    PageTable.__init__ = without_tick_boxes(PageTable.__init__)
    PageListingViewDraftButton.is_shown = for_those_who_may_read_it(PageListingViewDraftButton.is_shown)
