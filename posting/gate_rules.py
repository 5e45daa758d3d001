"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import page
from access.gate.rules import ANYBODY, TENANTS, named, objects

RULES = {
    **named(
        "posting",
        {
            **dict.fromkeys(("home", "new", "photo", "send", "who"), TENANTS),
            "review": objects(page_id=page),
            # A script without a word about anybody; a browser asks for it again also while nobody is signed in.
            "worker": ANYBODY,
        },
    ),
}
