"""Moving at the edges: several at once, hubs that don't exist yet, what a browser remembers."""

import threading

import pytest
from django.core.exceptions import ValidationError
from django.db import connections

from kim_sites.models import HostAlias, Kim, Region
from kim_sites.services.provisioning import ProvisioningError, provision_kim
from lifecycle.services import merging, moving
from tests.factories import kim_request, make_kim
from tests.lifecycle.test_moving import REASON, chair_of, curator

pytestmark = pytest.mark.django_db
VILLAGE = "62.02.05.1002"


def side_by_side(*works) -> list[str]:
    """What becomes of pieces of work that begin at the same moment: "done", or the kind of the refusal."""
    results, barrier = [], threading.Barrier(len(works))

    def run(work):
        barrier.wait()
        try:
            work()
            results.append("done")
        except Exception as error:
            results.append(type(error).__name__)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[work]) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(results)


@pytest.mark.parametrize("label", ["jabar", "bali"])
def test_the_address_of_a_hub_that_is_not_made_yet_is_kept_for_it(kim, label):
    with pytest.raises(ValidationError):
        moving.change_label(curator("62.02"), kim, label)
    with pytest.raises(ProvisioningError):
        make_kim(label, region_code=VILLAGE)


def test_a_browser_does_not_keep_the_redirect_for_good(kim, site_client):
    above = curator("62.02")
    moving.change_label(above, kim, "maju-bersama")
    answer = site_client("parenggean").get("/")
    assert answer.status_code == 301
    assert "no-cache" in answer.headers["Cache-Control"]


def test_several_changes_never_make_a_circle(kim, site_client):
    above = curator("62.02")
    for label in ("satu", "dua", "parenggean", "satu", "parenggean"):
        kim = moving.change_label(above, kim, label)
    assert site_client("parenggean").get("/").status_code == 200
    for old in ("satu", "dua"):
        assert site_client(old).get("/").headers["Location"] == "http://parenggean.localhost:8000/"
    assert HostAlias.objects.count() == 2


def test_a_chain_of_mergings_ends_at_the_one_that_goes_on(kim, site_client):
    above = curator("62.02")
    second, third = make_kim("kedua", region_code=VILLAGE), make_kim("ketiga", region_code="62.02.04.1001")
    merging.merge(above, kim, second, REASON)
    merging.merge(above, second, third, REASON)
    assert site_client(kim).get("/").headers["Location"] == second.url
    assert site_client(second).get("/").headers["Location"] == third.url
    with pytest.raises(ValidationError):
        merging.merge(above, third, Kim.objects.get(pk=kim.pk), REASON)
    assert site_client(third).get("/").status_code == 200


@pytest.mark.parametrize("path", ["", "berita/"])
def test_a_kept_page_is_not_shown_after_a_merging(kim, site_client, settings, django_capture_on_commit_callbacks, path):
    settings.PAGE_CACHE = True
    successor = make_kim("tetangga", region_code=VILLAGE)
    client = site_client(kim)
    for _time in range(2):
        assert client.get(f"/{path}").status_code == 200
    with django_capture_on_commit_callbacks(execute=True):
        merging.merge(curator("62.02"), kim, successor, REASON)
    answer = client.get(f"/{path}")
    assert answer.headers.get("Location") == successor.url if not path else successor.url in answer.content.decode()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_move_to_one_village_at_once_one_gets_it():
    both = [make_kim("satu", region_code="62.02.04.1001"), make_kim("dua", region_code="62.02.05")]
    above, place = curator("62.02"), Region.objects.get(code=VILLAGE)
    results = side_by_side(*[lambda kim=kim: moving.change_region(above, kim, place) for kim in both])
    assert results == ["ValidationError", "done"]
    assert Kim.objects.filter(region=place).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_a_move_and_a_new_kim_for_one_village_at_once_make_one():
    kim = make_kim("satu", region_code="62.02.04.1001")
    above, place = curator("62.02"), Region.objects.get(code=VILLAGE)
    request = kim_request("baru", region_code=VILLAGE, may_be_second=False)
    results = side_by_side(lambda: moving.change_region(above, kim, place), lambda: provision_kim(request))
    assert results in (["ValidationError", "done"], ["ProvisioningError", "done"])
    assert Kim.objects.filter(region=place).count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_of_two_who_want_one_domain_at_once_one_gets_it(monkeypatch):
    monkeypatch.setattr(moving, "check_points_here", lambda hostname: None)
    both = [make_kim("satu", region_code="62.02.04.1001"), make_kim("dua", region_code="61.01.01.2024")]
    pairs = [(chair_of(kim), kim) for kim in both]
    results = side_by_side(*[lambda pair=pair: moving.use_domain(*pair, "desaku.id") for pair in pairs])
    assert results == ["ValidationError", "done"]


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_that_are_merged_into_each_other_at_once_end_with_one_open():
    both = [make_kim("satu", region_code="62.02.04.1001"), make_kim("dua", region_code="62.02.05")]
    above = curator("62.02")
    results = side_by_side(
        lambda: merging.merge(above, both[0], both[1], REASON), lambda: merging.merge(above, both[1], both[0], REASON)
    )
    assert results == ["ValidationError", "done"]
    assert Kim.objects.filter(status=Kim.Status.ACTIVE).count() == 1
