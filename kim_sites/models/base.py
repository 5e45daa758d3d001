"""The two bases of every public page: `PublicPage` (addresses, sharing) and `KimPage` (belongs to a tenant)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import models, transaction
from django.http import Http404, HttpResponsePermanentRedirect, HttpResponseRedirect
from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.models import COMMENTS_RELATION_NAME, Page, PageViewRestriction, Site
from wagtail.url_routing import RouteResult

from kim_sites.addresses import find_roots, pages_prefix, path_prefixes, remember, root_of_kim
from kim_sites.forms.pages import KimPageForm, OwnCopyForm, PublicPageForm
from kim_sites.forms.widgets import TitleInput
from kim_sites.page_permissions import PublicPagePermissions
from kim_sites.services.cards import CARD_SIZES, build_card
from kim_sites.services.references import check_references, owner_of_kim, owner_of_path, same_owner
from kim_sites.share import Crumb, ShareMeta
from kim_sites.signals import address_changed, page_written

from .tenants import Kim

# What Wagtail writes when a draft is saved, or somebody locks a page: readers see none of it.
DRAFT_FIELDS = frozenset(
    [
        COMMENTS_RELATION_NAME,
        "draft_title",
        "has_unpublished_changes",
        "latest_revision",
        "latest_revision_created_at",
        "locked",
        "locked_at",
        "locked_by",
        "numchild",
    ]
)


def title_panel(example="") -> TitleFieldPanel:
    """The title, with an example of a good one below it where one helps."""
    return TitleFieldPanel("title", help_text=example, widget=TitleInput)


# Of the fields about addresses and search engines, those that people of a KIM may need.
SHARING_PANELS = [
    MultiFieldPanel(
        [
            FieldPanel("search_description", help_text=_("Shown with a shared link. Left empty, it is the summary.")),
            FieldPanel("slug", help_text=_("The end of the address. Old links lead to the new one.")),
        ],
        heading=_("When the page is shared"),
    )
]


def is_draft_only(update_fields) -> bool:
    """Whether a save with these `update_fields` (None: all) changes nothing that readers see."""
    return update_fields is not None and DRAFT_FIELDS.issuperset(update_fields)


class PublicPage(Page):
    """A page that readers see on exactly one address: its nearest site root's."""

    # The picture of the page's card, ready to be put out: see services.cards. Filled at every save.
    card = models.JSONField(default=dict, editable=False)
    # Behind a password or a login, by a rule on the page or above it. Such pages are in no list, feed or search.
    is_private = models.BooleanField(default=False, editable=False)

    # A page is closed by a password only: an account says nothing here, for it may be another tenant's.
    private_page_options = ["password"]
    base_form_class = PublicPageForm
    copy_form_class = OwnCopyForm

    # What comes along when the page is read, so that a template asks for nothing more.
    route_related: tuple[str, ...] = ()

    class Meta:
        abstract = True

    def get_url_parts(self, request=None):
        """As Wagtail's, without looking the address pattern up for each of the links on a page."""
        roots = self._get_relevant_site_root_paths(request)
        if len(roots) == 1 and roots[0].language_code == translation.get_language():
            root = roots[0]
            return root.site_id, root.root_url, pages_prefix(root.language_code) + self.url_path[len(root.root_path) :]
        return super().get_url_parts(request)

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

    permissions_class = PublicPagePermissions

    def permissions_for_user(self, user):
        """What the person may do with the page."""
        return self.permissions_class(user, self)

    def get_view_restrictions(self):
        """Rules on the page or above it. `is_private` knows whether there are any, without a query."""
        if not self.is_private:
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def check_references(self, is_new: bool = True) -> None:
        """Raise ValidationError if the page, as it is in memory, refers to what belongs to another tenant."""
        if self.path:
            check_references(self, self.owner_of_references, is_new)

    def owner_of_references(self):
        """Whose this page is."""
        return owner_of_path(self.path)

    def save_revision(self, *args, **kwargs):
        """Save a draft; it may refer to no more than the page itself may."""
        self.check_references()
        return super().save_revision(*args, **kwargs)

    def serve_preview(self, request, mode_name):
        """Show the page as it is in memory. Raises Http404 if it refers to what belongs to another tenant."""
        try:
            self.check_references()
        except ValidationError as error:
            raise Http404 from error
        return super().serve_preview(request, mode_name)

    def can_move_to(self, parent):
        """Within its KIM only. Operators move whole homes, with `move`."""
        return super().can_move_to(parent) and same_owner(self.path, parent.path)

    def copy(self, *args, to=None, **kwargs):
        """Copy the page. Raises PermissionDenied for another KIM."""
        self._refuse_other_owner(to)
        return super().copy(*args, to=to, **kwargs)

    def create_alias(self, *args, parent=None, **kwargs):
        """Make an alias of the page. Raises PermissionDenied for another KIM."""
        self._refuse_other_owner(parent)
        return super().create_alias(*args, parent=parent, **kwargs)

    def _refuse_other_owner(self, target) -> None:
        if target is not None and not same_owner(self.path, target.path):
            raise PermissionDenied

    def prepare_save(self) -> None:
        """Fill what is derived from other fields, before every full save."""
        self.check_references(is_new=False)
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

    def serve_password_required_response(self, request, form, action_url):
        """Ask for the password; that page says nothing of what is behind it, not even its title."""
        self.is_locked_up = True
        return super().serve_password_required_response(request, form, action_url)

    is_locked_up = False

    def get_context(self, request, *args, **kwargs):
        """Add what every template needs."""
        context = super().get_context(request, *args, **kwargs)
        context["breadcrumbs"] = [] if self.is_locked_up else self.breadcrumbs(request)
        context["share"] = None if self.is_locked_up else ShareMeta.for_page(self, request, context["breadcrumbs"])
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
        # Of a page that came without this field (in a list of the admin), the path is known.
        kim_id = self.__dict__.get("kim_id")
        if not kim_id:
            return super()._get_relevant_site_root_paths(cache_object)
        roots = remember(cache_object, ("kim", kim_id, self.locale_id), self._find_kim_roots)
        return tuple(root for root in roots if self.url_path.startswith(root.root_path))

    def _find_kim_roots(self):
        """Of many pages at once by their paths; of one alone by its KIM, which is a query less."""
        if len(self.__dict__.get("_fetched_together") or ()) > 1:
            return find_roots(self)
        root = root_of_kim(self.kim_id, self.locale_id)
        return (root,) if root else ()

    def owner_of_references(self):
        """The KIM; a page outside any is its hub's."""
        return owner_of_kim(self.kim_id) if self.kim_id else super().owner_of_references()

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
            if not is_draft_only(kwargs.get("update_fields")):
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
        return homes.select_related("kim__site").first()

    def serve(self, request, *args, **kwargs):
        """Serve the page, unless the whole KIM is closed to readers."""
        home = self.kim_home
        if home is not None and home.kim.status in (home.kim.Status.SUSPENDED, home.kim.Status.REGISTERED):
            return home.serve_closed(request)
        response = super().serve(request, *args, **kwargs)
        # Kept by browsers, but asked for again each time: nobody sees an old page after "published".
        response.headers.setdefault("Cache-Control", "private, no-store" if self.is_private else "public, no-cache")
        return response

    def get_context(self, request, *args, **kwargs):
        """Add the tenant and its menu, and load the sizes of all pictures on the page in one query."""
        home = self.kim_home
        models.prefetch_related_objects([image for image in self.shown_images() if image], "renditions")
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
