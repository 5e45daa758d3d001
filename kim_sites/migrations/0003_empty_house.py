"""Clears what Wagtail puts into a new database: its welcome page and site, and two groups with rights on everything."""

from django.db import migrations


def clear(apps, schema_editor):
    apps.get_model("wagtailcore", "Site").objects.filter(hostname="localhost", root_page__slug="home").delete()
    pages = apps.get_model("wagtailcore", "Page").objects
    if pages.filter(depth=2, slug="home", content_type__model="page").delete()[0]:
        pages.filter(depth=1).update(numchild=0)
    apps.get_model("auth", "Group").objects.filter(name__in=["Moderators", "Editors"]).delete()
    apps.get_model("wagtailcore", "WorkflowPage").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [
        ("kim_sites", "0002_tenants"),
        ("wagtailcore", "0098_apitoken"),
    ]
    operations = [migrations.RunPython(clear, migrations.RunPython.noop)]
