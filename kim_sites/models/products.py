"""UMKM products: the index, the product, and its photos. A KIM promotes; it does not sell."""

from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Coalesce
from django.utils.functional import cached_property
from django.utils.html import strip_tags
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Orderable, Page
from wagtail.search import index

from kim_sites.listings import build_filter
from kim_sites.money import price_text
from kim_sites.share import ShareMeta

from .base import SHARING_PANELS, KimPage, title_panel
from .indexes import KimIndexPage
from .managers import KimPageManager


class ProductCategory(models.TextChoices):
    """The same everywhere, so that a hub can filter across KIM."""

    FOOD = "food", _("Food")
    DRINK = "drink", _("Drinks")
    CRAFT = "craft", _("Crafts")
    TEXTILE = "textile", _("Fabric and clothing")
    FARM = "farm", _("Farm produce")
    FISHERY = "fishery", _("Fish and livestock")
    SERVICE = "service", _("Services")


class PriceKind(models.TextChoices):
    """How the price is told."""

    FIXED = "fixed", _("one price")
    RANGE = "range", _("from … to …")
    ASK = "ask", _("ask the seller")


class Availability(models.TextChoices):
    """Whether it can be had now."""

    IN_STOCK = "in_stock", _("In stock")
    MADE_TO_ORDER = "made_to_order", _("Made to order")
    SEASONAL = "seasonal", _("Seasonal")
    OUT_OF_STOCK = "out_of_stock", _("Sold out")


SCHEMA_AVAILABILITY = {
    Availability.IN_STOCK: "InStock",
    Availability.MADE_TO_ORDER: "MadeToOrder",
    Availability.SEASONAL: "LimitedAvailability",
    Availability.OUT_OF_STOCK: "OutOfStock",
}


