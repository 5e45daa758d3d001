"""Builds valid tenants, pages and media for tests, through the project's own services."""

import datetime
import itertools
from io import BytesIO

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from kim_sites.models import (
    AchievementIndexPage,
    AchievementPage,
    InfoPage,
    Kim,
    KimImage,
    NewsIndexPage,
    NewsPage,
    ProductIndexPage,
    ProductPage,
    ProductPhoto,
    Region,
    Seller,
    User,
)
from kim_sites.models.regions import NATION_CODE
from kim_sites.services.provisioning import ChairData, DecreeData, KimRequest, provision_kim

_numbers = itertools.count(1)

# A small, real part of the country: two provinces, three regencies, some districts and villages.
REGIONS = [
    (NATION_CODE, "Indonesia", 0, "negara"),
    ("61", "Kalimantan Barat", 1, "provinsi"),
    ("61.01", "Kabupaten Sambas", 2, "kabupaten"),
    ("61.01.01", "Sambas", 3, "kecamatan"),
    ("61.01.01.2024", "Sumber Harapan", 4, "desa"),
    ("62", "Kalimantan Tengah", 1, "provinsi"),
    ("62.02", "Kabupaten Kotawaringin Timur", 2, "kabupaten"),
    ("62.02.04", "Parenggean", 3, "kecamatan"),
    ("62.02.04.1001", "Parenggean", 4, "kelurahan"),
    ("62.02.05", "Baamang", 3, "kecamatan"),
    ("62.02.05.1002", "Baamang Tengah", 4, "kelurahan"),
    ("62.02.10", "Cempaga", 3, "kecamatan"),
    ("62.13", "Kabupaten Barito Timur", 2, "kabupaten"),
    ("62.13.01", "Dusun Timur", 3, "kecamatan"),
    ("62.13.01.1012", "Tamiang Layang", 4, "kelurahan"),
]


def make_regions() -> None:
    """The regions above; safe to repeat."""
    Region.objects.bulk_create(
        [
            Region(
                code=code, name=name, level=level, kind=kind,
                parent_id=None if level == 0 else code.rpartition(".")[0] or NATION_CODE,
            )
            for code, name, level, kind in REGIONS
        ],
        ignore_conflicts=True,
    )  # fmt: skip


def kim_request(slug: str = "", **changes) -> KimRequest:
    """A sound request for a KIM in Parenggean, with what a test wants different."""
    slug = slug or f"kim-{next(_numbers)}"
    values = {
        "region_code": "62.02.04",
        "name": f"KIM {slug.replace('-', ' ').title()}",
        "slug": slug,
        "decree": DecreeData("141/7/2025", datetime.date(2025, 3, 14), "Ardi Wijaya"),
        "chair": ChairData("Siti Rahmah", f"ketua.{slug}@example.id"),
    }
    return KimRequest(**{**values, **changes})


def make_kim(slug: str = "", **changes) -> Kim:
    """A provisioned, active KIM. Regions are made as needed."""
    make_regions()
    return provision_kim(kim_request(slug, **changes)).kim


def member(kim: Kim, role: str, email: str = "") -> User:
    """A person with one role in a KIM."""
    user = User.objects.create_user(email or f"{role}-{next(_numbers)}@example.id", password="rahasia-sekali")
    user.groups.add(kim.roles.get(role=role).group)
    return user


def picture_file(kind: str = "JPEG", size: tuple[int, int] = (1200, 800), name: str = "foto.jpg") -> ContentFile:
    """A picture file with a gradient, so that it is not the same byte everywhere."""
    buffer = BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(buffer, kind)
    return ContentFile(buffer.getvalue(), name=name)


def make_image(kim: Kim | None = None, size: tuple[int, int] = (60, 40), **fields) -> KimImage:
    """A stored picture in the KIM's own collection; small, since each size of it is really made."""
    fields.setdefault("title", "Foto")
    if kim:
        fields.setdefault("collection", kim.collection)
    return KimImage.objects.create(file=picture_file(size=size), **fields)


def lead_picture(kim: Kim, fields: dict) -> dict:
    """A main picture for a page whose test does not care which one."""
    if "lead_image" in fields:
        return {}
    image = KimImage.objects.filter(collection=kim.collection).first() or make_image(kim)
    return {"lead_image": image, "lead_image_alt": "Warga di tepi sungai"}


def index_of(kim: Kim, model):
    """The KIM's index page of one type."""
    return model.objects.get(kim=kim, locale=kim.home_page.locale)


def _add(parent, page, live: bool):
    page.live = live
    page.has_unpublished_changes = not live
    if live:
        page.first_published_at = page.last_published_at = timezone.now()
    parent.add_child(instance=page)
    page.save_revision(clean=False)
    return page


def make_news(kim: Kim, title: str = "Warga menanam bibit", live: bool = True, **fields) -> NewsPage:
    """An article of a KIM with a small picture."""
    values = {
        "category": "environment",
        "body": [("text", "<p>Warga desa menanam bibit pohon di tepi sungai.</p>")],
        "locale": kim.home_page.locale,
        **lead_picture(kim, fields),
    }
    return _add(index_of(kim, NewsIndexPage), NewsPage(title=title, **{**values, **fields}), live)


def make_seller(kim: Kim, **fields) -> Seller:
    """A seller who agreed to be shown."""
    values = {"name": f"Dapur {next(_numbers)}", "owner_consents": True, "whatsapp": "+6281200000001"}
    return Seller.objects.create(kim=kim, **{**values, **fields})


def make_product(kim: Kim, title: str = "Madu kelulut", live: bool = True, image=None, **fields) -> ProductPage:
    """A product of a KIM at 75,000 rupiah, with one photo if given."""
    values = {
        "category": "food",
        "price_kind": "fixed",
        "price_min": 75_000,
        "unit": "botol",
        "confirmed_on": timezone.localdate(),
        "description": "<p>Madu hutan asli.</p>",
        "locale": kim.home_page.locale,
        "seller": fields.pop("seller", None) or make_seller(kim),
    }
    page = ProductPage(title=title, **{**values, **fields})
    if image:
        page.photos = [ProductPhoto(image=image, alt="Botol madu", sort_order=0)]
    return _add(index_of(kim, ProductIndexPage), page, live)


def make_achievement(kim: Kim, title: str = "Juara lomba desa", live: bool = True, **fields) -> AchievementPage:
    """A first place at regency level."""
    values = {
        "kind": "achievement",
        "level": "regency",
        "year": 2025,
        "rank": "Juara I",
        "body": [("text", "<p>Desa kami menang.</p>")],
        "locale": kim.home_page.locale,
        **lead_picture(kim, fields),
    }
    return _add(index_of(kim, AchievementIndexPage), AchievementPage(title=title, **{**values, **fields}), live)


def make_info(kim: Kim, title: str = "Jadwal posyandu", live: bool = True, **fields) -> InfoPage:
    """An info page of a KIM."""
    values = {"body": [("text", "<p>Setiap Selasa pertama.</p>")], "locale": kim.home_page.locale}
    return _add(kim.home_page.specific, InfoPage(title=title, **{**values, **fields}), live)
