"""The admin of a tenant: its records, its dashboard, its papers. Everything is scoped on the server."""
