"""The roster of a KIM: who holds a position, a change of officers by a paper, and what readers see."""

import json
import re

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from kim_sites.models import LegalPaper, Officer
from kim_sites.services import roster as rosters
from kim_sites.services.papers import current_paper
from lifecycle.services.roster import Change, NewOfficer, NewPaper, change_officers
from tests import factories
from tests.lifecycle.paper_helpers import curator_of, data, form, in_days

pytestmark = pytest.mark.django_db


@pytest.fixture
def chair(kim):
    return factories.member(kim, "chair", "ketua.baru@example.id")


@pytest.fixture
def client(admin_client_for, chair):
    return admin_client_for(chair)


@pytest.fixture
def people(kim):
    """A chair, a secretary and a member."""
    kim.officers.all().delete()
    rows = [("Siti", "chair"), ("Budi", "secretary"), ("Ani", "member")]
    return [
        Officer.objects.create(kim=kim, name=name, position=position, since=in_days(-900), sort_order=number)
        for number, (name, position) in enumerate(rows)
    ]


def keep_all(people) -> list[Change]:
    return [Change(person.pk, "keep") for person in people]


def now(kim) -> dict[str, str]:
    return dict(kim.officers.now().values_list("name", "position"))


class TestChange:
    """One go, or nothing."""

    def test_by_a_new_paper_some_stay_some_end_some_are_replaced(self, kim, chair, people):
        siti, budi, ani = people
        changes = [Change(siti.pk, "replace", "Rahmat", True), Change(budi.pk, "keep"), Change(ani.pk, "end")]
        added = [NewOfficer("Lina", "treasurer")]
        paper = change_officers(chair, kim, NewPaper(data()), changes, added)
        assert current_paper(kim) == paper
        assert now(kim) == {"Rahmat": "chair", "Budi": "secretary", "Lina": "treasurer"}
        for former in kim.officers.filter(name__in=["Siti", "Ani"]):
            assert former.until == paper.issued_on
        for new in kim.officers.filter(name__in=["Rahmat", "Lina"]):
            assert (new.since, new.legal_paper) == (paper.issued_on, paper)
        assert kim.officers.get(name="Rahmat").is_public
        assert not kim.officers.get(name="Lina").is_public
        entry = AuditEntry.objects.filter(action="paper_changed").first()
        assert entry.data["ended"] == ["Siti", "Ani"]
        assert entry.data["named"] == ["Rahmat", "Lina"]

    def test_the_current_paper_serves_as_well(self, kim, chair, people):
        paper = current_paper(kim)
        change_officers(chair, kim, paper, [Change(people[0].pk, "end"), *keep_all(people[1:])])
        assert set(now(kim)) == {"Budi", "Ani"}
        assert kim.legal_papers.count() == 1

    @pytest.mark.parametrize(
        "wrong",
        [
            lambda people: [Change(people[0].pk, "replace", "  "), *keep_all(people[1:])],
            lambda people: [Change(people[0].pk, "replace", "x" * 121), *keep_all(people[1:])],
            lambda people: [Change(people[0].pk, "vanish"), *keep_all(people[1:])],
            lambda people: keep_all(people[1:]),  # somebody is missing
            lambda people: [*keep_all(people), Change(0, "keep")],
        ],
    )
    def test_if_anything_is_wrong_nothing_happens(self, kim, chair, people, wrong):
        before = now(kim)
        changes = wrong(people)
        with pytest.raises(ValidationError):
            change_officers(chair, kim, NewPaper(data()), [*changes[1:], *changes[:1]])
        assert now(kim) == before
        assert kim.legal_papers.count() == 1

    def test_nobody_ends_before_the_beginning(self, kim, chair, people):
        Officer.objects.filter(pk=people[0].pk).update(since=in_days(-1))
        with pytest.raises(ValidationError):
            change_officers(chair, kim, NewPaper(data()), [Change(people[0].pk, "end"), *keep_all(people[1:])])
        assert kim.legal_papers.count() == 1

    def test_a_paper_of_another_kim_and_people_from_outside_are_refused(self, kim, other_kim, chair, people):
        with pytest.raises(PermissionDenied):
            change_officers(chair, kim, current_paper(other_kim), keep_all(people))
        for stranger in (factories.member(other_kim, "chair"), factories.member(kim, "editor"), curator_of("61")):
            with pytest.raises(PermissionDenied):
                change_officers(stranger, kim, current_paper(kim), keep_all(people))

    def test_officers_of_another_kim_can_not_be_ended(self, kim, other_kim, chair, people):
        foreign = other_kim.officers.first()
        with pytest.raises(ValidationError):
            change_officers(chair, kim, current_paper(kim), [*keep_all(people), Change(foreign.pk, "end")])
        foreign.refresh_from_db()
        assert foreign.until is None


