"""Approval in the admin: the views of pages, their action menu, and the list on the dashboard."""

import json

from django.db import transaction
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.action_menu import (
    CancelWorkflowMenuItem,
    PublishMenuItem,
    RestartWorkflowMenuItem,
    SubmitForModerationMenuItem,
    WorkflowMenuItem,
)
from wagtail.admin.ui.components import Component
from wagtail.admin.views.home import UserObjectsInWorkflowModerationPanel, WorkflowObjectsToModeratePanel
from wagtail.admin.views.pages.edit import EditView
from wagtail.admin.views.pages.workflow import WorkflowActionView
from wagtail.admin.viewsets.pages import PageViewSet, base_page_viewset, page_viewset_registry
from wagtail.models import Page, WorkflowState

from kim_sites.admin.newer_version import NewerVersionMixin
from kim_sites.models import KimApprovalTask, PublicPage
from kim_sites.services import approval

MOST_WAITING = 10  # pages on the dashboard


def lock(request, page_id) -> None:
    """Let writers queue before anything is read: whoever comes second sees what the first one did."""
    page = Page.objects.filter(pk=page_id).first() if request.method == "POST" else None
    if page and not approval.lock_kim_of(page):
        Page.objects.select_for_update().filter(pk=page.pk).values_list("pk").first()  # a hub's own page


