"""The world is built once for each file of tests; every test gets a copy of it, inside a transaction of its own."""

import copy

import pytest
from django.core.cache import cache
from django.db import transaction

from tests.conftest import HostClient
from tests.isolation.world import make_world


@pytest.fixture(scope="module")
def _world_of_module(django_db_setup, django_db_blocker):
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        with django_db_blocker.block():
            yield world
        transaction.set_rollback(True)


@pytest.fixture
def world(_world_of_module, db):
    """A and B, as they were built, whatever other tests have done to them."""
    return copy.deepcopy(_world_of_module)


@pytest.fixture
def editor(world):
    """An editor of A, signed in to the admin."""
    client = HostClient("admin.localhost:8000")
    client.force_login(world.people["editor"])
    return client
