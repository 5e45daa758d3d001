"""Signing in, the second step, sessions."""
