"""What a person began and has not finished."""

from django.db.models import CharField, Exists, OuterRef, QuerySet
from django.db.models.functions import Cast
from wagtail.models import Page, WorkflowState, get_default_page_content_type

from kim_sites.services.scope import at_or_below, home_paths, own_kim


def drafts_of(user) -> QuerySet[Page]:
    """Pages in the person's own KIM that they began, with words that no reader sees yet, the newest first.

    Without those that wait for the chair or came back: these have a list of their own.
    """
    paths = home_paths_of(user)
    if not paths:
        return Page.objects.none()
    on_the_way = WorkflowState.objects.active().filter(
        base_content_type=get_default_page_content_type(), object_id=Cast(OuterRef("pk"), CharField())
    )
    drafts = Page.objects.filter(at_or_below(paths), owner=user, has_unpublished_changes=True)
    return drafts.filter(~Exists(on_the_way)).order_by("-latest_revision_created_at", "-pk").defer_streamfields()


def home_paths_of(user) -> list[str]:
    """Tree paths of the homes of the person's own KIM, in every language."""
    return home_paths(own_kim(user))
