"""The audit's screen: each reads what concerns them, in sentences, at a flat cost."""

import datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from access.admin.words import short_network
from access.models import AuditEntry
from access.services import audit
from kim_sites.models import Region, User
from kim_sites.services.provisioning import suspend_kim
from members.services import roles
from tests.factories import make_kim, member
from tests.test_members import chair_of, curator, operator

pytestmark = pytest.mark.django_db
Action = AuditEntry.Action
INDEX = "/admin/audit/"


@pytest.fixture
def entries(kim, other_kim):
    """One entry about each of two KIM, one about a hub, one about the installation; nothing else."""
    AuditEntry.objects.all().delete()
    who = User.objects.create_user("siti@example.id", first_name="Siti Rahmah")
    audit.record(Action.ROLE_GIVEN, user=who, kim=kim, target="Budi", data={"role": "editor"})
    audit.record(Action.ROLE_TAKEN, user=who, kim=other_kim, target="Joko", data={"role": "contributor"})
    audit.record(
        Action.ROLE_GIVEN, user=who, region=Region.objects.get(code="62"), target="Tuti", data={"role": "curator"}
    )
    audit.record(Action.SIGN_IN_FAILED, target="asing@example.id")


def shown(client, **params) -> list[str]:
    """Which of the four people the list names."""
    text = client.get(INDEX, params).content.decode()
    return [name for name in ("Budi", "Joko", "Tuti", "asing@") if name in text]


def clean_client(admin_client_for, user):
    """A client whose own sign-in left no entry."""
    kept = list(AuditEntry.objects.values_list("pk", flat=True))
    client = admin_client_for(user)
    AuditEntry.objects.exclude(pk__in=kept).delete()
    return client


@pytest.mark.parametrize("role", ["editor", "contributor"])
def test_editors_and_contributors_find_no_audit(kim, admin_client_for, role):
    client = admin_client_for(member(kim, role))
    assert client.get(INDEX).status_code == 404
    assert client.get(reverse("access_audit:index_results")).status_code == 404
    assert INDEX not in client.get("/admin/").content.decode()


def test_a_chair_reads_about_the_own_kim_alone(kim, entries, admin_client_for):
    client = clean_client(admin_client_for, chair_of(kim))
    assert shown(client) == ["Budi"]
    assert shown(client, kim="Sumber Harapan") == []
    assert INDEX in client.get("/admin/").content.decode()


def test_a_curator_reads_about_everything_below_and_an_operator_all(kim, entries, admin_client_for):
    above, over_all = curator("62"), operator()
    AuditEntry.objects.filter(target__in=[str(above), str(over_all)]).delete()
    assert shown(clean_client(admin_client_for, above)) == ["Budi", "Tuti"]
    regency = curator("62.02")
    AuditEntry.objects.filter(target=str(regency)).delete()
    assert shown(clean_client(admin_client_for, regency)) == ["Budi"]
    assert shown(clean_client(admin_client_for, over_all)) == ["Budi", "Joko", "Tuti", "asing@"]


def test_entries_are_sentences_with_time_and_half_a_network_address(kim, entries, admin_client_for):
    AuditEntry.objects.filter(target="Budi").update(network="103.24.56.78")
    text = clean_client(admin_client_for, chair_of(kim)).get(INDEX, headers={"accept-language": "en"}).content.decode()
    assert "Siti Rahmah" in text
    assert "KIM Parenggean" in text
    assert "103.24." in text
    assert "56.78" not in text


@pytest.mark.parametrize(
    ("network", "words"),
    [
        ("103.24.56.78", "103.24.x.x"),
        ("2001:db8:1:2::3", "2001:0db8:…"),
        ("::ffff:10.20.30.40", "10.20.x.x"),
        (None, ""),
    ],
)
def test_half_a_network_address(network, words):
    assert short_network(network) == words


