"""Two at once is normal: proven on PostgreSQL with real threads and real transactions."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connections
from wagtail.models import Collection, Page

from home.models import FeedEntry, HubPage
from home.services.feed import rebuild_feed
from kim_sites.models import Kim, NewsPage
from kim_sites.services.provisioning import ProvisioningError, provision_kim, resume_kim, suspend_kim
from tests.factories import kim_request, make_kim, make_news, make_regions

pytestmark = [pytest.mark.django_db(transaction=True, serialized_rollback=True), pytest.mark.postgres]


def at_once(calls):
    """Run the calls in as many threads and return their results, exceptions included."""

    def run(call):
        try:
            return call()
        except Exception as error:
            return error
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_twenty_calls_at_once_under_one_regency_all_succeed_and_leave_a_sound_tree():
    make_regions()
    requests = [kim_request(f"serentak-{number}") for number in range(20)]

    results = at_once([lambda request=request: provision_kim(request) for request in requests])

    assert [type(result).__name__ for result in results] == ["Provisioned"] * 20
    assert Kim.objects.count() == 20
    assert HubPage.objects.count() == 3  # nation, province and regency: each was made once
    hub = HubPage.objects.get(region_id="62.02")
    assert hub.numchild == hub.get_children().count() == 20
    assert Page.find_problems() == ([], [], [], [], [])
    assert Collection.find_problems() == ([], [], [], [], [])


def test_the_same_request_at_once_makes_one_tenant():
    make_regions()
    results = at_once([lambda: provision_kim(kim_request("kembar")) for _number in range(6)])

    assert [result.kim.slug for result in results] == ["kembar"] * 6
    assert sum(result.created for result in results) == 1
    assert Kim.objects.count() == 1


def test_one_address_wanted_by_two_kim_at_once_goes_to_one_and_the_other_is_told():
    make_regions()
    results = at_once(
        [lambda name=name: provision_kim(kim_request("rebutan", name=name)) for name in ("KIM Satu", "KIM Dua")]
    )

    refused = [result for result in results if isinstance(result, ProvisioningError)]
    assert len(refused) == 1
    assert "rebutan" in str(refused[0])
    assert Kim.objects.count() == 1


def test_provinces_at_once_do_not_block_each_other_for_good():
    make_regions()
    codes = ["62.02.04", "61.01.01.2024", "62.13.01.1012", "62.02.05.1002"] * 2
    results = at_once(
        [
            lambda code=code, number=number: provision_kim(kim_request(f"campur-{number}", region_code=code))
            for number, code in enumerate(codes)
        ]
    )

    assert all(not isinstance(result, Exception) for result in results), results
    assert Page.find_problems() == ([], [], [], [], [])


def test_publishing_and_suspending_at_once_leaves_no_drift():
    kim = make_kim("bolak-balik")
    pages = [make_news(kim, title=f"Kabar {number}") for number in range(4)]

    def publish(page):
        fresh = NewsPage.objects.get(pk=page.pk)
        fresh.title += " baru"
        fresh.save_revision().publish()

    calls = [lambda page=page: publish(page) for page in pages]
    results = at_once([*calls, lambda: suspend_kim(kim), lambda: resume_kim(kim), lambda: suspend_kim(kim)])

    assert all(not isinstance(result, Exception) for result in results), results
    assert not rebuild_feed(check_only=True)
    resume_kim(kim)
    assert FeedEntry.objects.filter(kim=kim, kind="news").count() == 4
