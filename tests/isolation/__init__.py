"""Proof that no tenant sees or touches another, at any address."""
