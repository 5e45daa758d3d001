"""The queue of an office, and what is seen on the screen of one application."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from onboarding.admin.queue import count_waiting
from onboarding.models import Application, ProvinceRules
from onboarding.services import looking
from tests.factories import make_kim
from tests.onboarding.factories import curator, make_application, operator

pytestmark = pytest.mark.django_db
State = Application.State
QUEUE = "/admin/applications/"


def shown(client, **query) -> list[Application]:
    """The applications on the queue."""
    return [row.application for row in client.get(QUEUE, query).context["rows"]]


def test_each_office_sees_its_own_and_who_waits_longest_stands_first(admin_client_for):
    young, old = make_application(days=1), make_application("62.02.05.1002", days=9)
    east, west = make_application("62.13.01.1012", days=3), make_application("61.01.01.2024", days=4)
    assert shown(admin_client_for(curator("62.02"))) == [old, young]
    assert shown(admin_client_for(curator("62.13"))) == [east]
    assert shown(admin_client_for(curator("62"))) == [old, east, young]
    assert shown(admin_client_for(curator("00"))) == [old, west, east, young]
    assert shown(admin_client_for(operator())) == [old, west, east, young]


def test_the_filter_knows_states_and_the_search_names_and_numbers(admin_client_for):
    client = admin_client_for(curator("62.02"))
    waiting = make_application(kim_name="KIM Bakti")
    asked = make_application(kim_name="KIM Suka Maju", state=State.QUESTION)
    make_application(state=State.DRAFT)
    assert shown(client) == [waiting]
    assert shown(client, state="question") == [asked]
    assert shown(client, state="all") == [asked, waiting]
    assert shown(client, state="draft") == [waiting]  # no choice of the filter
    assert shown(client, q="maju") == [asked]
    assert shown(client, q=waiting.number) == [waiting]
    assert shown(client, q="Parenggean", state="question") == [asked]
    assert shown(client, q="tidak ada") == []


def test_who_stands_above_finds_what_a_regency_leaves_lying(admin_client_for):
    make_application(days=13)
    old, east = make_application("62.02.05.1002", days=15), make_application("62.13.01.1012", days=20)
    west = make_application("61.01.01.2024", days=4)
    client = admin_client_for(curator("62"))
    assert shown(client, state="silent") == [east, old]
    assert 'value="silent" selected' in client.get(QUEUE, {"state": "silent"}).content.decode()
    ProvinceRules.objects.create(region_id="61", silent_days=3)
    assert shown(admin_client_for(curator("00")), state="silent") == [east, old, west]
    ProvinceRules.objects.create(region_id="62", silent_days=16)
    assert shown(client, state="silent") == [east]
    # For the regency itself it is no choice.
    assert len(shown(admin_client_for(curator("62.02")), state="silent")) == 2


def test_the_menu_tells_how_many_wait(admin_client_for):
    office = curator("62.02")
    assert count_waiting(office) == 0
    for _number in range(2):
        make_application()
    make_application("62.13.01.1012")
    assert count_waiting(office) == 2
    assert "(2)" in admin_client_for(office).get("/admin/").content.decode()


def test_what_is_missing_or_odd_is_said_but_nothing_is_refused(settings):
    sound = make_application()
    assert looking.oddities(sound, 3) == []
    odd = make_application(paper_valid_until=None, scan="", officers=())
    assert len(looking.oddities(odd, 0)) == 3
    settings.KIM_MOST_MEMBERS = 2
    assert len(looking.oddities(sound, 3)) == 1
    assert looking.count_members([sound, odd]) == {sound.pk: 3}


def test_possible_duplicates_are_found_with_their_reasons():
    mine = make_application(
        kim_name="KIM Suka Maju", paper_number="141/9/2025", contact_phone="+628111", chair_email="ketua@example.id"
    )
    village = make_application(kim_name="Lain Sama Sekali")
    name = make_application("62.02.04", kim_name="Kelompok Informasi Masyarakat Suka-Maju")
    paper = make_application("62.02.05.1002", paper_number="141 / 9 / 2025")
    person = make_application("62.02.05.1002", contact_email="KETUA@example.id", contact_phone="+628111")
    make_application("62.02.05.1002")  # nothing in common
    make_application(state=State.REFUSED)
    make_application("62.13.01.1012", paper_number="141/9/2025")  # another regency's business
    registered = make_kim("lama", region_code="62.02.04", name="KIM Sukamaju")
    found = looking.lookalikes(mine)
    by_application = {item.application.pk: len(item.reasons) for item in found if item.application}
    assert by_application == {village.pk: 1, name.pk: 1, paper.pk: 1, person.pk: 2}
    assert [item.kim for item in found if item.kim] == [registered]


def test_the_scan_is_shown_page_by_page_and_kept_nowhere(admin_client_for):
    application = make_application()
    client = admin_client_for(curator("62.02"))
    page = client.get(reverse("kim_applications:detail", args=[application.pk])).content.decode()
    address = reverse("kim_applications:scan", args=[application.pk, 1])
    assert address in page
    picture = client.get(address)
    assert (picture.status_code, picture.headers["content-type"]) == (200, "image/jpeg")
    assert "no-store" in picture.headers["cache-control"]
    assert client.get(reverse("kim_applications:scan", args=[application.pk, 2])).status_code == 404
    paper = client.get(reverse("kim_applications:paper", args=[application.pk]))
    assert paper.headers["content-disposition"].startswith("attachment")
    assert "no-store" in paper.headers["cache-control"]
    without = make_application(scan="")
    assert client.get(reverse("kim_applications:paper", args=[without.pk])).status_code == 404
    assert client.get(reverse("kim_applications:scan", args=[without.pk, 1])).status_code == 404
    assert client.get(reverse("kim_applications:detail", args=[without.pk])).status_code == 200


def test_the_queue_costs_the_same_for_few_and_for_many(admin_client_for):
    office = curator("62")
    client = admin_client_for(office)
    make_application()
    client.get(QUEUE)

    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert client.get(QUEUE).status_code == 200
        return len(queries)

    few = cost()
    for _number in range(12):
        make_application("62.02.05.1002")
        make_application("62.13.01.1012")
    assert cost() == few
