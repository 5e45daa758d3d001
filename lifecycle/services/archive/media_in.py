"""Files from an archive: checked by their content, and put into the storages before any row knows of them."""

import hashlib
import tempfile
from dataclasses import dataclass, field
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.crypto import salted_hmac
from django.utils.text import get_valid_filename
from django.utils.translation import gettext as _

from kim_sites.models import KimDocument, KimImage, LegalPaper
from kim_sites.services.scans import MOST_BYTES, PDF
from kim_sites.services.uploads import STORED_AS, clean_picture, open_picture
from lifecycle.services.archive import layout
from lifecycle.services.archive.reader import ArchiveReader

KINDS = {
    "image": (layout.IMAGES, "file", KimImage, "original_images"),
    "document": (layout.DOCUMENTS, "file", KimDocument, "documents"),
    "paper": (layout.PAPERS, "scan", LegalPaper, "legal-papers"),
}
# What a phone writes into a picture. Stored pictures have none of it.
TRACES = ("exif", "xmp", "XML:com.adobe.xmp", "comment", "icc_profile", "photoshop")


@dataclass(frozen=True)
class Stored:
    """One file in its storage."""

    name: str
    size: int
    digest: str  # SHA-1, as Wagtail keeps it
    width: int = 0
    height: int = 0


@dataclass
class MediaIn:
    """Copies the files. Names follow from a secret of the job, so that a second try finds what the first one left."""

    reader: ArchiveReader
    secret: str
    stored: dict[str, Stored] = field(default_factory=dict)
    report: list[str] = field(default_factory=list)

    def copy(self, tell=lambda percent: None) -> None:
        """Copy everything that can be used; what can't is named in the report. Raises ArchiveError."""
        total = max(1, sum(1 for name in self.reader.files if name.startswith("media/")))
        done = 0
        for kind, (part, key, model, _folder) in KINDS.items():
            storage = model._meta.get_field(key).storage
            for row in self.reader.rows(part):
                path = row.get(key)
                if not path:
                    continue
                done += 1
                try:
                    self.stored[str(row["id"])] = self._copy(kind, row, str(path), storage)
                except ValidationError as error:
                    self.report.append(f"{PurePath(str(path)).name}: {error.messages[0]}")
                if done % 5 == 0:
                    tell(100 * done // total)

    def _copy(self, kind: str, row: dict, path: str, storage) -> Stored:
        if path not in self.reader.entries or not path.startswith("media/"):
            raise ValidationError(_("The file itself is not in the export."))
        with tempfile.SpooledTemporaryFile(max_size=8 * layout.MEGABYTE) as source:
            for piece in self.reader.pieces(path):
                source.write(piece)
            file, suffix, size = self._checked(kind, path, source)
            name = self._name(kind, row, path, suffix)
            storage.delete(name)
            file.seek(0)
            digest = hashlib.sha1(usedforsecurity=False)
            while piece := file.read(layout.CHUNK):
                digest.update(piece)
            length = file.tell()
            file.seek(0)
            return Stored(storage.save(name, File(file)), length, digest.hexdigest(), *size)

    def _checked(self, kind: str, path: str, source):
        """The file to store, its ending, and width and height of a picture."""
        source.seek(0)
        suffix = PurePath(path).suffix.lower()
        if kind == "document":
            if suffix.lstrip(".") not in settings.WAGTAILDOCS_EXTENSIONS:
                raise ValidationError(_("Documents of this kind are not accepted here."))
            return source, suffix, (0, 0)
        if kind == "paper":
            if PDF in source.read(1024):
                if source.seek(0, 2) > MOST_BYTES:
                    raise ValidationError(_("This scan is too large."))
                return source, ".pdf", (0, 0)
            source.seek(0)
        picture = open_picture(source)
        if any(trace in picture.info for trace in TRACES):
            source.seek(0)
            cleaned = clean_picture(source, path)
            return cleaned.file.file, PurePath(cleaned.file.name).suffix, cleaned.size
        return source, STORED_AS[picture.format or "JPEG"][1], picture.size

    def _name(self, kind: str, row: dict, path: str, suffix: str) -> str:
        token = salted_hmac("lifecycle.restore", f"{self.secret}:{row['id']}").hexdigest()[:12]
        folder = KINDS[kind][3]
        if kind == "document":
            given = get_valid_filename(str(row.get("filename") or PurePath(path).name).rpartition("/")[2] or "berkas")
            return f"{folder}/{token}/{PurePath(given).stem[:60]}{suffix}"
        return f"{folder}/{PurePath(path).stem[:45] if kind == 'image' else 'sk'}-{token}{suffix}"

    def discard(self) -> None:
        """Delete all that was copied."""
        for name, item in self.stored.items():
            model, key = KINDS[name.partition(":")[0]][2], KINDS[name.partition(":")[0]][1]
            model._meta.get_field(key).storage.delete(item.name)
        self.stored.clear()
