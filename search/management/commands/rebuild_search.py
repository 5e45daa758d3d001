"""`manage.py rebuild_search`: heal the search index, and report drift."""

import sys

from django.core.management.base import BaseCommand

from search.services.index import rebuild_search


class Command(BaseCommand):
    """Compares the search index with the pages. Drift in normal running is a bug worth reporting."""

    help = "Compare the search index with the pages, report differences and heal them."

    def add_arguments(self, parser):
        parser.add_argument("--check", action="store_true", help="only report; exit status 1 if anything differs")

    def handle(self, *args, check: bool, **options):
        drift = rebuild_search(check_only=check, progress=self.show)
        for name in ("missing", "stale"):
            pages = getattr(drift, name)
            listed = f": pages {', '.join(map(str, pages[:20]))}{' …' if len(pages) > 20 else ''}" if pages else ""
            self.stdout.write(f"{name:<12}{len(pages):>6}{listed}")
        if drift.broken:
            self.stdout.write("The database's own index does not agree with its rows.")
        if not drift:
            self.stdout.write("The search index and the pages agree.")
        elif not check:
            self.stdout.write("Healed.")
        if drift and check:
            sys.exit(1)

    def show(self, done: int, total: int) -> None:
        """Print a line for every thousandth entry and the last one."""
        if done % 1000 == 0 or done == total:
            self.stdout.write(f"  {done:,} of {total:,} entries")
