"""People of A ask for everything, with B's ids everywhere."""

import pytest

from tests.isolation.journey import prove_isolation

pytestmark = [pytest.mark.django_db, pytest.mark.crawl]


@pytest.mark.parametrize("role", ["contributor", "editor", "chair"])
def test_a_person_of_one_kim_sees_and_changes_nothing_of_another(world, role, capsys, is_postgres):
    # On PostgreSQL one of them asks about every kind of page; it takes a minute.
    prove_isolation(world, role, capsys, is_thorough=role == "editor" and is_postgres)
