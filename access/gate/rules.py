"""What a rule is, and the table of all of them.

A rule says who may reach an address by its URL name. `arguments` and `parameters` name what must be the person's own:
the first for parts of the address, the second for values in the query or in the posted form, wherever they stand.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum
from importlib import import_module

from django.apps import apps
from django.http import HttpRequest, HttpResponse
from django.utils.module_loading import module_has_submodule

# A check takes the scope of the person, the value, and all arguments of the address; it says whether it may go on.
Check = Callable[..., bool]
# Takes the request and all arguments of the address; returns what the person reads instead of a refusal, or None.
Answer = Callable[..., HttpResponse | None]


class Who(Enum):
    """Who gets past the gate, before any object is looked at."""

    ANYBODY = "anybody"  # no sign-in: the public site, signing in
    TENANTS = "tenants"  # people of a KIM, curators, operators
    OPERATORS = "operators"  # operators alone
    NOBODY = "nobody"  # closed: it would read the whole installation


@dataclass(frozen=True)
class Rule:
    """One line of the table."""

    who: Who
    arguments: dict[str, Check] = field(default_factory=dict)
    parameters: dict[str, Check] = field(default_factory=dict)
    # Looks at the whole request, for addresses whose objects stand in no one place.
    request: Check | None = None


ANYBODY = Rule(Who.ANYBODY)
TENANTS = Rule(Who.TENANTS)
OPERATORS = Rule(Who.OPERATORS)
NOBODY = Rule(Who.NOBODY)


def objects(parameters: dict[str, Check] | None = None, request: Check | None = None, **arguments: Check) -> Rule:
    """Open to people of tenants when each named argument and parameter is theirs."""
    return Rule(Who.TENANTS, arguments, parameters or {}, request)


def named(prefix: str, rules: dict[str, Rule]) -> dict[str, Rule]:
    """The same rules with a namespace before each name."""
    return {f"{prefix}:{name}": rule for name, rule in rules.items()}


def same(rule: Rule, names: str) -> dict[str, Rule]:
    """One rule for several names, which are given with blanks between them."""
    return dict.fromkeys(names.split(), rule)


def table() -> dict[str, Rule]:
    """All rules by URL name: those of this folder, and those of each application that has a module `gate_rules`."""
    from access.gate import own, wagtail_admin, wagtail_media, wagtail_pages

    rules: dict[str, Rule] = {}
    for part in (wagtail_admin, wagtail_pages, wagtail_media, own, *_modules()):
        rules |= part.RULES
    return rules


def answers() -> dict[str, list[Answer]]:
    """Who may have something to say about a refused address, by URL name: `ANSWERS` of the modules `gate_rules`.

    For what was the person's own a moment ago. An answer to anybody else would tell that the thing exists.
    """
    found: dict[str, list[Answer]] = {}
    for part in _modules():
        for name, answer in getattr(part, "ANSWERS", {}).items():
            found.setdefault(name, []).append(answer)
    return found


def answer_in_words(known: dict[str, list[Answer]], request: HttpRequest, name: str, view_kwargs: dict):
    """The first answer that somebody has for this refused request, or None."""
    said = (answer(request, **view_kwargs) for answer in known.get(name, ()))
    return next((response for response in said if response is not None), None)


def _modules() -> list:
    configs = (config for config in apps.get_app_configs() if module_has_submodule(config.module, "gate_rules"))
    return [import_module(f"{config.name}.gate_rules") for config in configs]
