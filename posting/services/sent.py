"""What became of items that a person sent from a phone."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.models import Page, WorkflowState

from posting.models import Post

STATES = ("live", "waiting", "back", "draft", "gone")


@dataclass(frozen=True)
class Sent:
    """One item; `state` is one of `STATES`, `url` is for readers and empty unless it is live."""

    title: str
    state: str
    url: str = ""
    edit_url: str = ""
    comment: str = ""
    at: object = None

    @property
    def label(self) -> str:
        """The state in words."""
        return {
            "live": _("published"),
            "waiting": _("with the chair"),
            "back": _("sent back"),
            "draft": _("draft"),
            "gone": _("deleted"),
        }[self.state]

    def as_data(self) -> dict[str, str]:
        """For the script."""
        return {"state": self.state, "title": self.title, "url": self.url, "edit": self.edit_url}


def state_of(post: Post, user) -> Sent:
    """How an item stands now."""
    return _states([post], user)[0]


def sent_by(user) -> list[Sent]:
    """The newest items of a person; four queries, however many there are."""
    return _states(list(Post.objects.filter(user=user).order_by("-created_at", "-pk")[:10]), user)


def _states(posts: list[Post], user) -> list[Sent]:
    keys = [post.page_id for post in posts if post.page_id]
    pages = {page.pk: page for page in Page.objects.filter(pk__in=keys).specific()}
    states = WorkflowState.objects.active().filter(object_id__in=[str(key) for key in keys])
    by_page = {int(state.object_id): state for state in states.select_related("current_task_state")}
    return [_state(post, pages.get(post.page_id), by_page.get(post.page_id)) for post in posts]


def _state(post: Post, page: Page | None, workflow: WorkflowState | None) -> Sent:
    # A page in the bin belongs to no KIM.
    if page is None or getattr(page, "kim_id", None) is None:
        return Sent(page.title if page else post.get_kind_display(), "gone", at=post.created_at)
    edit_url = reverse("wagtailadmin_pages:edit", args=[page.pk])
    if page.live:
        return Sent(page.title, "live", page.full_url or "", edit_url, at=post.created_at)
    if workflow is None:
        return Sent(page.title, "draft", "", edit_url, at=post.created_at)
    is_back = workflow.status == WorkflowState.STATUS_NEEDS_CHANGES
    comment = workflow.current_task_state.comment if is_back and workflow.current_task_state else ""
    return Sent(page.title, "back" if is_back else "waiting", "", edit_url, comment, post.created_at)
