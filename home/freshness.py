"""Tells the kept pages of hubs that something they show has changed: what rises, what curators decide, who is there."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from home.models import Curation, FeedEntry, HubPage
from home.signals import entry_removed, entry_written
from kim_sites.addresses import path_prefixes
from kim_sites.models import InfoPage, Kim, KimDocument, KimHomePage, KimImage, Region
from kim_sites.models.base import is_draft_only
from kim_sites.services import versions
from kim_sites.signals import kim_changed


def on_entry(sender, entry, **kwargs):
    """An entry rises to the hubs of its regency, its province and the nation."""
    versions.bump_on_commit(*versions.of_hubs_above(entry.regency_code))


def on_curation(sender, instance, **kwargs):
    """One hub decided something."""
    codes = HubPage.objects.filter(translation_key=instance.hub_key).values_list("region_id", flat=True)
    versions.bump_on_commit(*(versions.of_hub(code) for code in codes[:1]))


def on_page(sender, instance, update_fields=None, **kwargs):
    """A hub, an info page of one, or the home of a KIM, which stands in directories."""
    if is_draft_only(update_fields):
        return
    if isinstance(instance, HubPage):
        bump_around(instance)
    elif isinstance(instance, InfoPage) and not instance.kim_id:
        hubs = HubPage.objects.filter(path__in=path_prefixes(instance.path)).values_list("region_id", flat=True)
        versions.bump_on_commit(*(versions.of_hub(code) for code in hubs))
    elif isinstance(instance, KimHomePage) and instance.kim_id:
        versions.bump_on_commit(*versions.of_hubs_above(instance.kim.region_id))
    elif sender is Page and instance.specific_class in (HubPage, InfoPage):
        specific = instance.specific_class.objects.filter(pk=instance.pk).first()
        if specific:
            on_page(type(specific), specific)


def bump_around(hub: HubPage) -> None:
    """The hub, the one above, which lists it, and those right below, which lead back to it."""
    below = Region.objects.filter(parent_id=hub.region_id, level__lte=Region.Level.REGENCY)
    codes = {hub.region_id, *below.values_list("code", flat=True)}
    versions.bump_on_commit(*map(versions.of_hub, sorted(codes)), *versions.of_hubs_above(hub.region_id))


def on_kim_changed(sender, kim_id, **kwargs):
    """Name, status, host or region of a KIM: directories and numbers."""
    code = Kim.objects.filter(pk=kim_id).values_list("region_id", flat=True).first()
    if code:
        versions.bump_on_commit(*versions.of_hubs_above(code))


def on_region(sender, instance, created, **kwargs):
    """A region got another name."""
    if not created:
        versions.bump_on_commit(*versions.of_hubs_above(instance.code))


def on_media(sender, instance, created=False, **kwargs):
    """A picture or a document of a hub."""
    if not created:
        hubs = HubPage.objects.filter(collection_id=instance.collection_id).values_list("region_id", flat=True)
        versions.bump_on_commit(*(versions.of_hub(code) for code in dict.fromkeys(hubs)))


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    entry_written.connect(on_entry, sender=FeedEntry)
    entry_removed.connect(on_entry, sender=FeedEntry)
    kim_changed.connect(on_kim_changed, sender=Kim)
    post_save.connect(on_region, sender=Region)
    for signal in (post_save, post_delete):
        signal.connect(on_page)
        signal.connect(on_curation, sender=Curation)
        signal.connect(on_media, sender=KimImage)
        signal.connect(on_media, sender=KimDocument)
