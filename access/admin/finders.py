"""Where a chosen object is edited: a link stands beside it only for people who may follow it.

Wagtail's choosers ask without naming the person, and then every link is shown.
"""

from wagtail.admin.admin_url_finder import register_admin_url_finder
from wagtail.admin.wagtail_hooks import CollectionAdminURLFinder, PageAdminURLFinder
from wagtail.documents.wagtail_hooks import DocumentAdminURLFinder
from wagtail.images.wagtail_hooks import ImageAdminURLFinder
from wagtail.models import Collection, Page

from access.services.current import current_request
from kim_sites.models import KimDocument, KimImage


class ForThePersonAsking:
    """Takes the person of the request when none is named."""

    def __init__(self, user=None):
        super().__init__(user or getattr(current_request(), "user", None))


class OwnPageFinder(ForThePersonAsking, PageAdminURLFinder):
    """Pages."""


class OwnImageFinder(ForThePersonAsking, ImageAdminURLFinder):
    """Photos."""


class OwnDocumentFinder(ForThePersonAsking, DocumentAdminURLFinder):
    """Documents."""


class OwnCollectionFinder(ForThePersonAsking, CollectionAdminURLFinder):
    """Collections: their screens are for operators."""

    def get_edit_url(self, instance):
        """None for everybody else, whatever they may put into the collection."""
        if self.user is not None and not self.user.is_superuser:
            return None
        return super().get_edit_url(instance)


def register_finders() -> None:
    """Put these in the place of Wagtail's."""
    register_admin_url_finder(Page, OwnPageFinder)
    register_admin_url_finder(KimImage, OwnImageFinder)
    register_admin_url_finder(KimDocument, OwnDocumentFinder)
    register_admin_url_finder(Collection, OwnCollectionFinder)
