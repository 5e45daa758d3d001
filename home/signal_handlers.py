"""Translates events of the tenant's pages into calls of the feed's service."""

from django.db.models.signals import post_delete, post_save, pre_save

from home.services.counts import recount
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


def note_region(sender, instance, **kwargs):
    """Remember where the KIM was before it is written: the regency that it leaves is counted anew too."""
    instance.region_before = Kim.objects.filter(pk=instance.pk).values_list("region_id", flat=True).first() or ""


def on_kim_written(sender, instance, **kwargs):
    """A KIM was made, moved, opened, closed or removed."""
    recount(instance.region_id, getattr(instance, "region_before", ""))


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    pre_save.connect(note_region, sender=Kim)
    for signal in (post_save, post_delete):
        signal.connect(on_kim_written, sender=Kim)
    page_written.connect(on_page_written)
    kim_changed.connect(on_kim_changed)
