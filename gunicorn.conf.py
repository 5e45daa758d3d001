"""How gunicorn serves the portal. Every number comes from the environment; README.md lists them."""

import os
import sys
from pathlib import Path

_json = os.environ.get("LOG_FORMAT", "text" if sys.stderr.isatty() else "json") == "json"

bind = f"{os.environ.get('HOST', '127.0.0.1')}:{os.environ.get('PORT', '8000')}"
# More than one process needs a cache that they share: set CACHE_URL with it.
workers = int(os.environ.get("WEB_CONCURRENCY", "1"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "8"))
timeout = 60
graceful_timeout = 20
keepalive = 5
control_socket_disable = True
max_requests = 5000
max_requests_jitter = 500
if Path("/dev/shm").is_dir():  # noqa: S108  (heartbeats in memory: a slow disk must not look like a hung worker)
    worker_tmp_dir = "/dev/shm"  # noqa: S108

# A line a request only when asked for, and without the reader's address.
_access_log = os.environ.get("ACCESS_LOG", "").lower() in {"1", "true", "yes", "on"}
accesslog = "-"
access_log_format = (
    '{"time": "%(t)s", "method": "%(m)s", "host": "%({host}i)s", "path": "%(U)s",'
    ' "status": %(s)s, "bytes": "%(B)s", "milliseconds": %(M)s}'
)
logconfig_dict = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "text": {"format": "%(levelname)s %(name)s: %(message)s"},
        "json": {
            "()": "pythonjsonlogger.json.JsonFormatter",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
            "rename_fields": {"asctime": "time", "levelname": "level", "name": "logger"},
        },
        "bare": {"format": "%(message)s"},
    },
    "handlers": {
        "stderr": {"class": "logging.StreamHandler", "formatter": "json" if _json else "text"},
        "stdout": {"class": "logging.StreamHandler", "formatter": "bare", "stream": "ext://sys.stdout"},
    },
    "root": {"handlers": [], "level": "INFO"},
    "loggers": {
        "gunicorn.error": {
            "handlers": ["stderr"],
            "level": os.environ.get("WEB_LOG_LEVEL", "WARNING"),
            "propagate": False,
        },
        "gunicorn.access": {
            "handlers": ["stdout"] if _access_log else [],
            "level": "INFO" if _access_log else "CRITICAL",
            "propagate": False,
        },
    },
}
