"""From an approval to an open site: all of it or nothing, once, and with a way in for the chair."""

import datetime
import re

import pytest
from django.core import mail
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, Page, Site

from home.models import HubPage
from kim_sites.models import Kim, KimRole, LegalPaper, Officer, User
from members.models import Invitation
from onboarding.models import Application
from onboarding.services import correcting, deciding, opening
from tests.conftest import HostClient
from tests.factories import make_kim, member
from tests.onboarding.factories import PASSWORD, curator, make_application
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db
State = Application.State
# Villages and districts of the small country below one regency and its neighbour.
PLACES = ("62.02.04", "62.02.04.1001", "62.02.05", "62.02.05.1002", "62.02.10", "62.13.01", "62.13.01.1012")


def kinds(application) -> list[str]:
    """The steps of the diary."""
    return list(application.steps.values_list("kind", flat=True))


def approved(office, **fields) -> Application:
    """An application that was approved while no worker was there."""
    now = timezone.now()
    return make_application(state=State.APPROVED, decided_by=office, decided_at=now, changed_at=now, **fields)


def test_an_approval_makes_the_site_with_everything_that_was_typed(site_client):
    office, application = curator("62.02"), make_application()
    deciding.approve(office, application)
    application.refresh_from_db()
    kim = application.kim
    assert (application.state, application.progress, application.failure) == (State.DONE, "", "")
    assert kinds(application) == ["submitted", "approved", "done"]
    assert kim.registration_number == f"001/KIM/62.02/{timezone.localdate():%Y}"
    assert (kim.name, kim.slug, kim.region_id) == (application.kim_name, application.label, "62.02.04.1001")
    paper = kim.legal_papers.get()
    assert (paper.number, paper.valid_until) == (application.paper_number, application.paper_valid_until)
    assert paper.scan.read() == application.scan.read()
    assert paper.scan.name != application.scan.name
    assert list(kim.officers.values_list("name", "position")) == [
        ("Siti Rahmah", "chair"), ("Budi Santoso", "secretary"), ("Rina Kasih", "treasurer"),
    ]  # fmt: skip
    assert site_client(kim).get("/").status_code == 200


def test_the_chair_gets_a_link_sets_a_password_and_lands_on_the_first_steps():
    office, application = curator("62.02"), make_application()
    deciding.approve(office, application)
    application.refresh_from_db()
    kim = application.kim
    to_chair = next(message for message in mail.outbox if message.to == [application.chair_email])
    secret = re.search(r"/admin/invitation/([^/]+)/", to_chair.body).group(1)
    visitor = HostClient("admin.localhost:8000")
    values = {"secret": secret, "name": "Siti Rahmah", "password": "sungai-kahayan-7", "again": "sungai-kahayan-7"}
    answer = visitor.post("/admin/invitation/", values)
    assert answer.status_code == 302
    sign_in = answer.headers["location"]
    assert f"next=/admin/first-steps/{kim.pk}/" in sign_in.replace("%2F", "/")
    signed_in = visitor.post(sign_in, {"username": application.chair_email, "password": "sungai-kahayan-7"})
    assert signed_in.headers["location"] == f"/admin/first-steps/{kim.pk}/"
    assert visitor.get(f"/admin/first-steps/{kim.pk}/").status_code == 200
    assert kim.roles.get(role="chair").group.user_set.get().email == application.chair_email
    to_contact = next(message for message in mail.outbox if message.to == [application.contact_email])
    assert kim.url in to_contact.body
    assert kim.registration_number in to_contact.body


def test_a_chair_with_an_account_is_told_to_sign_in_with_it(other_kim):
    office = curator("62.02")
    person = member(other_kim, "editor", "ketua.lama@example.id")
    application = make_application(chair_email="Ketua.Lama@example.id")
    deciding.approve(office, application)
    application.refresh_from_db()
    assert application.kim.roles.get(role="chair").group.user_set.get() == person
    assert not Invitation.objects.exists()
    (message,) = [message for message in mail.outbox if message.to == [person.email]]
    assert "/admin/first-steps/" in message.body
    assert person.check_password(PASSWORD)


