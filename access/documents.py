"""On which host a document may be had."""

from wagtail.models import Collection, Site

from access.scope import scope_of
from home.models import HubPage
from kim_sites.models import Kim, KimDocument
from kim_sites.services.sharing import above


def is_for_host(collection: Collection, request) -> bool:
    """Whether what lies in a collection may be handed out on the asked host.

    On a KIM's host: its own collection and those of the hubs above. On a hub's host: its own and the hubs' above it and
    below it, not those of KIM. On the admin's host: what the person may use.
    """
    if getattr(request, "is_admin_host", False):
        user = request.user
        return user.is_authenticated and scope_of(user).collections(KimDocument).filter(pk=collection.pk).exists()
    site = Site.find_for_request(request)
    if site is None:
        return False
    home = own_collection(site)
    if home is None:
        return False
    if collection.path.startswith(home.path):
        return site_is_kim(site) or not Kim.objects.filter(collection__path__in=_at_and_above(collection)).exists()
    return collection.path in above([home.path], Collection.steplen)


def _at_and_above(collection: Collection) -> list[str]:
    return [*above([collection.path], Collection.steplen), collection.path]


def site_is_kim(site: Site) -> bool:
    """Whether the site is a KIM's."""
    return Kim.objects.filter(site=site).exists()


def own_collection(site: Site) -> Collection | None:
    """The collection of the KIM or of the hub whose site this is."""
    kim = Kim.objects.select_related("collection").filter(site=site).first()
    if kim:
        return kim.collection
    hub = HubPage.objects.select_related("collection").filter(pk=site.root_page_id).first()
    return hub.collection if hub else None
