"""`manage.py load_regions`: the official regions, from the nation to the village."""

from django.core.management.base import BaseCommand

from kim_sites.models import Region
from kim_sites.services.regions import load_regions


class Command(BaseCommand):
    """Loads or refreshes the regions and shows each level as it is done."""

    help = "Load the official regions of Indonesia; safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Do nothing when regions are there already.")

    def handle(self, *args, if_empty: bool, **options):
        if if_empty and Region.objects.filter(level=Region.Level.VILLAGE).exists():
            return
        self.stdout.write("Loading regions …")
        report = load_regions(self.show)
        self.stdout.write(
            f"{report.created} new, {report.changed} changed, {report.deactivated} no longer official (kept, inactive)."
        )

    def show(self, level: int, count: int) -> None:
        """Print one line a level."""
        self.stdout.write(f"  {Region.Level(level).name.lower():<9}{count:>7,}")
        self.stdout.flush()
