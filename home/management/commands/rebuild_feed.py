"""`manage.py rebuild_feed`: heal what hubs show, and report drift."""

import sys

from django.core.management.base import BaseCommand

from home.services.feed import rebuild_feed


class Command(BaseCommand):
    """Compares the feed with the pages. Drift in normal running is a bug worth reporting."""

    help = "Compare the hubs' feed with the pages, report differences and heal them."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only report; exit status 1 if anything differs")

    def handle(self, *args, check: bool, **options):
        drift = rebuild_feed(check_only=check, progress=self.show)
        for name in ("missing", "stale", "superfluous"):
            pages = getattr(drift, name)
            listed = f": pages {', '.join(map(str, pages[:20]))}{' …' if len(pages) > 20 else ''}" if pages else ""
            self.stdout.write(f"{name:<12}{len(pages):>6}{listed}")
        self.stdout.write(
            f"{'counts':<12}{len(drift.counts):>6}{': ' if drift.counts else ''}{', '.join(drift.counts)}"
        )
        if not drift:
            self.stdout.write("The feed and the pages agree.")
        elif not check:
            self.stdout.write("Healed.")
        if drift and check:
            sys.exit(1)

    def show(self, done: int, total: int) -> None:
        """Print a line for every hundredth tenant and the last one."""
        if done % 100 == 0 or done == total:
            self.stdout.write(f"  {done:,} of {total:,} KIM")
