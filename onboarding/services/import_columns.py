"""The columns of a spreadsheet of KIM, and how a header row is recognised.

Headers are Indonesian whatever the language of the installation: they are part of the format, like names of fields.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim, LegalPaper

Kind, Office = Kim.GroupKind, LegalPaper.Office
EXAMPLE_MARK = "contoh"  # a row whose name of the KIM begins with this word is the template's own


class SheetError(ValueError):
    """A file that can't be used at all; the message is one sentence for people."""


@dataclass(frozen=True)
class Column:
    """One column: `key` in `ImportRow.values`, the header as the template writes it, and other words for it."""

    key: str
    header: str
    help: str
    example: str
    aliases: tuple[str, ...] = ()
    required: bool = False
    kind: str = "text"  # text, date, group or office
    width: int = 22
    longest: int = 120


COLUMNS = (
    Column(
        "kode", "Kode wilayah", gettext_lazy("Official code of the village, or of the district for a KIM of a whole"
        " district. With the code the three names may stay empty."), "62.02.04.2001",
        ("kode", "kode desa", "kode kelurahan", "kode desa kelurahan", "kode kemendagri", "kode wilayah kemendagri"),
    ),
    Column("desa", "Desa/Kelurahan", gettext_lazy("Name of the village, if there is no code."), "Parenggean",
           ("desa", "kelurahan", "nama desa", "nama kelurahan", "desa atau kelurahan", "nama desa kelurahan")),
    Column("kecamatan", "Kecamatan", gettext_lazy("Name of the district, if there is no code."), "Parenggean",
           ("nama kecamatan", "kec")),
    Column("kabupaten", "Kabupaten/Kota", gettext_lazy("Name of the regency, if there is no code. A regency's own"
           " spreadsheet does not need it."), "Kotawaringin Timur",
           ("kabupaten", "kota", "kab kota", "nama kabupaten", "nama kabupaten kota", "kab")),
    Column("nama", "Nama KIM", gettext_lazy("Full name of the group."), "CONTOH: KIM Maju Bersama",
           ("nama", "kim", "nama kelompok"), required=True, width=30),
    Column("alamat", "Alamat situs", gettext_lazy("The wished address, one word with small letters, digits and dashes."
           " If it is empty, the name of the village is taken."), "maju-bersama",
           ("alamat", "subdomain", "alamat website", "alamat web", "website", "situs"), longest=200),
    Column("jenis", "Jenis kelompok", gettext_lazy("Choose from the list. If it is empty: KIM."), "KIM",
           ("jenis", "jenis kim"), kind="group"),
    Column("berdiri", "Tanggal berdiri", gettext_lazy("Day on which the group was founded, if it is known."),
           "14/03/2019", ("berdiri", "tgl berdiri", "tanggal pembentukan", "tgl pembentukan"), kind="date"),
    Column("nomor_sk", "Nomor SK", gettext_lazy("Number of the decree."), "141/7/2025", ("no sk", "sk", "no surat keputusan"),
           required=True),
    Column("tanggal_sk", "Tanggal SK", gettext_lazy("Day of the decree, for example 31/12/2025."), "14/03/2025",
           ("tgl sk",), required=True, kind="date"),
    Column("penanda_tangan", "Penanda tangan", gettext_lazy("Name of whoever signed the decree."), "Ardi Wijaya",
           ("penandatangan", "ditandatangani oleh", "penanda tangan sk", "penandatangan sk"), required=True),
    Column("jabatan", "Jabatan penanda tangan", gettext_lazy("Choose from the list. If it is empty: the head of the village."),
           "Kepala Desa", ("jabatan", "jabatan penandatangan"), kind="office"),
    Column("berlaku", "Berlaku sampai", gettext_lazy("Last day of the decree, if it has one."), "14/03/2028",
           ("berlaku s d", "masa berlaku", "sk berlaku sampai", "berlaku hingga"), kind="date"),
    Column("ketua", "Ketua", gettext_lazy("Name of the chair."), "Siti Rahmah", ("nama ketua", "ketua kim"), required=True),
    Column("email", "Email ketua", gettext_lazy("The chair signs in with this e-mail address."), "siti.rahmah@example.id",
           ("email", "e mail", "e mail ketua", "surel", "surel ketua", "alamat email ketua"), required=True,
           width=30, longest=254),
    Column("sekretaris", "Sekretaris", gettext_lazy("Name, if there is one."), "Budi Santoso", ("nama sekretaris",)),
    Column("bendahara", "Bendahara", gettext_lazy("Name, if there is one."), "Dewi Lestari", ("nama bendahara",)),
    Column("registrasi", "Nomor registrasi", gettext_lazy("Number under which the office registered the KIM, if it has"
           " one."), "", ("no registrasi", "nomor register", "no register"), longest=60),
)  # fmt: skip
BY_KEY = {column.key: column for column in COLUMNS}
PLACE_KEYS = ("desa", "kecamatan", "kabupaten")
SURE = 4  # with more known words than this, a row is the row of headers
REMARKS = "Keterangan"  # the column that the corrected copy adds, and that a new upload ignores

