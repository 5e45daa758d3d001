"""What spreadsheets may look like, and what is said about those that can't be read."""

import datetime
import zipfile
from io import BytesIO

import pytest
from django.utils.translation import gettext
from openpyxl import Workbook, load_workbook

from onboarding.services import import_files
from onboarding.services.import_columns import COLUMNS, SheetError
from onboarding.services.import_reading import MOST_BYTES, MOST_ROWS, check_outside, read
from onboarding.services.import_rows import check_values, is_example, read_date, values_of
from tests.onboarding.sheets import HEADERS, csv_file, record, rows_of, xlsx


def records_in(content: bytes) -> list[dict]:
    table = read(content)
    return [values_of(line, table.positions) for line in table.lines]


SOUND = rows_of([record(1, nama="KIM Ménteng “Maju”", penanda_tangan="Ardi; Wijaya"), record(2)])


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_csv_of_every_kind_reads_like_the_workbook(delimiter, encoding):
    assert records_in(csv_file(SOUND, delimiter, encoding)) == records_in(xlsx(SOUND))
    assert records_in(xlsx(SOUND))[0]["tanggal_sk"] == "14/03/2025"


def test_a_line_that_names_the_separator_is_passed_over():
    assert len(records_in(b"sep=;\r\n" + csv_file(SOUND, ";", "utf-8"))) == 2


def test_headers_may_stand_in_any_order_and_spelling_below_a_title_with_columns_of_ones_own():
    rows = [
        ["DATA KIM KABUPATEN"],
        [],
        ["No", " NAMA  kim *", "kode", "NO. SK", "tgl SK", "Ditandatangani oleh", "Nama Ketua", "E-mail", "Catatan"],
        [1, "KIM Satu", "62.02.04.1001", "1/2025", "1/2/2025", "Ardi", "Siti", "siti@example.id", "-"],
        [None] * 9,
        [3, None, None, None, None, None, None, None, "jumlah"],
    ]
    table = read(xlsx(rows, lambda sheet: sheet.merge_cells("A1:I1")))
    assert [line.number for line in table.lines] == [4]
    assert values_of(table.lines[0], table.positions)["nama"] == "KIM Satu"
    assert table.lines[0].problems == {}


def test_the_sheet_with_the_headers_is_found():
    book = Workbook()
    book.active.append(["Petunjuk", "isi dengan benar"])
    sheet = book.create_sheet("Data")
    for row in SOUND:
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    assert len(read(buffer.getvalue()).lines) == 2


def test_missing_columns_are_named():
    rows = [[header for header in HEADERS if header not in ("Ketua", "Kode wilayah")], ["x"] * 9]
    with pytest.raises(SheetError, match="Ketua") as caught:
        read(xlsx(rows))
    assert "Kode wilayah" in str(caught.value)
    assert "Nama KIM" not in str(caught.value)


def test_a_column_that_is_there_twice_is_named():
    with pytest.raises(SheetError, match="Ketua"):
        read(xlsx([[*HEADERS, "nama ketua"], ["x"] * 12]))


def test_merged_cells_are_marked_in_every_row_that_they_touch():
    rows = rows_of([record(1), record(2), record(3)])
    table = read(xlsx(rows, lambda sheet: sheet.merge_cells("A2:A3")))
    assert [list(line.problems) for line in table.lines] == [[0], [0], []]


def test_formulas_and_their_errors_are_marked_and_never_computed():
    rows = rows_of([record(1, ketua="=1+1"), record(2, nama="#REF!"), record(3)])
    lines = read(xlsx(rows)).lines
    assert [bool(line.problems) for line in lines] == [True, True, False]
    assert lines[0].cells[9] == "=1+1"
    assert read(csv_file(rows_of([record(1, ketua="=cmd|'/C calc'!A0")]))).lines[0].problems


def test_codes_that_a_program_took_for_numbers_are_texts_again():
    assert records_in(xlsx(rows_of([record(1, kode=6202052001, nomor_sk=141.0)])))[0]["kode"] == "6202052001"
    assert records_in(xlsx(rows_of([record(1, nomor_sk=141.0)])))[0]["nomor_sk"] == "141"


def zipped(parts: dict[str, bytes], **kwargs) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **kwargs) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def with_part(name: str, content: bytes) -> bytes:
    with zipfile.ZipFile(BytesIO(xlsx(SOUND))) as package:
        parts = {part: package.read(part) for part in package.namelist()}
    return zipped({**parts, name: content})


