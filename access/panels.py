"""Wagtail's panels of the dashboard, narrowed: somebody who has left a KIM no longer reads its titles there."""

from wagtail.admin.views import home

from access.scope import scope_of


def _own(scope, page) -> bool:
    return scope.has_path(page.path) if hasattr(page, "path") else True


class OwnRecentEditsPanel(home.RecentEditsPanel):
    """What the person edited last, as far as it is still theirs."""

    def get_context_data(self, parent_context):
        """Leave out what is not the person's any more."""
        context = super().get_context_data(parent_context)
        scope = scope_of(parent_context["request"].user)
        context["last_edits"] = [edit for edit in context["last_edits"] if _own(scope, edit[1])]
        return context


class OwnLockedPagesPanel(home.LockedPagesPanel):
    """What the person locked, as far as it is still theirs."""

    def get_context_data(self, parent_context):
        """Leave out what is not the person's any more."""
        context = super().get_context_data(parent_context)
        scope = scope_of(parent_context["request"].user)
        context["locked_pages"] = [page for page in context["locked_pages"] if _own(scope, page)]
        return context


class OwnPagesInModerationPanel(home.UserObjectsInWorkflowModerationPanel):
    """What the person sent for approval, as far as it is still theirs."""

    def get_context_data(self, parent_context):
        """Leave out what is not the person's any more."""
        context = super().get_context_data(parent_context)
        scope = scope_of(parent_context["request"].user)
        context["workflow_states"] = [
            state for state in context["workflow_states"] if _own(scope, state.content_object)
        ]
        return context


REPLACEMENTS = {
    home.RecentEditsPanel: OwnRecentEditsPanel,
    home.LockedPagesPanel: OwnLockedPagesPanel,
    home.UserObjectsInWorkflowModerationPanel: OwnPagesInModerationPanel,
}


def narrow_panels(panels: list) -> None:
    """Put the narrowed panels in the place of the stock ones."""
    panels[:] = [REPLACEMENTS[type(panel)]() if type(panel) in REPLACEMENTS else panel for panel in panels]
