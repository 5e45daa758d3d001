"""Reads the environment once, for every part of the settings."""

import os
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent.parent

env = environ.Env()
# What stands in the environment wins over the file. An empty ENV_FILE reads none.
ENV_FILE = os.environ.get("ENV_FILE", str(BASE_DIR / ".env"))
if ENV_FILE:
    environ.Env.read_env(ENV_FILE)

DEBUG: bool = env.bool("DEBUG", default=False)


def required(name: str, desk_default: str) -> str:
    """Return the variable `name`; only with DEBUG on may it be left out.

    Raises ImproperlyConfigured with a sentence that says what to set.
    """
    value = env.str(name, default="")
    if value:
        return value
    if DEBUG:
        return desk_default
    raise ImproperlyConfigured(f"Set the environment variable {name} (or DEBUG=true on a desk). See README.md.")
