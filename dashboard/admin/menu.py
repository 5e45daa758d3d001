"""The menu, as short as the person's work: what is done every day stands open, the rest in two groups."""

from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.admin.menu import Menu, MenuItem, SubmenuMenuItem

# What belongs to a KIM and its people, and what an office does now and then.
GROUPS = (
    ("kim-group", "group", 500, ("members", "officers", "papers", "forum", "kim-silent")),
    (
        "more-group",
        "cogs",
        600,
        ("documents", "kim-redirects", "deleted", "import", "kim-export", "kim-restore", "audit", "mail"),
    ),
)
FEWEST = 2  # a group of one is no group


class ShownMenu(Menu):
    """Holds items that were found to be the person's already: each was asked once, which may have cost a query."""

    def menu_items_for_request(self, request):
        """All of them."""
        return self.registered_menu_items


def lead_to_pages(items: list) -> None:
    """Pages open as a list, at the person's own KIM: Wagtail's panel begins at the hubs and offers to edit them too."""
    for place, item in enumerate(items):
        if item.name == "explorer":
            items[place] = MenuItem(
                item.label,
                reverse("wagtailadmin_explore_root"),
                name=item.name,
                icon_name=item.icon_name,
                order=item.order,
            )


def group_labels() -> dict[str, str]:
    """The names of the groups in the person's language."""
    return {"kim-group": _("About the KIM"), "more-group": _("More")}


def shorten(items: list) -> None:
    """Put items into their groups; those that stay keep their order."""
    labels = group_labels()
    for name, icon, order, members in GROUPS:
        found = [item for item in items if item.name in members]
        if len(found) < FEWEST:
            continue
        items[:] = [item for item in items if item not in found]
        items.append(SubmenuMenuItem(labels[name], ShownMenu(items=found), name=name, icon_name=icon, order=order))
