"""What hubs decided, on the dashboard of a KIM and on the screen where a page is edited."""

from django.utils.html import format_html_join
from django.utils.safestring import mark_safe
from wagtail.admin import messages
from wagtail.admin.ui.components import Component
from wagtail.permissions import page_permission_policy

from home.admin.words import sentence, state_of
from home.models import Curation
from home.services.curation import decisions_about, decisions_on

MOST_RECENT = 5


def decision_rows(user, decisions) -> list[tuple]:
    """Each decision with its sentence, its state, and whether the person may open its page. Asks nothing for a row."""
    may_open = page_permission_policy.user_has_permission_for_instance
    return [
        (decision, sentence(decision), state_of(decision), may_open(user, "change", decision.page))
        for decision in decisions
    ]


class HubDecisionsPanel(Component):
    """The newest decisions about the pages of the person's KIM; nothing while there are none."""

    name = "hub_decisions"
    template_name = "home/admin/hub_decisions_panel.html"
    order = 60

    class Media:
        css = {"all": ["home/admin/curation.css"]}

    def get_context_data(self, parent_context):
        """The decisions with their sentences, and whether there are more."""
        found = list(decisions_about(parent_context["request"].user)[: MOST_RECENT + 1])
        rows = decision_rows(parent_context["request"].user, found[:MOST_RECENT])
        return {"rows": rows, "has_more": len(found) > MOST_RECENT}


def note_decisions(request, page) -> None:
    """Say above the form of a page what hubs say about it. Only where the form is shown, not when it is saved."""
    if request.method != "GET" or request.GET.get("_w_hydrate_create_view"):
        return
    if request.headers.get("x-requested-with") == "XMLHttpRequest":
        return
    decisions = decisions_on(page)
    if not decisions:
        return
    is_hidden = any(decision.decision == Curation.Decision.HIDDEN for decision in decisions)
    text = format_html_join(mark_safe("<br>"), "{}", [(sentence(decision),) for decision in decisions])
    (messages.warning if is_hidden else messages.info)(request, text)
