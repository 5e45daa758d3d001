"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import OPERATORS, named, objects, same
from members.gate_rules import kim as managed_kim
from members.services.reach import curated_kim


# Life of a KIM: status, closing, archiving, removing.
def kim_below(scope, value, **kwargs) -> bool:
    """A KIM below a hub that the person curates."""
    pk = number(value)
    return pk is not None and curated_kim(scope.user).filter(pk=pk).exists()


LIFE_RULES = named(
    "kim_life",
    {
        "status": objects(kim_id=managed_kim),
        **same(objects(kim_id=kim_below), "suspend resume archive unarchive"),
        "remove": OPERATORS,
    },
)

RULES: dict = {**LIFE_RULES}
