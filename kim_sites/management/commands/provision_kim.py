"""`manage.py provision_kim`: make one KIM from the command line."""

import datetime

from django.core.management.base import BaseCommand, CommandError

from kim_sites.models import Kim, LegalPaper
from kim_sites.services.provisioning import ChairData, DecreeData, KimRequest, ProvisioningError, provision_kim


def iso_date(value: str) -> datetime.date:
    """Read `2025-03-14`. Raises CommandError with a sentence otherwise."""
    try:
        return datetime.date.fromisoformat(value)
    except ValueError as error:
        raise CommandError(f"“{value}” is not a date. Write it like 2025-03-14.") from error


class Command(BaseCommand):
    """Makes a tenant; the same call twice makes one. Every problem is one line and exit status 1."""

    help = "Make a KIM with its site, pages, collection, roles and the chair's account; safe to repeat."

    def add_arguments(self, parser):
        parser.add_argument("--region", required=True, help="Kemendagri code of the village or district, e.g. 62.02.04")
        parser.add_argument("--name", required=True)
        parser.add_argument("--slug", required=True, help="first part of the address, e.g. parenggean")
        parser.add_argument("--sk-number", default="")
        parser.add_argument("--sk-date", default="", help="2025-03-14")
        parser.add_argument("--sk-signer", default="")
        parser.add_argument("--sk-office", default=LegalPaper.Office.KEPALA_DESA, choices=LegalPaper.Office.values)
        parser.add_argument("--sk-valid-until", default="")
        parser.add_argument("--chair-name", default="")
        parser.add_argument("--chair-email", default="")
        parser.add_argument("--founded", default="", help="2020-08-17; not the date of the SK")
        parser.add_argument("--kind", default=Kim.GroupKind.KIM, choices=Kim.GroupKind.values)
        parser.add_argument("--registration-number", default="")

    def handle(self, *args, **options):
        decree = None
        if options["sk_number"] and options["sk_date"] and options["sk_signer"]:
            decree = DecreeData(
                number=options["sk_number"],
                issued_on=iso_date(options["sk_date"]),
                signer=options["sk_signer"],
                office=options["sk_office"],
                valid_until=iso_date(options["sk_valid_until"]) if options["sk_valid_until"] else None,
            )
        request = KimRequest(
            region_code=options["region"],
            name=options["name"].strip(),
            slug=options["slug"].strip(),
            decree=decree,
            chair=ChairData(options["chair_name"], options["chair_email"]),
            founded_on=iso_date(options["founded"]) if options["founded"] else None,
            kind_of_group=options["kind"],
            registration_number=options["registration_number"],
        )
        try:
            result = provision_kim(request)
        except ProvisioningError as error:
            raise CommandError(str(error)) from error
        verb = "is ready" if result.created else "was there already"
        self.stdout.write(f"{result.kim.name} {verb}: {result.kim.url}")
