"""The room for photos on the dashboard."""

from wagtail.admin.ui.components import Component

from kim_sites.models import KimRole
from kim_sites.services.storage import megabytes, usage_of

MOST_KIM = 2


class RoomPanel(Component):
    """How much room the person's KIM has left; nothing for people without a role in one."""

    name = "photo_room"
    template_name = "photos/admin/room_panel.html"
    order = 68

    def get_context_data(self, parent_context):
        """The first two of the person's KIM; two queries for each."""
        user = parent_context["request"].user
        roles = KimRole.objects.filter(group__user=user).select_related("kim__collection")
        kims = list({role.kim_id: role.kim for role in roles.order_by("kim__name", "kim")}.values())[:MOST_KIM]
        return {"rows": [self.row(kim) for kim in kims]}

    @staticmethod
    def row(kim) -> dict:
        """One KIM."""
        usage = usage_of(kim)
        return {"kim": kim, "usage": usage, "limit": megabytes(usage.limit), "used": megabytes(usage.used)}
