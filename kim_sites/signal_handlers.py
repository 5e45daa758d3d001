"""Translates events of Wagtail into calls of the tenant's services. Nothing else listens in this application."""

from django.core.exceptions import ValidationError
from django.db.models.signals import post_delete, post_save, pre_save
from taggit.models import Tag
from wagtail.contrib.settings.models import BaseSiteSetting
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.signals import post_page_move
from wagtail_localize.models import SegmentOverride

from kim_sites.models import Kim, KimHomePage, KimImage, KimPage, Officer, PublicPage, Region, Seller
from kim_sites.services import versions
from kim_sites.services.references import check_references, owner_of_kim, owner_of_path
from kim_sites.services.resync import kim_of_site, resave_below, resave_users_of_image
from kim_sites.services.roles import copy_page_permissions
from kim_sites.signals import address_changed, kim_changed, page_written


def on_move(sender, instance, **kwargs):
    """A moved page, and all below it, may have another address or another privacy."""
    resave_below(instance.path)


def on_address_change(sender, path, **kwargs):
    """All below a renamed page have another address. Wagtail's own signal comes only after the commit."""
    resave_below(path)


def on_restriction_change(sender, instance, **kwargs):
    """A page became private or public, with all below it."""
    page = Page.objects.filter(pk=instance.page_id).first()
    if page:
        resave_below(page.path)


def on_image_save(sender, instance, created, **kwargs):
    """A replaced file or a moved focus makes other renditions: cards that show the picture are made anew."""
    if not created:
        resave_users_of_image(instance)


def on_kim_save(sender, instance, created, **kwargs):
    """Name, status or region changed."""
    if not created:
        kim_changed.send(sender=Kim, kim_id=instance.pk)


def on_site_save(sender, instance, created, **kwargs):
    """The host of a KIM changed: so did the address of each of its pages."""
    kim_id = kim_of_site(instance)
    if kim_id and not created:
        kim_changed.send(sender=Kim, kim_id=kim_id)


def on_region_save(sender, instance, created, **kwargs):
    """A renamed region is named on every card below it."""
    if not created:
        versions.bump(versions.ALL)  # names that are kept in memory; once more when readers may see the new one
        versions.bump_on_commit(versions.ALL)
        for kim_id in Kim.objects.filter(region__code__startswith=instance.code).values_list("pk", flat=True):
            kim_changed.send(sender=Kim, kim_id=kim_id)


def on_plain_page_save(sender, instance, raw=False, **kwargs):
    """Wagtail saved a page without its type (moving, expiry): tell listeners what the page's own `save` would."""
    model = instance.specific_class
    if not raw and model and issubclass(model, KimPage):
        page_written.send(sender=model, page_id=instance.pk)


def guard_record(sender, instance, raw=False, **kwargs):
    """A record or a setting of a site refers to nothing of another tenant. Raises ValidationError."""
    if raw:
        return
    if isinstance(instance, BaseSiteSetting):
        check_references(instance, lambda: owner_of_path(instance.site.root_page.path))
    elif isinstance(instance, Seller | Officer) and instance.kim_id:
        check_references(instance, lambda: owner_of_kim(instance.kim_id))


def guard_override(sender, instance, raw=False, **kwargs):
    """What a translation puts in the place of a picture or a page is judged like the page itself.

    Raises ValidationError. Blocks are judged when the translation is shown or published.
    """
    page = Page.objects.filter(translation_key=instance.context.object_id).first()
    model = page.specific_class if page and not raw else None
    name = instance.context.path.split(".")[0]
    if model is None or name not in {field.name for field in model._meta.get_fields() if field.many_to_one}:
        return
    value = model()
    try:
        setattr(value, f"{name}_id", instance.data)
        check_references(value, lambda: owner_of_path(page.path))
    except (TypeError, ValueError) as error:
        raise ValidationError(str(error)) from error


def on_tag_save(sender, instance, **kwargs):
    """One table of tags serves all tenants: in one spelling, so that nobody learns how others write theirs."""
    instance.name = instance.name.lower()


def on_page_created(sender, instance, created, **kwargs):
    """A page in another language: whoever may work on the first one may work on this one too."""
    if created and isinstance(instance, PublicPage):
        copy_page_permissions(instance)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    post_page_move.connect(on_move)
    address_changed.connect(on_address_change)
    for signal in (post_save, post_delete):
        signal.connect(on_restriction_change, sender=PageViewRestriction)
    post_save.connect(on_plain_page_save, sender=Page)
    post_save.connect(on_page_created)
    pre_save.connect(guard_record)
    pre_save.connect(guard_override, sender=SegmentOverride)
    pre_save.connect(on_tag_save, sender=Tag)
    post_save.connect(on_image_save, sender=KimImage)
    post_save.connect(on_kim_save, sender=Kim)
    post_save.connect(on_site_save, sender=Site)
    post_save.connect(on_region_save, sender=Region)
    post_delete.connect(on_home_delete, sender=KimHomePage)


def on_home_delete(sender, instance, **kwargs):
    """A KIM's page tree is gone: what was known of it elsewhere is worked out anew."""
    if instance.kim_id:
        kim_changed.send(sender=Kim, kim_id=instance.kim_id)
