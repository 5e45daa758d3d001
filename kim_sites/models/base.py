"""The two bases of every public page: `PublicPage` (addresses, sharing) and `KimPage` (belongs to a tenant)."""

from django.db import models, transaction
from django.http import HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from kim_sites.addresses import path_prefixes, remember, root_of_kim, root_of_path
from kim_sites.forms.pages import KimPageForm
from kim_sites.services.cards import CARD_SIZES, build_card
from kim_sites.share import Crumb, ShareMeta
from kim_sites.signals import address_changed, page_written

from .tenants import Kim


class PublicPage(Page):
    """A page that readers see on exactly one address: its nearest site root's."""

    # The picture of the page's card, ready to be put out: see services.cards. Filled at every save.
    card = models.JSONField(default=dict, editable=False)
    # Behind a password or a login, by a rule on the page or above it. Such pages are in no list, feed or search.
    is_private = models.BooleanField(default=False, editable=False)

    # What comes along when the page is read, so that a template asks for nothing more.
    route_related: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def _get_relevant_site_root_paths(self, cache_object=None):
        """Only the nearest root; Wagtail builds every address of the page from this."""
        root = remember(cache_object, ("path", self.path), lambda: root_of_path(self.path))
        return (root,) if root and self.url_path.startswith(root.root_path) else ()

    def route(self, request, path_components):
        """Answer only on the page's own host and language; anything else is a redirect to the one address."""
        if not path_components:
            elsewhere = self.redirect_to_own_address(request)
            if elsewhere:
                return elsewhere
        return super().route(request, path_components)

    def redirect_to_own_address(self, request):
        """A route that redirects to this page's address, or None when the request is for that address already."""
        if not self.live:
            return None
        parts = self.get_url_parts(request)
        site = Site.find_for_request(request)
        if parts is None or site is None:
            return None
        if parts[0] != site.pk:
            return RouteResult(RedirectTo(f"{parts[1]}{parts[2]}", permanent=True))
        if self.locale.language_code != translation.get_language():
            # The reader asked for a language in which this page does not exist: show it in its own.
            return RouteResult(RedirectTo(f"{parts[1]}{parts[2]}", permanent=False))
        return None

    def get_url(self, request=None, current_site=None):
        """The address as a link: relative on the page's own site, absolute anywhere else; None without a site.

        Wagtail's own method counts all sites to find out whether there is only one.
        """
        parts = self.get_url_parts(request)
        if parts is None or parts[2] is None:
            return None
        site = current_site or (Site.find_for_request(request) if request else None)
        return parts[2] if site and site.pk == parts[0] else f"{parts[1]}{parts[2]}"

    def get_view_restrictions(self):
        """Rules on the page or above it. `is_private` knows whether there are any, without a query."""
        if not self.is_private:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def prepare_save(self) -> None:
        """Fill what is derived from other fields, before every full save."""
        if self.path:
            self.is_private = PageViewRestriction.objects.filter(page__path__in=path_prefixes(self.path)).exists()
        self.card = build_card(*(self.card_picture() or (None, "")), self.card_sizes)

    def card_picture(self):
        """The picture of the page's card and its alternative text; None if it has none."""
        return None

    card_sizes = CARD_SIZES

    def save(self, *args, **kwargs):
        """Save. With `update_fields` (Wagtail saving the state of a draft) the fields in memory may be a draft's."""
        if kwargs.get("update_fields") is None:
            self.prepare_save()
        return super().save(*args, **kwargs)

    def move(self, target, pos=None, user=None):
        """Move the page; what hangs on its address changes in the same transaction."""
        with transaction.atomic():
            return super().move(target, pos=pos, user=user)

    # Sharing: each page type says what it is, kim_sites.share turns it into tags.

    @property
    def share_title(self) -> str:
        """The title in a shared link, without the name of the site."""
        return self.seo_title or self.title

    @property
    def share_description(self) -> str:
        """One or two sentences for a shared link."""
        return self.search_description

    def json_ld(self, meta: ShareMeta) -> list[dict]:
        """Structured data about this page, without the breadcrumbs."""
        return []

    def breadcrumbs(self, request) -> list[Crumb]:
        """The way from the site's home to this page, both included. One query at most."""
        return []

    def get_context(self, request, *args, **kwargs):
        """Add what every template needs."""
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = self.breadcrumbs(request)
        context["share"] = ShareMeta.for_page(self, request, context["breadcrumbs"])
        return context


class RedirectTo:
    """Stands in for a page in a route: serving it redirects. Wagtail's `serve` view asks no more of it."""

    def __init__(self, url: str, permanent: bool):
        self.url = url
        self.permanent = permanent

    def check_request_method(self, request, *args, **kwargs):
        """Any method is answered with the redirect."""

    def get_view_restrictions(self):
        """A redirect is never private: the address it leads to is."""
        return []

    def serve(self, request, *args, **kwargs):
        """Redirect, keeping the query string."""
        query = request.META.get("QUERY_STRING")
        url = f"{self.url}?{query}" if query else self.url
        return HttpResponsePermanentRedirect(url) if self.permanent else HttpResponseRedirect(url)


