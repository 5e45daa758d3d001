"""The spreadsheets that are handed out: the template, and the corrected copy of an import."""

import csv
import datetime
from io import BytesIO, StringIO

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from onboarding.models import ImportJob, ImportRow
from onboarding.services.import_columns import COLUMNS, REMARKS, SheetError, recognise, words_of
from onboarding.services.import_reading import MOST_ROWS, read
from onboarding.services.import_rows import read_date

SHEET, HELP_SHEET = "KIM", "Petunjuk"
HEAD = PatternFill("solid", fgColor="0F4C5C")
NEEDED = PatternFill("solid", fgColor="9A3B12")
WRONG = PatternFill("solid", fgColor="FFD6CC")
GREY = Font(italic=True, color="6B6B6B")
DATE_STYLE, TEXT_STYLE = "DD/MM/YYYY", "@"
AUTHOR = "KIM"


def template_workbook() -> bytes:
    """The template as XLSX: headers, one example, drop-downs, and a sheet that explains."""
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    _write_heads(sheet, [column.header for column in COLUMNS])
    for place, column in enumerate(COLUMNS, start=1):
        cell = _write(sheet, 2, place, column.example, column.kind)
        cell.font = GREY
    with translation.override(settings.LANGUAGE_CODE):
        _add_drop_downs(sheet, {column.key: place for place, column in enumerate(COLUMNS)})
        _write_help(book.create_sheet(HELP_SHEET))
    return _bytes(book)


def template_csv() -> bytes:
    """The template as CSV with semicolons and a mark for UTF-8: so that a program set to Indonesian opens it well."""
    buffer = StringIO()
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow([column.header for column in COLUMNS])
    writer.writerow([column.example for column in COLUMNS])
    return buffer.getvalue().encode("utf-8-sig")


def corrected_copy(job: ImportJob) -> bytes:
    """The rows of an import with the faulty cells marked and a column that says what is wrong.

    All columns and rows of the file are in it, also those that the import does not know. Raises SheetError if the file
    is gone.
    """
    try:
        with job.file.open("rb") as file:
            table = read(file.read())
    except (FileNotFoundError, ValueError) as error:
        raise SheetError(_("The file is gone. Please choose it again.")) from error
    rows = {row.number: row for row in ImportRow.objects.filter(job=job)}
    headers = list(table.headers)
    while headers and not headers[-1]:
        headers.pop()
    old = [place for place, text in enumerate(headers) if text.casefold() == REMARKS.casefold()]
    kept = [place for place in range(len(headers)) if place not in old]
    book = Workbook()
    sheet = book.active
    sheet.title = SHEET
    heads = [headers[place] for place in kept]
    _write_heads(sheet, [*heads, REMARKS])
    positions = recognise(heads)
    kinds = {place: column.kind for column in COLUMNS if (place := positions.get(column.key)) is not None}
    for number, line in enumerate(table.lines, start=2):
        cells = [line.cells[place] if place < len(line.cells) else "" for place in kept]
        for place, text in enumerate(cells):
            _write(sheet, number, place + 1, text, kinds.get(place, "text"))
        _mark(sheet, number, rows.get(line.number), positions, len(kept) + 1)
    _add_drop_downs(sheet, positions)
    return _bytes(book)


def _mark(sheet, number: int, row: ImportRow | None, positions: dict[str, int], last: int) -> None:
    if row is None:
        return
    for key, problem in row.errors.items():
        if key in positions:
            cell = sheet.cell(number, positions[key] + 1)
            cell.fill = WRONG
            cell.comment = Comment(problem, AUTHOR, height=90, width=260)
    if row.errors:
        remark = _write(sheet, number, last, remarks_of(row), "text")
        remark.fill, remark.alignment = WRONG, Alignment(wrap_text=True, vertical="top")
    else:
        _write(sheet, number, last, row.get_state_display(), "text")


def remarks_of(row: ImportRow) -> str:
    """All mistakes of a row in one text, each with its column."""
    return " ".join(f"{head}: {problem}" if head else problem for head, problem in problems_of(row))


def problems_of(row: ImportRow) -> list[tuple[str, str]]:
    """The mistakes of a row in the order of the columns: header and sentence."""
    heads = {column.key: column.header for column in COLUMNS}
    order = {key: place for place, key in enumerate(heads)}
    found = sorted(row.errors.items(), key=lambda item: order.get(item[0], -1))
    return [(heads.get(key, ""), problem) for key, problem in found]


def _write_heads(sheet, heads: list[str]) -> None:
    positions = recognise(heads)
    columns = {positions[column.key]: column for column in COLUMNS if column.key in positions}
    for place, head in enumerate(heads):
        cell = _write(sheet, 1, place + 1, head, "text")
        column = columns.get(place)
        cell.font = Font(bold=True, color="FFFFFF")
        cell.fill = NEEDED if column and column.required else HEAD
        cell.alignment = Alignment(wrap_text=True, vertical="center")
        style = sheet.column_dimensions[get_column_letter(place + 1)]
        style.width = 60 if head == REMARKS else column.width if column else 22
        style.number_format = DATE_STYLE if column and column.kind == "date" else TEXT_STYLE
    sheet.row_dimensions[1].height = 32
    sheet.freeze_panes = "A2"


def _write(sheet, row: int, place: int, text: str, kind: str):
    """Write a cell: a date as a date, all else as text, so that nothing becomes a formula."""
    cell = sheet.cell(row, place)
    if kind == "date" and (day := _day(text)):
        cell.value, cell.number_format = day, DATE_STYLE
    elif text:
        cell.value = text
        cell.data_type = "s"
        cell.number_format = TEXT_STYLE
        cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
    return cell


def _day(text: str) -> datetime.date | None:
    try:
        return read_date(text)
    except ValueError:
        return None


def _add_drop_downs(sheet, positions: dict[str, int]) -> None:
    for column in COLUMNS:
        if column.kind not in ("group", "office") or column.key not in positions:
            continue
        letter = get_column_letter(positions[column.key] + 1)
        offer = DataValidation(type="list", formula1='"' + ",".join(words_of(column.kind)) + '"', allow_blank=True)
        offer.showErrorMessage, offer.error = True, _("Please choose one from the list.")
        offer.add(f"{letter}2:{letter}{MOST_ROWS + 1}")
        sheet.add_data_validation(offer)


def _write_help(sheet) -> None:
    intro = [
        _("Fill in one row for each KIM, below the headers of the sheet “KIM”. The grey example is passed over."),
        _("Columns with a brown header are needed. You may leave out other columns or add your own."),
        _("The village is found by its code, or by the names of village, district and regency."),
        _("Please don't merge cells and don't use formulas. At most %(rows)s rows.") % {"rows": MOST_ROWS},
    ]
    for number, text in enumerate(intro, start=1):
        _write(sheet, number, 1, text, "text")
    top = len(intro) + 2
    heads = [_("Column"), _("Needed"), _("What stands in it"), _("Example")]
    rows = [
        [column.header, _("yes") if column.required else "", str(column.help), column.example] for column in COLUMNS
    ]
    for number, row in enumerate([heads, *rows], start=top):
        for place, text in enumerate(row, start=1):
            cell = _write(sheet, number, place, text, "text")
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            if number == top:
                cell.font, cell.fill = Font(bold=True, color="FFFFFF"), HEAD
    for letter, width in zip("ABCD", (26, 10, 70, 30), strict=True):
        sheet.column_dimensions[letter].width = width


def _bytes(book: Workbook) -> bytes:
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()
