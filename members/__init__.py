"""Members of a KIM: who has which role, invitations, and handing the chair over."""
