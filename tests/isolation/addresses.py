"""Every address of the installation, enumerated from the resolver: nothing is listed by hand."""

from dataclasses import dataclass

from django.urls import get_resolver
from django.urls.resolvers import URLPattern
from django.utils import translation


@dataclass(frozen=True)
class Address:
    """One URL pattern."""

    name: str
    pattern: str
    arguments: tuple[str, ...]
    callback: object

    @property
    def is_admin(self) -> bool:
        """Whether it stands below `/admin/`."""
        return self.pattern.startswith("admin/")


def view_name(callback, name: str, namespaces: list[str]) -> str:
    """The name by which the resolver knows a view: an unnamed one by the path of its function or class."""
    if not name:
        view = getattr(callback, "view_class", callback)
        name = f"{view.__module__}.{getattr(view, '__qualname__', type(view).__name__)}"
    return ":".join([*namespaces, name])


def walk(patterns, namespaces=(), prefix=""):
    """All patterns below some, with the whole of their address."""
    for item in patterns:
        if isinstance(item, URLPattern):
            arguments = tuple(item.pattern.converters) or tuple(item.pattern.regex.groupindex)
            if not arguments:
                arguments = tuple(str(number) for number in range(item.pattern.regex.groups))
            name = view_name(item.callback, item.name, list(namespaces))
            yield Address(name, prefix + str(item.pattern), arguments, item.callback)
        else:
            inner = [*namespaces, item.namespace] if item.namespace else namespaces
            yield from walk(item.url_patterns, inner, prefix + str(item.pattern))


def addresses(urlconf=None) -> list[Address]:
    """Every pattern once per language in which it answers."""
    found: dict[tuple[str, str], Address] = {}
    for language in ("id-id", "en"):
        with translation.override(language):
            for address in walk(get_resolver(urlconf).url_patterns):
                found[(address.name, address.pattern)] = address
    return list(found.values())
