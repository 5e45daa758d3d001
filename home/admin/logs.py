"""Decisions of hubs in the history of a page, where the KIM can read them."""

from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.log_actions import LogFormatter

from home.admin.words import long_date
from home.services.curation import FEATURE_ACTION, HIDE_ACTION, UNDO_ACTION


class FeatureFormatter(LogFormatter):
    """An entry was featured."""

    label = gettext_lazy("Feature on a hub")

    def format_message(self, log_entry):
        """On which hub, and until when."""
        values = {"hub": log_entry.data.get("hub", "")}
        until = parse_date(log_entry.data.get("until") or "")
        if until:
            return _("Featured on %(hub)s until %(date)s") % {**values, "date": long_date(until)}
        return _("Featured on %(hub)s") % values


class HideFormatter(LogFormatter):
    """An entry was hidden."""

    label = gettext_lazy("Hide from a hub")

    def format_message(self, log_entry):
        """On which hub."""
        return _("Hidden from %(hub)s") % {"hub": log_entry.data.get("hub", "")}

    def format_comment(self, log_entry):
        """Why."""
        return log_entry.data.get("reason", "")


class UndoFormatter(LogFormatter):
    """A decision was taken back."""

    label = gettext_lazy("Take back a hub's decision")

    def format_message(self, log_entry):
        """By which hub."""
        return _("%(hub)s took its decision back") % {"hub": log_entry.data.get("hub", "")}


def register_log_actions(actions) -> None:
    """Tell Wagtail of our actions."""
    actions.register_action(FEATURE_ACTION)(FeatureFormatter)
    actions.register_action(HIDE_ACTION)(HideFormatter)
    actions.register_action(UNDO_ACTION)(UndoFormatter)
