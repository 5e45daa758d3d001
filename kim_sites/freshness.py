"""Tells the kept pages of a KIM that something they show has changed. What hubs show is told by `home`."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Locale, Page, Site

from kim_sites.models import Kim, KimDocument, KimImage, KimPage, LegalPaper, Officer, Seller
from kim_sites.models.base import is_draft_only
from kim_sites.services import versions


def on_page(sender, instance, created=False, update_fields=None, **kwargs):
    """A page was written or removed. A new draft, or the draft of a page, is nothing that readers see."""
    if isinstance(instance, KimPage):
        if instance.kim_id and not is_draft_only(update_fields) and not (created and not instance.live):
            versions.bump_on_commit(versions.of_kim(instance.kim_id))
    elif sender is Page and not is_draft_only(update_fields):
        model = instance.specific_class
        if model and issubclass(model, KimPage):
            kim_id = model.objects.filter(pk=instance.pk).values_list("kim_id", flat=True).first()
            bump_kim(kim_id)


def on_record(sender, instance, **kwargs):
    """Something that belongs to a KIM: an officer, a seller, a legal paper."""
    bump_kim(instance.kim_id)


def on_kim(sender, instance, **kwargs):
    """The KIM itself: its name, its status, its place."""
    bump_kim(instance.pk)


def on_media(sender, instance, created=False, **kwargs):
    """A picture or a document was replaced, renamed or removed. A new one stands on no page yet."""
    if not created:
        bump_kim(Kim.objects.filter(collection_id=instance.collection_id).values_list("pk", flat=True).first())


def on_site(sender, instance, **kwargs):
    """The address of a KIM, which stands on all of its pages."""
    bump_kim(Kim.objects.filter(site_id=instance.pk).values_list("pk", flat=True).first())


def on_locale(sender, **kwargs):
    """A language came or went: every page may link its translations anew."""
    versions.bump_on_commit(versions.ALL)


def bump_kim(kim_id: int | None) -> None:
    """After the commit; nothing for what belongs to no KIM."""
    if kim_id:
        versions.bump_on_commit(versions.of_kim(kim_id))


HANDLERS = {
    None: on_page,
    Officer: on_record,
    Seller: on_record,
    LegalPaper: on_record,
    Kim: on_kim,
    KimImage: on_media,
    KimDocument: on_media,
    Site: on_site,
    Locale: on_locale,
}


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    for signal in (post_save, post_delete):
        for sender, handler in HANDLERS.items():
            signal.connect(handler, sender=sender)
