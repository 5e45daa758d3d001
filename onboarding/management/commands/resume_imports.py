"""`manage.py resume_imports`: go on with imports whose worker was killed."""

from django.core.management.base import BaseCommand

from onboarding.services import imports


class Command(BaseCommand):
    """Hands imports that nobody works on to the queue again, and forgets old ones."""

    help = "Go on with imports whose worker was killed, and forget imports that are older than 90 days."

    def handle(self, *args, verbosity: int = 1, **options):
        resumed, forgotten = imports.resume(), imports.prune()
        if verbosity:
            self.stdout.write(f"Went on with {resumed}, forgot {forgotten}.")
