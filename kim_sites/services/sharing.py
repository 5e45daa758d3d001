"""What tenants share on purpose, said here and nowhere else.

Down the tree: a KIM may show the pictures and documents that lie in the own collection of a hub above it (its regency,
its province, the nation), and link to open pages of hubs. Up the tree: a hub may link to any open page. Nothing else
crosses: not the media of another KIM, not drafts, not sellers, not officers.
"""

from django.db.models import Q, QuerySet
from wagtail.models import Collection, Page, PageViewRestriction

from kim_sites.addresses import path_prefixes


def above(paths: list[str], steplen: int = Page.steplen) -> list[str]:
    """Tree paths above the given ones, without the tree's root and without the given ones themselves."""
    return sorted({prefix for path in paths for prefix in path_prefixes(path)[:-1] if len(prefix) > steplen})


def shared_pages(paths: list[str]) -> list[int]:
    """Keys of the open pages of the hubs above the given page paths: the hubs and their own info pages, to link to.

    Three queries, which ask about these few hubs alone.
    """
    from kim_sites.models import InfoPage
    from kim_sites.services.scope import at_or_below

    hubs = above(paths)
    closed = PageViewRestriction.objects.filter(
        page__path__in={prefix for hub in hubs for prefix in path_prefixes(hub)}
    )
    closed_paths = tuple(closed.values_list("page__path", flat=True)) if hubs else ()
    hubs = [hub for hub in hubs if not hub.startswith(closed_paths)]
    if not hubs:
        return []
    info = Q(pk__in=[])
    for path in hubs:
        info |= at_or_below([path]) & Q(depth=len(path) // Page.steplen + 1)
    own_info = InfoPage.objects.filter(info, kim=None, live=True, is_private=False)
    open_hubs = Page.objects.filter(path__in=hubs, live=True)
    return [*open_hubs.values_list("pk", flat=True), *own_info.order_by().values_list("pk", flat=True)]


def shared_collections(paths: list[str]) -> QuerySet[Collection]:
    """The own collections of the hubs above the given collection paths, not those of the KIM below these hubs.

    The tree of collections mirrors the tree of pages: a hub's collection stands above those of its KIM.
    """
    return Collection.objects.filter(path__in=above(paths, Collection.steplen))
