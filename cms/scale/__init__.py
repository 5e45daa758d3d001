"""Loads a database with as many tenants as the country has villages: `manage.py build_scale`, for measuring only.

One KIM with its pages is made by the project's own services; every row that this wrote, in whatever table, is then
copied for each other KIM with new keys, names, addresses and dates. So a copy has what a real one has, also after the
services have changed.
"""
