"""Sending a page to the chair and deciding about it, as the admin's screens do."""

import json

from django.urls import reverse
from wagtail.models import Page, TaskState

from home.models import HubPage
from home.services.hubs import curator_group
from kim_sites.models import User
from tests.test_writing import news_form


def curator_of(region: str) -> User:
    user = User.objects.create_user(f"kurator-{region}@example.id", "rahasia-sekali")
    user.groups.add(curator_group(HubPage.objects.get(region_id=region)))
    return user


def edit_url(page) -> str:
    return reverse("wagtailadmin_pages:edit", args=[page.pk])


def submit(page, author) -> TaskState:
    """The page waits, as after the contributor's button."""
    page.get_workflow().start(page, author)
    return Page.objects.get(pk=page.pk).current_workflow_task_state


def action_url(page, state, action: str) -> str:
    return reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])


def form_of(page, **changes) -> dict:
    return {**news_form(page.kim, page.lead_image), **changes}


def decide(client, page, action: str, comment: str = ""):
    """Approve or send back on the page's own screen."""
    extra = json.dumps({"comment": comment})
    data = {"action-workflow-action": "true", "workflow-action-name": action, "workflow-action-extra-data": extra}
    return client.post(edit_url(page), form_of(page, **data), follow=True)


def is_live(page) -> bool:
    return Page.objects.get(pk=page.pk).live


def text_of(response) -> str:
    return response.content.decode()
