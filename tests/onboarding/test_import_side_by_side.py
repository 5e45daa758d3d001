"""Two imports of the same rows at once, with real threads and transactions."""

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Collection, Page

from kim_sites.models import Kim, User
from onboarding.models import ImportJob
from onboarding.services import import_work, imports
from tests.factories import make_regions
from tests.onboarding.sheets import make_villages, nation, record, rows_of, xlsx
from tests.test_side_by_side import at_once

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.postgres]
ROWS = 5


@pytest.fixture
def jobs():
    """Two checked imports of the same file that wait for a worker."""
    make_regions()
    make_villages(ROWS)
    operator = User.objects.create_superuser("operator@example.id")
    content = xlsx(rows_of([record(number) for number in range(1, ROWS + 1)]))
    made = [imports.start(operator, nation(), ContentFile(content), "kim.xlsx") for _time in range(2)]
    ImportJob.objects.update(state=ImportJob.State.RUNNING, carried_out_by=operator)
    return made


def test_two_imports_of_the_same_rows_make_each_kim_once(jobs):
    results = at_once([lambda job=job: import_work.work(job.pk) for job in jobs])

    assert results == [False, False]
    assert Kim.objects.count() == ROWS
    states = [list(job.rows.values_list("state", flat=True)) for job in jobs]
    assert {frozenset(pair) for pair in zip(*states, strict=True)} == {frozenset({"made", "there"})}
    assert set(ImportJob.objects.values_list("state", flat=True)) == {"done"}
    assert Page.find_problems() == ([], [], [], [], [])
    assert Collection.find_problems() == ([], [], [], [], [])


def test_two_workers_on_one_import_do_not_stand_in_each_others_way(jobs):
    job = jobs[0]
    at_once([lambda: import_work.work(job.pk) for _worker in range(4)])
    assert list(job.rows.values_list("state", flat=True)) == ["made"] * ROWS
    assert Kim.objects.count() == ROWS