def test_a_closed_account_is_not_opened_by_an_application():
    office = curator("62.02")
    User.objects.create_user("ditutup@example.id", PASSWORD, is_active=False)
    application = make_application(chair_email="ditutup@example.id")
    deciding.approve(office, application)
    application.refresh_from_db()
    assert application.state == State.DONE
    assert "ditutup@example.id" in application.steps.last().text
    assert not User.objects.get(email="ditutup@example.id").is_active
    assert "ditutup@example.id" not in [address for message in mail.outbox for address in message.to]


def test_without_an_address_of_the_chair_the_contact_is_the_chair():
    application = make_application(chair_email="")
    deciding.approve(curator("62.02"), application)
    assert Invitation.objects.get().email == application.contact_email


def test_running_twice_makes_one_site():
    application = approved(curator("62.02"))
    for _run in range(3):
        opening.open_site(application.pk)
    assert Kim.objects.count() == 1
    assert kinds(application) == ["submitted", "done"]
    assert Invitation.objects.count() == 1


def test_a_worker_killed_half_way_leaves_nothing_and_the_clock_takes_it_up(monkeypatch):
    class Killed(BaseException):
        """What a process sees when it is ended."""

    def die(*args):
        raise Killed

    application = approved(curator("62.02"))
    before = (Page.objects.count(), Site.objects.count(), Collection.objects.count(), User.objects.count())
    with monkeypatch.context() as patched:
        patched.setattr(opening.numbers, "next_number", die)
        with pytest.raises(Killed):
            opening.open_site(application.pk)
    assert not Kim.objects.exists()
    assert not LegalPaper.objects.exists()
    assert (Page.objects.count(), Site.objects.count(), Collection.objects.count(), User.objects.count()) == before
    application.refresh_from_db()
    assert application.state == State.APPROVED
    call_command("resume_onboarding", verbosity=0)
    assert not Kim.objects.exists()  # perhaps somebody is at it: patience first
    Application.objects.update(changed_at=timezone.now() - datetime.timedelta(minutes=3))
    call_command("resume_onboarding", verbosity=0)
    application.refresh_from_db()
    assert application.state == State.DONE
    assert Kim.objects.count() == 1


def test_what_fails_again_and_again_comes_back_to_the_office(monkeypatch):
    def fail(*args):
        raise RuntimeError("disk full")

    office = curator("62.02")
    application = approved(office)
    monkeypatch.setattr(opening.numbers, "next_number", fail)
    for _try in range(opening.MOST_TRIES):
        with pytest.raises(RuntimeError):
            opening.open_site(application.pk)
    application.refresh_from_db()
    assert (application.state, bool(application.failure)) == (State.SUBMITTED, True)
    assert kinds(application)[-1] == "stuck"
    assert not Kim.objects.exists()


def test_what_kills_its_worker_again_and_again_comes_back_to_the_office():
    application = approved(curator("62.02"), progress=f"try:{opening.MOST_TRIES}")
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert (application.state, application.progress, bool(application.failure)) == (State.SUBMITTED, "", True)
    assert not Kim.objects.exists()


def test_a_village_or_address_taken_meanwhile_is_told_corrected_and_approved_again(admin_client_for):
    office = curator("62.02", "kabupaten@example.id")
    application = approved(office, label="rebutan")
    make_kim("rebutan", region_code="62.02.05.1002", name="KIM Lebih Cepat")
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert "rebutan" in application.failure
    assert kinds(application) == ["submitted", "stuck"]
    assert [message.to for message in mail.outbox if "rebutan" in message.body] == [[office.email]]
    page = admin_client_for(office).get(f"/admin/applications/{application.pk}/").content.decode()
    assert application.failure.split("“")[0] in page
    correcting.correct(office, application, {"label": "rebutan-dua"})
    deciding.approve(office, application)
    application.refresh_from_db()
    assert (application.state, application.kim.slug, application.failure) == (State.DONE, "rebutan-dua", "")


