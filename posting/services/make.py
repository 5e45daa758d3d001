"""An item from a phone becomes a page like any other: all of it or nothing, and once."""

import re

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from kim_sites.models import (
    AchievementIndexPage,
    AchievementPage,
    Kim,
    NewsIndexPage,
    NewsPage,
    ProductIndexPage,
    ProductPage,
    ProductPhoto,
    Seller,
)
from kim_sites.models.news import NewsCategory
from kim_sites.models.products import PriceKind
from kim_sites.services.approval import missing_for
from kim_sites.services.frozen import refuse_if_archived
from kim_sites.services.plain_text import html_from_plain
from posting.models import Kind, Post
from posting.services.known import Made, find_known
from posting.services.photos import ShownPhoto, find_photos

INDEXES = {
    Kind.NEWS: NewsIndexPage,
    Kind.EVENT: NewsIndexPage,
    Kind.PRODUCT: ProductIndexPage,
    Kind.ACHIEVEMENT: AchievementIndexPage,
}


@transaction.atomic
def make_page(user, kind: str, data: dict) -> Made:
    """Make the page of an item and publish it, or hand it to the chair if the person may not publish.

    `data` is what the form of the kind cleaned, and the `fingerprint` of what was sent. The row of the KIM is locked
    first, so that the same item sent twice at once is made once. Raises PermissionDenied without a role in the KIM, MissingPhotos if photos have to be sent again,
    and ValidationError with sentences if readers could not see it like this.
    """
    kim = Kim.objects.select_for_update().get(pk=data["kim"].pk)
    sent = data.get("fingerprint", "")
    if known := find_known(user, data["key"], sent):
        return known
    refuse_if_archived(kim.pk)
    parent = INDEXES[kind].objects.filter(kim=kim, locale=kim.home_page.locale).first()
    if parent is None:
        raise ValidationError(_("Your KIM has no section for this any more. Ask your chair to add it again."))
    if not parent.permissions_for_user(user).can_add_subpage():
        raise PermissionDenied
    photos = find_photos(user, kim, data["photos"], data["title"])
    if not photos:
        raise ValidationError({"photos": _("Please add at least one photo.")})
    page = BUILDERS[kind](user, kim, data, photos)
    page.live, page.owner, page.locale = False, user, parent.locale
    page.has_unpublished_changes = True
    parent.add_child(instance=page)
    if missing := missing_for(page):
        raise ValidationError(missing)
    revision = page.save_revision(user=user, log_action=True)
    if page.permissions_for_user(user).can_publish():
        revision.publish(user=user)
    elif workflow := page.get_workflow():
        workflow.start(page, user)
    row = {"user": user, "key": data["key"], "kim": kim, "kind": kind, "page_id": page.pk, "fingerprint": sent}
    return Made(Post.objects.create(**row), True)


def build_body(text: str, photos: list[ShownPhoto]) -> list[tuple]:
    """The text, and below it the photos that are not the main one: one as a picture, more as a gallery."""
    blocks: list[tuple] = [("text", html_from_plain(text))]
    pictures = [{"image": photo.image, "alt": photo.alt, "caption": ""} for photo in photos]
    if len(pictures) == 1:
        blocks.append(("image", pictures[0]))
    elif pictures:
        blocks.append(("gallery", {"pictures": pictures}))
    return blocks


def build_news(user, kim: Kim, data: dict, photos: list[ShownPhoto]) -> NewsPage:
    """An article; the first photo is the main one."""
    return NewsPage(
        title=data["title"],
        category=data["category"],
        lead_image=photos[0].image,
        lead_image_alt=photos[0].alt,
        author_name=user.get_full_name()[:120],
        body=build_body(data["text"], photos[1:]),
    )


def build_event(user, kim: Kim, data: dict, photos: list[ShownPhoto]) -> NewsPage:
    """An announcement that begins with when and where, in the KIM's language whoever writes it."""
    with override(kim.home_page.locale.language_code):
        at = timezone.localtime(data["at"])
        when = _("%(date)s at %(time)s") % {
            "date": date_format(at, "l, j F Y"),
            "time": date_format(at, "H.i"),
        }
        when_word, where_word = _("When:"), _("Where:")
        head = f"**{when_word}** {when}\n**{where_word}** {escape_marks(data['place'])}"
    text = f"{head}\n\n{data['text']}"
    return build_news(user, kim, {**data, "text": text, "category": NewsCategory.ANNOUNCEMENT}, photos)


def escape_marks(text: str) -> str:
    """A single line in which no sign is a mark."""
    return "".join(f"\\{char}" if char in "\\*_[]" else char for char in text)


def build_achievement(user, kim: Kim, data: dict, photos: list[ShownPhoto]) -> AchievementPage:
    """An achievement."""
    return AchievementPage(
        title=data["title"],
        level=data["level"],
        year=data["year"],
        lead_image=photos[0].image,
        lead_image_alt=photos[0].alt,
        body=build_body(data["text"], photos[1:]),
    )


def without_headings(html: str) -> str:
    """The description of a product has no headings: they become bold lines."""
    return re.sub(r"<(/?)h[23]>", lambda found: "</b></p>" if found.group(1) else "<p><b>", html)


def build_product(user, kim: Kim, data: dict, photos: list[ShownPhoto]) -> ProductPage:
    """A product; whoever writes a price has just asked for it. A new seller is added with it."""
    seller = data["seller"] or Seller.objects.create(
        kim=kim,
        name=data["seller_name"],
        whatsapp=data["seller_phone"],
        owner_consents=data["seller_agrees"],
        consent_on=timezone.localdate() if data["seller_agrees"] else None,
    )
    price = data["price"]
    page = ProductPage(
        title=data["title"],
        category=data["product_category"],
        seller=seller,
        price_kind=PriceKind.FIXED if price else PriceKind.ASK,
        price_min=price,
        confirmed_on=timezone.localdate(),
        description=without_headings(html_from_plain(data["text"])),
    )
    page.photos = [ProductPhoto(image=photo.image, alt=photo.alt) for photo in photos]
    return page


BUILDERS = {
    Kind.NEWS: build_news,
    Kind.EVENT: build_event,
    Kind.ACHIEVEMENT: build_achievement,
    Kind.PRODUCT: build_product,
}