def test_the_list_is_narrowed_by_action_kim_person_and_day(kim, entries, admin_client_for):
    client = clean_client(admin_client_for, operator())
    AuditEntry.objects.exclude(target__in=["Budi", "Joko", "Tuti", "asing@example.id"]).delete()
    assert shown(client, action="role_taken") == ["Joko"]
    assert shown(client, kim="parengg") == ["Budi"]
    assert shown(client, q="siti") == ["Budi", "Joko", "Tuti"]
    assert shown(client, q="tuti") == ["Tuti"]
    AuditEntry.objects.filter(target="Tuti").update(at=timezone.now() - datetime.timedelta(days=40))
    day = (
        (timezone.localdate() - datetime.timedelta(days=50)).isoformat(),
        (timezone.localdate() - datetime.timedelta(days=30)).isoformat(),
    )
    assert shown(client, at_from=day[0], at_to=day[1]) == ["Tuti"]


def test_nonsense_in_the_filters_is_no_error(kim, entries, admin_client_for):
    client = clean_client(admin_client_for, chair_of(kim))
    for params in (
        {"action": "x"},
        {"at_from": "kemarin"},
        {"p": "zz"},
        {"p": "99999"},
        {"kim": "%"},
        {"q": "'\"\x00"[:2]},
    ):
        assert client.get(INDEX, params).status_code == 200


def test_every_action_has_a_sentence_of_its_own(kim):
    from access.admin.words import SENTENCES, sentence

    assert set(SENTENCES) == set(Action)
    for action in Action:
        for who in (None, chair_of(kim)):
            entry = audit.record(action, user=who, kim=kim, target="Budi", data={"role": "editor"})
            assert "%(" not in sentence(entry)


def test_names_are_shown_as_text(kim, admin_client_for):
    audit.record(Action.REMOVED, kim=kim, target="<script>alert(1)</script>")
    assert "<script>alert(1)" not in admin_client_for(chair_of(kim)).get(INDEX).content.decode()


@pytest.mark.parametrize("rows", [0, 1, 29])
def test_the_list_costs_the_same_for_none_few_and_many(kim, admin_client_for, rows):
    client = clean_client(admin_client_for, chair_of(kim))
    client.get(INDEX)
    AuditEntry.objects.all().delete()
    for number in range(rows):
        audit.record(Action.ROLE_GIVEN, user=member(make_kim(), "editor"), kim=kim, target=f"Warga {number}")
    with CaptureQueriesContext(connection) as captured:
        client.get(INDEX)
    mine = [query for query in captured.captured_queries if "access_auditentry" in query["sql"]]
    assert len(mine) == (2 if rows else 1)  # counted, and read when there is something


def test_the_chair_sees_the_last_five_on_the_dashboard(kim, admin_client_for):
    client = admin_client_for(chair_of(kim))
    for number in range(7):
        audit.record(Action.REMOVED, kim=kim, target=f"Halaman-{number}")
    text = client.get("/admin/").content.decode()
    assert [number for number in range(7) if f"Halaman-{number}" in text] == [2, 3, 4, 5, 6]
    assert "Halaman-6" not in admin_client_for(member(kim, "editor")).get("/admin/").content.decode()


def test_what_members_and_operators_do_is_written_down(kim, admin_client_for):
    chair, person = chair_of(kim), member(kim, "contributor")
    roles.set_role(chair, kim, person, "editor")
    suspend_kim(kim, "Surat keputusan berakhir")
    text = admin_client_for(chair).get(INDEX).content.decode()
    assert str(person) in text
    assert "Surat keputusan berakhir" in text


def test_entries_older_than_a_year_are_pruned(kim):
    AuditEntry.objects.all().delete()
    old, young = (audit.record(Action.REMOVED, kim=kim, target=name) for name in ("lama", "baru"))
    AuditEntry.objects.filter(pk=old.pk).update(at=timezone.now() - datetime.timedelta(days=366))
    call_command("prune_audit", verbosity=0)
    assert list(AuditEntry.objects.all()) == [young]