def test_a_village_that_got_its_kim_meanwhile_keeps_one():
    application = approved(curator("62.02"))
    make_kim("cepat", region_code="62.02.04.1001", name="KIM Lebih Cepat")
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert "KIM Lebih Cepat" in application.failure
    assert Kim.objects.count() == 1
    assert not LegalPaper.objects.filter(number=application.paper_number).exists()


def test_the_same_kim_made_elsewhere_is_not_taken_for_this_application():
    application = approved(curator("62.02"), label="sama", kim_name="KIM Sama")
    make_kim("sama", region_code="62.02.04.1001", name="KIM Sama")
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert (application.state, application.kim) == (State.SUBMITTED, None)


def test_a_scan_that_has_gone_is_told():
    application = approved(curator("62.02"))
    application.scan.storage.delete(application.scan.name)
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert application.failure
    assert not Kim.objects.exists()


def test_an_inactive_region_is_told():
    application = approved(curator("62.02"))
    application.region.is_active = False
    application.region.save()
    opening.open_site(application.pk)
    application.refresh_from_db()
    assert (application.state, bool(application.failure)) == (State.SUBMITTED, True)


def test_the_progress_is_told_as_json(admin_client_for):
    office = curator("62.02")
    application = approved(office)
    address = f"/admin/applications/{application.pk}/progress/"
    client = admin_client_for(office)
    assert client.get(address).json()["done"] is False
    opening.open_site(application.pk)
    answer = client.get(address)
    assert (answer.json()["done"], answer.json()["state"]) == (True, "done")
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
class TestSideBySide:
    """Real threads, real transactions."""

    def test_ten_approvals_at_once_make_ten_sound_tenants(self):
        from kim_sites.models import Region

        office = curator("62")
        Region.objects.bulk_create(
            Region(code=f"62.02.10.20{n:02}", name=f"Desa {n}", level=4, kind="desa", parent_id="62.02.10")
            for n in range(3)
        )
        places = [*PLACES, "62.02.10.2000", "62.02.10.2001", "62.02.10.2002"]
        applications = [make_application(place) for place in places]
        results = at_once([lambda row=row: deciding.approve(office, row) for row in applications])
        assert [result for result in results if isinstance(result, Exception)] == []
        assert set(Application.objects.values_list("state", flat=True)) == {State.DONE}
        made = list(Kim.objects.select_related("site", "home_page", "collection"))
        assert len(made) == 10
        assert len({kim.registration_number for kim in made}) == 10
        assert not any(Page.find_problems())
        assert not any(Collection.find_problems())
        for hub in HubPage.objects.all():
            assert hub.numchild == hub.get_children().count()
        for kim in made:
            assert kim.site.root_page_id == kim.home_page_id
            assert kim.collection.numchild == 0
            assert set(kim.roles.values_list("role", flat=True)) == set(KimRole.Role.values)
            assert kim.home_page.get_children().count() == kim.home_page.numchild == 4
            assert (kim.legal_papers.count(), kim.officers.count()) == (1, 3)
            assert kim.roles.get(role="chair").group.user_set.count() == 1
        assert Site.objects.count() == 12  # nation and province have theirs
        assert Invitation.objects.count() == 10
        assert Officer.objects.count() == 30

    def test_the_task_runs_in_three_workers_at_once_and_makes_one_site(self):
        application = approved(curator("62.02"))
        at_once([lambda: opening.open_site(application.pk) for _worker in range(3)])
        assert Kim.objects.count() == 1
        assert kinds(application) == ["submitted", "done"]

    def test_two_applications_of_one_village_at_once_make_one_kim_and_one_sentence(self):
        office = curator("62.02")
        pair = [approved(office), approved(office)]
        at_once([lambda row=row: opening.open_site(row.pk) for row in pair])
        states = sorted(Application.objects.values_list("state", flat=True))
        assert states == [State.DONE, State.SUBMITTED]
        assert Kim.objects.count() == 1
        late = Application.objects.get(state=State.SUBMITTED)
        assert Kim.objects.get().name in late.failure
        assert kinds(late)[-1] == "stuck"
