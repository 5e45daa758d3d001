"""Sections that applications above this one put at the end of a hub's front page: this one knows none of theirs.

What a part shows must bump the hub's number when it changes (`kim_sites.services.versions`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Part:
    """One section: its template gets it as `part`."""

    template: str
    values: dict = field(default_factory=dict)


# Gets a hub, returns its part or None; must not ask the database for hubs that have none by their kind.
Maker = Callable[[object], Part | None]
_makers: list[Maker] = []


def register(maker: Maker) -> Maker:
    """Register a maker of parts; safe to repeat."""
    if maker not in _makers:
        _makers.append(maker)
    return maker


def parts_of(hub) -> list[Part]:
    """The sections of a hub's front page."""
    return [part for maker in _makers if (part := maker(hub)) is not None]
