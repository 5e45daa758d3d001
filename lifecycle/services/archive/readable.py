"""The copy for people: plain pages that open by a double click, without a server, and lists for a spreadsheet."""

import csv
import io
import re
from collections.abc import Iterator
from html import unescape

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.models import Page, PageViewRestriction

from kim_sites.addresses import path_prefixes
from kim_sites.models import (
    AchievementPage,
    InfoPage,
    Kim,
    KimDocument,
    KimHomePage,
    KimImage,
    NewsPage,
    Officer,
    ProductPage,
)
from kim_sites.models.indexes import KimIndexPage
from kim_sites.palette import ACCENTS, DEFAULT_ACCENT
from lifecycle.services.archive.layout import SITE
from lifecycle.services.archive.names import Names
from lifecycle.services.archive.pages_out import BATCH, specific_pages
from lifecycle.services.archive.references import ATTRIBUTE, TAG

FOLDER = "lifecycle/archive"
FORMULA = re.compile(r"^[=+\-@\t\r]")


class ReadableCopy:
    """Writes `situs/`: one page each, with links and pictures that stay inside the archive."""

    def __init__(self, kim: Kim, names: Names, media: dict[str, str]):
        """`media` says where each picture and document lies in the archive: `image:1` and a path."""
        self.kim, self.names, self.media = kim, names, media
        keys = names.keys("page")
        rows = Page.objects.filter(pk__in=keys, live=True).order_by("path").values_list("pk", "path", "slug")
        closed = set(
            PageViewRestriction.objects.filter(page__in=keys).values_list("page__path", flat=True)
        )  # with all below
        self.homes = list(KimHomePage.objects.filter(kim=kim).select_related("locale").order_by("path"))
        # Pages that readers may open, with the name of the file of each.
        self.shown = {pk: self._file(pk, slug) for pk, path, slug in rows if closed.isdisjoint(path_prefixes(path))}

    def _file(self, key: int, slug: str) -> str:
        number = int((self.names.name("page", key) or "page:0").partition(":")[2])
        return "index.html" if number == 1 else f"{number:04d}-{slug[:60]}.html"

    def files(self) -> Iterator[tuple[str, str]]:
        """Name and text of each file."""
        home = None
        for page in specific_pages(self.kim, self.names):
            if isinstance(page, KimHomePage):
                home = page
            if page.pk in self.shown and home is not None:
                with translation.override(page.locale.language_code):
                    yield f"{SITE}/{self.shown[page.pk]}", self._render(page, home)
        accent = ACCENTS.get(home.accent if home else "", ACCENTS[DEFAULT_ACCENT])
        yield f"{SITE}/gaya.css", render_to_string(f"{FOLDER}/gaya.css", {"accent": accent})

    def _render(self, page, home: KimHomePage) -> str:
        context = {
            "page": page,
            "kim": self.kim,
            "home": home,
            "home_file": self.shown.get(home.pk, "index.html"),
            "menu": [
                {"title": item.title, "file": self.shown[item.pk], "is_current": page.path.startswith(item.path)}
                for item in home.get_children().live().in_menu()
                if item.pk in self.shown
            ],
            "languages": [
                {"name": get_language_info(other.locale.language_code)["name_local"], "file": self.shown[other.pk]}
                for other in self.homes
                if other.pk != home.pk and other.pk in self.shown
            ],
            "language": page.locale.language_code.split("-")[0],
            "parts": self.parts(getattr(page, "body", None) or []),
            "items": list(self.items(page)),
            **self._details(page),
        }
        return render_to_string(f"{FOLDER}/page.html", context)

    def _details(self, page) -> dict:
        if isinstance(page, KimHomePage):
            officers = [
                {"officer": officer, "photo": self.image(officer.photo_id)}
                for officer in Officer.objects.filter(kim=self.kim, is_public=True)
            ]
            return {"is_home": True, "picture": self.image(page.cover_id), "alt": page.cover_alt, "officers": officers}
        if isinstance(page, NewsPage | AchievementPage):
            return {"picture": self.image(page.lead_image_id), "alt": page.lead_image_alt}
        if isinstance(page, ProductPage):
            photos = [{"file": self.image(photo.image_id), "alt": photo.alt} for photo in page.photos.all()]
            return {"photos": photos, "description": self.rich_text(page.description)}
        return {}

    def items(self, page) -> Iterator[dict]:
        """What a list shows, the newest first; a home or info page shows the pages below it."""
        if not isinstance(page, KimIndexPage | KimHomePage | InfoPage):
            return
        below = Page.objects.child_of(page).filter(live=True)
        if isinstance(page, KimIndexPage):
            model = page.item_model
            keys = list(model.objects.child_of(page).live().order_by(*model.card_order).values_list("pk", flat=True))
        else:
            keys = list(below.order_by("path").values_list("pk", flat=True))
        keys = [key for key in keys if key in self.shown]
        for start in range(0, len(keys), BATCH):
            chunk = keys[start : start + BATCH]
            found = {item.pk: item for item in Page.objects.filter(pk__in=chunk).specific()}
            for key in chunk:
                if key in found:
                    yield self._item(found[key])

    def _item(self, item) -> dict:
        shown = item.card_picture()
        return {
            "title": item.title,
            "file": self.shown[item.pk],
            "date": getattr(item, "date", None),
            "price": item.price if isinstance(item, ProductPage) else "",
            "text": item.summary_text if hasattr(item, "summary_text") else getattr(item, "intro", ""),
            "picture": self.image(shown[0].pk) if shown else "",
            "alt": shown[1] if shown else "",
        }

    def parts(self, body) -> Iterator[dict]:
        """The blocks of a text, ready to be put out."""
        for block in body:
            value = block.value
            if block.block_type == "text":
                yield {"kind": "text", "html": self.rich_text(value.source)}
            elif block.block_type in ("image", "gallery"):
                pictures = [value] if block.block_type == "image" else value["pictures"]
                yield {"kind": "pictures", "pictures": [self._picture(item) for item in pictures if item["image"]]}
            elif block.block_type == "document":
                if value is not None and (name := self.names.turn(KimDocument, value.pk)) in self.media:
                    yield {"kind": "document", "title": value.title, "file": f"../{self.media[name]}"}
            else:
                yield {"kind": block.block_type, "value": value}

    def _picture(self, item) -> dict:
        return {"file": self.image(item["image"].pk), "alt": item["alt"], "caption": item["caption"]}

    def image(self, key) -> str:
        """Where a picture lies, seen from the page; empty for one that is not the KIM's own."""
        path = self.media.get(self.names.turn(KimImage, key) or "") if key else None
        return f"../{path}" if path else ""

    def rich_text(self, html: str) -> str:
        """A text whose links lead to files of the archive."""
        return mark_safe(TAG.sub(self._tag, html or ""))  # noqa: S308 - what editors wrote, as the site shows it

    def _tag(self, match) -> str:
        attributes = {name: unescape(value) for name, value in ATTRIBUTE.findall(match[2])}
        key = attributes.get("id", "")
        if attributes.get("linktype") == "page":
            number = int(key) if key.isdigit() else 0
            target = self.shown.get(number) or self._outside(number)
            return f'<a href="{escape(target)}">' if target else "<a>"
        if attributes.get("linktype") == "document":
            path = self.media.get(self.names.turn(KimDocument, key) or "")
            return f'<a href="../{escape(path)}">' if path else "<a>"
        if match[1] == "embed":
            path = self.image(key)
            return f'<img src="{escape(path)}" alt="{escape(attributes.get("alt", ""))}">' if path else ""
        return match[0]

    def _outside(self, key: int) -> str:
        page = Page.objects.filter(pk=key).first()
        return (page.specific.get_full_url() or "") if page and key not in self.names.numbers["page"] else ""