class TestScreen:
    """The same by the chair's phone."""

    def post(self, client, kim, people, paper="new", **changes):
        values = {f"what_{person.pk}": "keep" for person in people} | {"paper": paper} | changes
        return client.post(reverse("kim_papers:officers", args=[kim.pk]), values)

    def test_paper_and_people_in_one_go(self, kim, client, people):
        siti = people[0].pk
        changes = {
            f"what_{siti}": "replace",
            f"name_{siti}": "Rahmat",
            "new_name_0": "Lina",
            "new_position_0": "treasurer",
        }
        response = self.post(client, kim, people, **changes, **form(prefix="sk"))
        assert response.status_code == 302
        assert now(kim) == {"Rahmat": "chair", "Budi": "secretary", "Ani": "member", "Lina": "treasurer"}
        assert current_paper(kim).number == "141/9/2026"
        assert current_paper(kim).scan

    def test_what_is_missing_is_shown_and_nothing_is_changed(self, kim, client, people):
        response = self.post(client, kim, people, **{f"what_{people[0].pk}": "replace"}, **form("", prefix="sk"))
        assert response.context["form"].errors[f"name_{people[0].pk}"]
        assert response.context["paper_form"].errors["number"]
        assert kim.legal_papers.count() == 1
        assert set(now(kim)) == {"Siti", "Budi", "Ani"}

    def test_with_the_current_paper_no_other_is_asked_for(self, kim, client, people):
        paper = current_paper(kim)
        assert self.post(client, kim, people, str(paper.pk), **{f"what_{people[2].pk}": "end"}).status_code == 302
        assert set(now(kim)) == {"Siti", "Budi"}

    def test_a_foreign_paper_is_no_choice(self, kim, other_kim, client, people):
        response = self.post(client, kim, people, str(current_paper(other_kim).pk))
        assert response.context["form"].errors["paper"]


class TestList:
    """Grouped for those who have one KIM."""

    def test_officers_of_today_stand_by_position_and_former_ones_are_folded(self, kim, client, people):
        Officer.objects.create(kim=kim, name="Pak Lama", position="chair", until=in_days(-1))
        context = client.get(reverse("officers:index")).context
        assert [[person.name for person in found] for _text, found in context["groups"]] == [
            ["Siti"],
            ["Budi"],
            ["Ani"],
        ]
        assert [person.name for person in context["former"]] == ["Pak Lama"]

    def test_a_curator_sees_the_roster_of_a_kim_that_is_named(self, kim, other_kim, people, admin_client_for):
        factories.make_kim("tetangga")
        client = admin_client_for(curator_of("62.02"))
        assert "groups" not in client.get(reverse("officers:index")).context
        context = client.get(reverse("officers:index") + f"?kim={kim.pk}").context
        assert context["roster_kim"] == kim
        page = client.get(reverse("officers:index") + f"?kim={other_kim.pk}")
        assert "groups" not in page.context
        assert other_kim.name not in page.content.decode()

    def test_a_search_is_answered_by_the_list(self, kim, client, people):
        page = client.get(reverse("officers:index") + "?q=Budi").content.decode()
        assert "Budi" in page
        assert "Ani" not in page

    def test_a_position_held_twice_is_a_warning_and_no_refusal(self, kim, client, people):
        assert rosters.doubled(people) == []
        data = {"name": "Ketua Kedua", "position": "chair", "sort_order": 1}
        assert client.post(reverse("officers:add"), data).status_code == 302
        assert Officer.objects.filter(name="Ketua Kedua").exists()
        assert len(client.get(reverse("officers:index")).context["warnings"]) > len(rosters.warnings(people))


