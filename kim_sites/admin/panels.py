"""What people of a KIM see first in the admin: their KIM, its papers, and what to write next."""

from dataclasses import dataclass, field

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Page
from wagtail.permissions import page_permission_policy

from kim_sites.admin import links
from kim_sites.models import (
    AchievementIndexPage,
    AchievementPage,
    Kim,
    KimRole,
    LegalPaper,
    NewsIndexPage,
    NewsPage,
    ProductIndexPage,
    ProductPage,
)
from kim_sites.services.papers import PaperState, state_of
from kim_sites.services.scope import at_or_below, own_kim

MOST_KIM = 5  # KIM on the dashboard of one person
# Which page is added below which list, and what the button says.
ADD_BUTTONS = (
    (NewsIndexPage, NewsPage, gettext_lazy("Write news")),
    (ProductIndexPage, ProductPage, gettext_lazy("Add a product")),
    (AchievementIndexPage, AchievementPage, gettext_lazy("Add an achievement")),
)


@dataclass
class PaperLine:
    """A legal paper as the dashboard shows it; `download_url` is empty for people who may not have the scan."""

    paper: LegalPaper
    state: PaperState
    download_url: str = ""


@dataclass
class KimCard:
    """One KIM on the dashboard."""

    kim: Kim
    role_label: str
    is_chair: bool
    paper: PaperLine | None = None
    papers: list[PaperLine] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    links: list[tuple[str, str]] = field(default_factory=list)  # for the chair: what else the KIM needs


def paper_line(paper: LegalPaper, with_scan: bool) -> PaperLine:
    """A paper with its state, and the address of its scan for those who may have it."""
    url = reverse("kim_paper_scan", args=[paper.pk]) if with_scan and paper.scan else ""
    return PaperLine(paper, state_of(paper), url)


def kim_cards(user) -> list[KimCard]:
    """The person's KIM with everything the panel shows. Five queries, however many there are."""
    mine = list(own_kim(user).select_related("site", "region", "home_page").prefetch_related("legal_papers")[:MOST_KIM])
    if not mine:
        return []
    roles: dict[int, list[KimRole]] = {}
    for role in KimRole.objects.filter(kim__in=mine, group__user=user):
        roles.setdefault(role.kim_id, []).append(role)
    lists = _lists_of(mine)
    cards = []
    for kim in mine:
        held = roles.get(kim.pk, [])
        is_chair = any(role.role == KimRole.Role.CHAIR for role in held)
        papers = [paper_line(paper, is_chair) for paper in kim.legal_papers.all()]
        label = ", ".join(str(role.get_role_display()) for role in held)
        more = links.of("my_kim", kim) if is_chair else []
        first = papers[0] if papers else None
        cards.append(KimCard(kim, label, is_chair, first, papers, _buttons(user, kim, lists), more))
    return cards


def _lists_of(kim: list[Kim]) -> list[Page]:
    """The pages right below the homes; one query."""
    homes = [item.home_page for item in kim if item.home_page]
    types = ContentType.objects.get_for_models(*(index for index, _page, _text in ADD_BUTTONS)).values()
    below = Page.objects.filter(depth__in={home.depth + 1 for home in homes}, content_type__in=types)
    return list(below.filter(at_or_below([home.path for home in homes])).order_by("path"))


def _buttons(user, kim: Kim, lists: list[Page]) -> list[tuple[str, str]]:
    """Address and text of each page that the person may add to this KIM."""
    if kim.home_page is None:
        return []
    buttons = []
    for index_model, page_model, text in ADD_BUTTONS:
        type_id = ContentType.objects.get_for_model(index_model).pk
        for page in lists:
            if page.content_type_id != type_id or not page.path.startswith(kim.home_page.path):
                continue
            if page_permission_policy.user_has_permission_for_instance(user, "add", page):
                args = [page_model._meta.app_label, page_model._meta.model_name, page.pk]
                buttons.append((reverse("wagtailadmin_pages:add", args=args), str(text)))
    return buttons


class MyKimPanel(Component):
    """The person's own KIM; nothing for people without a role in one."""

    name = "my_kim"
    template_name = "kim_sites/admin/my_kim_panel.html"
    order = 50

    def get_context_data(self, parent_context):
        """The cards of the person's KIM."""
        return {"cards": kim_cards(parent_context["request"].user)}
