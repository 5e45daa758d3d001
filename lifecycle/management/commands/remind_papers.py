"""`manage.py remind_papers`: notices 90, 30 and 7 days before a legal paper ends, and at its end."""

from django.core.management.base import BaseCommand

from lifecycle.services.paper_notices import remind


class Command(BaseCommand):
    """Runs daily by the clock. Each notice goes out once, however often this runs."""

    help = "Tell chairs and curators about legal papers (SK) that end soon or have ended."

    def handle(self, *args, **options):
        told = remind()
        if options["verbosity"]:
            self.stdout.write(f"{told} papers")
