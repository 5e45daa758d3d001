"""Helps somebody who lost both the phone and the recovery codes."""

from django.core.management.base import BaseCommand, CommandError

from accounts.services.two_factor import switch_off
from kim_sites.models import User


class Command(BaseCommand):
    """Forget the second step of one account."""

    help = "Forget the second step of one account. Make sure first that it is really the person who asks."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, **options):
        user = User.objects.filter(email=options["email"].strip().lower()).first()
        if user is None:
            raise CommandError(f"There is no account {options['email']}.")
        if not switch_off(user):
            raise CommandError(f"{user.email} has no second step.")
        self.stdout.write(f"{user.email} now signs in with the password alone.")
