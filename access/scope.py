"""What one person may see in the admin, worked out once for a request and asked by the gate and by every listing."""

from django.db.models import Q, QuerySet
from wagtail.models import Collection, Page
from wagtail.permissions import page_permission_policy, policy_registry

from home.services.curation import hubs_of
from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimDocument, KimImage
from kim_sites.services.scope import at_or_below, kim_for_user, paths_of
from kim_sites.services.sharing import above, shared_pages

# Not "choose": files of the hubs above may be chosen, but are not the person's.
MEDIA_ACTIONS = ["add", "change", "delete"]


class Scope:
    """The pages, media and tenants of one person. Roles in a KIM, curators and operators are one rule: the page paths
    on which the person's groups hold a permission, and everything below them.

    Asked through `scope_of`, which keeps it on the user. Every answer is a constant number of queries.
    """

    def __init__(self, user):
        self.user = user
        self.is_operator = user.is_active and user.is_superuser
        self._paths: list[str] | None = None
        self._known_collections: dict[tuple, bool] = {}

    @property
    def paths(self) -> list[str]:
        """Tree paths at or below which everything is the person's; empty for operators, who are asked about nothing."""
        if self._paths is None:
            usable = self.user.is_active and not self.user.is_anonymous
            self._paths = paths_of(self.user) if usable and not self.is_operator else []
        return self._paths

    def has_path(self, path: str) -> bool:
        """Whether a page at this tree path is the person's."""
        return self.is_operator or any(path.startswith(own) for own in self.paths)

    def pages(self) -> QuerySet[Page]:
        """The person's pages, drafts included."""
        return Page.objects.all() if self.is_operator else Page.objects.filter(at_or_below(self.paths))

    def has_page(self, pk) -> bool:
        """Whether the page with this key exists and is the person's."""
        path = Page.objects.filter(pk=pk).values_list("path", flat=True).first()
        return path is not None and self.has_path(path)

    def may_open(self, pk) -> bool:
        """Whether the explorer may open the page: the person's own, and the way down to several of them."""
        path = Page.objects.filter(pk=pk).values_list("path", flat=True).first()
        if path is None:
            return False
        return self.has_path(path) or page_permission_policy.explorable_instances(self.user).filter(pk=pk).exists()

    def linkable(self) -> Q:
        """Which pages the person may link to: their own, and what the hubs above share."""
        return at_or_below(self.paths) | Q(pk__in=shared_pages(self.paths))

    def linkable_pages(self) -> QuerySet[Page]:
        """The pages that the person may link to."""
        return Page.objects.all() if self.is_operator else Page.objects.filter(self.linkable())

    def browsable(self) -> Q:
        """What the page chooser may show on the way: the person's own pages and those above them."""
        on_the_way = {prefix for path in self.paths for prefix in path_prefixes(path)}
        return at_or_below(self.paths) | Q(path__in=on_the_way)

    def browsable_pages(self) -> QuerySet[Page]:
        """The pages that the page chooser may show on the way."""
        return Page.objects.all() if self.is_operator else Page.objects.filter(self.browsable())

    def kim(self) -> QuerySet[Kim]:
        """The tenants whose pages are the person's."""
        return kim_for_user(self.user)

    @property
    def has_one_kim(self) -> bool:
        """Whether the person works for a single tenant."""
        return not self.is_operator and len(self.kim().order_by().values_list("pk", flat=True)[:2]) == 1

    def media(self, model: type[KimImage] | type[KimDocument], shared: bool = True) -> QuerySet:
        """Pictures or documents of the person, with those that the hubs above share unless `shared` is off."""
        if self.is_operator:
            return model.objects.all()
        return model.objects.filter(collection__in=self.collections(model, shared))

    def collections(self, model, shared: bool = True) -> QuerySet[Collection]:
        """Collections in which the person may do anything with pictures or documents."""
        if self.is_operator:
            return Collection.objects.all()
        paths = policy_registry.get_by_type(model).paths_of(self.user, MEDIA_ACTIONS)
        condition = at_or_below(paths)
        if shared:
            condition |= Q(path__in=above(paths, Collection.steplen))
        return Collection.objects.filter(condition)

    def has_media(self, model, pk, shared: bool = False) -> bool:
        """Whether the picture or document with this key is the person's (or shared with them), and not in the bin."""
        rows = self.media(model, shared)
        return (rows.filter(put_away_at=None) if model is KimImage else rows).filter(pk=pk).exists()

    def has_put_away(self, pk) -> bool:
        """Whether the photo with this key is the person's and lies in the bin."""
        return self.media(KimImage, shared=False).filter(pk=pk, put_away_at__isnull=False).exists()

    def may_choose(self, instance) -> bool:
        """Whether an object may stand in a chooser's field; kinds that belong to no tenant always may."""
        if self.is_operator:
            return True
        if isinstance(instance, Page):
            return self.has_path(instance.path) or self.linkable_pages().filter(pk=instance.pk).exists()
        if isinstance(instance, KimImage | KimDocument):
            return self._may_use_collection(type(instance), instance.collection_id)
        if isinstance(instance, Collection):
            return any(self.collections(model).filter(pk=instance.pk).exists() for model in (KimImage, KimDocument))
        kim_id = instance.pk if isinstance(instance, Kim) else getattr(instance, "kim_id", None)
        return kim_id is None or self.kim().filter(pk=kim_id).exists()

    def _may_use_collection(self, model, collection_id: int) -> bool:
        """The same for all pictures of one collection: a form may show many of them."""
        key = (model, collection_id)
        if key not in self._known_collections:
            self._known_collections[key] = self.collections(model).filter(pk=collection_id).exists()
        return self._known_collections[key]

    def hubs(self):
        """The hubs that the person may curate."""
        return hubs_of(self.user)


def scope_of(user) -> Scope:
    """The scope of a person, worked out once for this user object (a request has its own)."""
    if not hasattr(user, "_access_scope"):
        user._access_scope = Scope(user)
    return user._access_scope
