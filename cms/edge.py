"""Tells a CDN or proxy in front (EDGE_PURGE) which addresses show something new. Wagtail purges the page itself."""

from django.conf import settings
from wagtail.contrib.frontend_cache.utils import PurgeBatch
from wagtail.signals import page_published, page_unpublished

from home.hub_lists import SECTIONS
from home.models import FeedEntry, HubPage
from kim_sites.models import KimPage
from kim_sites.services.versions import of_hubs_above


def addresses_around(page: KimPage) -> list[str]:
    """What shows a page of a KIM besides itself: home and list of the KIM, homes and lists of the hubs above."""
    home = page.kim_home
    if home is None:
        return []
    base = home.full_url
    parent = page.get_parent()
    found = [base, *([f"{base}{parent.slug}/"] if parent.depth > home.depth else [])]
    section = SECTIONS.get(FeedEntry.objects.filter(pk=page.pk).values_list("section", flat=True).first())
    codes = [name.partition(":")[2] for name in of_hubs_above(home.kim.region_id)]
    for hub in HubPage.objects.live().filter(region_id__in=codes, locale_id=page.locale_id):
        found += [hub.full_url, *([f"{hub.full_url}{section.slug}/"] if section else [])]
    return found


def on_page(sender, instance, **kwargs):
    """A page of a KIM was published or taken back. The queue does the asking, and tries again."""
    if isinstance(instance, KimPage):
        PurgeBatch(addresses_around(instance)).purge()


def register() -> None:
    """Listen, if this installation has something in front of it."""
    if settings.WAGTAILFRONTENDCACHE:
        page_published.connect(on_page)
        page_unpublished.connect(on_page)
