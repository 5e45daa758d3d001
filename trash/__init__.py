"""Deleted pages, kept for a while."""
