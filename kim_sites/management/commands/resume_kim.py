"""`manage.py resume_kim SLUG`."""

from django.core.management.base import BaseCommand, CommandError

from kim_sites.models import Kim
from kim_sites.services.provisioning import ProvisioningError, resume_kim


class Command(BaseCommand):
    """Open a suspended KIM's site again."""

    help = "Open a suspended KIM's site again."

    def add_arguments(self, parser):
        parser.add_argument("slug")

    def handle(self, *args, **options):
        kim = Kim.objects.filter(slug=options["slug"]).first()
        if kim is None:
            raise CommandError(f"There is no KIM with the address “{options['slug']}”.")
        try:
            kim = resume_kim(kim)
        except ProvisioningError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{kim.name}: {kim.get_status_display()}")
