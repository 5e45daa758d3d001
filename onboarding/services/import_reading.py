"""Reads an uploaded spreadsheet into rows of texts. The content decides what it is, never the name."""

import csv
import datetime
import zipfile
import zlib
from dataclasses import dataclass, field
from io import BytesIO, StringIO

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.utils import range_boundaries
from openpyxl.utils.exceptions import InvalidFileException

from onboarding.services.import_columns import SURE, SheetError, check_complete, recognise

MOST_BYTES = 5 * 1024 * 1024
MOST_UNPACKED = 40 * 1024 * 1024
MOST_PARTS = 500  # files inside an XLSX
MOST_ROWS = 5_000
MOST_COLUMNS = 60
MOST_SHEETS = 10
HEADER_WITHIN = 15  # rows; a title may stand above the headers
LONGEST_CELL = 500
ZIP, OLE = b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LOCKED = "EncryptedPackage".encode("utf-16-le")


@dataclass
class Line:
    """One row: its number as the program shows it, all cells as texts, and what is wrong with a cell by position."""

    number: int
    cells: list[str]
    problems: dict[int, str] = field(default_factory=dict)

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(self.cells) and not self.problems


@dataclass
class Table:
    """What was read: the header row, where each known column stands, and the rows below with something in them."""

    headers: list[str]
    positions: dict[str, int]
    lines: list[Line]


def check_size(size: int) -> None:
    """Raises SheetError for a file that is too big to be read, in bytes."""
    if size > MOST_BYTES:
        raise SheetError(
            _("This file is %(size)s; at most %(limit)s can be read. Please split it into several.")
            % {"size": filesizeformat(size), "limit": filesizeformat(MOST_BYTES)}
        )


def check_outside(content: bytes) -> None:
    """Look at a file without reading it. Raises SheetError: empty, too big, an old or locked workbook, not a sheet."""
    if not content:
        raise SheetError(_("This file is empty. Please choose it again."))
    check_size(len(content))
    if content.startswith(OLE):
        if LOCKED in content:
            raise SheetError(_("This workbook is locked by a password. Please save it without one."))
        raise SheetError(_("This is an old workbook (XLS). Please save it as XLSX or CSV."))
    if content.startswith(ZIP):
        _check_zip(content)
    elif b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise SheetError(_("This file is no spreadsheet. Please choose an XLSX or CSV file."))


def read(content: bytes) -> Table:
    """Read a file whatever its name. Raises SheetError with one sentence if it can't be used."""
    check_outside(content)
    table = _read_workbook(content) if content.startswith(ZIP) else _table(_csv_lines(content))
    if not table.lines:
        raise SheetError(_("There are no rows below the headers."))
    return table


def _check_zip(content: bytes) -> None:
    broken = SheetError(_("This workbook is damaged. Please save it again as XLSX."))
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            parts = package.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise broken from error
    names = {part.filename for part in parts}
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise SheetError(_("This file is no spreadsheet. Please choose an XLSX or CSV file."))
    if any(part.flag_bits & 1 for part in parts):
        raise SheetError(_("This workbook is locked by a password. Please save it without one."))
    # What a part claims is what is unpacked at most: zipfile stops there.
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise SheetError(_("This workbook is too big inside. Please copy the rows into the template without pictures."))


def _read_workbook(content: bytes) -> Table:
    try:
        book = load_workbook(BytesIO(content), read_only=True, keep_links=False)
        try:
            return _find_table(book)
        finally:
            book.close()
    except SheetError:
        raise
    except (
        DefusedXmlException, InvalidFileException, ParseError, zipfile.BadZipFile, zlib.error, KeyError, ValueError,
        TypeError, AttributeError, IndexError, EOFError, OverflowError, NotImplementedError,
    ) as error:  # fmt: skip
        raise SheetError(_("This workbook is damaged. Please save it again as XLSX.")) from error


def _find_table(book) -> Table:
    """The first sheet with complete headers; if there is none, what the best one lacks is said."""
    first: SheetError | None = None
    for sheet in book.worksheets[:MOST_SHEETS]:
        try:
            return _table(_sheet_lines(sheet), lambda sheet=sheet: _merged(sheet))
        except SheetError as error:
            first = first or error
    raise first or SheetError(_("There is no sheet in this workbook."))


