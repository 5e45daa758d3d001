"""The guide inside the admin: one page per task."""
