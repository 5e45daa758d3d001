"""The guide in the admin."""
