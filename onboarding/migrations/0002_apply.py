"""Names of regions as people type them, and applications by the address of who applies, each in an index."""

from django.db import migrations, models

SQUASHED = "REPLACE(REPLACE(REPLACE(REPLACE(LOWER(name), ' ', ''), '-', ''), '''', ''), '.', '')"


def add_index(apps, schema_editor):
    """The expression is the one of `onboarding.services.region_search.Squashed`."""
    collation = ' COLLATE "C"' if schema_editor.connection.vendor == "postgresql" else ""
    schema_editor.execute(
        f"CREATE INDEX onboarding_region_names ON kim_sites_region (({SQUASHED}{collation}), code)"
        if collation
        else f"CREATE INDEX onboarding_region_names ON kim_sites_region ({SQUASHED}, code)"
    )


def remove_index(apps, schema_editor):
    schema_editor.execute("DROP INDEX onboarding_region_names")


class Migration(migrations.Migration):
    dependencies = [("onboarding", "0001_initial")]
    operations = [
        migrations.RunPython(add_index, remove_index),
        migrations.AddIndex(
            model_name="application",
            index=models.Index(fields=["contact_email"], name="applications_of_person"),
        ),
    ]
