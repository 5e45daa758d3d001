"""Who belongs to a KIM and with which role: every function checks its actor, views only ask and show."""
