"""The home page of a KIM: what readers see first."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models
from django.http import HttpResponseRedirect
from django.shortcuts import render
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, ObjectList, TabbedInterface
from wagtail.models import Page

from kim_sites.page_permissions import HomePermissions
from kim_sites.palette import ACCENT_CHOICES, ACCENTS, DEFAULT_ACCENT
from kim_sites.services.cards import COVER_SIZES, LOGO_SIZES, build_card
from kim_sites.share import ShareMeta

from .base import KimPage, title_panel
from .fields import WhatsAppField

LATEST = {"news": 5, "products": 4, "achievements": 3}  # cards of each kind on the home page


class KimHomePage(KimPage):
    """One per KIM and language. Its title is the name of the KIM."""

    tagline = models.CharField(_("motto"), max_length=120, blank=True, help_text=_("One short line under the name."))
    welcome = models.TextField(
        _("welcome"), max_length=1200, help_text=_("Two or three sentences for a first visitor.")
    )
    cover = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover picture")
    )
    cover_alt = models.CharField(_("what the cover shows"), max_length=200, blank=True)
    logo = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("logo")
    )
    accent = models.CharField(_("colour"), max_length=12, choices=ACCENT_CHOICES, default=DEFAULT_ACCENT)
    whatsapp = WhatsAppField(_("WhatsApp number"), help_text=_("For example 0812 3456 7890. Shown to readers."))
    email = models.EmailField(_("e-mail"), blank=True)
    address = models.TextField(_("address"), max_length=300, blank=True)
    latitude = models.DecimalField(_("latitude"), max_digits=8, decimal_places=5, null=True, blank=True)
    longitude = models.DecimalField(_("longitude"), max_digits=8, decimal_places=5, null=True, blank=True)

    # Made by `provision_kim` only.
    is_creatable = False
    parent_page_types = ["home.HubPage"]
    subpage_types = [
        "kim_sites.NewsIndexPage",
        "kim_sites.ProductIndexPage",
        "kim_sites.AchievementIndexPage",
        "kim_sites.InfoPage",
    ]
    template = "kim_sites/home.html"
    card_sizes = COVER_SIZES
    permissions_class = HomePermissions
    share_kind = "website"

    look_panels = [
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
        FieldPanel("logo"),
        FieldPanel("accent"),
    ]
    contact_panels = [
        FieldPanel("whatsapp"),
        FieldPanel("email"),
        FieldPanel("address"),
        MultiFieldPanel([FieldPanel("latitude"), FieldPanel("longitude")], heading=_("Point on the map")),
    ]
    content_panels = [title_panel(), FieldPanel("tagline"), FieldPanel("welcome")]
    edit_handler = TabbedInterface(
        [
            ObjectList(content_panels, heading=_("Content")),
            ObjectList(look_panels, heading=_("Look")),
            ObjectList(contact_panels, heading=_("Contact")),
            ObjectList(Page.promote_panels, heading=_("Promote")),
            ObjectList(Page.settings_panels, heading=_("Settings")),
        ]
    )

    class Meta:
        verbose_name = _("KIM home page")
        verbose_name_plural = _("KIM home pages")
        indexes = [models.Index(fields=["kim"], name="kim_home_by_kim")]

    def clean(self):
        """A point on the map needs both numbers."""
        super().clean()
        if (self.latitude is None) != (self.longitude is None):
            raise ValidationError({"longitude": _("Give both latitude and longitude, or neither.")})

    def publish_errors(self):
        """A shown cover needs its description."""
        if self.cover_id and not self.cover_alt:
            return {"cover_alt": _("Say in one sentence what the cover picture shows.")}
        return {}

    def stored_url_path(self):
        """Pages below are addressed from here: a new slug of the home changes none of them."""
        return ""

    def _refuse_other_owner(self, target):
        """A home is copied for another language only, and then stands below a hub like the first one."""
        if target is not None and getattr(target.specific, "kim_id", None):
            raise PermissionDenied

    def find_kim_id(self):
        """The home is where the tenant is anchored: it keeps its own."""
        return self.kim_id

    def card_picture(self):
        """The cover is the KIM's picture in directories."""
        return (self.cover, self.cover_alt) if self.cover else None

    def prepare_save(self):
        """Work out the sizes of the logo too, which stands on every page."""
        super().prepare_save()
        if self.logo:
            self.card["logo"] = build_card(self.logo, "", LOGO_SIZES)

    def serve_preview(self, request, mode_name):
        """Show the cover and the logo that were chosen just now."""
        self.prepare_save()
        return super().serve_preview(request, mode_name)

    @property
    def accent_colours(self):
        """The chosen pair of colours; a key that has gone falls back to the default."""
        return ACCENTS.get(self.accent, ACCENTS[DEFAULT_ACCENT])

    @property
    def map_url(self) -> str:
        """A link that any map application opens; empty without a point."""
        if self.latitude is None or self.longitude is None:
            return ""
        return f"https://www.openstreetmap.org/?mlat={self.latitude}&mlon={self.longitude}#map=15/{self.latitude}/{self.longitude}"

    def route(self, request, path_components):
        """Remember this home for the pages below it."""
        self.kim_home = self
        request.kim_home = self
        if path_components:
            elsewhere = self.redirect_to_own_address(request)
            if elsewhere:
                elsewhere.page.url += "/".join(path_components) + "/"
                return elsewhere
        return super().route(request, path_components)

    def set_menu(self, rows: list[Page]) -> None:
        """Take the menu's pages from whoever has read them already, in the order of the tree."""
        self._menu = rows

    def menu(self, request) -> list[Page]:
        """The pages of the menu, each with `menu_url` and `is_current`. One query at most."""
        if not hasattr(self, "_menu"):
            self.set_menu(list(self.get_children().live().in_menu()))
        base = self.get_url(request) or "/"
        for item in self._menu:
            item.menu_url = f"{base}{item.slug}/"
            item.is_current = request.path.startswith(item.menu_url)
        return self._menu

    def latest(self) -> dict[str, list]:
        """The newest of each kind, as cards. One query a kind."""
        from .achievements import AchievementPage
        from .news import NewsPage
        from .products import ProductPage

        kinds = {"news": NewsPage, "products": ProductPage, "achievements": AchievementPage}
        return {
            name: list(model.objects.for_kim(self.kim_id).in_language(self.locale).for_cards()[: LATEST[name]])
            for name, model in kinds.items()
        }

    def get_context(self, request, *args, **kwargs):
        """Add the newest of everything, the officers that may be shown, and addresses of the indexes."""
        context = super().get_context(request, *args, **kwargs)
        context["latest"] = self.latest()
        context["officers"] = self.public_officers()
        context["index_urls"] = {item.specific_class.__name__: item.menu_url for item in self.menu(request)}
        return context

    @cached_property
    def kim_home(self):
        """The home itself."""
        return self

    def public_officers(self) -> list:
        """Officers whose names may be shown, with the sizes of their photos."""
        officers = list(self.kim.officers.now().filter(is_public=True).select_related("photo"))
        models.prefetch_related_objects([officer.photo for officer in officers if officer.photo], "renditions")
        return officers

    def serve(self, request, *args, **kwargs):
        """The front page of a KIM that was merged into another one leads there; its articles stay where they are."""
        successor = self.kim.merged_into
        if successor is not None and successor.url and not getattr(request, "is_preview", False):
            return HttpResponseRedirect(successor.url)
        return super().serve(request, *args, **kwargs)

    def serve_closed(self, request):
        """A friendly page instead of the site: suspended (503, it will come back) or not open yet."""
        status = 503 if self.kim.status == self.kim.Status.SUSPENDED else 200
        context = {"kim": self.kim, "kim_home": self, "page": self, "menu": [], "share": None}
        response = render(request, "kim_sites/closed.html", context, status=status)
        response.headers["Cache-Control"] = "no-store"
        response.headers["X-Robots-Tag"] = "noindex"
        if status == 503:
            response.headers["Retry-After"] = "86400"
        return response

    @property
    def share_description(self) -> str:
        """The motto, or the welcome."""
        return self.search_description or self.tagline or self.welcome

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Schema.org's Organization."""
        item = {"@type": "Organization", "name": self.title, "url": meta.url, "description": meta.description}
        if self.address:
            item["address"] = self.address
        if self.whatsapp:
            item["telephone"] = self.whatsapp
        if meta.image:
            item["image"] = meta.image
        return [item]