class TestPaperOfAnOfficer:
    """The paper that names somebody belongs to the same KIM."""

    def test_a_form_offers_only_own_papers(self, kim, other_kim, client, people):
        address = reverse("officers:edit", args=[people[0].pk])
        foreign = current_paper(other_kim)
        assert foreign not in client.get(address).context["form"].fields["legal_paper"].queryset
        values = {"name": "Siti", "position": "chair", "sort_order": 0}
        response = client.post(address, {**values, "legal_paper": foreign.pk})
        assert response.context["form"].errors["legal_paper"]
        assert client.post(address, {**values, "legal_paper": current_paper(kim).pk}).status_code == 302
        people[0].refresh_from_db()
        assert people[0].legal_paper == current_paper(kim)

    def test_the_guard_refuses_it_whichever_way_it_comes(self, other_kim, people):
        people[0].legal_paper = current_paper(other_kim)
        with pytest.raises(ValidationError):
            people[0].save()


class TestReaders:
    """Nobody is named who did not agree, or whose time is over."""

    @pytest.fixture
    def hidden(self, kim):
        kim.officers.all().delete()
        today = timezone.localdate()
        rows = [("Rahasia Sekali", False, None), ("Mantan Ketua", True, in_days(-1)), ("Ganti Hariini", True, today)]
        for name, is_public, until in rows:
            Officer.objects.create(kim=kim, name=name, position="chair", is_public=is_public, until=until)
        Officer.objects.create(kim=kim, name="Terbuka Saja", position="member", is_public=True)
        return [name for name, _public, _until in rows]

    def test_hidden_and_former_ones_appear_nowhere(self, kim, hidden, site_client):
        client, hub = site_client(kim), site_client("kalteng")
        factories.make_news(kim)
        pages = [
            client.get(path) for path in ("/", "/berita/", "/feed/", "/sitemap.xml", "/cari/?q=Rahasia", "/profil/")
        ]
        pages += [
            hub.get(path)
            for path in ("/", "/kim/", "/kotawaringin-timur/", "/kotawaringin-timur/kim/", "/cari/?q=Mantan")
        ]
        assert pages[0].status_code == 200
        for page in pages:
            text = page.content.decode()
            for name in hidden:
                assert name not in text
            for found in re.findall(r'<script type="application/ld\+json"[^>]*>(.*?)</script>', text, re.DOTALL):
                assert not any(name in json.dumps(json.loads(found)) for name in hidden)
        assert "Terbuka Saja" in pages[0].content.decode()

    def test_ending_somebody_is_seen_at_once(self, kim, hidden, site_client, django_capture_on_commit_callbacks):
        client = site_client(kim)
        assert "Terbuka Saja" in client.get("/").content.decode()
        officer = Officer.objects.get(name="Terbuka Saja")
        with django_capture_on_commit_callbacks(execute=True):
            officer.until = timezone.localdate()
            officer.save()
        assert "Terbuka Saja" not in client.get("/").content.decode()


def test_limits_and_missing_positions_make_sentences(kim, settings, people):
    settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS = 3, 30
    assert len(rosters.warnings(people)) == 1  # no treasurer
    settings.KIM_FEWEST_MEMBERS = 4
    assert len(rosters.warnings(people)) == 2
    settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS = 1, 2
    assert len(rosters.warnings(people)) == 2
    assert LegalPaper.objects.count() == 1
