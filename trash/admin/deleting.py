"""Wagtail's screens that delete pages lay them into the bin instead."""

from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail.admin.views.pages.utils import type_to_delete_confirmation
from wagtail.models import Page

from trash.services import bin as bins


def on_delete(request, page: Page):
    """Instead of Wagtail's deletion of one page, once it is confirmed. None leaves Wagtail to it."""
    if request.method != "POST" or not type_to_delete_confirmation(request) or not bins.may_put_away(page):
        return None
    parent = page.get_parent()
    following = get_valid_next_url_from_request(request)
    put_away(request, with_translations(page))
    return HttpResponseRedirect(following) if following else redirect("wagtailadmin_explore", parent.pk)


def on_bulk_delete(request, action_type: str, pages, action):
    """Instead of Wagtail's deletion of many pages. None leaves Wagtail to it."""
    if action_type != "delete" or action.model is not Page or not all(bins.may_put_away(page) for page in pages):
        return None
    put_away(request, list(pages))
    return HttpResponseRedirect(action.next_url)


def with_translations(page: Page) -> list[Page]:
    """The page, and what Wagtail would delete along with it: its translations and copies that follow it."""
    found = {page.pk: page}
    if settings.WAGTAIL_I18N_ENABLED:
        above = set(page.get_parent().get_translations(inclusive=True).values_list("pk", flat=True))
        for hook in hooks.get_hooks("construct_translated_pages_to_cascade_actions"):
            for others in (hook([page], "delete") or {}).values():
                found |= {other.pk: other for other in others if other.get_parent().pk in above}
    return list(found.values())


def put_away(request, pages: list[Page]) -> None:
    """Lay pages into the bin, and say how to get them back."""
    try:
        rows = bins.put_away(request.user, pages)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return
    if not rows:
        messages.warning(request, _("Somebody else has deleted this in the meantime."))
        return
    days = bins.days_kept()
    if len(rows) == 1:
        text = _("“%(title)s” is deleted. It can be brought back for %(days)s days.")
        text %= {"title": rows[0].title, "days": days}
    else:
        text = ngettext(
            "%(number)s page is deleted. It can be brought back for %(days)s days.",
            "%(number)s pages are deleted. They can be brought back for %(days)s days.",
            len(rows),
        ) % {"number": len(rows), "days": days}
    undo = messages.button(reverse("kim_deleted:undo", args=[rows[0].batch]), _("Undo"))
    messages.success(request, text, buttons=[undo])
