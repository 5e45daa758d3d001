"""Signing in, and the second step."""
