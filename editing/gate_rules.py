"""Who may reach the addresses of this application; see docs/isolation.md."""

RULES = {}
