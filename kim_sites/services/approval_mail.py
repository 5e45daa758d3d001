"""Mails about approval: to the chair when a page waits, to its author when it was decided. Sent by the worker."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext_lazy
from django_tasks import task
from wagtail.admin.mail import EmailNotificationMixin, Notifier
from wagtail.models import TaskState, WorkflowState
from wagtail.signals import task_submitted, workflow_approved, workflow_rejected
from wagtail.users.models import UserProfile

from kim_sites.models import KimApprovalTask
from kim_sites.services import mail
from kim_sites.services.approval import chairs_of


class ApprovalNotifier(EmailNotificationMixin, Notifier):
    """Wagtail's notifier with words of ours; people switch each kind of mail off in their account."""

    template_directory = "kim_sites/admin/approval_mail/"

    def __init__(self, notification: str):
        super().__init__((TaskState,))
        self.notification = notification

    def get_template_base_prefix(self, instance, **kwargs):
        """The names of the templates are those of the notifications."""
        return ""

    def get_recipient_users(self, instance, user=None, **kwargs):
        """The chairs of the page's KIM, or its author; never the person who did it."""
        if self.notification == "submitted":
            people = set(chairs_of(instance.workflow_state.content_object))
        else:
            people = {instance.workflow_state.requested_by}
        return people - {user, None}

    def get_context(self, instance, **kwargs):
        """What the mail tells about."""
        page = instance.workflow_state.content_object
        author = instance.workflow_state.requested_by
        title = instance.revision.object_str
        url = page.specific.full_url or ""
        return {
            "settings": settings, "title": title, "page": page, "page_url": url, "author": author,
            "decided_by": instance.finished_by, "comment": instance.comment,
        }  # fmt: skip


@task()
def send_approval_mail(notification: str, task_state_id: int, user_id: int | None) -> None:
    """Let one kind of mail about a page be sent to whom it concerns; to nobody if the page is gone meanwhile."""
    state = _find_state(task_state_id)
    if state is None:
        return
    user = get_user_model().objects.filter(pk=user_id).first()
    with transaction.atomic():
        for person in ApprovalNotifier(notification).get_valid_recipients(state, user=user):
            mail.send("approval", notification, state.pk, person.pk)


@mail.writes("approval", gettext_lazy("Approval of a page"))
def write_approval_mail(notification: str, task_state_id: int, person_id: int) -> mail.Mail | None:
    """What one person reads about a page, in the language of the person's account; nothing if either is gone."""
    state = _find_state(task_state_id)
    person = get_user_model().objects.filter(pk=person_id, is_active=True).first()
    if state is None or person is None:
        return None
    notifier = ApprovalNotifier(notification)
    templates, context = notifier.get_template_set(state), {**notifier.get_context(state), "user": person}
    language = UserProfile.get_for_user(person).get_preferred_language()
    with translation.override(language):
        subject = render_to_string(templates["subject"], context)
    return mail.Mail(person.email, subject, templates["text"], context, language)


def _find_state(task_state_id: int) -> TaskState | None:
    states = TaskState.objects.select_related("workflow_state", "revision", "finished_by")
    state = states.filter(pk=task_state_id).first()
    return state if state is not None and state.workflow_state.content_object is not None else None


def _enqueue(notification: str, state, user) -> None:
    if state is not None and issubclass(state.task.specific_class or type(None), KimApprovalTask):
        send_approval_mail.enqueue(notification, state.pk, user.pk if user else None)


def on_submission(sender, instance, user=None, **kwargs):
    """A page waits."""
    _enqueue("submitted", instance, user)


def on_approval(sender, instance, user=None, **kwargs):
    """A page was approved and published."""
    _enqueue("approved", instance.current_task_state, user)


def on_rejection(sender, instance, user=None, **kwargs):
    """A page was sent back."""
    _enqueue("rejected", instance.current_task_state, user)


def register() -> None:
    """Connect under the names of Wagtail's own notifiers and before them, so that each mail is sent once and later."""
    task_submitted.connect(on_submission, TaskState, dispatch_uid="group_approval_task_submitted_email_notification")
    workflow_approved.connect(on_approval, WorkflowState, dispatch_uid="workflow_state_approved_email_notification")
    workflow_rejected.connect(on_rejection, WorkflowState, dispatch_uid="workflow_state_rejected_email_notification")
