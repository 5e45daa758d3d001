"""`manage.py prune_readers`: forget numbers of readers that no screen shows any more."""

from django.core.management.base import BaseCommand

from dashboard.services.readers import DAYS_KEPT, prune


class Command(BaseCommand):
    """Run by the clock each day; safe to repeat."""

    help = f"Delete numbers of readers older than {DAYS_KEPT} days."

    def handle(self, *args, **options):
        self.stdout.write(f"{prune()} rows removed.")
