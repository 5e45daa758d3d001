"""Shared by all tests: where browser and PostgreSQL tests may run, and a client that knows hosts."""

import os
import shutil
from contextlib import ExitStack

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.utils import translation
from pytest_django.plugin import blocking_manager_key

from kim_sites.services import places
from tests import factories, migrated

CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")


# Files here take minutes; begun first, none of them runs alone at the end while the other workers wait.
LONG = ("tests/isolation/", "tests/browser/", "tests/language/", "tests/flat/")


def pytest_collection_modifyitems(config, items):
    """Say aloud which tests can't run here and why (CI counts every skip as a failure), and put the longest first."""
    items.sort(key=lambda item: not item.nodeid.startswith(LONG))
    on_postgres = os.environ.get("TEST_DATABASE_URL", "").startswith("postgres")
    for item in items:
        if item.get_closest_marker("postgres") and not on_postgres:
            item.add_marker(pytest.mark.skip(reason="needs PostgreSQL: set TEST_DATABASE_URL=postgres://…"))
        if item.get_closest_marker("browser") and not CHROMIUM:
            item.add_marker(pytest.mark.skip(reason="needs Chromium: install it or set CHROMIUM to its path"))


@pytest.fixture(scope="session")
def _migrated_once():
    """On SQLite a database that was migrated before is copied; whoever comes first makes it."""
    with ExitStack() as until_set_up:
        if connection.vendor == "sqlite":
            until_set_up.enter_context(migrated.alone())
            until_set_up.enter_context(migrated.taken_from(migrated.path()))
        yield until_set_up


@pytest.fixture(scope="session")
def django_db_setup(_migrated_once, django_db_setup, django_db_blocker):
    """pytest-django's, with the result kept for the next one."""
    if connection.vendor == "sqlite" and not migrated.path().exists():
        with django_db_blocker.unblock():
            migrated.keep(migrated.path())
    _migrated_once.close()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item, nextitem):
    """Put back what migrations made (root page, permissions, …) after a test that emptied the whole database.

    Django does it only before the next such test; any other test may come first.
    """
    result = yield
    marker = item.get_closest_marker("django_db")
    if nextitem is not None and marker and marker.kwargs.get("transaction"):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
    return result


@pytest.fixture(autouse=True)
def _clean_cache():
    for name in ("default", "pages"):
        caches[name].clear()
    places._read_chain.cache_clear()


@pytest.fixture(autouse=True)
def _default_language():
    """A request leaves its language behind in the thread; the next test starts in that of the settings."""
    translation.deactivate()


class HostClient(Client):
    """A test client for one host name: `HostClient("parenggean.localhost:8000").get("/berita/")`."""

    def __init__(self, host: str, **kwargs):
        super().__init__(headers={"host": host}, **kwargs)


@pytest.fixture
def site_client():
    """Makes a client for a KIM, a hub page's label, or a whole host name."""

    def make(target) -> HostClient:
        if hasattr(target, "slug"):
            return HostClient(f"{target.slug}.localhost:8000")
        if not target:
            return HostClient("localhost:8000")
        return HostClient(target if "." in target else f"{target}.localhost:8000")

    return make


@pytest.fixture
def admin_client_for():
    """Makes a client on the admin's host, signed in as a user."""

    def make(user) -> HostClient:
        client = HostClient("admin.localhost:8000")
        client.force_login(user)
        return client

    return make


@pytest.fixture
def kim(db):
    """KIM Parenggean, active, with its starter pages."""
    return factories.make_kim("parenggean", name="KIM Parenggean")


@pytest.fixture
def other_kim(db):
    """A KIM of another province."""
    return factories.make_kim("sumber-harapan", name="KIM Sumber Harapan", region_code="61.01.01.2024")


@pytest.fixture
def is_postgres():
    """Whether this run is on PostgreSQL."""
    return connection.vendor == "postgresql"
