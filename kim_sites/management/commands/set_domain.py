"""`manage.py set_domain SLUG HOST`: a KIM answers on a domain of its own."""

from django.core.management.base import BaseCommand, CommandError

from kim_sites.models import Kim
from kim_sites.services.domains import DomainError, set_domain


class Command(BaseCommand):
    """Changes the main address; the one before it redirects from then on."""

    help = "Let a KIM answer on a host name; its subdomain as HOST brings it back."

    def add_arguments(self, parser):
        parser.add_argument("slug")
        parser.add_argument("host", help="e.g. kimparenggean.id")

    def handle(self, *args, slug: str, host: str, **options):
        kim = Kim.objects.filter(slug=slug).first()
        if kim is None:
            raise CommandError(f"There is no KIM “{slug}”.")
        try:
            kim = set_domain(kim, host)
        except DomainError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"{kim.name} answers at {kim.url}")
