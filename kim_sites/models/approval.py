"""Approval by the chair: one task for the whole installation, which finds its people by the page's place in the tree."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.locks import WorkflowLock
from wagtail.models import Task, TaskState


class WaitingLock(WorkflowLock):
    """Keeps contributors from changing a page while the chair looks at it."""

    def get_message(self, user):
        """What stands above the form; nothing for those who may go on."""
        if not self.for_user(user):
            return None
        return _("This page is waiting for the chair. To change it, withdraw it first.")


class KimApprovalTask(Task):
    """A page waits for the chair of its KIM; curators of the hubs above may step in, so that nothing gets stuck."""

    lock_class = WaitingLock

    class Meta:
        verbose_name = gettext_lazy("approval by the chair")
        verbose_name_plural = gettext_lazy("approvals by the chair")

    @classmethod
    def get_description(cls):
        """What operators read about this kind of task."""
        return _("The chair of the page's KIM approves, or a curator of a hub above it.")

    def user_can_access_editor(self, obj, user):
        """Who decides may open the page."""
        return self.decides(user, obj)

    def locked_for_user(self, obj, user):
        """Only people who could publish the page themselves may change it while it waits."""
        return not obj.permissions_for_user(user).can_publish()

    # Wagtail's older name for the same question.
    page_locked_for_user = locked_for_user

    def user_can_lock(self, obj, user):
        """Who decides may keep others out meanwhile."""
        return self.decides(user, obj)

    def user_can_unlock(self, obj, user):
        """Who decides may let others in again."""
        return self.decides(user, obj)

    def get_actions(self, obj, user):
        """What the person may do: name, label, and whether a comment is asked for."""
        if not self.decides(user, obj):
            return []
        return [("reject", _("Send back"), True), ("approve", _("Approve"), False)]

    def get_form_for_action(self, action):
        """The form of the comment: whoever gets a page back must learn why."""
        from kim_sites.admin.approval_forms import ApproveForm, SendBackForm

        return SendBackForm if action == "reject" else ApproveForm

    def get_task_states_user_can_moderate(self, user, **kwargs):
        """What waits for the person, wherever it is."""
        from kim_sites.services.approval import deciding_paths, waiting_below

        return waiting_below(deciding_paths(user)).filter(task_id=self.pk)

    @transaction.atomic
    def on_action(self, task_state, user, action_name, **kwargs):
        """Approve or send back.

        Raises ApprovalRefused with one sentence if somebody else was quicker, something is missing or the comment is;
        PermissionDenied if the page is not the person's to decide on.
        """
        from kim_sites.services import approval

        page = task_state.workflow_state.content_object
        if page is None or not self.decides(user, page):
            raise PermissionDenied
        approval.lock_kim_of(page)
        state = TaskState.objects.select_for_update().get(pk=task_state.pk)
        comment = str(kwargs.get("comment") or "").strip()[: approval.MOST_COMMENT]
        approval.check(state, page, action_name, comment)
        return super().on_action(state, user, action_name, comment=comment)

    def decides(self, user, page) -> bool:
        """Whether the person may approve the page."""
        from kim_sites.services.approval import decides

        return decides(user, page)
