"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import TENANTS, named, objects
from kim_sites.models import ProductPage
from kim_sites.services.scope import own_kim


def product(scope, value, **kwargs) -> bool:
    """A product of a KIM in which the person has a role."""
    pk = number(value)
    return pk is not None and ProductPage.objects.filter(pk=pk, kim__in=own_kim(scope.user)).exists()


RULES = {
    **named("kim_dashboard", {"silent": TENANTS, "confirm": objects(product_id=product)}),
}
