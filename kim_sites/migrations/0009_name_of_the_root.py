"""Names the page above all sites in Indonesian: the explorer shows it, and Wagtail calls it "Root"."""

from django.db import migrations

TITLE, STOCK = "Semua halaman", "Root"


def rename(apps, old: str, new: str) -> None:
    for field in ("title", "draft_title"):
        apps.get_model("wagtailcore", "Page").objects.filter(depth=1, **{field: old}).update(**{field: new})


class Migration(migrations.Migration):
    dependencies = [("kim_sites", "0008_photo_room"), ("wagtailcore", "0098_apitoken")]
    operations = [
        migrations.RunPython(
            lambda apps, schema_editor: rename(apps, STOCK, TITLE),
            lambda apps, schema_editor: rename(apps, TITLE, STOCK),
        )
    ]
