"""Who may reach what: the gate before every address, scoped views, the guard on references, and the audit."""
