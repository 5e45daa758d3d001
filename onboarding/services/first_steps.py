"""The first steps of a new KIM: six of them, ticked off by what is there."""

from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.coreutils import safe_snake_case
from wagtail.permissions import policy_registry

from kim_sites.models import (
    InfoPage,
    Kim,
    KimHomePage,
    KimRole,
    NewsIndexPage,
    NewsPage,
    Officer,
    ProductIndexPage,
    ProductPage,
)
from kim_sites.services.starter import PROFILE_SLUG

Role = KimRole.Role
Position = Officer.Position
OFFICES = (Position.CHAIR, Position.SECRETARY, Position.TREASURER)
KEYS = ("look", "profile", "officers", "news", "product", "share")


@dataclass(frozen=True)
class FirstStep:
    """One step: why it matters in one sentence, and the screen on which it is done (empty for the page itself)."""

    key: str
    title: str
    why: str
    button: str
    url: str
    is_done: bool


@dataclass(frozen=True)
class Progress:
    """How far a KIM is."""

    kim: Kim
    done: tuple[str, ...]

    @property
    def count(self) -> int:
        """How many steps are done."""
        return len(self.done)

    @property
    def total(self) -> int:
        """How many steps there are."""
        return len(KEYS)

    @property
    def is_finished(self) -> bool:
        """Whether nothing is left."""
        return self.count == self.total


def kim_to_begin(user) -> QuerySet[Kim]:
    """The KIM whose first steps are the person's: those that they chair or edit, unless archived."""
    if not user.is_active:
        return Kim.objects.none()
    roles = KimRole.objects.filter(role__in=(Role.CHAIR, Role.EDITOR), group__user=user)
    return Kim.objects.filter(pk__in=roles.values("kim")).exclude(status=Kim.Status.ARCHIVED).order_by("name", "pk")


def progress_of(kim: QuerySet[Kim]) -> list[Progress]:
    """How far each KIM of a queryset is: one query for all of them."""
    return [Progress(row, tuple(key for key in KEYS if _is_done(row, key))) for row in _annotated(kim)]


def _annotated(kim: QuerySet[Kim]) -> QuerySet[Kim]:
    today = timezone.localdate()
    home = KimHomePage.objects.filter(pk=OuterRef("home_page_id"))
    contact = ~Q(whatsapp="") | ~Q(email="") | ~Q(address="")
    profile = InfoPage.objects.filter(kim=OuterRef("pk"), slug=PROFILE_SLUG, live_revision__isnull=False)
    in_office = Officer.objects.filter(Q(until__isnull=True) | Q(until__gte=today), kim=OuterRef("pk"))
    return kim.select_related("site", "region").annotate(
        step_look=Exists(home.filter(logo__isnull=False, cover__isnull=False)),
        step_contact=Exists(home.filter(contact)),
        step_profile=Exists(profile),
        step_news=Exists(NewsPage.objects.filter(kim=OuterRef("pk"), live=True)),
        step_product=Exists(ProductPage.objects.filter(kim=OuterRef("pk"), live=True)),
        **{f"step_{position}": Exists(in_office.filter(position=position)) for position in OFFICES},
    )


def _is_done(kim: Kim, key: str) -> bool:
    if key == "profile":
        return kim.step_profile or kim.step_contact
    if key == "officers":
        return all(getattr(kim, f"step_{position}") for position in OFFICES)
    if key == "share":
        return kim.shared_at is not None
    return getattr(kim, f"step_{key}")


def steps_of(progress: Progress, user) -> list[FirstStep]:
    """The steps with their words, and the screens that `user` may open for them."""
    kim = progress.kim
    urls = _screens(kim)
    may_enter_officers = policy_registry.get_by_type(Officer).user_has_permission(user, "add")
    if may_enter_officers:
        urls["officers"] = reverse("officers:index")
    words = {
        "look": (
            _("Logo and cover picture"),
            _("So that people see at once whose site this is."),
            _("Choose pictures"),
        ),
        "profile": (
            _("Who you are"),
            _("A few sentences about your group, and a WhatsApp number at which you are reached."),
            _("Write the profile"),
        ),
        "officers": (
            _("Chair, secretary and treasurer"),
            _("Your Diskominfo needs their names; readers see only those who agree.")
            if may_enter_officers
            else _("Your chair enters them: the Diskominfo needs their names; readers see only those who agree."),
            _("Enter the officers"),
        ),
        "news": (
            _("The first news"),
            _("A photo and three sentences are enough: a site that lives is visited again."),
            _("Write news"),
        ),
        "product": (
            _("The first product"),
            _("Show what a neighbour makes; buyers write to the seller directly."),
            _("Add a product"),
        ),
        "share": (
            _("Share the address"),
            _("Nobody finds a new site by chance: send it to the village's WhatsApp groups."),
            "",
        ),
    }
    return [FirstStep(key, *words[key], url=urls.get(key, ""), is_done=key in progress.done) for key in KEYS]


def _screens(kim: Kim) -> dict[str, str]:
    """Addresses of the screens on which the steps are done."""
    urls: dict[str, str] = {}
    home = KimHomePage.objects.filter(pk=kim.home_page_id).first()
    if home is None:
        return urls
    urls["look"] = f"{reverse('wagtailadmin_pages:edit', args=[home.pk])}#tab-{safe_snake_case(_('Look'))}"
    adding = {"news": (NewsIndexPage, NewsPage), "product": (ProductIndexPage, ProductPage)}
    types = ContentType.objects.get_for_models(InfoPage, *(index for index, _page in adding.values()))
    for page in home.get_children().filter(content_type__in=types.values()).order_by("path"):
        if page.content_type_id == types[InfoPage].pk:
            if page.slug == PROFILE_SLUG:
                urls["profile"] = reverse("wagtailadmin_pages:edit", args=[page.pk])
            continue
        for key, (index, model) in adding.items():
            if page.content_type_id == types[index].pk:
                args = [model._meta.app_label, model._meta.model_name, page.pk]
                urls[key] = reverse("wagtailadmin_pages:add", args=args)
    urls.setdefault("profile", reverse("wagtailadmin_pages:edit", args=[home.pk]))
    return urls


@transaction.atomic
def note_shared(actor, kim: Kim) -> Kim:
    """Remember that the address was shared; the first time counts. Raises PermissionDenied outside the own KIM."""
    kim = Kim.objects.select_for_update(no_key=True).filter(pk=kim.pk).first()
    if kim is None or not kim_to_begin(actor).filter(pk=kim.pk).exists():
        raise PermissionDenied
    if kim.shared_at is None:
        kim.shared_at = timezone.now()
        kim.save(update_fields=["shared_at"])
    return kim