GROUPS = {
    "KIM": Kind.KIM,
    "Karang Taruna": Kind.KARANG_TARUNA,
    "PKK": Kind.PKK,
    "Kelompok Tani": Kind.FARMERS,
    "Pokdarwis": Kind.POKDARWIS,
    "Lainnya": Kind.OTHER,
}
OFFICES = {
    "Lurah": Office.LURAH,
    "Kepala Desa": Office.KEPALA_DESA,
    "Camat": Office.CAMAT,
    "Bupati": Office.BUPATI,
    "Wali Kota": Office.WALI_KOTA,
    "Gubernur": Office.GUBERNUR,
}
OTHER_WORDS = {
    "group": {"komunitas informasi masyarakat": Kind.KIM, "kelompok informasi masyarakat": Kind.KIM,
              "poktan": Kind.FARMERS, "gapoktan": Kind.FARMERS, "lain lain": Kind.OTHER, "lain": Kind.OTHER,
              "kelompok sadar wisata": Kind.POKDARWIS, "tp pkk": Kind.PKK},
    "office": {"kades": Office.KEPALA_DESA, "walikota": Office.WALI_KOTA, "kepala kelurahan": Office.LURAH},
}  # fmt: skip


def plain(text: str) -> str:
    """A word as it is compared: small letters, no signs, single blanks."""
    return " ".join(re.sub(r"[^0-9a-z]+", " ", text.casefold()).split())


_CHOICES = {
    "group": {**{plain(word): value for word, value in GROUPS.items()}, **OTHER_WORDS["group"]},
    "office": {**{plain(word): value for word, value in OFFICES.items()}, **OTHER_WORDS["office"]},
}
_NAMES = {plain(name): column.key for column in COLUMNS for name in (column.header, *column.aliases)}


def choice(kind: str, text: str):
    """The value that a word stands for; None for a word that nobody knows."""
    return _CHOICES[kind].get(plain(text))


def words_of(kind: str) -> list[str]:
    """What the drop-down of a column offers."""
    return list(GROUPS if kind == "group" else OFFICES)


def recognise(cells: list[str]) -> dict[str, int]:
    """Which column stands where in a row of headers: key to position from 0. Unknown headers are passed over.

    Raises SheetError if two columns have one meaning.
    """
    found: dict[str, int] = {}
    twice = ""
    for position, text in enumerate(cells):
        key = _NAMES.get(plain(re.sub(r"\(.*?\)", " ", text)))
        if key is None:
            continue
        if key in found:
            twice = key
        else:
            found[key] = position
    # A row with a few of these words is a title or a row of data.
    if twice and len(found) > SURE:
        raise SheetError(
            _("The column “%(column)s” is there twice. Please remove one of them.") % {"column": BY_KEY[twice].header}
        )
    return found


def check_complete(found: dict[str, int]) -> None:
    """Raises SheetError that names the columns which are missing."""
    missing = [column.header for column in COLUMNS if column.required and column.key not in found]
    if "kode" not in found and not ("desa" in found and "kecamatan" in found):
        missing.insert(0, _("Kode wilayah (or Desa/Kelurahan and Kecamatan)"))
    if missing:
        raise SheetError(
            _("These columns are missing: %(columns)s. Compare your headers with the template.")
            % {"columns": ", ".join(missing)}
        )
