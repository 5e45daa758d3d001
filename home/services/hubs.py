"""Finds or makes hubs: the nation's, a province's, a regency's."""

from dataclasses import dataclass

from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.text import slugify
from wagtail.models import Collection, Locale, Page, Site

from home.models import HubPage
from home.services.provinces import province_label
from kim_sites.models import KimRole, Region
from kim_sites.models.regions import NATION_CODE
from kim_sites.services import hosts
from kim_sites.services.hub_pages import HubPlace
from kim_sites.services.provisioning import SOURCE_LANGUAGE
from kim_sites.services.roles import RECORD_PERMISSIONS, allow_admin, allow_media, allow_pages, permissions

CURATOR_PAGE_PERMISSIONS = ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"]
CURATOR_MEDIA_PERMISSIONS = [
    "add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document",
]  # fmt: skip


@dataclass(frozen=True)
class HubNames:
    """What a hub is called: its title and the last part of its address."""

    title: str
    slug: str


def hub_place(region: Region) -> HubPlace:
    """The place for a KIM in `region`: the hub of its regency, made if it is missing."""
    hub = ensure_hub(Region.objects.get(code=region.code_at(Region.Level.REGENCY)))
    return HubPlace(hub.page_ptr, hub.collection)


@transaction.atomic
def ensure_hub(region: Region) -> HubPage:
    """The hub of a nation, province or regency, with all hubs above it; made if missing, safe side by side.

    Raises ValueError for a region below a regency.
    """
    if region.level > Region.Level.REGENCY:
        raise ValueError(f"{region} is too small for a hub")
    hub = find_hub(region)
    if hub:
        return hub
    if region.level == Region.Level.NATION:
        parent_page, parent_collection = Page.get_first_root_node(), Collection.get_first_root_node()
    else:
        parent = ensure_hub(Region.objects.get(code=region.parent_id))
        parent_page, parent_collection = parent.page_ptr, parent.collection
    # Whoever comes second waits here, and then finds what the first one made.
    parent_page = Page.objects.select_for_update().get(pk=parent_page.pk)
    return find_hub(region) or _make_hub(region, parent_page, parent_collection)


def find_hub(region: Region) -> HubPage | None:
    """The hub of exactly this region in the source language."""
    hubs = HubPage.objects.filter(region_id=region.code, locale__language_code=SOURCE_LANGUAGE)
    return hubs.select_related("collection", "region").first()


def hub_names(region: Region) -> HubNames:
    """Title and address of a region's hub."""
    if region.code == NATION_CODE:
        return HubNames("Portal KIM Indonesia", "indonesia")
    if region.level == Region.Level.PROVINCE:
        return HubNames(f"KIM {region.short_name}", province_label(region))
    return HubNames(f"KIM {region.short_name}", slugify(region.short_name))


def _make_hub(region: Region, parent_page: Page, parent_collection: Collection) -> HubPage:
    names = hub_names(region)
    collection = parent_collection.add_child(instance=Collection(name=names.title))
    hub = HubPage(
        title=names.title,
        slug=names.slug,
        region=region,
        collection=collection,
        locale=Locale.objects.get(language_code=SOURCE_LANGUAGE),
    )
    parent_page.add_child(instance=hub)
    hub.save_revision()
    if region.level < Region.Level.REGENCY:
        label = names.slug if region.level == Region.Level.PROVINCE else ""
        Site.objects.create(
            hostname=hosts.subdomain(label),
            port=hosts.site_port(),
            site_name=names.title,
            root_page=hub.page_ptr,
            is_default_site=region.code == NATION_CODE,
        )
    return hub


def curator_group(hub: HubPage) -> Group:
    """The group of a hub's curators, made with its permissions if missing. They hold everything below the hub."""
    group, created = Group.objects.get_or_create(name=f"hub {hub.region_id}: kurator")
    if created:
        allow_admin(group)
        group.permissions.add(*permissions(RECORD_PERMISSIONS[KimRole.Role.CHAIR]))
        allow_pages(group, hub, CURATOR_PAGE_PERMISSIONS)
        allow_media(group, hub.collection, CURATOR_MEDIA_PERMISSIONS)
    return group
