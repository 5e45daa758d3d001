"""Whether a loaded database is sound: the trees, what refers to what, and what the hubs and the search know."""

import random

from django.contrib.contenttypes.models import ContentType
from django.db import connection, models, transaction
from wagtail.models import Collection, Page

from cms.scale.capture import captured_models
from home.models import FeedEntry, HubPage
from home.services import feed
from home.services.counts import drifted
from kim_sites.models import Kim, KimHomePage
from search.services import index

SAMPLE = 40  # KIM whose feed and search are compared with their pages by the services themselves

# Each finds keys of rows that are wrong. `{table}` is a tree of treebeard's, `{steps}` the length of one step.
TREE_QUESTIONS = {
    "path has letters that no path has": "SELECT id FROM {table} WHERE path <> upper(path) OR path LIKE '%-%'",
    "path is no whole number of steps": "SELECT id FROM {table} WHERE length(path) % {steps} <> 0",
    "depth does not fit the path": "SELECT id FROM {table} WHERE depth <> length(path) / {steps}",
    "has no parent": """SELECT child.id FROM {table} AS child LEFT JOIN {table} AS parent
        ON parent.path = substr(child.path, 1, length(child.path) - {steps})
        WHERE child.depth > 1 AND parent.id IS NULL""",
    "number of children is wrong": """SELECT node.id FROM {table} AS node LEFT JOIN (
        SELECT substr(path, 1, length(path) - {steps}) AS parent, count(*) AS number FROM {table}
        WHERE depth > 1 GROUP BY 1) AS found ON found.parent = node.path
        WHERE node.numchild <> coalesce(found.number, 0)""",
}
PAGE_QUESTIONS = {
    "address does not follow its parent's": """SELECT child.id FROM {table} AS child JOIN {table} AS parent
        ON parent.path = substr(child.path, 1, length(child.path) - {steps})
        WHERE child.url_path <> parent.url_path || child.slug || '/'""",
    "two siblings have one address": """SELECT min(id) FROM {table} WHERE depth > 1 GROUP BY
        substr(path, 1, length(path) - {steps}), slug HAVING count(*) > 1""",
}


def problems(sample: int = SAMPLE) -> list[str]:
    """Everything that is wrong, one line each; empty if the database is sound."""
    found = [*tree_problems(Page, TREE_QUESTIONS | PAGE_QUESTIONS), *tree_problems(Collection, TREE_QUESTIONS)]
    if ids := _without_type():
        found.append(f"Page: its own type has no such page: {_some(ids)}")
    return [*found, *unsorted_collections(), *dangling(), *misplaced(), *sample_problems(sample)]


def unsorted_collections() -> list[str]:
    """Collections of KIM that don't stand in the order of their names: treebeard could not add another one."""
    found, before = [], ("", "")
    for pk, path, name in (
        Collection.objects.filter(kim__isnull=False).order_by("path").values_list("pk", "path", "name")
    ):
        parent = path[: -Collection.steplen]
        if parent == before[0] and name < before[1]:
            found.append(pk)
        before = (parent, name)
    return [f"Collection: not in the order of names: {_some(found)}"] if found else []


def tree_problems(model, questions: dict[str, str]) -> list[str]:
    """What is wrong with one tree."""
    found = []
    for name, question in questions.items():
        if ids := _ids(question.format(table=model._meta.db_table, steps=model.steplen)):
            found.append(f"{model.__name__}: {name}: {_some(ids)}")
    return found


def _ids(sql: str) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return [row[0] for row in cursor.fetchall()]


def _some(ids: list) -> str:
    return f"{len(ids)} rows: {', '.join(map(str, ids[:5]))}{' …' if len(ids) > 5 else ''}"


def _without_type() -> list[int]:
    """Pages whose row in their own type's table is missing."""
    ids = []
    for number in Page.objects.order_by().values_list("content_type_id", flat=True).distinct():
        model = ContentType.objects.get_for_id(number).model_class()
        if model is not Page:
            ids += _ids(
                f"SELECT page.id FROM {Page._meta.db_table} AS page LEFT JOIN {model._meta.db_table} AS own"  # noqa: S608
                f" ON own.page_ptr_id = page.id WHERE page.content_type_id = {number} AND own.page_ptr_id IS NULL"
            )
    return ids


def dangling() -> list[str]:
    """Foreign keys that lead nowhere: bulk loading did not look at them."""
    found = []
    for model in captured_models():
        for field in model._meta.local_concrete_fields:
            if isinstance(field, models.ForeignKey) and field.db_constraint:
                target = field.remote_field.model
                table, pk = model._meta.db_table, model._meta.pk.column
                ids = _ids(
                    f'SELECT one."{pk}" FROM {table} AS one LEFT JOIN {target._meta.db_table} AS other'  # noqa: S608
                    f' ON other."{field.target_field.column}" = one."{field.column}"'
                    f' WHERE one."{field.column}" IS NOT NULL AND other."{field.target_field.column}" IS NULL'
                )
                found += [f"{model.__name__}.{field.name} leads nowhere: {_some(ids)}"] if ids else []
    return found


MISPLACED = {
    "stands outside its KIM": """SELECT entry.page_id FROM home_feedentry AS entry
        JOIN wagtailcore_page AS page ON page.id = entry.page_id JOIN kim_sites_kim AS kim ON kim.id = entry.kim_id
        JOIN wagtailcore_page AS home ON home.id = kim.home_page_id
        WHERE substr(page.path, 1, length(home.path)) <> home.path""",
    "site does not lead to the home page": """SELECT kim.id FROM kim_sites_kim AS kim
        JOIN wagtailcore_site AS site ON site.id = kim.site_id WHERE site.root_page_id <> kim.home_page_id""",
    "home page is not below its regency's hub": """SELECT kim.id FROM kim_sites_kim AS kim
        JOIN wagtailcore_page AS home ON home.id = kim.home_page_id
        LEFT JOIN home_hubpage AS hub ON hub.region_id = substr(kim.region_id, 1, 5)
        LEFT JOIN wagtailcore_page AS above ON above.id = hub.page_ptr_id
            AND above.path = substr(home.path, 1, length(home.path) - 4)
        GROUP BY kim.id HAVING count(above.id) = 0""",
}


def misplaced() -> list[str]:
    """KIM whose parts do not belong together."""
    found = [f"{name}: {_some(ids)}" for name, sql in MISPLACED.items() if (ids := _ids(sql))]
    if Kim.objects.count() != KimHomePage.objects.filter(alias_of__isnull=True).values("kim").distinct().count():
        found.append("not every KIM has a home page")
    return found if HubPage.objects.exists() else [*found, "there are no hubs"]


def sample_problems(size: int) -> list[str]:
    """What the feed's and the search's own services find wrong in some KIM."""
    ids = list(Kim.objects.order_by("pk").values_list("pk", flat=True))
    some = ids[:10] + random.Random(3).sample(ids[10:], min(max(0, size - 10), len(ids) - 10))  # noqa: S311
    entries, documents = feed.Drift(), index.Drift()
    for kim_id in some:
        feed._compare_kim(kim_id, entries, check_only=True)
        for batch in _batches(list(FeedEntry.objects.filter(kim_id=kim_id).order_by("pk"))):
            with transaction.atomic():
                index._compare(batch, documents, check_only=True)
    entries.counts = list(drifted())
    found = [f"feed: {entries}"] if entries else []
    return [*found, f"search: {documents}"] if documents else found


def _batches(rows: list) -> list[list]:
    return [rows[start : start + index.BATCH] for start in range(0, len(rows), index.BATCH)]
