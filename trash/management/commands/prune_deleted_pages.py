"""`manage.py prune_deleted_pages`: what has lain in the bin long enough is deleted for good."""

from django.core.management.base import BaseCommand

from trash.services.bin import prune


class Command(BaseCommand):
    """Safe to repeat."""

    help = "Delete for good what was put into the bin longer ago than DELETED_PAGES_DAYS."

    def handle(self, *args, **options):
        count = prune()
        if options["verbosity"]:
            self.stdout.write(f"{count} deleted pages removed for good.")
