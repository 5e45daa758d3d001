"""Screens for people of a KIM and for curators."""
