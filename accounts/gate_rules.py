"""Who may reach the addresses of this application: everybody their own second step; see docs/isolation.md."""

from access.gate.rules import TENANTS, same

RULES = same(
    TENANTS,
    "two_factor two_factor_enrol two_factor_verify two_factor_codes two_factor_new_codes two_factor_replace"
    " two_factor_off",
)
