"""In which KIM somebody is working right now: people with roles in several must not mix them up."""

from django.utils.functional import SimpleLazyObject
from wagtail.models import Page

from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimHomePage
from kim_sites.services.scope import own_kim

# Where views of pages and of records leave what they are about.
PAGES, RECORDS = ("page", "parent_page"), ("kim", "object")


def kim_here(user, context) -> Kim | None:
    """The KIM of the page or record that a screen is about, else the person's only one; None if neither is clear.

    `context` is that of the template. One query for a page, one for the person's own.
    """
    for name in PAGES:
        page = context.get(name)
        if isinstance(page, Page) and page.path:
            return kim_of_path(page.path) or only_kim(user)
    for name in RECORDS:
        record = context.get(name)
        if isinstance(record, SimpleLazyObject):
            continue
        kim = record if isinstance(record, Kim) else getattr(record, "kim", None)
        if isinstance(kim, Kim):
            return kim
    return only_kim(user)


def kim_of_path(path: str) -> Kim | None:
    """The KIM to whose tree a path belongs, in whichever language."""
    home = KimHomePage.objects.filter(path__in=path_prefixes(path)).select_related("kim").first()
    return home.kim if home else None


def only_kim(user) -> Kim | None:
    """The person's KIM, if there is exactly one."""
    mine = list(own_kim(user)[:2])
    return mine[0] if len(mine) == 1 else None
