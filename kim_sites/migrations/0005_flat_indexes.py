"""Indexes on Wagtail's tables for what would otherwise read every tenant's rows. Wagtail's models don't know of them.

Each is made only if it is missing. On a large running installation make them first, by hand and `CONCURRENTLY`.
"""

from django.db import migrations, models

# Name, table, and what stands behind it on PostgreSQL and on SQLite.
INDEXES = [
    # The children of a page or collection, and the root of the tree: by depth and the beginning of the path.
    ("kim_page_level", "wagtailcore_page", "(depth, path)", "(depth, path)"),
    ("kim_collection_level", "wagtailcore_collection", "(depth, path)", "(depth, path)"),
    ("kim_default_site", "wagtailcore_site", "(id) WHERE is_default_site", "(id) WHERE is_default_site"),
    # The newest pages of all, for operators and for curators of many tenants.
    ("kim_page_newest", "wagtailcore_page", "(latest_revision_created_at DESC NULLS LAST)",
     "(latest_revision_created_at DESC)"),
    ("kim_page_aging", "wagtailcore_page", "(last_published_at)", "(last_published_at)"),
    ("kim_page_locked", "wagtailcore_page", "(locked_at) WHERE locked", "(locked_at) WHERE locked"),
]  # fmt: skip


def add(apps, schema_editor):
    for name, table, postgres, sqlite in INDEXES:
        columns = postgres if schema_editor.connection.vendor == "postgresql" else sqlite
        schema_editor.execute(f"CREATE INDEX IF NOT EXISTS {name} ON {table} {columns}")


def remove(apps, schema_editor):
    for name, *_rest in INDEXES:
        schema_editor.execute(f"DROP INDEX IF EXISTS {name}")


class Migration(migrations.Migration):
    dependencies = [
        ("kim_sites", "0004_approval"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [
        migrations.RunPython(add, remove),
        migrations.AddIndex(model_name="kim", index=models.Index(fields=["name", "id"], name="kim_by_name")),
    ]