class ApprovalEditView(NewerVersionMixin, EditView):
    """Wagtail's editor, with the chair's comment above the form and a word when somebody else was quicker."""

    def dispatch(self, request, page_id, **kwargs):
        """Queue behind others who work on the same KIM."""
        lock(request, page_id)
        return super().dispatch(request, page_id, **kwargs)

    def get(self, request, *args, **kwargs):
        """Show what the chair wrote."""
        state = self.workflow_state
        if state and state.status == WorkflowState.STATUS_NEEDS_CHANGES and state.current_task_state:
            messages.warning(request, sent_back_sentence(state.current_task_state))
        return super().get(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Refuse a decision that came too late, before anything is saved."""
        if "action-publish" not in request.POST and request.POST.get("action-workflow-action"):
            if not self.workflow_action_is_valid():
                state = self.workflow_state.current_task_state if self.workflow_state else None
                return self.refuse(approval.over_sentence(state))
            if not is_comment(request.POST.get("workflow-action-extra-data", "{}")):
                return self.refuse(_("That did not arrive completely. Please try again."))
        return super().post(request, *args, **kwargs)

    def perform_workflow_action(self):
        """Approve or send back; all or nothing."""
        try:
            with transaction.atomic():
                return super().perform_workflow_action()
        except approval.ApprovalRefused as refusal:
            return self.refuse(str(refusal))

    def add_save_confirmation_message(self):
        """After a decision: what became of the page, not only that it was saved."""
        if self.action_name != "perform_workflow_action":
            return super().add_save_confirmation_message()
        return messages.success(self.request, done_sentence(self.workflow_action, self.page))

    def refuse(self, sentence: str):
        """Back to the page with a sentence."""
        messages.error(self.request, sentence)
        return redirect(self.get_edit_url())


def is_comment(text: str) -> bool:
    """Whether a text is what the window sends along: JSON with a comment at most."""
    try:
        extra = json.loads(text or "{}")
    except ValueError:
        return False
    return isinstance(extra, dict) and set(extra) <= {"comment"} and isinstance(extra.get("comment", ""), str)


def sent_back_sentence(state) -> str:
    """Who sent the page back, when and why."""
    values = {
        "name": state.finished_by or _("The chair"),
        "date": date_format(localtime(state.finished_at), "DATE_FORMAT"),
        "comment": state.comment,
    }
    return _("%(name)s sent this page back on %(date)s: “%(comment)s”") % values


class ApprovalActionView(WorkflowActionView):
    """Decides from the dashboard."""

    def setup(self, request, *args, **kwargs):
        """Queue behind others who work on the same KIM."""
        lock(request, kwargs.get("page_id"))
        super().setup(request, *args, **kwargs)

    def post(self, request, *args, **kwargs):
        """Approve or send back, or say why not."""
        form = self.form_class(request.POST)
        if not form.is_valid() and not self.is_ajax:
            return self.refuse(" ".join(text for texts in form.errors.values() for text in texts))
        try:
            with transaction.atomic():
                response = super().post(request, *args, **kwargs)
        except approval.ApprovalRefused as refusal:
            return self.refuse(str(refusal))
        if form.is_valid():
            messages.success(request, done_sentence(self.action_name, self.object))
        return response

    @property
    def is_ajax(self) -> bool:
        """Whether the window over the dashboard asks."""
        return self.request.headers.get("x-requested-with") == "XMLHttpRequest"

    def refuse(self, sentence: str):
        """Back to where the person came from, with a sentence."""
        messages.error(self.request, sentence)
        if self.is_ajax:
            return self.render_modal_json(self.request, {"step": "success", "redirect": self.redirect_url})
        return redirect(self.redirect_url)


def done_sentence(action: str, page) -> str:
    """What has just happened."""
    if action == "approve":
        return _("“%(title)s” is published.") % {"title": page.title}
    return _("“%(title)s” went back to its author.") % {"title": page.title}


class ApprovalPageViewSet(PageViewSet):
    """Two views of ours for every page of the portal; all others are Wagtail's."""

    model = Page
    edit_view_class = ApprovalEditView
    workflow_action_view_class = ApprovalActionView

    def get_view_by_name(self, name):
        """The view for one of Wagtail's addresses."""
        if name == "edit":
            return self.edit_view
        return self.workflow_action_view if name == "workflow_action" else base_page_viewset.get_view_by_name(name)


def register_views() -> None:
    """Let Wagtail use them."""
    page_viewset_registry.register(PublicPage, ApprovalPageViewSet())


class SendToChairMenuItem(SubmitForModerationMenuItem):
    """The contributor's way to readers; not for people who publish by themselves."""

    def is_shown(self, context):
        """Only where one can't publish."""
        return super().is_shown(context) and not PublishMenuItem().is_shown(context)

    def get_context_data(self, parent_context):
        """With words of ours."""
        context = super().get_context_data(parent_context)
        page = context.get("page")
        state = page.current_workflow_state if page else None
        again = state and state.status == state.STATUS_NEEDS_CHANGES
        context["label"] = _("Send to the chair again") if again else _("Send to the chair")
        return context


class WithdrawMenuItem(CancelWorkflowMenuItem):
    """The author takes the page back."""

    label = gettext_lazy("Withdraw")


def arrange_menu(menu_items, request, context) -> None:
    """Put the action that people came for first, in words of ours."""
    page = context.get("page")
    task = page.current_workflow_task if page else None
    is_deciding = isinstance(task, KimApprovalTask) and bool(task.get_actions(page, request.user))
    kept = []
    for item in menu_items:
        if isinstance(item, RestartWorkflowMenuItem) or (is_deciding and isinstance(item, PublishMenuItem)):
            continue
        if isinstance(item, WorkflowMenuItem) and item.name == "approve":
            item.label = _("Approve and publish")
        if isinstance(item, SubmitForModerationMenuItem):
            item = SendToChairMenuItem(order=item.order)
            if not item.is_shown(context):
                continue
        elif isinstance(item, CancelWorkflowMenuItem):
            item = WithdrawMenuItem(order=item.order)
            if is_deciding and page.current_workflow_state.requested_by_id != request.user.pk:
                continue
        kept.append(item)
    kept.sort(key=first_choice)
    menu_items[:] = kept


def first_choice(item) -> bool:
    """Sorts what ends the work on a page before everything else."""
    return not (isinstance(item, SendToChairMenuItem) or item.name == "approve")


class WaitingPanel(Component):
    """Pages that wait for the person, oldest first. The number of queries does not depend on how many there are."""

    name = WorkflowObjectsToModeratePanel.name
    template_name = "kim_sites/admin/approval_panel.html"
    order = 40

    def get_context_data(self, parent_context):
        """At most ten pages with what can be done."""
        request = parent_context["request"]
        states = approval.waiting_for(request.user).select_related("revision", "workflow_state__requested_by")
        found = list(states[: MOST_WAITING + 1])
        return {"rows": [self.row(state) for state in found[:MOST_WAITING]], "has_more": len(found) > MOST_WAITING}

    def row(self, state) -> dict:
        """One page, read from its waiting version."""
        page_id = state.workflow_state.object_id
        return {
            "title": state.revision.object_str,
            "author": state.workflow_state.requested_by,
            "since": state.started_at,
            "edit_url": reverse("wagtailadmin_pages:edit", args=[page_id]),
            "preview_url": reverse("wagtailadmin_pages:workflow_preview", args=[page_id, state.task_id]),
            "approve_url": reverse("wagtailadmin_pages:workflow_action", args=[page_id, "approve", state.pk]),
            "reject_url": reverse("wagtailadmin_pages:workflow_action", args=[page_id, "reject", state.pk]),
        }


class OwnPagesPanel(Component):
    """What the person sent and is not published yet, with what the chair wrote; in one query."""

    name = UserObjectsInWorkflowModerationPanel.name
    template_name = "kim_sites/admin/approval_own_panel.html"
    order = 45

    def get_context_data(self, parent_context):
        """At most ten pages, newest first."""
        states = approval.sent_by(parent_context["request"].user)[:MOST_WAITING]
        rows = [
            {
                "title": state.current_task_state.revision.object_str,
                "edit_url": reverse("wagtailadmin_pages:edit", args=[state.object_id]),
                "is_back": state.status == WorkflowState.STATUS_NEEDS_CHANGES,
                "comment": state.current_task_state.comment,
            }
            for state in states
        ]
        return {"rows": rows}


def replace_panels(panels) -> None:
    """Put our lists in the place of Wagtail's, which ask the database anew for each page."""
    stock = (WorkflowObjectsToModeratePanel, UserObjectsInWorkflowModerationPanel)
    panels[:] = [panel for panel in panels if not isinstance(panel, stock)]
    panels += [WaitingPanel(), OwnPagesPanel()]
