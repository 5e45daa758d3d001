"""The world is built and measured once: with three tenants, and with thirteen."""

import copy

import pytest
from django.core.cache import cache
from django.db import transaction

from kim_sites.admin import choosers, forms, redirects, wide_collections
from tests.flat.screens import measure
from tests.flat.world import add_tenants, make_world

FEW = 2  # what a select may list here, so that three tenants are many already


@pytest.fixture(scope="module")
def _patched():
    with pytest.MonkeyPatch.context() as patch:
        for module in (choosers, forms, redirects, wide_collections):
            patch.setattr(module, "MOST_IN_SELECT", FEW)
        yield


@pytest.fixture(scope="module")
def _world(django_db_setup, django_db_blocker, _patched):
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        world = make_world()
        with django_db_blocker.block():
            yield world
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def costs(_world, django_db_blocker):
    """What each screen costs each person, with few tenants and with many."""
    with django_db_blocker.unblock():
        few = measure(_world, is_first=True)
        add_tenants(10)
        return few, measure(_world, is_first=False)


@pytest.fixture
def world(_world, db):
    """The world, to be changed."""
    return copy.copy(_world)
