"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.rules import ANYBODY, named, same

# Number and secret in the address are the key; who applies has no account.
APPLICANTS = named("apply", same(ANYBODY, "start regions check_label find track answer withdraw resend scan continue"))

RULES: dict = {**APPLICANTS}
