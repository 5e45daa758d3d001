"""Registration numbers by the pattern of a province."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse

from kim_sites.models import Kim, Region
from onboarding.models import NumberSeries, ProvinceRules
from onboarding.services import numbers
from onboarding.services.rules import rules_of, set_rules
from tests.factories import make_kim, make_regions
from tests.onboarding.factories import curator, operator
from tests.test_side_by_side import at_once

ON = datetime.date(2026, 3, 5)


def village(code: str = "62.02.04.1001") -> Region:
    """A village of the small country of the tests."""
    make_regions()
    return Region.objects.get(code=code)


@pytest.mark.django_db
def test_without_rules_each_regency_counts_for_itself_in_a_year():
    parenggean = village()
    taken = [numbers.next_number(parenggean, ON), numbers.next_number(parenggean, ON)]
    assert taken == ["001/KIM/62.02/2026", "002/KIM/62.02/2026"]
    assert numbers.next_number(village("62.13.01.1012"), ON) == "001/KIM/62.13/2026"
    assert numbers.next_number(parenggean, datetime.date(2027, 1, 1)) == "001/KIM/62.02/2027"


@pytest.mark.django_db
def test_the_province_sets_the_pattern_and_two_provinces_never_share_a_series():
    parenggean, sambas = village(), village("61.01.01.2024")
    for code in ("61", "62"):
        ProvinceRules.objects.create(region_id=code, number_pattern="KIM-{bulan}-{urut}")
    assert numbers.next_number(parenggean, ON) == "KIM-03-1"
    assert numbers.next_number(sambas, ON) == "KIM-03-1"
    assert NumberSeries.objects.count() == 2


@pytest.mark.django_db
def test_a_number_that_a_kim_of_the_province_has_already_is_passed_over():
    Kim.objects.filter(pk=make_kim("lama").pk).update(registration_number="001/KIM/62.02/2026")
    assert numbers.next_number(village(), ON) == "002/KIM/62.02/2026"


@pytest.mark.parametrize(
    "pattern",
    ["", "KIM/{tahun}", "{urut}/{nomor}", "{urut:0}", "{urut:7}", "{urut:x}", "{urut", "urut}", "{urut}{", "{kode:3}{urut}",
     "{}{urut}", "x" * 60 + "{urut}", "{urut}" + "{kode_desa}" * 4 + "12345678"],
)  # fmt: skip
def test_a_pattern_that_can_not_be_is_refused_with_a_sentence(pattern):
    with pytest.raises(ValidationError) as refused:
        numbers.check_pattern(pattern)
    assert len(refused.value.messages[0]) > 20
    assert numbers.example(pattern) == ""


@pytest.mark.parametrize("pattern", ["{urut}", "{urut:3}/KIM/{kode}/{tahun}", "{kode_desa}-{urut:6}", "{urut}{bulan}"])
def test_a_sound_pattern_has_an_example(pattern):
    assert "7" in numbers.example(pattern)


@pytest.mark.django_db
def test_rules_are_set_by_the_province_and_operators_only(admin_client_for):
    province = village().__class__.objects.get(code="62")
    above, below, elsewhere = curator("62"), curator("62.02"), curator("61")
    for stranger in (below, elsewhere):
        with pytest.raises(PermissionDenied):
            set_rules(stranger, province, "{urut}", 7)
    address = reverse("kim_applications:rules_of", args=["62"])
    data = {"number_pattern": "{urut:4}/{kode}", "silent_days": "7"}
    for stranger in (below, elsewhere):
        assert admin_client_for(stranger).post(address, data).status_code == 404
    assert admin_client_for(below).get(reverse("kim_applications:rules")).status_code == 404
    assert not ProvinceRules.objects.exists()
    client = admin_client_for(above)
    assert client.get(reverse("kim_applications:rules")).headers["location"] == address
    assert "007/KIM/62.02/" in client.get(address).content.decode()
    assert client.post(address, data).status_code == 302
    assert (rules_of("62.02.04").number_pattern, rules_of("62").silent_days) == ("{urut:4}/{kode}", 7)
    assert admin_client_for(operator()).get(address).status_code == 200
    assert client.post(address, {"number_pattern": "{nomor}", "silent_days": "0"}).status_code == 200
    assert rules_of("62").number_pattern == "{urut:4}/{kode}"


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
def test_ten_at_once_get_ten_different_numbers_without_a_gap():
    region = village()
    taken = at_once([lambda: numbers.next_number(region, ON) for _number in range(10)])
    assert sorted(taken) == [f"{number:03}/KIM/62.02/2026" for number in range(1, 11)]
