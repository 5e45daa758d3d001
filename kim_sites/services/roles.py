"""The groups of a KIM and what each may do."""

from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission

from kim_sites.models import Kim, KimRole

Role = KimRole.Role

# In the tables, whatever the language of whoever makes the KIM; operators read it.
GROUP_NAMES = {Role.CHAIR: "ketua", Role.EDITOR: "editor", Role.CONTRIBUTOR: "kontributor"}

PAGE_PERMISSIONS = {
    Role.CONTRIBUTOR: ["add_page"],
    Role.EDITOR: ["add_page", "change_page", "publish_page"],
    Role.CHAIR: ["add_page", "change_page", "publish_page", "lock_page", "unlock_page"],
}
MEDIA_PERMISSIONS = {
    Role.CONTRIBUTOR: ["add_image", "choose_image", "add_document", "choose_document"],
    Role.EDITOR: ["add_image", "change_image", "choose_image", "add_document", "change_document", "choose_document"],
}
MEDIA_PERMISSIONS[Role.CHAIR] = [*MEDIA_PERMISSIONS[Role.EDITOR], "delete_image", "delete_document"]
RECORD_PERMISSIONS = {
    Role.CONTRIBUTOR: [],
    Role.EDITOR: ["add_seller", "change_seller", "view_seller", "submit_translation"],
    Role.CHAIR: [
        "submit_translation",
        "add_seller", "change_seller", "delete_seller", "view_seller",
        "add_officer", "change_officer", "delete_officer", "view_officer",
    ],
}  # fmt: skip

# Wagtail hangs the rights on pictures and documents on its own models, whichever the project uses.
PERMISSION_APPS = ("wagtailcore", "wagtailimages", "wagtaildocs", "wagtail_localize", "kim_sites")


def permissions(codenames: list[str]) -> list[Permission]:
    """Permission rows by codename. Raises LookupError if one is missing: a typing error must not drop a right."""
    rows = Permission.objects.filter(codename__in=codenames, content_type__app_label__in=PERMISSION_APPS)
    found = {row.codename: row for row in rows}
    missing = sorted(set(codenames) - set(found))
    if missing:
        raise LookupError(f"no such permission: {', '.join(missing)}")
    return [found[codename] for codename in codenames]


def allow_admin(group: Group) -> None:
    """Let a group's people into the admin."""
    group.permissions.add(Permission.objects.get(content_type__app_label="wagtailadmin", codename="access_admin"))


def allow_pages(group: Group, page, codenames: list[str]) -> None:
    """Give a group permissions on a page and all below it; safe to repeat."""
    for permission in permissions(codenames):
        GroupPagePermission.objects.get_or_create(group=group, page_id=page.pk, permission=permission)


def allow_media(group: Group, collection: Collection, codenames: list[str]) -> None:
    """Give a group permissions on a collection and all below it; safe to repeat."""
    for permission in permissions(codenames):
        GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)


def make_roles(kim: Kim) -> dict[str, Group]:
    """Make the three groups of a KIM with their permissions on its home page and collection."""
    groups = {}
    for role in Role:
        group = Group.objects.create(name=f"{kim.slug}: {GROUP_NAMES[role]}")
        KimRole.objects.create(kim=kim, role=role, group=group)
        allow_admin(group)
        group.permissions.add(*permissions(RECORD_PERMISSIONS[role]))
        allow_media(group, kim.collection, MEDIA_PERMISSIONS[role])
        groups[role.value] = group
    allow_home(kim, kim.home_page)
    return groups


def allow_home(kim: Kim, home) -> None:
    """Give the KIM's roles their permissions on a home page: the first one, or one in another language."""
    for kim_role in kim.roles.select_related("group"):
        allow_pages(kim_role.group, home, PAGE_PERMISSIONS[Role(kim_role.role)])


def copy_page_permissions(page) -> None:
    """Give every group that holds permissions on the page in another language the same ones on this page.

    A home page and a hub exist once per language, each in a tree of its own. Two queries, and no more for most pages.
    """
    rows = GroupPagePermission.objects.filter(page__translation_key=page.translation_key).exclude(page_id=page.pk)
    GroupPagePermission.objects.bulk_create(
        [GroupPagePermission(group_id=row.group_id, permission_id=row.permission_id, page_id=page.pk) for row in rows],
        ignore_conflicts=True,
    )
