"""Which page of the guide belongs to which screen of the admin. Asks the database nothing: it stands on every screen."""

from guide.services.tasks import Task, tasks

# Views that do different things for each type of page.
BY_TYPE = {"wagtailadmin_pages:edit", "wagtailadmin_pages:add"}


def screen_of(match, page=None) -> str:
    """The name of a screen: the URL name, and the type of the page where that matters. Empty without a match."""
    name = getattr(match, "view_name", "") or ""
    if name not in BY_TYPE:
        return name
    given = [str(value) for value in (*match.args, *match.kwargs.values())]
    if name.endswith(":add") and len(given) > 1:
        return f"{name} {given[1].lower()}"
    return f"{name} {type(page).__name__.lower()}" if page is not None else name


def tasks_of(screen: str) -> list[Task]:
    """The pages about a screen; those about the screen in general if none is about this type of page."""
    if not screen:
        return []
    found = [task for task in tasks().values() if screen in task.screens]
    general = screen.partition(" ")[0]
    return found or [task for task in tasks().values() if general in task.screens]
