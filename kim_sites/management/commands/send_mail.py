"""`manage.py send_mail`: try mails again that a server did not take."""

from django.core.management.base import BaseCommand

from kim_sites.services import mail


class Command(BaseCommand):
    """Sends what waits and is due, and forgets what is old."""

    help = "Send the mails that wait for another try, and forget those that are older than 30 days."

    def handle(self, *args, verbosity: int = 1, **options):
        tried, forgotten = mail.deliver_due(), mail.prune()
        if verbosity:
            self.stdout.write(f"Tried {tried}, forgot {forgotten}.")
