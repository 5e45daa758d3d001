"""Who approves a page, what waits for whom, and the one workflow behind it."""

import datetime

from django.contrib.auth import get_user_model
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Exists, IntegerField, OuterRef, Q, QuerySet
from django.db.models.functions import Cast
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import (
    GroupPagePermission,
    Page,
    TaskState,
    Workflow,
    WorkflowPage,
    WorkflowState,
    WorkflowTask,
    get_default_page_content_type,
)

from kim_sites.addresses import path_prefixes
from kim_sites.models import Kim, KimApprovalTask, KimHomePage, KimRole
from kim_sites.services.scope import at_or_below

NAME = "Ketua"  # of workflow and task; people read words of ours in its place
MOST_COMMENT = 1000
STUCK_AFTER = datetime.timedelta(days=3)  # then curators of the hubs above see it on their dashboard too


class ApprovalRefused(ValueError):
    """The page can't be approved or sent back now; the message is one sentence for people."""


@transaction.atomic
def make_workflow() -> Workflow | None:
    """Make the workflow and hang it on the root of the tree, so that every page has it; safe to repeat.

    None while there is no tree. One that operators changed or switched off stays as they left it.
    """
    root = Page.get_first_root_node()
    if root is None:
        return None
    task = KimApprovalTask.objects.order_by("pk").first() or KimApprovalTask.objects.create(name=NAME)
    workflow = Workflow.objects.filter(workflow_tasks__task=task).order_by("pk").first()
    if workflow is None:
        workflow = Workflow.objects.create(name=NAME)
        WorkflowTask.objects.create(workflow=workflow, task=task)
        WorkflowPage.objects.get_or_create(page=root, defaults={"workflow": workflow})
    return workflow


def chaired_paths(user) -> list[str]:
    """Tree paths of the homes, in every language, of the KIM that the person chairs."""
    chaired = Kim.objects.filter(roles__role=KimRole.Role.CHAIR, roles__group__user=user)
    return list(KimHomePage.objects.filter(kim__in=chaired).values_list("path", flat=True))


def curated_paths(user) -> list[str]:
    """Tree paths on which the person may publish by something else than a role in a KIM: hubs."""
    rows = GroupPagePermission.objects.filter(
        group__user=user, group__kim_role__isnull=True, permission__codename="publish_page"
    )
    return list(rows.values_list("page__path", flat=True))


def deciding_paths(user) -> list[str]:
    """Tree paths at or below which the person approves. Two queries, asked once in a request."""
    if not user.is_active:
        return []
    if not hasattr(user, "_deciding_paths"):
        user._deciding_paths = sorted({*chaired_paths(user), *curated_paths(user)})
    return user._deciding_paths


def decides(user, page) -> bool:
    """Whether the person may approve the page: its KIM's chair, a curator of a hub above it, an operator."""
    if not user.is_active:
        return False
    return user.is_superuser or any(page.path.startswith(path) for path in deciding_paths(user))


def chairs_of(page) -> QuerySet:
    """Active people who chair the KIM to which the page belongs; none for a hub's own page."""
    kim = KimHomePage.objects.filter(path__in=path_prefixes(page.path)).values("kim")
    groups = KimRole.objects.filter(kim__in=kim, role=KimRole.Role.CHAIR).values("group")
    return get_user_model().objects.filter(is_active=True, groups__in=groups).distinct()


def waiting_below(paths: list[str]) -> QuerySet[TaskState]:
    """Pages at or below the paths that wait for approval."""
    page = Page.objects.filter(pk=Cast(OuterRef("workflow_state__object_id"), IntegerField()))
    return TaskState.objects.filter(
        Exists(page.filter(at_or_below(paths))),
        status=TaskState.STATUS_IN_PROGRESS,
        workflow_state__base_content_type=get_default_page_content_type(),
    )


def waiting_for(user) -> QuerySet[TaskState]:
    """What the person's dashboard shows, oldest first: all of the own KIM, and what got stuck below the own hubs."""
    if not user.is_active:
        return TaskState.objects.none()
    rows = waiting_below(deciding_paths(user)).filter(task__in=KimApprovalTask.objects.all())
    own = chaired_paths(user) if user._deciding_paths else []
    is_own = Exists(
        Page.objects.filter(at_or_below(own), pk=Cast(OuterRef("workflow_state__object_id"), IntegerField()))
    )
    is_stuck = Q(started_at__lte=timezone.now() - STUCK_AFTER)
    return rows.filter(Q(is_own) | is_stuck).order_by("started_at", "pk")


def sent_by(user) -> QuerySet[WorkflowState]:
    """Pages that the person sent and that wait or came back, newest first."""
    states = WorkflowState.objects.active().filter(
        requested_by=user, base_content_type=get_default_page_content_type(), current_task_state__isnull=False
    )
    return states.select_related("current_task_state__revision").order_by("-current_task_state__started_at", "-pk")


def lock_kim_of(page) -> bool:
    """Let everything that happens to the pages of one KIM queue, before it is looked at. Needs a transaction.

    False for a page that belongs to no KIM: nothing is locked then.
    """
    homes = KimHomePage.objects.filter(path__in=path_prefixes(page.path)).order_by("-depth")
    kim_id = homes.values_list("kim_id", flat=True).first()
    if kim_id:
        Kim.objects.select_for_update().order_by().filter(pk=kim_id).values_list("pk").first()
    return bool(kim_id)


def check(state: TaskState, page, action: str, comment: str) -> None:
    """Raises ApprovalRefused if the page does not wait any more, lacks something, or goes back without a word."""
    if state.status != TaskState.STATUS_IN_PROGRESS or state.workflow_state.current_task_state_id != state.pk:
        raise ApprovalRefused(over_sentence(state))
    if action == "reject" and not comment:
        raise ApprovalRefused(_("Please write what should be changed: the author reads it."))
    if action == "approve":
        missing = missing_for(page.get_latest_revision().as_object())
        if missing:
            raise ApprovalRefused(
                _("“%(title)s” can't be published yet. %(missing)s") % {"title": page.title, "missing": missing}
            )


def over_sentence(state: TaskState | None) -> str:
    """Say what became of a page that somebody else was quicker with."""
    person = state.finished_by if state else None
    if person and state.status == TaskState.STATUS_APPROVED:
        return _("%(name)s has approved this page already.") % {"name": person}
    if person and state.status == TaskState.STATUS_REJECTED:
        return _("%(name)s has sent this page back already.") % {"name": person}
    return _("This page is not waiting for approval any more.")


def missing_for(page) -> str:
    """What a page lacks before readers may see it, in sentences; empty if nothing."""
    found: dict[str, list[str]] = {}
    try:
        page.full_clean()
    except ValidationError as error:
        found.update(error.message_dict)
    found.update({name: [str(text)] for name, text in page.publish_errors().items() if name not in found})
    labels = {
        field.name: str(field.verbose_name) for field in page._meta.get_fields() if hasattr(field, "verbose_name")
    }
    sentences = []
    for name, texts in found.items():
        label = labels.get(name, "")
        text = " ".join(str(text) for text in texts)
        sentences.append(f"{label[:1].upper()}{label[1:]}: {text}" if label else text)
    return " ".join(sentences)