BOMB = b'<?xml version="1.0"?><!DOCTYPE b [<!ENTITY a "aaaa"><!ENTITY c "&a;&a;&a;">]><worksheet>&c;</worksheet>'
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600 + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty. Please choose it again."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "This is an old workbook (XLS). Please save it as XLSX or CSV."),
        (LOCKED, "This workbook is locked by a password. Please save it without one."),
        (b"PK\x03\x04" + b"kaputt" * 50, "This workbook is damaged. Please save it again as XLSX."),
        (xlsx(SOUND)[:-300], "This workbook is damaged. Please save it again as XLSX."),
        (zipped({"foto.txt": b"x"}), "This file is no spreadsheet. Please choose an XLSX or CSV file."),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00", "This file is no spreadsheet. Please choose an XLSX or CSV file."),
        (with_part("xl/media/x.bin", b"\x00" * 45_000_000), "This workbook is too big inside. Please copy the rows into the template without pictures."),
        (with_part("xl/worksheets/sheet1.xml", BOMB), "This workbook is damaged. Please save it again as XLSX."),
        (with_part("xl/worksheets/sheet1.xml", b"<worksheet><sheetData><row"), "This workbook is damaged. Please save it again as XLSX."),
        (with_part("xl/workbook.xml", BOMB), "This workbook is damaged. Please save it again as XLSX."),
        (b'"Nama KIM;Ketua' + b"x" * 200_000, "This CSV file is damaged: a quotation mark may be missing. Please save it again."),
        (xlsx(rows_of([])), "There are no rows below the headers."),
    ],
    ids=["empty", "xls", "locked", "no-zip", "cut", "zip", "picture", "bomb", "entities", "cut-xml", "entities-2",
         "quotes", "no-rows"],
)  # fmt: skip
def test_a_file_that_cannot_be_used_gets_one_sentence(content, words):
    with pytest.raises(SheetError) as caught:
        read(content)
    assert str(caught.value) == gettext(words)


def test_too_big_and_too_long_files_are_refused():
    with pytest.raises(SheetError):
        check_outside(b"x" * (MOST_BYTES + 1))
    with pytest.raises(SheetError, match=str(MOST_ROWS)):
        read(csv_file([HEADERS, *(["x"] * 11 for _row in range(MOST_ROWS + 1))]))
    assert len(read(csv_file([HEADERS, *(["x"] * 11 for _row in range(MOST_ROWS))])).lines) == MOST_ROWS


@pytest.mark.parametrize(
    "text", ["31/12/2025", "31-12-2025", "31.12.2025", "2025-12-31", "31 Desember 2025", "31 DES 2025", "31-Dec-2025",
             "2025-12-31 00:00:00"],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(text):
    assert read_date(text) == datetime.date(2025, 12, 31)


@pytest.mark.parametrize("text", ["31/02/2025", "kemarin", "2025", "12/31/2025", "1/1/25", "31 Foo 2025", "14/03/0025"])
def test_what_is_no_date_is_said(text):
    assert "tanggal_sk" in check_values({"tanggal_sk": text})


def test_each_cell_is_checked_for_itself_and_beside_the_others():
    tomorrow = datetime.date.today() + datetime.timedelta(days=2)
    errors = check_values(
        {
            "nama": "x" * 121,
            "jenis": "klub motor",
            "nomor_sk": "1",
            "tanggal_sk": f"{tomorrow:%d/%m/%Y}",
            "jabatan": "Raja",
            "penanda_tangan": "Ardi",
            "ketua": "Siti",
            "email": "siti(at)example.id",
            "berdiri": f"{tomorrow:%d/%m/%Y}",
            "berlaku": "01/01/2020",
        }
    )
    assert set(errors) == {"nama", "jenis", "tanggal_sk", "jabatan", "email", "berdiri", "berlaku"}
    assert set(check_values({})) == {column.key for column in COLUMNS if column.required}


@pytest.mark.parametrize("content", [import_files.template_workbook, import_files.template_csv])
def test_the_template_reads_back_and_its_example_is_passed_over(content, db):
    table = read(content())
    assert set(table.positions) == {column.key for column in COLUMNS}
    values = values_of(table.lines[0], table.positions)
    assert is_example(values)
    assert check_values(values) == {}


def test_the_template_offers_the_known_words_and_explains_each_column(db):
    book = load_workbook(BytesIO(import_files.template_workbook()))
    lists = [rule.formula1 for rule in book["KIM"].data_validations.dataValidation]
    assert any("Karang Taruna" in words for words in lists)
    assert any("Kepala Desa" in words for words in lists)
    explained = {row[0] for row in book["Petunjuk"].iter_rows(values_only=True)}
    assert {column.header for column in COLUMNS} <= explained
    assert isinstance(book["KIM"]["H2"].value, datetime.datetime)
