"""`manage.py resume_onboarding`: sites whose making was cut off are taken up again."""

from django.core.management.base import BaseCommand

from onboarding.services.opening import resume


class Command(BaseCommand):
    """Runs by the clock; safe to repeat and safe to run beside itself."""

    help = "Take up approved applications whose site was not made within two minutes."

    def handle(self, *args, verbosity: int, **options):
        count = resume()
        if verbosity:
            self.stdout.write(f"{count} taken up again")
