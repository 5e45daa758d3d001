"""Pictures as phones make them."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageOps
from wagtail.images.forms import get_image_form

from kim_sites.models import KimImage
from kim_sites.services.uploads import clean_picture
from tests.factories import member, picture_file

pytestmark = pytest.mark.django_db

ORIENTATION, MAKE, GPS_IFD = 0x0112, 0x010F, 0x8825


def phone_photo(kind: str = "JPEG", orientation: int = 6) -> bytes:
    """A photo that is dark above and light below once it is turned upright, with maker and place in its EXIF."""
    upright = Image.linear_gradient("L").resize((300, 400)).convert("RGB")
    stored = upright.transpose({1: Image.Transpose.ROTATE_90, 6: Image.Transpose.ROTATE_90}.get(orientation))
    exif = Image.Exif()
    exif[ORIENTATION] = orientation
    exif[MAKE] = "Ponsel Desa"
    exif.get_ifd(GPS_IFD).update({1: "S", 2: (2.0, 31.0, 12.0), 3: "E", 4: (112.0, 57.0, 1.0)})
    buffer = BytesIO()
    stored.save(buffer, kind, exif=exif, comment="rahasia") if kind == "JPEG" else stored.save(buffer, kind, exif=exif)
    return buffer.getvalue()


def top_and_bottom(data: bytes) -> tuple[int, int]:
    """Brightness near the upper and the lower edge."""
    picture = Image.open(BytesIO(data)).convert("L")
    return picture.getpixel((picture.width // 2, 5)), picture.getpixel((picture.width // 2, picture.height - 5))


def test_a_phone_photo_is_stored_upright_and_without_place_or_maker():
    image = KimImage.objects.create(title="Foto", file=ContentFile(phone_photo(), name="IMG_1.jpg"))

    stored = image.file.open().read()
    assert (image.width, image.height) == (300, 400)
    top, bottom = top_and_bottom(stored)
    assert top < 60 < 190 < bottom
    reread = Image.open(BytesIO(stored))
    assert not dict(reread.getexif())
    assert b"Ponsel Desa" not in stored
    assert b"rahasia" not in stored
    assert b"GPS" not in stored


def test_nothing_of_the_metadata_is_in_what_is_served():
    image = KimImage.objects.create(title="Foto", file=ContentFile(phone_photo(), name="IMG_1.jpg"))
    for spec in ("width-200|format-avif", "width-200|format-webp", "width-200|format-jpeg"):
        served = image.get_rendition(spec).file.read()
        assert b"Ponsel" not in served
        assert not dict(Image.open(BytesIO(served)).getexif())


@pytest.mark.parametrize(
    ("kind", "name", "stored_kind"),
    [
        ("HEIF", "IMG_2.HEIC", "JPEG"),
        ("HEIF", "IMG_2.jpg", "JPEG"),
        ("JPEG", "foto.jpeg", "JPEG"),
        ("PNG", "layar.png", "PNG"),
        ("WEBP", "wa.webp", "WEBP"),
    ],
)
def test_every_kind_that_phones_make_is_accepted(kind, name, stored_kind):
    cleaned = clean_picture(picture_file(kind, (320, 240)), name)
    assert Image.open(cleaned.file).format == stored_kind
    assert cleaned.size == (320, 240)


def test_a_transparent_png_keeps_its_transparency():
    buffer = BytesIO()
    Image.new("RGBA", (20, 20), (200, 0, 0, 0)).save(buffer, "PNG")
    cleaned = clean_picture(ContentFile(buffer.getvalue()), "logo.png")
    assert Image.open(cleaned.file).getpixel((1, 1))[3] == 0


BROKEN = {
    "text": (b"ini bukan gambar", "foto.jpg"),
    "empty": (b"", "foto.jpg"),
    "cut off": (None, "foto.jpg"),
    "svg": (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "gambar.svg"),
    "gif": ("GIF", "gerak.gif"),
    "tiff": ("TIFF", "pindai.tif"),
    "pdf named jpg": (b"%PDF-1.4 \n%\xe2\xe3", "surat.jpg"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_anything_else_and_anything_broken_is_refused_in_one_sentence(case, kim):
    data, name = BROKEN[case]
    if data is None:
        data = phone_photo()[:600]
    elif isinstance(data, str):
        data = picture_file(data, (50, 50)).read()
    form = get_image_form(KimImage)(
        {"title": "Foto", "collection": kim.collection_id},
        {"file": SimpleUploadedFile(name, data)},
        user=member(kim, "editor"),
    )
    assert not form.is_valid()
    assert len(form.errors["file"]) == 1
    assert KimImage.objects.count() == 0


def test_more_than_50_megapixels_are_refused_without_being_decoded():
    buffer = BytesIO()
    Image.new("1", (10_000, 5_001)).save(buffer, "PNG")
    with pytest.raises(ValidationError) as error:
        clean_picture(ContentFile(buffer.getvalue()), "raksasa.png")
    assert error.value.code == "file_too_many_pixels"


def test_more_than_20_megabytes_are_refused(settings):
    with pytest.raises(ValidationError) as error:
        clean_picture(ContentFile(b"\xff\xd8" + b"0" * (20 * 1024 * 1024)), "besar.jpg")
    assert error.value.code == "file_too_large"


def test_a_wide_gamut_photo_is_converted_and_a_broken_profile_does_no_harm():
    buffer = BytesIO()
    Image.new("RGB", (10, 10), (10, 200, 30)).save(buffer, "JPEG", icc_profile=b"not a profile at all")
    cleaned = clean_picture(ContentFile(buffer.getvalue()), "p3.jpg")
    assert "icc_profile" not in Image.open(cleaned.file).info


def test_a_multi_picture_file_of_a_phone_is_stored_as_its_first_picture():
    first, second = (ImageOps.invert(picture) for picture in (Image.new("RGB", (40, 30)), Image.new("RGB", (20, 15))))
    buffer = BytesIO()
    first.save(buffer, "MPO", save_all=True, append_images=[second])
    cleaned = clean_picture(ContentFile(buffer.getvalue()), "DSC.jpg")
    assert (Image.open(cleaned.file).format, cleaned.size) == ("JPEG", (40, 30))


def test_every_accent_is_safe_to_read():
    from kim_sites.palette import ACCENTS

    def luminance(colour: str) -> float:
        channels = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))

    def contrast(one: str, other: str) -> float:
        light, dark = sorted((luminance(one), luminance(other)), reverse=True)
        return (light + 0.05) / (dark + 0.05)

    for key, accent in ACCENTS.items():
        assert contrast(accent.base, "#ffffff") >= 4.5, key
        assert contrast(accent.bright, "#16130f") >= 4.5, key
