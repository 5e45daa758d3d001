"""Invitations to a KIM."""