def read_me(kim: Kim, counts: dict) -> str:
    """The text that says what is what."""
    with translation.override(settings.LANGUAGE_CODE):
        return render_to_string(f"{FOLDER}/baca-saya.txt", {"kim": kim, "counts": counts}).strip() + "\n"


def tables(kim: Kim, names: Names) -> Iterator[tuple[str, Iterator[str]]]:
    """Name and lines of each spreadsheet."""
    yield (
        "data/berita.csv",
        _csv([_("Date"), _("Title"), _("Category"), _("Written by"), _("Tags"), _("Address")], _news(kim)),
    )
    yield (
        "data/produk.csv",
        _csv([_("Name"), _("Category"), _("Price"), _("Unit"), _("Seller"), _("Address")], _products(kim)),
    )
    yield (
        "data/pengurus.csv",
        _csv([_("Name"), _("Position"), _("Since"), _("Until"), _("Shown to readers")], _roster(kim)),
    )


def _csv(head: list[str], rows) -> Iterator[str]:
    yield "\ufeff" + _line(head)
    for row in rows:
        yield _line(row)


def _line(cells) -> str:
    buffer = io.StringIO()
    # A cell that a spreadsheet would take for a formula is marked as text.
    texts = ["" if cell is None else str(cell) for cell in cells]
    csv.writer(buffer).writerow([f"'{text}" if FORMULA.match(text) else text for text in texts])
    return buffer.getvalue()


def _news(kim: Kim):
    for page in NewsPage.objects.filter(kim=kim, live=True).order_by("-date", "path").iterator(BATCH):
        yield page.date, page.title, page.get_category_display(), page.author_name, page.tag_names, page.slug


def _products(kim: Kim):
    rows = ProductPage.objects.filter(kim=kim, live=True).select_related("seller").order_by("title", "path")
    for page in rows.iterator(BATCH):
        seller = page.seller.name if page.seller else ""
        yield page.title, page.get_category_display(), page.price, page.unit, seller, page.slug


def _roster(kim: Kim):
    for officer in Officer.objects.filter(kim=kim):
        public = _("yes") if officer.is_public else _("no")
        yield officer.name, officer.get_position_display(), officer.since, officer.until, public


def made_today() -> str:
    """Today, as part of a file name."""
    return timezone.localdate().isoformat()
