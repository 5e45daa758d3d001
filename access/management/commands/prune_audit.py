"""`manage.py prune_audit`."""

from django.core.management.base import BaseCommand

from access.services.audit import prune


class Command(BaseCommand):
    """Remove audit entries older than a year."""

    help = "Remove audit entries older than a year. Safe to repeat."

    def handle(self, *args, verbosity, **options):
        removed = prune()
        if verbosity:
            self.stdout.write(f"{removed} audit entries removed")
