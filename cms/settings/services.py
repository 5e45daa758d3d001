"""Database, cache, queue, mail, search backend and logs: embedded by default, services by environment."""

import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from .base import BASE_DOMAIN, VAR_DIR
from .environment import DEBUG, env

DATABASES = {"default": env.db_url("DATABASE_URL", default=f"sqlite:///{VAR_DIR('db.sqlite3')}")}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    if DATABASES["default"]["NAME"] != ":memory:":
        Path(DATABASES["default"]["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    # Web and worker write at the same time: write-ahead log, locks taken at the start, and patience.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-20000;",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True

_CACHE = env.cache_url("CACHE_URL", default="locmemcache://kim")
# Finished pages: in the same place, but in each process's own memory apart from the rest, which they would crowd out.
_PAGES = {"LOCATION": "pages", "OPTIONS": {"MAX_ENTRIES": 2_000}} if "locmem" in _CACHE["BACKEND"] else {}
CACHES = {"default": _CACHE, "pages": _CACHE | _PAGES}

# Readers get finished pages from the cache (cms.middleware.page_cache); each is made anew after so many seconds at the
# latest. A CDN or proxy in front may keep a page for EDGE_SECONDS and show it for EDGE_STALE_SECONDS more while it
# fetches a new one. Nobody tells it of a change unless EDGE_PURGE names it, so without that it keeps nothing.
PAGE_CACHE = env.bool("PAGE_CACHE", default=True)
# Numbers of readers are written together, every so many seconds in each process; 0: only when a process ends.
READER_COUNT_SECONDS = env.int("READER_COUNT_SECONDS", default=15)
# Deleted pages can be brought back for so many days; the clock removes them then.
DELETED_PAGES_DAYS = env.int("DELETED_PAGES_DAYS", default=30)
PAGE_CACHE_SECONDS = env.int("PAGE_CACHE_SECONDS", default=60 * 60)
_EDGE = {
    "http": {"BACKEND": "wagtail.contrib.frontend_cache.backends.HTTPBackend", "LOCATION": "EDGE_PURGE_URL"},
    "cloudflare": {
        "BACKEND": "wagtail.contrib.frontend_cache.backends.CloudflareBackend",
        "BEARER_TOKEN": "EDGE_PURGE_TOKEN",
        "ZONEID": "EDGE_PURGE_ZONE",
    },
}
EDGE_PURGE = env.str("EDGE_PURGE", default="")
WAGTAILFRONTENDCACHE = {}
if EDGE_PURGE:
    if EDGE_PURGE not in _EDGE:
        raise ImproperlyConfigured(f"EDGE_PURGE is one of {', '.join(_EDGE)}, or empty.")
    WAGTAILFRONTENDCACHE["edge"] = {
        name: value if name == "BACKEND" else env.str(value) for name, value in _EDGE[EDGE_PURGE].items()
    }
WAGTAILFRONTENDCACHE_LANGUAGES = []  # the addresses that are purged name their language already
EDGE_SECONDS = env.int("EDGE_SECONDS", default=60 * 60 if EDGE_PURGE else 0)
EDGE_STALE_SECONDS = env.int("EDGE_STALE_SECONDS", default=60 if EDGE_PURGE else 0)

# How much a KIM may keep in photos and documents, as they are stored.
KIM_STORAGE_BYTES = env.int("KIM_STORAGE_MB", default=1000) * 1024 * 1024

TASKS = {"default": {"BACKEND": env.str("TASKS_BACKEND", default="django_tasks_db.DatabaseBackend")}}

WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "kim_sites.wagtail_search"}}

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default=f"KIM <noreply@{BASE_DOMAIN.split(':')[0]}>")

_LOG_LEVEL = env.str("LOG_LEVEL", default="INFO")
_LOG_FORMAT = env.str("LOG_FORMAT", default="text" if sys.stderr.isatty() or DEBUG else "json")
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "{levelname} {name}: {message}", "style": "{"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        },
    },
    # The level is the handler's too: the worker of the queue sets its own loggers to INFO.
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": _LOG_FORMAT, "level": _LOG_LEVEL}},
    "root": {"handlers": ["stderr"], "level": _LOG_LEVEL},
    "loggers": {"PIL": {"level": "WARNING"}, "wagtail": {"level": "WARNING"}},
}
