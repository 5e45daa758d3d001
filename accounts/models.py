"""Accounts have no tables of their own: people are `kim_sites.User`, second steps are django-otp's devices."""
