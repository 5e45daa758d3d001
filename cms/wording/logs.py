"""Histories in the language of whoever reads them: Wagtail writes some words down in that of whoever acted."""

from copy import copy
from functools import partial

from wagtail.models import PageViewRestriction

RESTRICTION_ACTIONS = tuple(f"wagtail.view_restriction.{verb}" for verb in ("create", "edit", "delete"))


def say_restrictions_anew(actions) -> None:
    """Let entries about who may see a page name the restriction by its type, not by the words stored with it."""
    for action in RESTRICTION_ACTIONS:
        formatter = actions.formatters[action]
        formatter.format_message = partial(_with_own_title, formatter.format_message)


def _with_own_title(format_message, log_entry) -> str:
    restriction = (log_entry.data or {}).get("restriction") or {}
    title = dict(PageViewRestriction.RESTRICTION_CHOICES).get(restriction.get("type"))
    if title:
        log_entry = copy(log_entry)
        log_entry.data = {"restriction": {**restriction, "title": str(title)}}
    return format_message(log_entry)
