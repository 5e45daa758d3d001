"""Builds spreadsheets for tests."""

import csv
import datetime
from io import BytesIO, StringIO

from django.core.files.base import ContentFile
from openpyxl import Workbook

from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Region, User
from kim_sites.models.regions import NATION_CODE
from onboarding.models import ImportJob
from onboarding.services import imports
from onboarding.services.import_columns import BY_KEY
from tests.factories import make_regions

KEYS = (
    "kode",
    "nama",
    "alamat",
    "jenis",
    "nomor_sk",
    "tanggal_sk",
    "penanda_tangan",
    "jabatan",
    "berlaku",
    "ketua",
    "email",
)
HEADERS = [BY_KEY[key].header for key in KEYS]


def make_villages(count: int, district: str = "62.02.05") -> list[Region]:
    """That many villages of a district, beside those of the factories."""
    villages = [
        Region(code=f"{district}.2{number:03}", name=f"Desa Uji {number}", level=4, kind="desa", parent_id=district)
        for number in range(1, count + 1)
    ]
    return Region.objects.bulk_create(villages)


def record(number: int = 1, **changes) -> dict:
    """One sound row by column."""
    values = {
        "kode": f"62.02.05.2{number:03}",
        "nama": f"KIM Uji {number}",
        "nomor_sk": f"141/{number}/2025",
        "tanggal_sk": datetime.date(2025, 3, 14),
        "penanda_tangan": "Ardi Wijaya",
        "ketua": "Siti Rahmah",
        "email": f"ketua.uji{number}@example.id",
    }
    return {**values, **changes}


def rows_of(records: list[dict], keys=KEYS) -> list[list]:
    """Headers and cells."""
    return [[BY_KEY[key].header for key in keys], *([values.get(key) for key in keys] for values in records)]


def xlsx(rows: list[list], change=None) -> bytes:
    """A workbook of these rows; `change` gets the sheet before it is saved."""
    book = Workbook()
    for row in rows:
        book.active.append(row)
    if change:
        change(book.active)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def csv_file(rows: list[list], delimiter: str = ";", encoding: str = "utf-8-sig") -> bytes:
    """The same as CSV."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=delimiter)
    for row in rows:
        writer.writerow(["" if cell is None else f"{cell:%d/%m/%Y}" if hasattr(cell, "year") else cell for cell in row])
    return buffer.getvalue().encode(encoding)


def nation() -> Region:
    """The region of the whole country."""
    return Region.objects.get(code=NATION_CODE)


def curator(code: str) -> User:
    """A curator of the hub of a region."""
    make_regions()
    user = User.objects.create_user(f"kurator-{code}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(ensure_hub(Region.objects.get(code=code))))
    return user


def start(actor, records, region: Region | None = None, as_file=xlsx) -> ImportJob:
    """An import of these rows, checked, for the first of the actor's regions if none is given."""
    content = ContentFile(as_file(rows_of(records)))
    job = imports.start(actor, region or imports.regions_for(actor)[0], content, "kim.xlsx")
    job.refresh_from_db()
    return job


def states(job) -> list[str]:
    """The states of its rows."""
    return list(job.rows.values_list("state", flat=True))


def errors(job) -> list[set]:
    """The columns with a mistake, by row."""
    return [set(row.errors) for row in job.rows.all()]
