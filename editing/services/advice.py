"""What would make a page better for readers. Advice, never a refusal: publishing asks for what is needed."""

import re

from django.utils.html import strip_tags
from django.utils.translation import gettext as _

from kim_sites.models import AchievementPage, NewsPage, ProductPage
from kim_sites.models.blocks import body_images, body_text

LONGEST_TITLE = 80  # letters, about what a search engine and a card show
FEWEST_WORDS = 20
SMALLEST_SIDE = 800  # pixels; below it a photo is blurred on a wide screen
FILE_NAME = re.compile(
    r"^(img|dsc|dcim|pxl|wa|whatsapp image|screenshot|photo|foto|image)?[-_ \d().]+(wa\d+)?$|\.(jpe?g|png|heic|webp)$",
    re.I,
)


def advice(page) -> list[str]:
    """Sentences about a page as it is in memory, the most useful first; empty if all is well."""
    found = [*_of_title(page.title), *_of_words(page)]
    for image, alt in _photos(page):
        found += _of_photo(image, alt, page.title)
    return list(dict.fromkeys(found))


def _of_title(title: str) -> list[str]:
    found = []
    if is_shouting(title):
        found.append(_("The title is in capital letters only. Small letters are easier to read."))
    if len(title) > LONGEST_TITLE:
        found.append(
            _("The title has %(number)d letters. Up to %(good)d is read best.")
            % {"number": len(title), "good": LONGEST_TITLE}
        )
    return found


def is_shouting(text: str) -> bool:
    """Whether a text of some length is written in capital letters."""
    return len(text) > 12 and text.isupper()


def _of_words(page) -> list[str]:
    found = []
    if isinstance(page, NewsPage) and not page.summary:
        found.append(_("There is no summary: readers see the beginning of the text in its place."))
    text = strip_tags(page.description) if isinstance(page, ProductPage) else body_text(getattr(page, "body", []))
    if len(text.split()) < FEWEST_WORDS:
        found.append(_("The text is very short. Who, what, where and when help readers."))
    if is_shouting(text):
        found.append(_("The text is in capital letters only. Small letters are easier to read."))
    return found


def _photos(page) -> list[tuple]:
    """Each picture with its sentence; None for a picture whose sentence is elsewhere."""
    if isinstance(page, ProductPage):
        return [(photo.image, photo.alt) for photo in page.photos.all() if photo.image]
    if not isinstance(page, NewsPage | AchievementPage):
        return []
    found = [(page.lead_image, page.lead_image_alt)] if page.lead_image else []
    return found + [(image, None) for image in body_images(page.body)]


def _of_photo(image, alt: str | None, title: str) -> list[str]:
    found = []
    if max(image.width, image.height) < SMALLEST_SIDE:
        found.append(
            _("The photo “%(title)s” is small (%(width)d × %(height)d). A larger one looks sharper.")
            % {"title": image.title, "width": image.width, "height": image.height}
        )
    if alt is not None and FILE_NAME.search(alt.strip()):
        found.append(
            _("“%(alt)s” does not say what the photo shows. One sentence helps readers who can't see it.")
            % {"alt": alt}
        )
    return found
