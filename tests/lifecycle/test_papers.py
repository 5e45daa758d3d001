"""Legal papers of a KIM: their states, renewing, correcting, deciding, and who may."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from kim_sites.models import Kim, LegalPaper, User
from kim_sites.services.papers import current_paper, state_of, states_of
from kim_sites.services.provisioning import DecreeData, suspend_kim
from kim_sites.services.scans import clean_scan
from lifecycle.services import papers
from tests import factories
from tests.lifecycle.paper_helpers import curator_of, data, ends_in, form, in_days, pdf, photo

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(kim):
    return factories.member(kim, "chair", "ketua.baru@example.id")


@pytest.fixture
def client(admin_client_for, chair):
    return admin_client_for(chair)


def address(name, kim, *args):
    return reverse(f"kim_papers:{name}", args=[kim.pk, *args])


class TestStates:
    """In words: valid, ends soon, ended, no end."""

    @pytest.mark.parametrize(
        ("days", "kind"),
        [(None, "no_end"), (400, "valid"), (91, "valid"), (90, "expiring"), (0, "expiring"), (-1, "expired"),
         (-180, "expired"), (-181, "decide")],
    )  # fmt: skip
    def test_it_depends_on_the_days_that_are_left(self, kim, days, kind):
        assert state_of(ends_in(kim, days)).kind == kind

    def test_time_that_was_given_puts_the_decision_off(self, kim):
        paper = ends_in(kim, -300)
        assert state_of(paper).kind == "decide"
        paper.tolerated_until = in_days(0)
        assert state_of(paper).kind == "expired"
        paper.tolerated_until = in_days(-1)
        assert state_of(paper).kind == "decide"

    def test_the_time_before_a_decision_is_a_setting(self, kim, settings):
        settings.PAPER_GRACE_DAYS = 10
        assert state_of(ends_in(kim, -10)).kind == "expired"
        assert state_of(ends_in(kim, -11)).kind == "decide"

    def test_a_kim_without_paper_says_so(self, kim):
        kim.legal_papers.all().delete()
        assert states_of([kim])[kim.pk].kind == "missing"


class TestRenewal:
    """The chair adds a new decree."""

    def test_a_later_one_becomes_the_current_one_and_the_former_stays(self, kim, chair):
        former = current_paper(kim)
        added = papers.add_paper(chair, kim, data(valid_until=in_days(700)))
        assert current_paper(kim) == added
        assert former in kim.legal_papers.all()
        assert added.added_by == chair

    def test_an_earlier_one_is_history_at_once(self, kim, chair):
        former = current_paper(kim)
        papers.add_paper(chair, kim, data(issued_on=datetime.date(2020, 1, 1)))
        assert current_paper(kim) == former

    def test_a_photo_by_phone_is_stored_small_and_private(self, kim, client):
        assert client.post(address("add", kim), form()).status_code == 302
        paper = kim.legal_papers.get(number="141/9/2026")
        assert paper.scan.name.startswith("legal-papers/")
        assert paper.scan.name.endswith(".jpg")
        assert "media" not in paper.scan.storage.location.split("/")[-1]
        assert state_of(paper).kind == "valid"

    def test_it_is_written_down_who_added_it(self, kim, client, chair):
        client.post(address("add", kim), form())
        entry = AuditEntry.objects.get(action="paper_changed")
        assert (entry.actor, entry.kim, entry.target) == (chair, kim, "141/9/2026")

    @pytest.mark.parametrize(
        ("field", "changes"),
        [
            ("number", {"number": "  "}),
            ("number", {"number": "141/7/2025"}),  # the KIM has it already
            ("number", {"number": "1" * 121}),
            ("signer", {"signer": ""}),
            ("office", {"office": "presiden"}),
            ("issued_on", {"issued_on": "2999-01-01"}),
            ("issued_on", {"issued_on": "0202-01-01"}),
            ("issued_on", {"issued_on": "kemarin"}),
            ("valid_until", {"valid_until": "2001-01-01"}),
            ("valid_until", {"valid_until": "9999-01-01"}),
            ("scan", {"scan": None}),
            ("scan", {"scan": SimpleUploadedFile("sk.pdf", b"MZ this is no pdf", "application/pdf")}),
            ("scan", {"scan": SimpleUploadedFile("sk.jpg", b"", "image/jpeg")}),
            ("scan", {"scan": SimpleUploadedFile("sk.pdf", b"%PDF-1.7 broken", "application/pdf")}),
        ],
    )
    def test_what_can_not_be_is_refused_beside_its_field(self, kim, client, field, changes):
        response = client.post(address("add", kim), form(**changes))
        assert response.status_code == 200
        assert response.context["form"].errors[field]
        assert kim.legal_papers.count() == 1

    def test_an_archived_kim_can_only_be_read(self, kim, chair):
        Kim.objects.update(status="archived")
        with pytest.raises(ValidationError):
            papers.add_paper(chair, kim, data())

    def test_a_suspended_kim_can_renew(self, kim, chair):
        suspend_kim(kim, "SK habis")
        assert papers.add_paper(chair, kim, data())


class TestCorrection:
    """A slip of the pen."""

    def test_it_keeps_what_stood_there_before(self, kim, client):
        paper = current_paper(kim)
        values = form("141/8/2025", scan=None, signer="Ardi Wijaja")
        assert client.post(address("change", kim, paper.pk), values).status_code == 302
        paper.refresh_from_db()
        assert (paper.number, paper.signer) == ("141/8/2025", "Ardi Wijaja")
        fields = AuditEntry.objects.get(action="paper_changed").data["fields"]
        assert fields["number"] == ["141/7/2025", "141/8/2025"]
        assert "141/7/2025" in client.get(address("paper", kim, paper.pk)).content.decode()

    def test_another_end_lets_notices_go_out_anew(self, kim, chair):
        paper = ends_in(kim, 20)
        paper.tolerated_until = in_days(50)
        paper.save()
        paper.notices.create(days=30)
        papers.change_paper(chair, kim, paper, data(valid_until=in_days(25)))
        paper.refresh_from_db()
        assert not paper.notices.exists()
        assert paper.tolerated_until is None

    def test_a_better_scan_takes_the_place_of_the_former(self, kim, chair, django_capture_on_commit_callbacks):
        paper = papers.add_paper(chair, kim, data(), clean_scan(photo()))
        former = paper.scan.name
        with django_capture_on_commit_callbacks(execute=True):
            paper = papers.change_paper(chair, kim, paper, data(), clean_scan(pdf()))
        assert paper.scan.name != former
        assert not paper.scan.storage.exists(former)
        assert paper.scan.storage.exists(paper.scan.name)

    def test_nothing_changed_is_nothing_written(self, kim, chair):
        paper = papers.add_paper(chair, kim, data())
        papers.change_paper(chair, kim, paper, data())
        assert AuditEntry.objects.filter(action="paper_changed").count() == 1


class TestRemoval:
    """Only what was just added by mistake."""

    def test_a_fresh_one_goes(self, kim, client, chair):
        paper = papers.add_paper(chair, kim, data())
        assert client.get(address("remove", kim, paper.pk)).status_code == 200
        assert client.post(address("remove", kim, paper.pk)).status_code == 302
        assert not LegalPaper.objects.filter(pk=paper.pk).exists()

    def test_an_old_one_stays(self, kim, client, chair):
        paper = papers.add_paper(chair, kim, data())
        LegalPaper.objects.filter(pk=paper.pk).update(added_at=timezone.now() - datetime.timedelta(days=2))
        assert client.post(address("remove", kim, paper.pk)).status_code == 404
        assert LegalPaper.objects.filter(pk=paper.pk).exists()

    def test_the_only_one_stays(self, kim, chair):
        paper = current_paper(kim)
        LegalPaper.objects.update(added_by=chair, added_at=timezone.now())
        with pytest.raises(ValidationError):
            papers.remove_paper(chair, kim, LegalPaper.objects.get(pk=paper.pk))


class TestScan:
    """Page by page, for those who may see it."""

    @pytest.fixture
    def paper(self, kim, chair):
        return papers.add_paper(chair, kim, data(), clean_scan(pdf(2)))

    def test_each_page_is_a_picture_that_no_cache_keeps(self, kim, client, paper):
        page = client.get(address("paper", kim, paper.pk)).content.decode()
        for number in (1, 2):
            sheet = address("sheet", kim, paper.pk, number)
            assert sheet in page
            response = client.get(sheet)
            assert response.headers["content-type"] == "image/jpeg"
            assert "no-store" in response.headers["cache-control"]
            assert "private" in response.headers["cache-control"]
            assert response.content.startswith(b"\xff\xd8")
        assert client.get(address("sheet", kim, paper.pk, 3)).status_code == 404

    def test_a_broken_file_is_a_404_and_does_not_spoil_the_screen(self, kim, client, paper):
        paper.scan.storage.delete(paper.scan.name)
        assert client.get(address("sheet", kim, paper.pk, 1)).status_code == 404
        assert client.get(address("paper", kim, paper.pk)).status_code == 200


class TestWhoMay:
    """The chair, curators of hubs above, operators; for others a KIM's papers don't exist."""

    def test_curators_above_and_operators_do_the_same(self, kim, admin_client_for):
        operator = User.objects.create_superuser("operator@example.id", "x")
        for number, user in enumerate((curator_of("62.02"), curator_of("62"), operator)):
            client = admin_client_for(user)
            assert client.get(address("list", kim)).status_code == 200
            assert client.post(address("add", kim), form(f"12/{number}/2026")).status_code == 302
        assert kim.legal_papers.count() == 4

    def test_nobody_else_sees_or_changes_anything(self, kim, other_kim, admin_client_for):
        paper = ends_in(kim, -300)
        strangers = [
            factories.member(kim, "editor"),
            factories.member(kim, "contributor"),
            factories.member(other_kim, "chair"),
            curator_of("61"),
            curator_of("62.13"),
        ]
        for user in strangers:
            client = admin_client_for(user)
            for name in ("list", "add", "officers", "tolerate", "suspend"):
                assert client.get(address(name, kim)).status_code == 404, name
                assert client.post(address(name, kim), form()).status_code == 404, name
            for name, args in (("paper", ()), ("change", ()), ("remove", ()), ("sheet", (1,))):
                assert client.get(address(name, kim, paper.pk, *args)).status_code == 404, name
            with pytest.raises(PermissionDenied):
                papers.add_paper(user, kim, data())
            with pytest.raises(PermissionDenied):
                papers.tolerate(user, kim, in_days(30), "karena")
        assert kim.legal_papers.count() == 1

    def test_a_paper_is_not_reached_through_another_kim(self, kim, other_kim, client, chair):
        foreign = current_paper(other_kim)
        assert client.get(address("paper", kim, foreign.pk)).status_code == 404
        assert client.post(address("change", kim, foreign.pk), form()).status_code == 404
        with pytest.raises(PermissionDenied):
            papers.change_paper(chair, kim, foreign, data())

    def test_an_editor_reads_the_state_on_the_dashboard_and_no_more(self, kim, admin_client_for):
        ends_in(kim, 5)
        page = admin_client_for(factories.member(kim, "editor")).get("/admin/").content.decode()
        assert "kim-warning" in page
        assert address("list", kim) not in page

    def test_the_chair_gets_there_from_the_dashboard(self, kim, client):
        assert address("list", kim) in client.get("/admin/").content.decode()

    def test_the_chair_of_one_kim_goes_straight_to_it(self, kim, client):
        assert client.get(reverse("kim_papers:index")).headers["location"] == address("list", kim)


class TestDecision:
    """The paper has ended: curators decide, nothing happens by itself."""

    @pytest.fixture
    def curator(self, kim):
        return curator_of("62.02")

    def test_more_time_is_kept_with_its_reason_and_the_chair_is_told(self, kim, chair, curator, admin_client_for):
        paper = ends_in(kim, -300)
        values = {"until": in_days(60).isoformat(), "reason": "Lurah baru dilantik"}
        assert admin_client_for(curator).post(address("tolerate", kim), values).status_code == 302
        paper.refresh_from_db()
        assert paper.tolerated_until == in_days(60)
        assert AuditEntry.objects.get(action="paper_changed").data["reason"] == "Lurah baru dilantik"
        told = [message for message in mail.outbox if message.to == [chair.email]]
        assert len(told) == 1
        assert "Lurah baru dilantik" in told[0].body

    def test_suspending_closes_the_site_and_tells_the_chair(self, kim, chair, curator, admin_client_for):
        ends_in(kim, -300)
        client = admin_client_for(curator)
        for _click in range(2):
            assert client.post(address("suspend", kim), {"reason": "SK habis"}).status_code == 302
        kim.refresh_from_db()
        assert (kim.status, kim.status_reason) == ("suspended", "SK habis")
        assert AuditEntry.objects.filter(action="suspended", kim=kim).count() == 1
        assert len([message for message in mail.outbox if message.to == [chair.email]]) == 1

    @pytest.mark.parametrize("changes", [{"until": 0}, {"until": 400}, {"reason": " "}, {"reason": "x" * 301}])
    def test_a_day_that_passed_or_is_far_off_and_no_reason_are_refused(self, kim, curator, admin_client_for, changes):
        ends_in(kim, -1)
        values = {"until": 30, "reason": "karena"} | changes
        values["until"] = in_days(values["until"]).isoformat()
        response = admin_client_for(curator).post(address("tolerate", kim), values)
        assert response.context["form"].errors
        assert current_paper(kim).tolerated_until is None

    def test_a_valid_paper_leaves_nothing_to_decide(self, kim, curator):
        ends_in(kim, 3)
        with pytest.raises(ValidationError):
            papers.suspend(curator, kim, "karena")
        kim.refresh_from_db()
        assert kim.is_visible

    def test_the_chair_decides_nothing(self, kim, chair, client):
        ends_in(kim, -300)
        assert client.post(address("suspend", kim), {"reason": "x"}).status_code == 404
        with pytest.raises(PermissionDenied):
            papers.tolerate(chair, kim, in_days(30), "karena")


class TestWatchList:
    """What ends or has ended below the curator's hub."""

    def listed(self, client, query=""):
        return [paper.kim.slug for paper, _state in client.get(reverse("kim_papers:expired") + query).context["rows"]]

    @pytest.fixture
    def ending(self, kim, other_kim):
        """KIM by their state, all but one below Kotawaringin Timur."""
        for slug, days in (("segera", 30), ("habis", -3), ("putuskan", -300), ("berlaku", 300), ("arsip", -3)):
            ends_in(factories.make_kim(slug), days)
        Kim.objects.filter(slug="arsip").update(status="archived")
        ends_in(other_kim, -300)

    def test_it_names_those_below_the_own_hub_the_oldest_end_first(self, ending, admin_client_for):
        client = admin_client_for(curator_of("62.02"))
        assert self.listed(client) == ["putuskan", "habis", "segera"]
        assert self.listed(client, "?state=decide") == ["putuskan"]
        assert self.listed(client, "?state=expired") == ["habis"]
        assert self.listed(client, "?state=expiring") == ["segera"]
        assert self.listed(client, "?q=habis") == ["habis"]
        assert self.listed(client, "?state=apa%00pun") == ["putuskan", "habis", "segera"]

    def test_a_renewed_paper_is_gone_from_it(self, kim, chair, admin_client_for):
        ends_in(kim, -3)
        papers.add_paper(chair, kim, data())
        assert self.listed(admin_client_for(curator_of("62.02"))) == []

    def test_it_is_not_there_for_a_chair(self, kim, client):
        assert client.get(reverse("kim_papers:expired")).status_code == 404

    def test_its_cost_does_not_grow(self, ending, admin_client_for):
        client = admin_client_for(curator_of("62.02"))

        def queries(name):
            client.get(reverse(name))
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse(name))
            return len(captured)

        few = [queries("kim_papers:expired"), queries("kim_papers:index")]
        for number in range(4):
            ends_in(factories.make_kim(f"lain-{number}"), -3)
        assert [queries("kim_papers:expired"), queries("kim_papers:index")] == few


def test_the_limits_of_members_warn_and_block_nothing(kim, client, settings, admin_client_for):
    settings.KIM_FEWEST_MEMBERS = 5
    response = client.get(address("list", kim))
    assert len(response.context["roster_warnings"]) >= 1
    settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS = 0, 0
    assert len(client.get(address("list", kim)).context["roster_warnings"]) >= 1
    assert client.post(address("add", kim), form()).status_code == 302


def test_a_decree_without_end_is_never_a_warning(kim, client):
    ends_in(kim, None)
    assert client.get(address("list", kim)).context["state"].sentence == ""
    assert DecreeData("1", in_days(0), "x").valid_until is None
