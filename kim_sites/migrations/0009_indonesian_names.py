"""What stands in the tables of a new installation in English, and people read as it is: in Indonesian."""

from django.db import migrations
from django.db.models import F, Value
from django.db.models.functions import Replace

PAGES, MEDIA, STOCK = "Semua halaman", "Seluruh portal", "Root"
# Groups are called after the slug of their KIM, or "hub 62", and a role.
ROLES = {"chair": "ketua", "editor": "editor", "contributor": "kontributor"}
STOCK_WORKFLOW = "Moderators approval"


def rename_roots(apps, pages: tuple[str, str], media: tuple[str, str]) -> None:
    """The page above all sites and the collection above all media; each as old and new."""
    for field in ("title", "draft_title"):
        found = apps.get_model("wagtailcore", "Page").objects.filter(depth=1, **{field: pages[0]})
        found.update(**{field: pages[1]})
    apps.get_model("wagtailcore", "Collection").objects.filter(depth=1, name=media[0]).update(name=media[1])


def rename_groups(apps, roles: dict[str, str], curators: tuple[str, str]) -> None:
    groups, kim_roles = apps.get_model("auth", "Group").objects, apps.get_model("kim_sites", "KimRole").objects
    for old, new in roles.items():
        of_role = kim_roles.filter(group__name__endswith=f": {old}").values("group_id")
        groups.filter(pk__in=of_role).update(name=Replace(F("name"), Value(f": {old}"), Value(f": {new}")))
    old, new = curators
    of_hubs = groups.filter(name__startswith="hub ", name__endswith=f": {old}")
    of_hubs.update(name=Replace(F("name"), Value(f": {old}"), Value(f": {new}")))


def remove_stock_workflow(apps) -> None:
    """Wagtail's own is for a group that is gone, on no page; unless somebody has used it."""
    workflow = apps.get_model("wagtailcore", "Workflow").objects.filter(name=STOCK_WORKFLOW).first()
    is_used = workflow and (
        apps.get_model("wagtailcore", "WorkflowState").objects.filter(workflow=workflow).exists()
        or apps.get_model("wagtailcore", "WorkflowPage").objects.filter(workflow=workflow).exists()
    )
    if workflow and not is_used:
        tasks = [link.task_id for link in apps.get_model("wagtailcore", "WorkflowTask").objects.filter(workflow=workflow)]
        workflow.delete()
        apps.get_model("wagtailcore", "GroupApprovalTask").objects.filter(pk__in=tasks, name=STOCK_WORKFLOW).delete()


def say_it_in_indonesian(apps, schema_editor) -> None:
    rename_roots(apps, (STOCK, PAGES), (STOCK, MEDIA))
    rename_groups(apps, ROLES, ("curator", "kurator"))
    remove_stock_workflow(apps)


def say_it_in_english(apps, schema_editor) -> None:
    rename_roots(apps, (PAGES, STOCK), (MEDIA, STOCK))
    rename_groups(apps, {new: old for old, new in ROLES.items()}, ("kurator", "curator"))


class Migration(migrations.Migration):
    dependencies = [("kim_sites", "0008_photo_room"), ("wagtailcore", "0098_apitoken"), ("auth", "0012_alter_user_first_name_max_length")]
    operations = [migrations.RunPython(say_it_in_indonesian, say_it_in_english)]
