"""Scans of legal papers: what a phone or a scanner makes, checked by its content and made small before it is kept."""

from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image

from kim_sites.services.uploads import clean_picture

MOST_BYTES = 10 * 1024 * 1024
MOST_PAGES = 30
LONGEST_SIDE = 2400  # pixels of a stored photo: enough to read small print
PREVIEW_WIDTH = 1200  # pixels
PDF = b"%PDF-"


@dataclass(frozen=True)
class CleanScan:
    """A scan ready to be stored: `pages` is 1 for a photo."""

    file: ContentFile
    pages: int


def clean_scan(file) -> CleanScan:
    """Check an upload and turn it into what is stored: a PDF as it is, a photo upright, as JPEG, without metadata.

    `file` is anything with `read`, `seek` and `name`. Raises ValidationError with one sentence: too big, empty, not a
    PDF, JPEG, PNG or HEIC whatever its name says, broken, locked by a password, or with too many pages.
    """
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    if size == 0:
        raise ValidationError(_("This file is empty. Please choose it again."), code="empty")
    if size > MOST_BYTES:
        raise ValidationError(
            _("This file is %(size)s. Please choose one of at most %(limit)s, or take a photo of the paper.")
            % {"size": filesizeformat(size), "limit": filesizeformat(MOST_BYTES)},
            code="file_too_large",
        )
    start = file.read(1024)
    file.seek(0)
    if PDF in start:
        content = file.read()
        return CleanScan(ContentFile(content, name="sk.pdf"), _count_pages(content))
    return CleanScan(_small_photo(file), 1)


def preview(file, page: int = 0) -> bytes:
    """One page of a stored scan as JPEG, counted from 0: phones don't show a PDF inside a page.

    Raises ValueError if there is no such page or the file can't be read.
    """
    content = file.read()
    if PDF not in content[:1024]:
        if page:
            raise ValueError("a photo has one page")
        return content
    try:
        with pypdfium2.PdfDocument(content) as document:
            if not 0 <= page < len(document):
                raise ValueError("no such page")
            sheet = document[page]
            picture = sheet.render(scale=PREVIEW_WIDTH / max(sheet.get_width(), 1)).to_pil()
    except pypdfium2.PdfiumError as error:
        raise ValueError(str(error)) from error
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=80)
    return buffer.getvalue()


def count_pages(file) -> int:
    """How many pages a stored scan has; 0 if it can't be read."""
    content = file.read()
    if PDF not in content[:1024]:
        return 1
    try:
        return _count_pages(content)
    except ValidationError:
        return 0


def _count_pages(content: bytes) -> int:
    try:
        with pypdfium2.PdfDocument(content) as document:
            pages = len(document)
            if pages:
                document[0].get_size()
    except pypdfium2.PdfiumError as error:
        if "assword" in str(error):
            raise ValidationError(
                _("This PDF is locked by a password. Please choose one without, or take a photo of the paper."),
                code="locked",
            ) from error
        pages = 0
    if not pages:
        raise ValidationError(
            _("This PDF is damaged. Please make it again, or take a photo of the paper."), code="broken"
        )
    if pages > MOST_PAGES:
        raise ValidationError(
            _("This PDF has %(pages)s pages. Please choose only the pages of the decree (SK), at most %(most)s.")
            % {"pages": pages, "most": MOST_PAGES},
            code="too_many_pages",
        )
    return pages


def _small_photo(file) -> ContentFile:
    try:
        picture = clean_picture(file, "sk.jpg")
    except ValidationError as error:
        if error.code != "invalid_image":
            raise
        raise ValidationError(
            _("This file is neither a PDF nor a photo that can be read. Please choose a PDF, JPEG, PNG or HEIC."),
            code="invalid_scan",
        ) from error
    with Image.open(picture.file) as opened:
        opened.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
        flat = opened.convert("RGBA")
        sheet = Image.new("RGB", flat.size, "white")
        sheet.paste(flat, mask=flat.getchannel("A"))
    buffer = BytesIO()
    sheet.save(buffer, "JPEG", quality=82, optimize=True, progressive=True)
    return ContentFile(buffer.getvalue(), name="sk.jpg")
