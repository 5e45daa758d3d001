"""`manage.py prune_applications`: personal data that nobody needs any more."""

from django.core.management.base import BaseCommand

from onboarding.services.pruning import prune


class Command(BaseCommand):
    """Deletes drafts that nobody touched for 30 days, and what was refused or withdrawn 180 days ago."""

    help = "Delete drafts untouched for 30 days, and applications that were refused or withdrawn 180 days ago."

    def handle(self, *args, verbosity: int = 1, **options):
        count = prune()
        if verbosity:
            self.stdout.write(f"Deleted {count}.")
