"""`manage.py suspend_kim SLUG`."""

from django.core.management.base import BaseCommand, CommandError

from kim_sites.models import Kim
from kim_sites.services.provisioning import ProvisioningError, suspend_kim


class Command(BaseCommand):
    """Close a KIM's site to readers; its content stays."""

    help = "Close a KIM's site to readers; its content stays."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("--reason", default="", help="shown to the KIM and to curators")

    def handle(self, *args, **options):
        kim = Kim.objects.filter(slug=options["slug"]).first()
        if kim is None:
            raise CommandError(f"There is no KIM with the address “{options['slug']}”.")
        try:
            kim = suspend_kim(kim, options["reason"])
        except ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{kim.name}: {kim.get_status_display()}")
