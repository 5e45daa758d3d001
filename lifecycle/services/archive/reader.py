"""Reads a file that somebody brought: nothing in it is believed before it was checked."""

import hashlib
import json
import stat
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import PurePosixPath

from django.utils.translation import gettext as _

from lifecycle.services.archive import layout
from lifecycle.services.archive.layout import ArchiveError


class ArchiveReader:
    """An archive that is whole: every file is there, as the manifest says, and none beside.

    Raises ArchiveError with one sentence otherwise. `source` is an open file.
    """

    def __init__(self, source):
        try:
            self.zip = zipfile.ZipFile(source)
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
            raise ArchiveError(
                _("This is not an exported KIM. Please choose the ZIP file as it was downloaded.")
            ) from error
        self.entries = self._entries()
        self.manifest = self._manifest()
        self.files = self._files()

    def _entries(self) -> dict[str, zipfile.ZipInfo]:
        infos = self.zip.infolist()
        if len(infos) > layout.MOST_ENTRIES or sum(info.file_size for info in infos) > layout.MOST_UNPACKED:
            raise ArchiveError(_("This file is far too large when it is unpacked. It was not opened."))
        entries: dict[str, zipfile.ZipInfo] = {}
        for info in infos:
            if info.filename in entries or not _is_safe(info):
                raise ArchiveError(_("This file holds names that do not belong into an export. It was not opened."))
            entries[info.filename] = info
        return entries

    def _manifest(self) -> dict:
        info = self.entries.get(layout.MANIFEST)
        if info is None or info.file_size > layout.MOST_MANIFEST:
            raise ArchiveError(_("This is not an exported KIM. Please choose the ZIP file as it was downloaded."))
        try:
            manifest = json.loads(b"".join(self.pieces(layout.MANIFEST)))
            known = manifest["format"] == layout.FORMAT
            version = int(manifest["version"])
            manifest["kim"]["region"], manifest["files"].items(), manifest["counts"].items()
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise ArchiveError(_("The list of contents in this file can't be read.")) from error
        if not known:
            raise ArchiveError(_("This is not an exported KIM. Please choose the ZIP file as it was downloaded."))
        if version > layout.VERSION:
            raise ArchiveError(_("This file was made by a newer version of the portal. Please update this one first."))
        return manifest

    def _files(self) -> dict[str, dict]:
        files = self.manifest["files"]
        listed, present = set(files), set(self.entries) - {layout.MANIFEST}
        missing = sorted((listed | set(layout.NEEDED)) - present)
        if missing:
            raise ArchiveError(
                _("A part of this file is missing: %(name)s. Please download it again.") % {"name": missing[0]}
            )
        if present - listed:
            name = sorted(present - listed)[0]
            raise ArchiveError(_("Something was added to this file: %(name)s. Nothing was read.") % {"name": name})
        return files

    def check_hashes(self, tell=lambda percent: None) -> None:
        """Compare every file with the manifest. Raises ArchiveError at the first that differs."""
        for done, (name, wanted) in enumerate(self.files.items(), 1):
            digest = hashlib.sha256()
            for piece in self.pieces(name):
                digest.update(piece)
            if not isinstance(wanted, dict) or digest.hexdigest() != wanted.get("sha256"):
                raise ArchiveError(
                    _("A part of this file was changed or damaged: %(name)s. Please download it again.")
                    % {"name": name}
                )
            tell(100 * done // len(self.files))

    def pieces(self, name: str) -> Iterator[bytes]:
        """A file in pieces, never more of it than its entry says. Raises ArchiveError if it is damaged."""
        try:
            with self.zip.open(self.entries[name]) as source:
                while piece := source.read(layout.CHUNK):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, NotImplementedError, OSError) as error:
            raise ArchiveError(
                _("A part of this file was changed or damaged: %(name)s. Please download it again.") % {"name": name}
            ) from error

    def object(self, name: str) -> dict:
        """A file that holds one JSON object."""
        if self.entries[name].file_size > layout.MOST_LINE:
            raise unreadable(name)
        return _parse(name, b"".join(self.pieces(name)))

    def rows(self, name: str) -> Iterator[dict]:
        """A file that holds a list, object by object, one line each."""
        for line in self._lines(name):
            text = line.strip().rstrip(b",")
            if text not in (b"", b"[", b"]"):
                yield _parse(name, text)

    def _lines(self, name: str) -> Iterator[bytes]:
        rest = b""
        for piece in self.pieces(name):
            *whole, rest = (rest + piece).split(b"\n")
            yield from whole
            if len(rest) > layout.MOST_LINE:
                raise unreadable(name)
        yield rest


def unreadable(name: str) -> ArchiveError:
    """The refusal of a file whose contents make no sense."""
    return ArchiveError(_("A part of this file can't be read: %(name)s. Nothing was changed.") % {"name": name})


def _parse(name: str, text: bytes) -> dict:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise unreadable(name) from error
    if not isinstance(value, dict):
        raise unreadable(name)
    return value


def _is_safe(info: zipfile.ZipInfo) -> bool:
    """No way out of the folder, no links, no folders, nothing locked."""
    name = info.filename
    path = PurePosixPath(name)
    parts_are_plain = all(part not in ("", ".", "..") and ":" not in part for part in name.split("/"))
    is_link = stat.S_ISLNK(info.external_attr >> 16)
    is_locked = bool(info.flag_bits & 0x1)
    return (
        parts_are_plain
        and not path.is_absolute()
        and "\\" not in name
        and "\0" not in name
        and not (is_link or is_locked)
    )
