"""Pictures as they come from phones: checked, turned upright, and freed of metadata before they are stored."""

import struct
from dataclasses import dataclass
from io import BytesIO
from pathlib import PurePath

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _
from PIL import Image, ImageCms, ImageOps
from pillow_heif import register_heif_opener

register_heif_opener()

# The readers that may be tried on an upload. Pillow knows many more formats, each with its own risks.
ACCEPTED = ("JPEG", "HEIF", "PNG", "WEBP")
# What Pillow calls each, and what it is stored as. A HEIC becomes a JPEG: no browser shows it. MPO is a phone's JPEG
# with a second picture inside.
STORED_AS = {
    "JPEG": ("JPEG", ".jpg"),
    "MPO": ("JPEG", ".jpg"),
    "HEIF": ("JPEG", ".jpg"),
    "PNG": ("PNG", ".png"),
    "WEBP": ("WEBP", ".webp"),
}
SAVE_OPTIONS = {
    "JPEG": {"quality": 88, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 88},
}


class CleanFile(ContentFile):
    """A picture that was checked and made clean already; `pixels` is its width and height."""

    pixels: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class CleanPicture:
    """A picture ready to be stored: `size` is width and height in pixels."""

    file: CleanFile
    size: tuple[int, int]


def open_picture(file) -> Image.Image:
    """Open and fully read an uploaded picture.

    `file` is anything with `read` and `seek`. Raises ValidationError with one sentence: too big (bytes or pixels), not
    one of the accepted kinds, or broken.
    """
    file.seek(0, 2)
    size = file.tell()
    file.seek(0)
    limit = settings.WAGTAILIMAGES_MAX_UPLOAD_SIZE
    if size > limit:
        raise ValidationError(
            _("This picture is %(size)s. Please choose one of at most %(limit)s.")
            % {"size": filesizeformat(size), "limit": filesizeformat(limit)},
            code="file_too_large",
        )
    try:
        picture = Image.open(file, formats=ACCEPTED)
        width, height = picture.size
        too_many = width * height > settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        if not too_many:
            picture.load()
    except Image.DecompressionBombError:
        too_many = True
    except (OSError, SyntaxError, ValueError, EOFError, struct.error, RuntimeError) as error:
        # What Pillow's readers raise on damaged or foreign files.
        raise ValidationError(
            _("This file is not a picture that can be read. Please choose a JPEG, PNG, WebP or HEIC photo."),
            code="invalid_image",
        ) from error
    if too_many:
        raise ValidationError(
            _("This picture has too many pixels. Please choose one of at most 50 megapixels."),
            code="file_too_many_pixels",
        )
    return picture


def clean_picture(file, name: str) -> CleanPicture:
    """Turn an upload into what is stored: upright, sRGB, no EXIF, GPS, XMP or comments.

    What went through here once comes back as it is. Raises ValidationError as `open_picture` does.
    """
    if isinstance(file, CleanFile):
        return CleanPicture(file, file.pixels)
    picture = open_picture(file)
    kind, suffix = STORED_AS[picture.format or "JPEG"]
    upright = ImageOps.exif_transpose(picture)
    upright = _to_srgb(upright)
    has_alpha = "A" in upright.getbands() or "transparency" in upright.info
    if kind == "JPEG":
        upright = upright.convert("RGB")
    elif upright.mode not in ("RGB", "RGBA", "L", "LA"):
        upright = upright.convert("RGBA" if has_alpha else "RGB")
    return _written(upright, kind, PurePath(name).stem[:80] + suffix)


def turned_picture(file, name: str, is_left: bool) -> CleanPicture:
    """A stored picture, turned by a quarter to the left or to the right.

    Raises ValidationError as `open_picture` does.
    """
    picture = open_picture(file)
    kind, suffix = STORED_AS[picture.format or "JPEG"]
    turned = picture.transpose(Image.Transpose.ROTATE_90 if is_left else Image.Transpose.ROTATE_270)
    return _written(turned, kind, PurePath(name).stem[:80] + suffix)


def _written(picture: Image.Image, kind: str, name: str) -> CleanPicture:
    # A fresh picture from the pixels alone: nothing of the old file's `info` can come along.
    bare = Image.frombytes(picture.mode, picture.size, picture.tobytes())
    buffer = BytesIO()
    bare.save(buffer, kind, **SAVE_OPTIONS[kind])
    file = CleanFile(buffer.getvalue(), name=name)
    file.pixels = bare.size
    return CleanPicture(file, bare.size)


def _to_srgb(picture: Image.Image) -> Image.Image:
    """Convert wide-gamut phone colours, so that dropping the profile does not change what people see."""
    profile = picture.info.get("icc_profile")
    if not profile or picture.mode not in ("RGB", "RGBA", "CMYK", "L"):
        return picture
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        mode = "RGBA" if picture.mode == "RGBA" else "RGB"
        return ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode=mode) or picture
    except (ImageCms.PyCMSError, OSError, ValueError):
        # A damaged profile is common and harmless: keep the pixels as they are.
        return picture