class ProductPage(KimPage):
    """One product of one seller."""

    category = models.CharField(_("category"), max_length=12, choices=ProductCategory)
    seller = models.ForeignKey(
        "kim_sites.Seller", models.PROTECT, null=True, related_name="products", verbose_name=_("seller")
    )
    price_kind = models.CharField(_("price"), max_length=8, choices=PriceKind, default=PriceKind.FIXED)
    price_min = models.PositiveIntegerField(
        _("price in rupiah, or lowest price"), null=True, blank=True, help_text=_("Digits only, for example 25000.")
    )
    price_max = models.PositiveIntegerField(_("highest price"), null=True, blank=True)
    unit = models.CharField(
        _("unit"), max_length=40, blank=True, help_text=_("For example: bottle, kg, pack of 250 g.")
    )
    availability = models.CharField(
        _("availability"), max_length=16, choices=Availability, default=Availability.IN_STOCK
    )
    confirmed_on = models.DateField(
        _("last confirmed on"),
        null=True,
        help_text=_("The day on which the seller last said that price and stock are right."),
    )
    description = RichTextField(_("description"), features=["bold", "italic", "ul", "ol", "link"])

    objects = KimPageManager()
    parent_page_types = ["kim_sites.ProductIndexPage"]
    subpage_types: list[str] = []
    template = "kim_sites/product.html"
    card_order = ("-first_published_at", "-pk")
    card_fields = ("price_kind", "price_min", "price_max", "availability", "seller__name", "first_published_at")
    route_related = ("seller",)
    share_kind = "product"

    content_panels = [
        title_panel(_("What is sold, for example “Stingless bee honey, 250 ml”.")),
        InlinePanel("photos", heading=_("Photos"), label=_("Photo"), max_num=10),
        MultiFieldPanel(
            [
                FieldPanel("price_kind"),
                FieldRowPanel([FieldPanel("price_min"), FieldPanel("price_max"), FieldPanel("unit")]),
            ],
            heading=_("Price"),
        ),
        FieldPanel("category"),
        FieldPanel("seller"),
        FieldRowPanel([FieldPanel("availability"), FieldPanel("confirmed_on")]),
        FieldPanel("description"),
    ]
    promote_panels = SHARING_PANELS
    search_fields = [*Page.search_fields, index.SearchField("description")]

    class Meta:
        verbose_name = _("product")
        verbose_name_plural = _("products")
        indexes = [models.Index(fields=["kim", "category"], name="product_by_kim_category")]

    def clean(self):
        """Numbers that the way of telling the price has no use for are dropped; the seller must be the KIM's own."""
        super().clean()
        if self.price_kind == PriceKind.ASK:
            self.price_min = None
        if self.price_kind != PriceKind.RANGE:
            self.price_max = None
        if self.kim_id and self.seller_id and self.seller.kim_id != self.kim_id:
            raise ValidationError({"seller": _("This seller belongs to another KIM.")})

    # Rows below the page without which it is not published.
    publish_needs = {"photos": _("Add at least one photo.")}

    def publish_errors(self):
        """A price that fits the way in which it is told."""
        if self.price_kind != PriceKind.ASK and self.price_min is None:
            return {"price_min": _("Give a price, or choose “ask the seller”.")}
        if self.price_kind == PriceKind.RANGE and (self.price_max or 0) <= self.price_min:
            return {"price_max": _("The highest price must be above the lowest one.")}
        return {}

    def card_picture(self):
        """The first photo."""
        photo = self.photos.first()
        return (photo.image, photo.alt) if photo and photo.image else None

    @property
    def price(self) -> str:
        """The price as a reader sees it, in the reader's language."""
        return price_text(self.price_kind, self.price_min, self.price_max)

    @property
    def summary_text(self) -> str:
        """The beginning of the description."""
        return Truncator(" ".join(strip_tags(self.description.replace("<", " <")).split())).chars(160)

    def search_text(self) -> str:
        """All words of the product, for the search of the project."""
        seller = self.seller.name if self.seller else ""
        return " ".join([strip_tags(self.description.replace("<", " <")), seller, str(self.get_category_display())])

    def whatsapp_url(self, page_url: str) -> str:
        """A link that opens WhatsApp with the product's name and address filled in; empty without a number."""
        number = self.seller.public_whatsapp if self.seller else ""
        if not number:
            return ""
        text = gettext("Hello, I saw “%(product)s” at %(url)s. Is it available?") % {
            "product": self.title,
            "url": page_url,
        }
        return f"https://wa.me/{number.lstrip('+')}?text={quote(text)}"

    @cached_property
    def shown_photos(self) -> list:
        """The photos with their pictures, in one query."""
        return [photo for photo in self.photos.select_related("image") if photo.image]

    def shown_images(self):
        """All photos."""
        return [photo.image for photo in self.shown_photos]

    def get_context(self, request, *args, **kwargs):
        """Add photos, the WhatsApp link, and more of the same seller."""
        context = super().get_context(request, *args, **kwargs)
        context["photos"] = self.shown_photos
        context["whatsapp_url"] = self.whatsapp_url(self.get_full_url(request) or "")
        if self.kim_id:
            others = ProductPage.objects.for_kim(self.kim_id).in_language(self.locale).for_cards().exclude(pk=self.pk)
            context["more_products"] = list(others[:4])
        context["index_url"] = self.get_url(request).rstrip("/").rpartition("/")[0] + "/"
        return context

    @property
    def share_description(self) -> str:
        """Price and description."""
        return self.search_description or f"{self.price} · {self.summary_text}"

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Schema.org's Product, with an offer when a price is told."""
        item = {
            "@type": "Product",
            "name": self.title,
            "description": self.summary_text,
            "image": [meta.image],
            "url": meta.url,
            "category": str(self.get_category_display()),
        }
        if self.price_kind != PriceKind.ASK and self.price_min is not None:
            offer = {
                "@type": "Offer",
                "priceCurrency": "IDR",
                "price": self.price_min,
                "url": meta.url,
                "availability": f"https://schema.org/{SCHEMA_AVAILABILITY[self.availability]}",
            }
            if self.price_kind == PriceKind.RANGE:
                offer |= {"@type": "AggregateOffer", "lowPrice": self.price_min, "highPrice": self.price_max}
                del offer["price"]
            item["offers"] = offer
        return [item]


class ProductPhoto(Orderable):
    """One photo of a product; the first one is on its card."""

    page = ParentalKey(ProductPage, related_name="photos", on_delete=models.CASCADE)
    image = models.ForeignKey("kim_sites.KimImage", models.CASCADE, related_name="+", verbose_name=_("photo"))
    alt = models.CharField(_("what the photo shows"), max_length=200)

    panels = [
        FieldPanel("image"),
        FieldPanel(
            "alt", help_text=_("One sentence for readers who can't see it, for example “Honey in a glass jar”.")
        ),
    ]


class ProductIndexPage(KimIndexPage):
    """All products of a KIM."""

    item_model = ProductPage
    subpage_types = ["kim_sites.ProductPage"]
    max_count_per_parent = 1
    template = "kim_sites/product_index.html"
    SORTS = {
        "termurah": (_("Cheapest first"), (models.F("price_min").asc(nulls_last=True), "-pk")),
        "termahal": (
            _("Most expensive first"),
            (Coalesce("price_max", "price_min").desc(nulls_last=True), "-pk"),
        ),
    }

    class Meta:
        verbose_name = _("product list")
        verbose_name_plural = _("product lists")

    def filters(self, request):
        """By category, and the order."""
        url = self.get_url(request)
        sorts = [(key, label) for key, (label, _order) in self.SORTS.items()]
        return [
            build_filter(request.GET, "kategori", _("Category"), ProductCategory.choices, url, _("All products")),
            build_filter(request.GET, "urut", _("Order"), sorts, url, _("Newest first")),
        ]

    def narrow(self, items, name, value):
        """By category, or in another order."""
        if name == "urut":
            return items.order_by(*self.SORTS[value][1])
        return items.filter(category=value)
