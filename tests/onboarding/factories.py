"""Applications as they stand after they were sent, and people of the offices."""

import datetime
import itertools

from django.utils import timezone

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Region, User
from onboarding.models import Application, ApplicationOfficer, ApplicationStep
from onboarding.services.links import new_number
from tests.factories import make_regions, picture_file

_numbers = itertools.count(1)
PASSWORD = "rahasia-sekali"
OFFICERS = (("Siti Rahmah", "chair"), ("Budi Santoso", "secretary"), ("Rina Kasih", "treasurer"))


def make_application(region: str = "62.02.04.1001", officers=OFFICERS, days: int = 6, **fields) -> Application:
    """An application that was sent `days` ago and waits for the office, with a photo of the paper."""
    make_regions()
    number = next(_numbers)
    sent = timezone.now() - datetime.timedelta(days=days)
    place = Region.objects.get(code=region)
    values = {
        "number": new_number(),
        "nonce": f"nonce-{number}",
        "state": Application.State.SUBMITTED,
        "region": place,
        "regency_id": place.code_at(Region.Level.REGENCY),
        "kim_name": f"KIM Harapan {number}",
        "label": f"harapan-{number}",
        "paper_number": f"141/{number}/2025",
        "paper_issued_on": datetime.date(2025, 3, 14),
        "paper_signer": "Ardi Wijaya",
        "paper_office": "lurah",
        "paper_valid_until": timezone.localdate() + datetime.timedelta(days=700),
        "contact_name": "Joko Pelapor",
        "contact_email": f"pelapor-{number}@example.id",
        "contact_phone": f"+62812000{number:05}",
        "chair_email": f"ketua-{number}@example.id",
        "consent_at": sent,
        "submitted_at": sent,
        "waiting_since": sent,
        "changed_at": sent,
    }
    application = Application.objects.create(**{**values, **fields})
    if "scan" not in fields:
        application.scan.save("sk.jpg", picture_file(size=(120, 160)))
    ApplicationOfficer.objects.bulk_create(
        ApplicationOfficer(application=application, name=name, position=position, sort_order=order)
        for order, (name, position) in enumerate(officers)
    )
    ApplicationStep.objects.create(application=application, kind="submitted")
    return application


def curator(code: str, email: str = "") -> User:
    """A curator of the hub of a region, who can sign in."""
    make_regions()
    user = User.objects.create_user(email or f"kurator-{next(_numbers)}@example.id", PASSWORD)
    user.groups.add(curator_group(ensure_hub(Region.objects.get(code=code))))
    return user


def operator() -> User:
    """A platform operator."""
    return User.objects.create_superuser(f"operator-{next(_numbers)}@example.id", PASSWORD)
