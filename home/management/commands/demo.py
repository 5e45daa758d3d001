"""`manage.py demo`: two provinces with their hubs, fifteen KIM and a login for every role."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.content.hubs import PEOPLE
from home.demo.loader import load_demo
from kim_sites.models import Kim, Region

# Known to everyone who reads this, so it is only for a desk: without DEBUG a password has to be given.
DESK_PASSWORD = "coba-kim-sekarang"  # noqa: S105
ROLE_NAMES = {
    "chair": "chair of KIM Parenggean",
    "editor": "editor of KIM Parenggean",
    "contributor": "contributor of KIM Parenggean",
    "regency_curator": "curator of Kotawaringin Timur",
    "provincial_curator": "curator of Kalimantan Tengah",
    "operator": "operator of the platform",
}


class Command(BaseCommand):
    """Makes demo content. What is there already stays; an interrupted run is taken up again."""

    help = "Make the demo portal: Kalimantan Tengah and Kalimantan Barat with fifteen KIM."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="do nothing when the database has a KIM already")
        parser.add_argument("--show", action="store_true", help="only print the addresses and logins")
        parser.add_argument("--password", default="", help="for the demo logins; required without DEBUG")

    def handle(self, *args, if_empty: bool, show: bool, password: str, **options):
        if not show and not (if_empty and Kim.objects.exists()):
            self.load(password)
        if not if_empty:
            self.show()

    def load(self, password: str) -> None:
        """Make the content. Raises CommandError without regions, or without a password outside a desk."""
        if not password and not settings.DEBUG:
            raise CommandError("Give the demo logins a password: manage.py demo --password …")
        if not Region.objects.filter(level=Region.Level.VILLAGE).exists():
            raise CommandError("Load the regions first: manage.py load_regions")
        self.stdout.write("Making demo content, pictures included. This takes a few minutes.")
        load_demo(password or DESK_PASSWORD, self.say)

    def say(self, line: str) -> None:
        """Print one step at once, even into a pipe."""
        self.stdout.write(f"  {line}")
        self.stdout.flush()

    def show(self) -> None:
        """Print where to look and how to sign in."""
        base, scheme = settings.BASE_DOMAIN, settings.PUBLIC_SCHEME
        self.stdout.write("\nHubs")
        for label in ("", "kalteng.", "kalbar."):
            self.stdout.write(f"  {scheme}://{label}{base}/")
        self.stdout.write("KIM")
        for kim in Kim.objects.select_related("site").order_by("pk")[:30]:
            self.stdout.write(f"  {kim.url:<48}{kim.name}")
        self.stdout.write(f"Admin\n  {settings.WAGTAILADMIN_BASE_URL}/admin/")
        for person in PEOPLE:
            self.stdout.write(f"  {person['email']:<36}{ROLE_NAMES[person['key']]}")
        if settings.DEBUG:
            self.stdout.write(f"  password for all: {DESK_PASSWORD}")
