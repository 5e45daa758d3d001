"""The guide inside the admin."""
