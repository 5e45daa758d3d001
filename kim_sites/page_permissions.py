"""What Wagtail offers for a page: no more than it lets the person do once a button is tapped."""

from wagtail.models import PagePermissionTester


class PublicPagePermissions(PagePermissionTester):
    """Of any page of a site."""

    def can_view_revisions(self) -> bool:
        """The history, for those to whom Wagtail opens it."""
        return super().can_view_revisions() and (self.can_publish() or self.can_edit())

    def can_reorder_children(self) -> bool:
        """Only where there is something to sort."""
        return self.page.numchild > 0 and super().can_reorder_children()

    def can_copy(self) -> bool:
        """Only what could be added by hand as well: Wagtail would find no place for the copy."""
        return self.page.specific_class.is_creatable and super().can_copy()


class HomePermissions(PublicPagePermissions):
    """Of the home of a KIM and of a hub: they stand where their region has them, and acts of their own change that."""

    def can_move(self) -> bool:
        """Nobody: there is no other place for it."""
        return False

    def can_delete(self, ignore_bulk: bool = False) -> bool:
        """Operators only, also when nothing lies below it."""
        return self.user.is_superuser and super().can_delete(ignore_bulk)
