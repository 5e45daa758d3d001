"""Writes the file piece by piece: nothing is ever held as a whole."""

import hashlib
import zipfile
from collections.abc import Iterable

from lifecycle.services.archive.layout import CHUNK, MANIFEST, as_json


class ArchiveWriter:
    """A ZIP that notes size and SHA-256 of everything that goes into it."""

    # Pictures and papers are packed already.
    STORED = (".jpg", ".jpeg", ".png", ".webp", ".pdf", ".docx", ".xlsx", ".pptx", ".odt")

    def __init__(self, target):
        self.zip = zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED)
        self.files: dict[str, dict] = {}

    def add(self, name: str, pieces: Iterable[bytes]) -> None:
        """Write one file from pieces. Raises ValueError for a second one of the same name."""
        if name in self.files:
            raise ValueError(f"{name} is in the archive already")
        info = zipfile.ZipInfo(name, date_time=(2020, 1, 1, 0, 0, 0))
        info.compress_type = zipfile.ZIP_STORED if name.lower().endswith(self.STORED) else zipfile.ZIP_DEFLATED
        digest, size = hashlib.sha256(), 0
        with self.zip.open(info, "w", force_zip64=True) as target:
            for piece in pieces:
                target.write(piece)
                digest.update(piece)
                size += len(piece)
        self.files[name] = {"sha256": digest.hexdigest(), "size": size}

    def add_text(self, name: str, pieces: str | Iterable[str]) -> None:
        """Write one text in UTF-8."""
        pieces = [pieces] if isinstance(pieces, str) else pieces
        self.add(name, (piece.encode() for piece in pieces))

    def add_stored(self, name: str, field_file) -> bool:
        """Copy a file from its storage; False if it has gone from there."""
        try:
            source = field_file.storage.open(field_file.name, "rb")
        except OSError:
            return False
        with source:
            self.add(name, iter(lambda: source.read(CHUNK), b""))
        return True

    def close(self, manifest: dict) -> None:
        """Write the list of all files, and end."""
        self.add_text(MANIFEST, as_json({**manifest, "files": dict(self.files)}))
        self.zip.close()
