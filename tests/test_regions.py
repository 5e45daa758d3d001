"""The official regions, all of them."""

import pytest
from django.core.management import call_command
from django.db import models

from kim_sites.models import Region
from kim_sites.services import regions
from tests.factories import make_regions

pytestmark = pytest.mark.django_db


def test_every_region_of_indonesia_is_loaded_and_a_second_run_changes_nothing(capsys):
    call_command("load_regions")
    levels = Region.objects.order_by().values_list("level").annotate(count=models.Count("pk"))
    assert dict(levels) == {0: 1, 1: 38, 2: 514, 3: 7_285, 4: 83_762}
    assert not Region.objects.exclude(level=0).filter(parent=None).exists()
    tamiang_layang = Region.objects.get(code="62.13.01.1012")
    assert (tamiang_layang.name, tamiang_layang.kind) == ("Tamiang Layang", "kelurahan")
    assert Region.objects.filter(parent_id="62.02").count() == 17

    again = regions.load_regions()
    assert (again.created, again.changed, again.deactivated) == (0, 0, 0)
    assert "83,762" in capsys.readouterr().out


def test_a_code_that_vanishes_becomes_inactive_and_a_changed_name_is_taken_over(monkeypatch):
    make_regions()
    gone, renamed = "62.02.04.1001", "62.02.05"
    Region.objects.filter(code=renamed).update(name="Nama lama")
    real = regions.official_regions
    kept = set(Region.objects.values_list("code", flat=True)) - {gone}
    monkeypatch.setattr(regions, "official_regions", lambda level: [r for r in real(level) if r.code in kept])

    report = regions.load_regions()

    assert report.deactivated == 1
    assert not Region.objects.get(code=gone).is_active
    assert Region.objects.get(code=renamed).name == "Baamang"
    with pytest.raises(ValueError, match="Parenggean"):
        regions.get_region(gone)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("62.02.04.1001", ["00", "62", "62.02", "62.02.04", "62.02.04.1001"]), ("62", ["00", "62"]), ("00", ["00"])],
)
def test_a_region_knows_what_it_is_part_of(code, expected):
    make_regions()
    assert Region.objects.get(code=code).ancestor_codes == expected


def test_without_regions_the_answer_says_what_to_run():
    with pytest.raises(ValueError, match="load_regions"):
        regions.get_region("62")
