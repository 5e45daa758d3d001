"""The KIM from which all others are copied, made by the project's own services under names that occur nowhere else."""

import datetime
from dataclasses import dataclass, field
from io import BytesIO

from django.contrib.auth.hashers import make_password
from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image, ImageDraw
from wagtail.models import Collection, Page

from cms.scale import marks, texts
from cms.scale.capture import Capture, Names, Recorder, Templates
from home.models import HubPage
from home.services.hubs import ensure_hub
from kim_sites.models import (
    AchievementIndexPage,
    AchievementPage,
    Kim,
    KimImage,
    NewsCategory,
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
from kim_sites.services.cards import CARD_SIZES, COVER_SIZES, build_card
from kim_sites.services.provisioning import ChairData, DecreeData, KimRequest, provision_kim

# A place that is made for the prototypes and taken away with them: code, name, kind.
PLACES = {
    "province": ("99", "Provinsi Zqprov", "provinsi"),
    "regency": ("99.97", "Kabupaten Zqkab", "kabupaten"),
    "district": ("99.97.96", "Zqkec", "kecamatan"),
    "region": ("99.97.96.9991", "Zqdesa", "desa"),
}
TITLE, SLUG = "Zqjudul", "zqjudul"
INDEXES = {"news": NewsIndexPage, "product": ProductIndexPage, "achievement": AchievementIndexPage}


@dataclass
class Prototype:
    """What is copied: the KIM itself, and pages by kind, each of which goes into any KIM of this prototype."""

    kim: Templates
    pages: dict[str, list[Templates]] = field(default_factory=dict)


class Maker:
    """Makes the prototypes, and takes them away again."""

    def __init__(self, password: str, picture_width: int):
        self.password, self.width = make_password(password), picture_width
        self.begun = timezone.localtime()
        self.recorder = Recorder()
        self.hub: HubPage | None = None

    def written(self) -> list:
        """Every model of which the prototypes have rows."""
        return list({model: None for capture in self.recorder.captures for model in capture.keys})

    def make_places(self) -> None:
        """The prototypes' region and its hubs."""
        above = NATION_CODE
        for level, (code, name, kind) in enumerate(PLACES.values(), 1):
            Region.objects.create(code=code, name=name, kind=kind, level=level, parent_id=above)
            above = code
        with self.recorder.step():
            self.hub = ensure_hub(Region.objects.get(code=PLACES["regency"][0]))

    def make(self, letter: str, is_rich: bool) -> Prototype:
        """One prototype; a rich one has a cover, a logo and more pictures."""
        with self.recorder.step() as own:
            kim = self._provision(letter)
            editor = self._people(kim)
            images = self._images(kim, 4 if is_rich else 1)
            if is_rich:
                self._dress(kim, editor)
        pages: dict[str, list[Capture]] = {"news": [], "product": [], "achievement": []}
        for kind, count in (("news", texts.VARIANTS), ("product", 2), ("achievement", 2)):
            for variant in range(count):
                with self.recorder.step() as capture:
                    self._page(kind, variant, kim, images[variant % len(images)], editor)
                pages[kind].append(capture)
        for capture in [own, *(capture for captures in pages.values() for capture in captures)]:
            capture.read()
        names = self._names(letter, kim)
        prototype = Prototype(Templates(own, None, names))
        for kind, captures in pages.items():
            prototype.pages[kind] = [
                Templates(item, own, self._page_names(names, kim, kind, item)) for item in captures
            ]
        return prototype

    def _provision(self, letter: str) -> Kim:
        request = KimRequest(
            region_code=PLACES["region"][0],
            name=f"KIM Zqnama{letter}",
            slug=f"zqslug{letter}",
            decree=DecreeData("141/7/2025", datetime.date(2025, 3, 14), "Ardi Wijaya"),
            chair=ChairData("Siti Rahmah", f"ketua.zqslug{letter}@example.id"),
        )
        return provision_kim(request).kim

    def _people(self, kim: Kim) -> User:
        """An editor and a contributor beside the chair, all with a password; returns the editor."""
        people = {}
        for role, name in (("editor", "Budi Santoso"), ("contributor", "Wayan Sari")):
            people[role] = User.objects.create_user(f"{role}.{kim.slug}@example.id", first_name=name)
            people[role].groups.add(kim.roles.get(role=role).group)
        User.objects.filter(email__endswith=f".{kim.slug}@example.id").update(password=self.password)
        return people["editor"]

    def _images(self, kim: Kim, count: int) -> list[KimImage]:
        images = [
            KimImage.objects.create(
                title=f"Foto {number + 1}", collection=kim.collection, file=picture_file(self.width, number)
            )
            for number in range(count)
        ]
        for image in images:
            build_card(image, "", CARD_SIZES)
        return images

    def _dress(self, kim: Kim, editor: User) -> None:
        """Cover and logo."""
        home = kim.home_page.specific
        home.cover = KimImage.objects.create(
            title="Sampul", collection=kim.collection, file=picture_file(self.width, 7)
        )
        home.cover_alt = "Sawah di pagi hari"
        home.logo = KimImage.objects.create(
            title="Lambang", collection=kim.collection, file=picture_file(min(self.width, 256), 8)
        )
        build_card(home.cover, "", COVER_SIZES)
        home.save_revision(user=editor, log_action=True).publish(user=editor)

    def _page(self, kind: str, variant: int, kim: Kim, image: KimImage, editor: User) -> Page:
        """One page; every other one has a revision, as if written in the editor, the rest came by an import."""
        parent = INDEXES[kind].objects.get(kim=kim)
        page = getattr(self, f"_{kind}")(variant, kim, image)
        page.title = page.draft_title = TITLE
        page.slug, page.locale, page.owner = f"{SLUG}{variant}", parent.locale, editor
        imported = kind == "news" and variant % 2 == 1
        if imported:
            page.first_published_at = page.last_published_at = timezone.now()
        else:
            page.live = False
        parent.add_child(instance=page)
        if not imported:
            page.save_revision(user=editor, log_action=True).publish(user=editor)
        return page

    def _news(self, variant: int, kim: Kim, image: KimImage) -> NewsPage:
        return NewsPage(
            lead_image=image,
            lead_image_alt="Warga di tepi sungai",
            summary="" if variant % 3 else "Ringkasan singkat tentang kegiatan warga desa.",
            body=[("text", texts.body(variant))],
            category=NewsCategory.values[variant % len(NewsCategory.values)],
            author_name="Budi Santoso",
            tag_names="gotong royong" if variant % 3 == 0 else "",
        )

    def _product(self, variant: int, kim: Kim, image: KimImage) -> ProductPage:
        seller = Seller.objects.create(
            kim=kim, name=f"Usaha {TITLE} {variant + 1}", owner_consents=True, whatsapp="+6281200000001"
        )
        page = ProductPage(
            seller=seller,
            category=["food", "craft"][variant % 2],
            price_min=25_000 * (variant + 1),
            unit="bungkus",
            confirmed_on=timezone.localdate(),
            description="<p>Dibuat oleh warga desa dengan bahan setempat.</p>",
        )
        page.photos = [ProductPhoto(image=image, alt="Produk di atas meja")]
        return page

    def _achievement(self, variant: int, kim: Kim, image: KimImage) -> AchievementPage:
        facts = (
            {"kind": "potential", "potential_type": "nature"}
            if variant % 2
            else {"kind": "achievement", "level": "regency", "year": 2025, "rank": "Juara I"}
        )
        return AchievementPage(
            lead_image=image, lead_image_alt="Piala", body=[("text", "<p>Desa kami bangga.</p>")], **facts
        )

    def _names(self, letter: str, kim: Kim) -> Names:
        """What is replaced in the KIM's own rows."""
        hub = self.hub
        home = Page.objects.get(pk=kim.home_page_id)
        place = ", ".join(PLACES[name][1] for name in ("region", "district", "regency"))
        keys = {page.translation_key for page in Page.objects.filter(path__startswith=home.path)}
        return Names(
            texts={
                place: marks.hole("place"),
                PLACES["region"][1]: marks.hole("village"),
                f"KIM Zqnama{letter}": marks.hole("name"),
                f"zqslug{letter}": marks.hole("slug"),
                hub.url_path: marks.hole("hub_url"),
            },
            codes={code: marks.hole(name) for name, (code, _name, _kind) in PLACES.items()},
            keys={form for key in keys for form in (str(key), key.hex)},
            numchild={INDEXES[kind].objects.get(kim=kim).pk: f"{kind}_count" for kind in INDEXES},
            page_paths={home.path: marks.hole("path")},
            collection_paths={Collection.objects.get(pk=kim.collection_id).path: marks.hole("collection_path")},
        )

    def _page_names(self, names: Names, kim: Kim, kind: str, capture: Capture) -> Names:
        """The same for one of its pages, whose title, address and place in the list are a copy's own too."""
        page = Page.objects.get(pk=capture.keys[Page][0])
        above = INDEXES[kind].objects.get(kim=kim).path[len(kim.home_page.path) :]
        own = {TITLE: marks.hole("title"), page.slug: marks.hole("page_slug")}
        paths = {**names.page_paths, page.path: f"{marks.hole('path')}{above}{marks.hole('step')}"}
        return Names({**names.texts, **own}, names.codes, names.keys, {}, paths, names.collection_paths)


def picture_file(width: int, number: int) -> ContentFile:
    """A picture with some detail in it, as a JPEG."""
    height = width * 2 // 3
    red, green, blue = ((number * step + 60) % 200 for step in (37, 71, 113))
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture = Image.blend(picture, Image.new("RGB", picture.size, (red, green, blue)), 0.6)
    draw = ImageDraw.Draw(picture)
    for step in range(40):
        x, y = (step * 97 * (number + 1)) % width, (step * 61) % height
        draw.ellipse((x, y, x + width // 9, y + height // 7), fill=(step * 6, (green + step * 5) % 255, blue))
    buffer = BytesIO()
    picture.save(buffer, "JPEG", quality=80)
    return ContentFile(buffer.getvalue(), name=f"foto-{number}.jpg")
