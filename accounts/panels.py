"""A line on the dashboard about the sign-in before this one."""

from wagtail.admin.ui.components import Component

from accounts.services import sessions


class LastSignInPanel(Component):
    """When and from where the person signed in last; empty at the first time."""

    name = "last_sign_in"
    template_name = "accounts/last_sign_in.html"
    order = 10

    def get_context_data(self, parent_context):
        """Time and shortened network address, both from the session."""
        at, network = sessions.previous(parent_context["request"]) or (None, "")
        return {"at": at, "network": network}
