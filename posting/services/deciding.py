"""The chair's decision about one page: about the version that was read, and no other."""

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Page, TaskState

from kim_sites.models import KimApprovalTask
from kim_sites.services import approval


@transaction.atomic
def decide(user, page: Page, action: str, comment: str, revision: str) -> None:
    """Publish the page or send it back, if `revision` (the key of what was shown) is still what waits.

    Everything is looked at under the lock of the KIM, and the row of the page is held, so that nothing newer can slip
    in before it is published. Raises ApprovalRefused with one sentence if the page changed, somebody else was quicker,
    or something is missing; PermissionDenied if the page is gone or not the person's to decide on.
    """
    approval.lock_kim_of(page)
    current = Page.objects.select_for_update().filter(pk=page.pk).first()
    if current is None:
        raise PermissionDenied
    state = waiting_state(current)
    if state is None:
        raise approval.ApprovalRefused(approval.over_sentence(last_state(current)))
    if str(current.latest_revision_id) != revision:
        raise approval.ApprovalRefused(
            _("This page was changed after you opened it. Nothing is done yet: read it anew, then decide.")
        )
    state.task.specific.on_action(state, user, action, comment=comment)


def waiting_state(page: Page) -> TaskState | None:
    """The step at which the page waits for its chair."""
    state = page.current_workflow_task_state
    is_waiting = state and state.status == TaskState.STATUS_IN_PROGRESS
    return state if is_waiting and isinstance(state.task.specific, KimApprovalTask) else None


def last_state(page: Page) -> TaskState | None:
    """What was decided last."""
    states = TaskState.objects.filter(workflow_state__in=page.workflow_states.all(), finished_at__isnull=False)
    return states.select_related("finished_by").order_by("-finished_at").first()
