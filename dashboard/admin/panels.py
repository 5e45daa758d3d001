"""The parts of the dashboard. Each shows nothing to people for whom it is not."""

from django.urls import NoReverseMatch, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.ui.components import Component
from wagtail.models import Page

from dashboard.services.drafts import drafts_of
from dashboard.services.health import health
from dashboard.services.products import stale_products
from dashboard.services.readers import week_of
from dashboard.services.silence import MOST_COUNTED, count_silent, silent_kim
from home.services.curation import hubs_of, incoming
from kim_sites.admin.panels import kim_cards
from kim_sites.models import KimRole
from lifecycle.services.papers import papers_to_watch
from members.services.invitations import open_invitations
from members.services.reach import curated_kim
from members.services.roles import members_of
from onboarding.admin.queue import count_waiting

MOST_ROWS = 5
# The buttons of the short form: what it writes, the word in the address, the icon.
QUICK = (
    (gettext_lazy("Write news"), "berita", "edit"),
    (gettext_lazy("Add a product"), "produk", "tag"),
    (gettext_lazy("Add an achievement"), "prestasi", "pick"),
    (gettext_lazy("Announce an event"), "acara", "date"),
)


def quick_buttons() -> list[dict]:
    """The big buttons: to the short form."""
    try:
        address = reverse("posting:new")
    except NoReverseMatch:
        return []
    return [{"text": text, "url": f"{address}?jenis={kind}", "icon": icon} for text, kind, icon in QUICK]


def count_some(rows) -> int:
    """How many rows there are, at most `MOST_COUNTED`."""
    return len(rows.values_list("pk", flat=True)[:MOST_COUNTED])


def capped(number: int) -> str:
    """A number as people read it; `100+` where counting stopped."""
    return f"{MOST_COUNTED}+" if number >= MOST_COUNTED else str(number)


def may_work_in_a_kim(user) -> bool:
    """Whether the person has a role in a KIM; asked once in a request."""
    if not hasattr(user, "_has_kim_role"):
        user._has_kim_role = KimRole.objects.filter(group__user=user).exists()
    return user._has_kim_role


class StartPanel(Component):
    """The person's KIM with the big buttons; for people without any role, whom to ask."""

    name = "start"
    template_name = "dashboard/admin/start.html"
    order = 10

    def get_context_data(self, parent_context):
        """The cards of the KIM; five queries, however many there are."""
        user = parent_context["request"].user
        cards = kim_cards(user) if may_work_in_a_kim(user) else []
        is_office = user.is_superuser or curated_kim(user).exists() or hubs_of(user).exists()
        return {"cards": cards, "quick": quick_buttons(), "has_nothing": not cards and not is_office}


class DraftsPanel(Component):
    """What the person began."""

    name = "drafts"
    template_name = "dashboard/admin/drafts.html"
    order = 40

    def get_context_data(self, parent_context):
        """The newest ones."""
        user = parent_context["request"].user
        found = list(drafts_of(user)[: MOST_ROWS + 1]) if may_work_in_a_kim(user) else []
        return {"drafts": found[:MOST_ROWS], "has_more": len(found) > MOST_ROWS}


class ReadersPanel(Component):
    """How often the person's KIM was read this week."""

    name = "readers"
    template_name = "dashboard/admin/readers.html"
    order = 50

    def get_context_data(self, parent_context):
        """Seven days as bars, and the pages that were read most."""
        user = parent_context["request"].user
        if not may_work_in_a_kim(user):
            return {"kims": []}
        roles = list(KimRole.objects.filter(group__user=user).select_related("kim").order_by("kim__name", "kim"))
        first_two = list({role.kim_id: role.kim for role in roles}.values())[:2]
        changes_all = {role.kim_id for role in roles if role.role != KimRole.Role.CONTRIBUTOR}
        return {"kims": [self.row(kim, None if kim.pk in changes_all else user) for kim in first_two]}

    def row(self, kim, owner) -> dict:
        """One KIM; three queries. Pages can be opened, of an `owner` who changes only own pages just these."""
        week = week_of(kim.pk)
        pages = Page.objects.in_bulk([page for page, _n in week.pages])
        return {
            "kim": kim,
            "week": week,
            "sentence": self.sentence(week),
            "bars": self.bars(week),
            "pages": [
                {
                    "title": pages[page].title,
                    "views": views,
                    "pk": page,
                    "may_open": owner is None or pages[page].owner_id == owner.pk,
                }
                for page, views in week.pages
                if page in pages
            ],
        }

    @staticmethod
    def sentence(week) -> str:
        """More or fewer than the week before, in words."""
        if not week.before:
            return ""
        if week.total > week.before:
            return _("%(number)s more than the week before.") % {"number": week.total - week.before}
        if week.total < week.before:
            return _("%(number)s fewer than the week before.") % {"number": week.before - week.total}
        return _("As many as the week before.")

    @staticmethod
    def bars(week) -> list[dict]:
        """Seven bars in a box of 280 by 72 units, the highest day 48 units high."""
        bars = []
        for place, (day, views) in enumerate(week.days):
            height = round(48 * views / week.most) if week.most else 0
            height = max(height, 2 if views else 1)
            x = place * 40
            bars.append({"x": x + 6, "y": 60 - height, "height": height, "middle": x + 20, "day": day, "views": views})
        return bars


