"""`manage.py resume_archives`: exports and restores that a killed worker left, and files that are no longer kept."""

from django.core.management.base import BaseCommand

from lifecycle.services.archive import export, restore


class Command(BaseCommand):
    """Safe to repeat."""

    help = "Take up exports and restores that were cut off, and delete old files."

    def handle(self, *args, **options):
        resumed = export.resume_exports() + restore.resume_restores()
        deleted = export.prune_exports() + restore.prune_restores()
        self.stdout.write(f"{resumed} taken up again, {deleted} deleted")
