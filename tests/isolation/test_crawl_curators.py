"""Curators above A, people without a role and strangers ask for everything, with B's ids everywhere."""

import pytest

from tests.isolation.journey import prove_isolation

pytestmark = [pytest.mark.django_db, pytest.mark.crawl]


@pytest.mark.parametrize("role", ["regency curator", "provincial curator", "nobody", "stranger"])
def test_somebody_outside_b_sees_and_changes_nothing_of_it(world, role, capsys):
    prove_isolation(world, role, capsys)
