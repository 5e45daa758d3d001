"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.rules import TENANTS, named, objects
from guide.services.tasks import tasks


def known(scope, value, **kwargs) -> bool:
    """A page of the guide: it tells how the system works and holds nothing of anybody's."""
    return value in tasks()


RULES = {**named("kim_guide", {**dict.fromkeys(("home", "here", "print"), TENANTS), "task": objects(task=known)})}
