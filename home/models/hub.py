"""The page of a hub: the nation, a province or a regency."""

from django.db import models
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.routable_page.models import RoutablePageMixin, path
from wagtail.models import Collection

from home import hub_lists, hub_parts
from kim_sites.models import PublicPage, Region
from kim_sites.models.base import title_panel
from kim_sites.page_permissions import HomePermissions
from kim_sites.services.cards import COVER_SIZES
from kim_sites.services.references import owner_of_hub
from kim_sites.share import Crumb, ShareMeta


class HubPage(RoutablePageMixin, PublicPage):
    """Gathers what the KIM of its region publish. One type for every level; `region` says which.

    Everything it lists comes from `FeedEntry`.
    """

    region = models.ForeignKey(Region, models.PROTECT, related_name="hubs", verbose_name=_("region"))
    collection = models.ForeignKey(
        Collection, models.SET_NULL, null=True, editable=False, related_name="+", verbose_name=_("collection")
    )
    tagline = models.CharField(_("motto"), max_length=120, blank=True)
    intro = models.TextField(_("introduction"), max_length=600, blank=True)
    cover = models.ForeignKey(
        "kim_sites.KimImage", models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("cover picture")
    )
    cover_alt = models.CharField(_("what the cover shows"), max_length=200, blank=True)

    # Made by `ensure_hub` only.
    is_creatable = False
    permissions_class = HomePermissions
    parent_page_types = ["wagtailcore.Page", "home.HubPage"]
    subpage_types = ["home.HubPage", "kim_sites.KimHomePage", "kim_sites.InfoPage"]
    template = "home/hub.html"
    content_panels = [
        title_panel(),
        FieldPanel("tagline"),
        FieldPanel("intro"),
        MultiFieldPanel([FieldPanel("cover"), FieldPanel("cover_alt")], heading=_("Cover")),
        FieldPanel("region", read_only=True),
    ]

    class Meta:
        verbose_name = _("hub")
        verbose_name_plural = _("hubs")

    @property
    def level(self) -> str:
        """`nation`, `province` or `regency`."""
        return Region.Level(self.region.level).name.lower()

    card_sizes = COVER_SIZES

    def owner_of_references(self):
        """The hub itself, also while it is being made and is not to be found in the tree."""
        return owner_of_hub(self.path, self.collection_id) if self.collection_id else super().owner_of_references()

    def card_picture(self):
        """The cover."""
        return (self.cover, self.cover_alt) if self.cover else None

    def _get_relevant_site_root_paths(self, cache_object=None):
        """A regency answers on its province's site; routing has told which one this is."""
        home = getattr(cache_object, "hub_home", None)
        inside = home is not None and home.pk != self.pk and self.path.startswith(home.path)
        if inside and home.region.level == Region.Level.PROVINCE:
            return home._get_relevant_site_root_paths(cache_object)
        return super()._get_relevant_site_root_paths(cache_object)

    def route(self, request, path_components):
        """Answer on the hub's own site only; remember which hub's site this is."""
        if getattr(request, "hub_home", None) is None:
            request.hub_home = self
        elsewhere = self.redirect_to_own_address(request)
        if elsewhere:
            elsewhere.page.url += "".join(f"{part}/" for part in path_components)
            return elsewhere
        return super().route(request, path_components)

    def serve(self, request, *args, **kwargs):
        """Serve the hub or one of its lists; readers and proxies may keep it, but ask again each time."""
        response = super().serve(request, *args, **kwargs)
        response.headers.setdefault("Cache-Control", "private, no-store" if self.is_private else "public, no-cache")
        return response

    def section_url(self, request, section: str) -> str:
        """The address of one of the hub's lists: `news`, `products`, `achievements` or `directory`."""
        return (self.get_url(request) or "/") + hub_lists.SECTIONS[section].slug + "/"

    def breadcrumbs(self, request) -> list[Crumb]:
        """From the site's home to this hub; a list adds itself."""
        home = getattr(request, "hub_home", None) or self
        crumbs = [] if home.pk == self.pk else [Crumb(home.title, home.get_url(request))]
        return [*crumbs, Crumb(self.title, self.get_url(request))] if crumbs else []

    def get_context(self, request, *args, **kwargs):
        """Add the site's menu, and on the hub's own page its newest entries."""
        context = super().get_context(request, *args, **kwargs)
        home = getattr(request, "hub_home", None) or self
        context |= {
            "hub_home": home,
            "menu": hub_lists.menu(home, request),
            "section_urls": {name: self.section_url(request, name) for name in hub_lists.SECTIONS},
            "parent_hub": {"title": home.title, "url": home.get_url(request)} if home.pk != self.pk else None,
        }
        return context

    def serve_list(self, request, section: str, template: str, context: dict):
        """Render one of the hub's lists as a page of its own address."""
        base = self.get_context(request)
        url = self.section_url(request, section)
        title = str(hub_lists.SECTIONS[section].title)
        crumbs = [*(base["breadcrumbs"] or [Crumb(self.title, self.get_url(request))]), Crumb(title, url)]
        share: ShareMeta = base["share"]
        share.title = f"{title} · {self.title}"
        share.url = share.url.rstrip("/") + f"/{hub_lists.SECTIONS[section].slug}/"
        share.alternates = []
        base |= {"breadcrumbs": crumbs, "section": section, "section_title": title, **context}
        return self.render(request, context_overrides=base, template=template)

    @path("")
    def home_view(self, request):
        """The hub's front page."""
        context = hub_lists.front_page(self, request, get_language()) | {"parts": hub_parts.parts_of(self)}
        return self.render(request, context_overrides=context)

    @path("berita/")
    def news_view(self, request):
        """All news below this hub."""
        return self._entries(request, "news")

    @path("produk/")
    def products_view(self, request):
        """All products below this hub."""
        return self._entries(request, "products")

    @path("prestasi/")
    def achievements_view(self, request):
        """All achievements and potential below this hub."""
        return self._entries(request, "achievements")

    def _entries(self, request, section):
        context = {"listing": hub_lists.entries(self, request, section, get_language())}
        return self.serve_list(request, section, "home/hub_listing.html", context)

    @path("kim/")
    def directory_view(self, request):
        """The KIM below this hub, by place."""
        return self.serve_list(request, "directory", "home/hub_directory.html", hub_lists.directory(self, request))

    @property
    def share_description(self) -> str:
        """The introduction, or what a hub is."""
        return (
            self.search_description
            or self.intro
            or gettext("What the villages of %(place)s tell.") % {"place": self.region.name}
        )

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Schema.org's Organization."""
        return [{"@type": "Organization", "name": self.title, "url": meta.url, "description": meta.description}]