def _sheet_lines(sheet):
    # What a file says about its own size is not believed: a wrong one would hide rows.
    sheet.reset_dimensions()
    for number, row in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS), start=1):
        line = Line(number, [])
        for position, cell in enumerate(row):
            text, problem = _cell(cell)
            line.cells.append(text)
            if problem:
                line.problems[position] = problem
        yield line


def _cell(cell) -> tuple[str, str]:
    """A cell as a text, and what is wrong with it."""
    value = cell.value
    if value is None:
        return "", ""
    if cell.data_type == "f":
        return _short(str(value)), _formula_problem()
    if cell.data_type == "e":
        return _short(str(value)), _("This cell holds an error (%(text)s).") % {"text": value}
    if isinstance(value, datetime.datetime | datetime.date):
        # strftime does not pad the year of old dates everywhere.
        return f"{value.day:02}/{value.month:02}/{value.year:04}", ""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return _checked(str(value))


def _checked(text: str) -> tuple[str, str]:
    text = " ".join("".join(sign for sign in text if sign.isprintable() or sign.isspace()).split())
    if text.startswith("="):
        return _short(text), _formula_problem()
    if len(text) > LONGEST_CELL:
        return _short(text), _("This cell holds more than %(most)s characters.") % {"most": LONGEST_CELL}
    return text, ""


def _formula_problem() -> str:
    return _("This cell holds a formula. Please paste its value in its place.")


def _short(text: str) -> str:
    return text[:LONGEST_CELL]


def _merged(sheet) -> dict[int, set[int]]:
    """Row number to the positions of its cells that are merged with others; read from the sheet's own XML."""
    found: dict[int, set[int]] = {}
    with sheet._get_source() as source:
        for _event, element in iterparse(source):
            if element.tag.endswith("}mergeCell"):
                left, top, right, bottom = range_boundaries(element.get("ref"))
                for number in range(top, min(bottom, MOST_ROWS + HEADER_WITHIN) + 1):
                    found.setdefault(number, set()).update(range(left - 1, min(right, MOST_COLUMNS)))
            element.clear()
    return found


def _csv_lines(content: bytes):
    text = _decoded(content)
    if text[:4].lower() == "sep=":
        text = text.partition("\n")[2]
    start = "\n".join(text.splitlines()[:HEADER_WITHIN])
    delimiter = max(";\t,", key=start.count)
    try:
        for number, row in enumerate(csv.reader(StringIO(text, newline=""), delimiter=delimiter), start=1):
            line = Line(number, [])
            for position, cell in enumerate(row[:MOST_COLUMNS]):
                clean, problem = _checked(cell)
                line.cells.append(clean)
                if problem:
                    line.problems[position] = problem
            yield line
    except csv.Error as error:
        raise SheetError(
            _("This CSV file is damaged: a quotation mark may be missing. Please save it again.")
        ) from error


def _decoded(content: bytes) -> str:
    encodings = ("utf-16",) if content.startswith((b"\xff\xfe", b"\xfe\xff")) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SheetError(_("The letters of this file can't be read. Please save it as CSV UTF-8 or as XLSX."))


def _table(lines, merged=dict) -> Table:
    """Find the headers near the top and keep what stands below. Raises SheetError if columns are missing."""
    headers, positions = None, {}
    for line in lines:
        found = recognise(line.cells)
        if len(found) > len(positions):
            headers, positions = line, found
        if line.number >= HEADER_WITHIN or len(positions) > SURE:
            break
    check_complete(positions)
    return Table(headers.cells, positions, _rows_below(lines, headers, set(positions.values()), merged))


def _rows_below(lines, headers: Line, known: set[int], merged) -> list[Line]:
    """Rows with something in a known column; merged cells are marked. Raises SheetError for too many."""
    kept = []
    for line in lines:
        line.problems = {position: problem for position, problem in line.problems.items() if position in known}
        if not any(line.cells[position] for position in known if position < len(line.cells)) and not line.problems:
            continue
        kept.append(line)
        if len(kept) > MOST_ROWS:
            raise SheetError(
                _("There are more than %(most)s rows. Please split the file into several.") % {"most": MOST_ROWS}
            )
    by_row = merged()
    for line in kept:
        for position in by_row.get(line.number, ()):
            if position in known:
                line.problems[position] = _("This cell is merged with others. Please undo that and fill in each row.")
    return kept
