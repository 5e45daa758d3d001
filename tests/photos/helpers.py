"""Photos as a phone sends them, and people who read English."""

import itertools
import random
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.users.models import UserProfile

from kim_sites.models import User

_shades = itertools.count(1)


def photo(
    name: str = "IMG_20260101_101010.jpg", size: tuple[int, int] = (80, 60), shade: int = 0
) -> SimpleUploadedFile:
    """A photo that is red on the left and blue on the right; each is another one unless `shade` is given."""
    picture = Image.new("RGB", size, (200, 0, 0))
    picture.paste((0, 0, 200), (size[0] // 2, 0, *size))
    mark = Image.frombytes("L", (4, 4), random.Random(shade or next(_shades) + 1000).randbytes(16))
    picture.paste(mark.resize((32, 32), Image.Resampling.NEAREST).convert("RGB"), (16, 16))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=95)
    return SimpleUploadedFile(name, buffer.getvalue(), "image/jpeg")


def in_english(user: User) -> User:
    """The same person, who reads English."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = "en"
    profile.save()
    return user
