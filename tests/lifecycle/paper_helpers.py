"""Papers, and people above a KIM, for the tests of papers, rosters and forums."""

import datetime
from io import BytesIO

import pypdfium2
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, LegalPaper, Region, User
from lifecycle.services.papers import PaperData
from tests import factories


def curator_of(code: str, email: str = "") -> User:
    """A curator of the hub of a region."""
    user = User.objects.create_user(email or f"kurator-{code}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(ensure_hub(Region.objects.get(code=code))))
    return user


def in_days(days: int) -> datetime.date:
    """The day that is so many days from today."""
    return timezone.localdate() + datetime.timedelta(days=days)


def data(number: str = "141/9/2026", **changes) -> PaperData:
    """What stands on a sound paper of ten days ago."""
    values = {"number": number, "issued_on": in_days(-10), "signer": "Ardi Wijaya", "office": "lurah"}
    return PaperData(**{**values, **changes})


def form(number: str = "141/9/2026", prefix: str = "", **changes) -> dict:
    """The same as a posted form, with a photo of the paper."""
    values = {
        "number": number,
        "issued_on": in_days(-10).isoformat(),
        "signer": "Ardi Wijaya",
        "office": "lurah",
        "valid_until": in_days(700).isoformat(),
        "scan": photo(),
    }
    values = {name: value for name, value in {**values, **changes}.items() if value is not None}
    return {f"{prefix}-{name}" if prefix else name: value for name, value in values.items()}


def photo() -> SimpleUploadedFile:
    """A photo of a paper as a phone sends it."""
    return SimpleUploadedFile("IMG_1.jpg", factories.picture_file().read(), "image/jpeg")


def pdf(pages: int = 2) -> SimpleUploadedFile:
    """A PDF with empty pages."""
    document = pypdfium2.PdfDocument.new()
    for _number in range(pages):
        document.new_page(300, 400)
    buffer = BytesIO()
    document.save(buffer)
    return SimpleUploadedFile("sk.pdf", buffer.getvalue(), "application/pdf")


def ends_in(kim: Kim, days: int | None) -> LegalPaper:
    """The KIM's current paper, which ends in so many days."""
    paper = kim.legal_papers.first()
    paper.valid_until = None if days is None else in_days(days)
    paper.save()
    return paper
