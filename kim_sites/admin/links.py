"""Links that applications above this one put on its screens: this one knows none of theirs."""

from collections import defaultdict
from collections.abc import Callable

from kim_sites.models import Kim

Link = tuple[str, str]  # address and text
_makers: dict[str, list[Callable[[Kim], Link]]] = defaultdict(list)


def register(place: str):
    """Register a function that makes the link of a KIM for a place: `my_kim` on the dashboard, `roster`, `members`."""

    def add(maker: Callable[[Kim], Link]):
        if maker not in _makers[place]:
            _makers[place].append(maker)
        return maker

    return add


def of(place: str, kim: Kim) -> list[Link]:
    """The links of a KIM for a place. Whoever shows them knows that the person looks after the KIM."""
    return [maker(kim) for maker in _makers[place]]