class KimPage(PublicPage):
    """The base of all pages of a tenant. `kim` is kept on each page, so that a tenant's rows are found by one index."""

    kim = models.ForeignKey(
        "kim_sites.Kim", models.PROTECT, null=True, blank=True, editable=False, related_name="+", verbose_name=_("KIM")
    )
    # The picture of the page's card, ready to be put out: see services.cards. Filled at every save.
    card = models.JSONField(default=dict, editable=False)
    base_form_class = KimPageForm

    class Meta:
        abstract = True

    def _get_relevant_site_root_paths(self, cache_object=None):
        """The root of the page's own KIM in its language; a page outside any KIM (a hub's) falls back to its path."""
        if not self.kim_id:
            return super()._get_relevant_site_root_paths(cache_object)
        key = ("kim", self.kim_id, self.locale_id)
        root = remember(cache_object, key, lambda: root_of_kim(self.kim_id, self.locale_id))
        return (root,) if root and self.url_path.startswith(root.root_path) else ()

    def find_kim_id(self) -> int | None:
        """The tenant by the page's place in the tree."""
        from .home import KimHomePage

        homes = KimHomePage.objects.filter(path__in=path_prefixes(self.path)).order_by("-depth")
        return homes.values_list("kim_id", flat=True).first()

    def publish_errors(self) -> dict[str, str]:
        """What is still missing before readers may see the page: field names and sentences. Drafts may lack it."""
        return {}

    def save(self, *args, **kwargs):
        """Save; tenant, card and everything that listens (feed, search) are written in the same transaction."""
        with transaction.atomic():
            self.lock_tenant()
            before = self.stored_url_path()
            result = super().save(*args, **kwargs)
            page_written.send(sender=type(self), page_id=self.pk)
            if before and before != self.url_path:
                address_changed.send(sender=type(self), path=self.path)
        return result

    def stored_url_path(self) -> str:
        """The address in the database, asked for only when pages below depend on it; otherwise an empty string."""
        if not self.pk or not self.numchild:
            return ""
        return Page.objects.filter(pk=self.pk).values_list("url_path", flat=True).first() or ""

    def add_child(self, **kwargs):
        """Add a page below this one; see `lock_tenant`."""
        with transaction.atomic():
            self.lock_tenant()
            return super().add_child(**kwargs)

    def lock_tenant(self) -> None:
        """Let writers of one tenant queue: always the tenant's row first, then pages, then what hangs on them.

        Publishing and suspending at the same moment would otherwise wait for each other for ever.
        """
        if self.kim_id:
            Kim.objects.select_for_update().order_by().filter(pk=self.kim_id).values_list("pk").first()

    def prepare_save(self) -> None:
        """Find the tenant too."""
        if self.path:
            self.kim_id = self.find_kim_id()
        super().prepare_save()

    def shown_images(self) -> list:
        """The pictures that the page's template puts out in sizes of its own; None among them is passed over."""
        return []

    @cached_property
    def kim_home(self):
        """The home page of the tenant in this page's language, with the tenant; None for a hub's own page."""
        from .home import KimHomePage

        if not self.kim_id:
            return None
        homes = KimHomePage.objects.filter(kim_id=self.kim_id, locale_id=self.locale_id)
        return homes.select_related("kim__site", "kim__region__parent__parent", "logo").first()

    def serve(self, request, *args, **kwargs):
        """Serve the page, unless the whole KIM is closed to readers."""
        home = self.kim_home
        if home is not None and home.kim.status in (home.kim.Status.SUSPENDED, home.kim.Status.REGISTERED):
            return home.serve_closed(request)
        response = super().serve(request, *args, **kwargs)
        # Kept by browsers, but asked for again each time: nobody sees an old page after "published".
        response.headers.setdefault("Cache-Control", "public, no-cache")
        return response

    def get_context(self, request, *args, **kwargs):
        """Add the tenant and its menu, and load the sizes of all pictures on the page in one query."""
        home = self.kim_home
        images = [*self.shown_images(), home.logo if home else None]
        models.prefetch_related_objects([image for image in images if image], "renditions")
        context = super().get_context(request, *args, **kwargs)
        context["kim_home"] = home
        context["kim"] = home.kim if home else None
        context["menu"] = home.menu(request) if home else []
        return context

    def breadcrumbs(self, request) -> list[Crumb]:
        """Home, the index above the page if there is one, and the page."""
        home = self.kim_home
        if home is None or home.pk == self.pk:
            return []
        crumbs = [Crumb(home.title, home.get_url(request))]
        above = self.path[: -self.steplen]
        parent = next((item for item in home.menu(request) if item.path == above), None) or self.get_parent()
        if parent.depth > home.depth:
            crumbs.append(Crumb(parent.title, self._parent_url(request, parent)))
        return [*crumbs, Crumb(self.title, self.get_url(request))]

    def _parent_url(self, request, parent) -> str:
        return self.get_url(request).rstrip("/").rpartition("/")[0] + "/"
