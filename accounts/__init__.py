"""People and their accounts: signing in, the second step, members of a KIM and invitations."""
