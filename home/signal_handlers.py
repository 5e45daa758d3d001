"""Translates events of the tenant's pages into calls of the feed's service."""

from home.services.feed import RISING_MODELS, sync_kim, sync_page
from kim_sites.models import Kim
from kim_sites.signals import kim_changed, page_written


def on_page_written(sender, page_id, **kwargs):
    """A page was saved: its entry follows."""
    if sender in RISING_MODELS:
        sync_page(sender, page_id)


def on_kim_changed(sender, kim_id, **kwargs):
    """Name, status, host, region or tree of a tenant changed: all its entries follow."""
    if Kim.objects.filter(pk=kim_id).exists():
        sync_kim(kim_id)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    page_written.connect(on_page_written)
    kim_changed.connect(on_kim_changed)