class ProductsPanel(Component):
    """Products to be confirmed."""

    name = "products"
    template_name = "dashboard/admin/products.html"
    order = 65

    def get_context_data(self, parent_context):
        """The longest unconfirmed first, with a button for those who may publish."""
        user = parent_context["request"].user
        if not may_work_in_a_kim(user):
            return {"products": []}
        found = list(stale_products(user)[: MOST_ROWS + 1])
        publishing = KimRole.objects.filter(group__user=user).exclude(role=KimRole.Role.CONTRIBUTOR)
        kims = set(publishing.values_list("kim", flat=True)) if found else set()
        rows = [
            {
                "page": page,
                "may_confirm": page.kim_id in kims,
                "may_open": page.kim_id in kims or page.owner_id == user.pk,
            }
            for page in found[:MOST_ROWS]
        ]
        token = parent_context.get("csrf_token", "")
        return {"products": rows, "has_more": len(found) > MOST_ROWS, "csrf_token": token}


class PeoplePanel(Component):
    """For chairs: how many look after the site, and who was invited."""

    name = "people"
    template_name = "dashboard/admin/people.html"
    order = 70

    def get_context_data(self, parent_context):
        """The first two KIM that the person chairs; two queries for each."""
        user = parent_context["request"].user
        if not may_work_in_a_kim(user):
            return {"rows": []}
        roles = KimRole.objects.filter(group__user=user, role=KimRole.Role.CHAIR).select_related("kim")
        kims = [role.kim for role in roles.order_by("kim__name", "kim")[:2]]
        rows = [
            {"kim": kim, "people": members_of(kim).count(), "invited": open_invitations(kim).count()} for kim in kims
        ]
        return {"rows": rows}


class OfficePanel(Component):
    """For curators: what waits, what came in this week, which KIM went silent."""

    name = "office"
    template_name = "dashboard/admin/office.html"
    order = 20

    def get_context_data(self, parent_context):
        """Counts are capped: a province asks no more than a regency."""
        user = parent_context["request"].user
        hub = hubs_of(user).first()
        if hub is None or user.is_superuser:
            return {"hub": None}
        week_ago = timezone.now() - timezone.timedelta(days=7)
        silent = count_silent(user)
        return {
            "hub": hub,
            "entries": list(incoming(hub).filter(sort_at__gte=week_ago)[:MOST_ROWS]),
            "numbers": self.numbers(user, hub, week_ago, silent),
            "silent": list(silent_kim(user)[:3]) if silent else [],
        }

    @staticmethod
    def numbers(user, hub, since, silent: int) -> list[dict]:
        """What waits, as figures that lead to their lists."""
        fresh = incoming(hub, "undecided").filter(sort_at__gte=since)
        rows = [
            (count_waiting(user), _("applications wait"), reverse("kim_applications:index")),
            (count_some(fresh), _("new items this week"), reverse("kim_curation:list", args=[hub.pk])),
            (count_some(papers_to_watch(user).order_by()), _("decrees (SK) end"), reverse("kim_papers:expired")),
            (silent, _("KIM went silent"), reverse("kim_dashboard:silent")),
        ]
        return [{"number": capped(number), "text": text, "url": url} for number, text, url in rows]


class HealthPanel(Component):
    """For operators: whether everything runs."""

    name = "health"
    template_name = "dashboard/admin/health.html"
    order = 15

    def get_context_data(self, parent_context):
        """Nothing for others."""
        user = parent_context["request"].user
        return {"health": health() if user.is_superuser else None}


PANELS = (StartPanel, HealthPanel, OfficePanel, DraftsPanel, ReadersPanel, ProductsPanel, PeoplePanel)
# Wagtail's and the project's own panels that say the same in more words, or nothing to a villager.
REPLACED = {"my_kim", "recent_edits", "locked_pages"}


def arrange(panels: list) -> None:
    """The parts of the dashboard in their order."""
    kept = [panel for panel in panels if getattr(panel, "name", "") not in REPLACED]
    for panel in kept:
        panel.order = {"last_sign_in": 99, "audit": 95, "first_steps": 30, "hub_decisions": 60}.get(
            panel.name, panel.order
        )
    panels[:] = sorted([*kept, *(panel() for panel in PANELS)], key=lambda panel: panel.order)
