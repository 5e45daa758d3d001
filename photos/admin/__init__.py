"""Screens of photos."""
