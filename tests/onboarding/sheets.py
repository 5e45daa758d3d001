"""Builds spreadsheets for tests."""

import csv
import datetime
from io import BytesIO, StringIO

from openpyxl import Workbook

from kim_sites.models import Region
from kim_sites.models.regions import NATION_CODE
from onboarding.services.import_columns import BY_KEY

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
