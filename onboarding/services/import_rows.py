"""Checks one row of a spreadsheet and turns it into a request for a KIM."""

import datetime
import re

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone
from django.utils.translation import gettext as _

from kim_sites.models import Kim, LegalPaper, Officer, Region
from kim_sites.services.provisioning import ChairData, DecreeData, KimRequest, OfficerData
from onboarding.services.import_columns import BY_KEY, COLUMNS, EXAMPLE_MARK, choice, plain, words_of
from onboarding.services.import_reading import Line

FIRST_YEAR = 1945
MONTHS = (
    ("januari", "jan", "january"), ("februari", "feb", "pebruari", "february"), ("maret", "mar", "march"),
    ("april", "apr"), ("mei", "may"), ("juni", "jun", "june"), ("juli", "jul", "july"),
    ("agustus", "agu", "agt", "ags", "agust", "aug", "august"), ("september", "sep", "sept"),
    ("oktober", "okt", "oct", "october"), ("november", "nov", "nopember", "nop"),
    ("desember", "des", "dec", "december"),
)  # fmt: skip
_MONTH = {word: number for number, words in enumerate(MONTHS, start=1) for word in words}
_OFFICE_OF = {
    Region.Kind.KELURAHAN: LegalPaper.Office.LURAH,
    Region.Kind.KECAMATAN: LegalPaper.Office.CAMAT,
    Region.Kind.DISTRIK: LegalPaper.Office.CAMAT,
}


def values_of(line: Line, positions: dict[str, int]) -> dict[str, str]:
    """The known cells of a row, by column; empty ones are left out."""
    cells = line.cells
    found = {key: cells[place] for key, place in positions.items() if place < len(cells)}
    return {key: text for key, text in found.items() if text}


def is_example(values: dict[str, str]) -> bool:
    """Whether the row is the one that the template shows."""
    return plain(values.get("nama", "")).startswith(EXAMPLE_MARK)


def read_date(text: str) -> datetime.date:
    """A date as people and programs write it: 31/12/2025, 31-12-2025, 2025-12-31, 31 Desember 2025.

    Raises ValueError for anything else.
    """
    text = text.strip().lower().removesuffix(" 00:00:00")
    if match := re.fullmatch(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})", text):
        year, month, day = map(int, match.groups())
    elif match := re.fullmatch(r"(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4})", text):
        day, month, year = map(int, match.groups())
    elif match := re.fullmatch(r"(\d{1,2})[\s-]+([a-z]+)\.?[\s-]+(\d{4})", text):
        day, month, year = int(match[1]), _MONTH.get(match[2], 0), int(match[3])
    else:
        raise ValueError(text)
    found = datetime.date(year, month, day)
    if found.year < FIRST_YEAR:
        raise ValueError(text)
    return found


def check_values(values: dict[str, str]) -> dict[str, str]:
    """What is wrong with the cells of a row taken for themselves: column to sentence."""
    errors = {}
    for column in COLUMNS:
        problem = _problem(column, values.get(column.key, ""))
        if problem:
            errors[column.key] = problem
    errors |= _date_problems({key: text for key, text in values.items() if key not in errors})
    return errors


def request_of(values: dict[str, str], region: Region, label: str) -> KimRequest:
    """The request that a row without mistakes stands for."""
    dates = {key: read_date(values[key]) for key in ("berdiri", "tanggal_sk", "berlaku") if values.get(key)}
    office = choice("office", values["jabatan"]) if values.get("jabatan") else default_office(region)
    decree = DecreeData(values["nomor_sk"], dates["tanggal_sk"], values["penanda_tangan"], office, dates.get("berlaku"))
    places = {"sekretaris": Officer.Position.SECRETARY, "bendahara": Officer.Position.TREASURER}
    officers = tuple(OfficerData(values[key], position) for key, position in places.items() if values.get(key))
    return KimRequest(
        region_code=region.code,
        name=values["nama"],
        slug=label,
        decree=decree,
        chair=ChairData(values["ketua"], values["email"].lower()),
        founded_on=dates.get("berdiri"),
        kind_of_group=choice("group", values["jenis"]) if values.get("jenis") else Kim.GroupKind.KIM,
        registration_number=values.get("registrasi", ""),
        officers=officers,
        may_be_second=False,
    )


def default_office(region: Region) -> str:
    """Who signs in such a place when the row does not say."""
    return _OFFICE_OF.get(region.kind, LegalPaper.Office.KEPALA_DESA)


def _problem(column, text: str) -> str:
    if not text:
        return _("Please fill this in.") if column.required else ""
    if len(text) > column.longest:
        return _("This has %(length)s characters; at most %(most)s are allowed.") % {
            "length": len(text), "most": column.longest,
        }  # fmt: skip
    if column.kind in ("group", "office") and choice(column.kind, text) is None:
        return _("“%(text)s” is not known here. Choose one of: %(words)s.") % {
            "text": text, "words": ", ".join(words_of(column.kind)),
        }  # fmt: skip
    if column.kind == "date":
        try:
            read_date(text)
        except ValueError:
            return _("“%(text)s” is not a date. Write it like this: 31/12/2025.") % {"text": text}
    if column.key == "email":
        return _email_problem(text)
    return ""


def _email_problem(text: str) -> str:
    try:
        validate_email(text)
    except ValidationError:
        return _("“%(email)s” is not an e-mail address.") % {"email": text}
    return ""


def _date_problems(values: dict[str, str]) -> dict[str, str]:
    """What is wrong with dates beside each other and today."""
    dates = {key: read_date(text) for key, text in values.items() if BY_KEY[key].kind == "date"}
    today, errors = timezone.localdate(), {}
    if dates.get("tanggal_sk", today) > today:
        errors["tanggal_sk"] = _("The date of the decree (SK) lies in the future.")
    if dates.get("berdiri", today) > today:
        errors["berdiri"] = _("The date of founding lies in the future.")
    if "berlaku" in dates and "tanggal_sk" in dates and dates["berlaku"] < dates["tanggal_sk"]:
        errors["berlaku"] = _("The decree would end before its own date.")
    return errors
