"""Where a new KIM's pages go: the page of the hub above it.

Hubs belong to `home`, which builds on this application; so it registers here how a hub is found or made.
"""

from collections.abc import Callable
from dataclasses import dataclass

from wagtail.models import Collection, Page

from kim_sites.models import Region


@dataclass(frozen=True)
class HubPlace:
    """A hub's page, and the collection below which its KIM get theirs."""

    page: Page
    collection: Collection


_builder: Callable[[Region], HubPlace] | None = None


def register_hub_builder(builder: Callable[[Region], HubPlace]) -> None:
    """Say how the hub of a regency is found or made. Called once, when `home` is ready."""
    global _builder
    _builder = builder


def hub_for(region: Region) -> HubPlace:
    """The hub of the regency in which `region` lies, made if it is missing. Raises RuntimeError without a builder."""
    if _builder is None:
        raise RuntimeError("no hub builder is registered")
    return _builder(region)
