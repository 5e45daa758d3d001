"""`manage.py prune_photos`: delete photos that have lain in the bin long enough."""

from django.core.management.base import BaseCommand

from photos.services.bin import KEPT, prune


class Command(BaseCommand):
    """Run by the clock each day; safe to repeat."""

    help = f"Delete photos that were put into the bin more than {KEPT.days} days ago."

    def handle(self, *args, **options):
        self.stdout.write(f"{prune()} photos removed.")
