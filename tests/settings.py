"""Settings of the test suite: nothing read from a `.env`, tasks run at once, files in a folder of their own."""

import os
import tempfile

for _name in ("CACHE_URL", "EMAIL_URL", "CONTENT_LANGUAGES", "MEDIA_ROOT", "MEDIA_URL", "PRIVATE_MEDIA_ROOT"):
    os.environ.pop(_name, None)
os.environ.update(
    ENV_FILE=os.devnull,
    DEBUG="false",
    SECRET_KEY="only-for-tests",
    BASE_DOMAIN="localhost:8000",
    ADMIN_HOST="admin.localhost:8000",
    PUBLIC_SCHEME="http",
    TASKS_BACKEND="django_tasks.backends.immediate.ImmediateBackend",
    LOG_LEVEL="WARNING",
    LOG_FORMAT="text",
    DATABASE_URL=os.environ.get("TEST_DATABASE_URL") or "sqlite:///:memory:",
    TWO_FACTOR_REQUIRED="false",
    PAGE_CACHE="false",
    VAR_DIR=tempfile.mkdtemp(prefix="kim-tests-"),
)

from cms.settings import *  # noqa: E402,F403  (the environment above has to be set first)
from cms.settings.base import STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True

# Tests write numbers of readers when they want to see them.
READER_COUNT_SECONDS = 0
