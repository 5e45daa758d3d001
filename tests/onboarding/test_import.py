"""A spreadsheet becomes KIM: checked first, made a row at a time, and nothing twice."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.utils import timezone
from wagtail.models import Collection, Page

from access.models import AuditEntry
from kim_sites.models import Kim, LegalPaper, Officer, Region, User
from kim_sites.services.provisioning import provision_kim
from members.models import Invitation
from onboarding.models import ImportJob, ImportRow
from onboarding.services import import_work, imports
from tests.factories import kim_request, make_kim, make_regions
from tests.onboarding.sheets import (
    csv_file,
    curator,
    errors,
    make_villages,
    nation,
    record,
    rows_of,
    start,
    states,
    xlsx,
)

pytestmark = pytest.mark.django_db
State, RowState = ImportJob.State, ImportRow.State


@pytest.fixture
def operator(db):
    make_regions()
    return User.objects.create_superuser("operator@example.id", "rahasia-sekali")


FAULTS = {
    9: {"kode": "62.02.99.2999"},
    20: {"email": "ketua(at)example.id"},
    33: {"tanggal_sk": "31/02/2025"},
    47: {"alamat": "admin"},
    61: {"kode": "62.02.05.2060"},
    78: {"ketua": None},
    100: {"jabatan": "=A1"},
}


@pytest.mark.postgres  # it takes most of a minute, so it runs once
def test_103_rows_with_7_mistakes_make_96_kim_and_7_reasons(operator):
    make_villages(103)
    records = [record(number, **FAULTS.get(number, {})) for number in range(1, 104)]

    job = start(operator, records)

    assert job.state == State.CHECKED
    assert Kim.objects.count() == 0
    assert imports.counts(job) == {"good": 96, "faulty": 7, "there": 0, "made": 0, "failed": 0}
    faulty = job.rows.filter(state=RowState.FAULTY)
    assert [(row.number - 1, set(row.errors)) for row in faulty] == [
        (9, {"kode"}), (20, {"email"}), (33, {"tanggal_sk"}), (47, {"alamat"}), (61, {"kode"}), (78, {"ketua"}),
        (100, {"jabatan"}),
    ]  # fmt: skip
    assert all(problem.endswith(".") for row in faulty for problem in row.errors.values())

    imports.carry_out(operator, job)

    job.refresh_from_db()
    assert job.state == State.DONE
    assert Kim.objects.count() == 96
    assert imports.counts(job) == {"good": 0, "faulty": 7, "there": 0, "made": 96, "failed": 0}
    assert AuditEntry.objects.get(action="imported").data == {"made": 96, "faulty": 7}
    assert Page.find_problems() == ([], [], [], [], [])
    assert Collection.find_problems() == ([], [], [], [], [])

    again = start(operator, records)
    assert imports.counts(again) == {"good": 0, "faulty": 7, "there": 96, "made": 0, "failed": 0}
    with pytest.raises(ValidationError):
        imports.carry_out(operator, again)
    assert Kim.objects.count() == 96


def test_a_kim_has_everything_that_its_row_says(operator):
    make_villages(1)
    row = record(
        1, jenis="karang taruna", jabatan="Camat", berlaku="14 Maret 2028", alamat="https://Maju-Bersama.localhost/",
    )  # fmt: skip
    keys = ("kode", "nama", "alamat", "jenis", "berdiri", "nomor_sk", "tanggal_sk", "penanda_tangan", "jabatan",
            "berlaku", "ketua", "email", "sekretaris", "bendahara", "registrasi")  # fmt: skip
    row |= {"berdiri": "2019-03-14", "sekretaris": "Budi", "bendahara": "Dewi", "registrasi": "7/KIM"}
    content = ContentFile(xlsx(rows_of([row], keys)))
    job = imports.start(operator, nation(), content, "kim.xlsx")
    imports.carry_out(operator, job)

    kim = Kim.objects.get()
    assert (kim.name, kim.slug, kim.region_id) == ("KIM Uji 1", "maju-bersama", "62.02.05.2001")
    assert (kim.kind_of_group, kim.registration_number) == (Kim.GroupKind.KARANG_TARUNA, "7/KIM")
    assert kim.founded_on == datetime.date(2019, 3, 14)
    paper = LegalPaper.objects.get()
    assert (paper.number, paper.office, paper.valid_until) == ("141/1/2025", "camat", datetime.date(2028, 3, 14))
    assert list(Officer.objects.values_list("name", "position")) == [
        ("Siti Rahmah", "chair"), ("Budi", "secretary"), ("Dewi", "treasurer"),
    ]  # fmt: skip
    assert job.rows.get().kim == kim


def test_the_village_is_found_by_names_and_a_slip_gets_a_suggestion(operator):
    keys = ("desa", "kecamatan", "kabupaten", "nama", "nomor_sk", "tanggal_sk", "penanda_tangan", "ketua", "email")
    places = [
        ("Kel. Parenggean", "kec. parenggean", "Kab. Kotawaringin Timur"),
        ("BAAMANG-TENGAH", "Baamang", "kotawaringin timur"),
        ("Tamiang Layan", "Dusun Timur", "Barito Timur"),
        ("Parenggean", "Parenggean", None),
        ("Parenggean", None, "Kotawaringin Timur"),
        (None, "Parenggean", "Kotawaringin Timur"),
        ("Parenggean", "Parenggean", "Sambas"),
    ]
    records = [record(number, **dict(zip(keys, place, strict=False))) for number, place in enumerate(places)]
    job = imports.start(operator, nation(), ContentFile(csv_file(rows_of(records, keys))), "kim.csv")

    assert errors(job) == [set(), set(), {"desa"}, {"kabupaten"}, {"kecamatan"}, {"desa"}, {"kecamatan"}]
    assert "Tamiang Layang" in job.rows.get(number=4).errors["desa"]
    assert list(job.rows.values_list("region_id", flat=True))[:2] == ["62.02.04.1001", "62.02.05.1002"]
    assert list(job.rows.values_list("label", flat=True))[:2] == ["parenggean", "baamang-tengah"]


def test_each_slip_of_a_place_is_said(operator):
    make_villages(3)
    Region.objects.filter(code="62.02.05.2002").update(is_active=False)
    wrong = {"kode": "62.02"}, {"kode": "62.02.05.2002"}, {"kode": "entah"}, {"kode": None}, {"kode": "62020410"}
    job = start(operator, [record(1, kode="6202052001"), *(record(1, **change) for change in wrong)])
    assert states(job) == ["good"] + ["faulty"] * 5
    assert errors(job)[1:] == [{"kode"}, {"kode"}, {"kode"}, {"desa"}, {"kode"}]


def test_code_and_name_that_say_different_places_are_a_mistake(operator):
    keys = ("kode", "desa", "nama", "nomor_sk", "tanggal_sk", "penanda_tangan", "ketua", "email")
    rows = rows_of([record(1, kode="62.02.04.1001", desa="Baamang Tengah")], keys)
    job = imports.start(operator, nation(), ContentFile(xlsx(rows)), "kim.xlsx")
    assert errors(job) == [{"kode"}]


def test_rows_that_stand_in_each_others_way_are_told_which(operator):
    make_villages(4)
    records = [
        record(1, alamat="rebutan"),
        record(2, alamat="rebutan"),
        record(1, nama="KIM Lain"),
        record(3, alamat="desa-uji-4"),
        record(4),
    ]
    job = start(operator, records)
    assert errors(job) == [set(), {"alamat"}, {"kode"}, set(), set()]
    assert "2" in job.rows.get(number=3).errors["alamat"]
    assert job.rows.get(number=6).label == "desa-uji-4-baamang"


@pytest.mark.parametrize("label", ["admin", "www", "a.b", "xn--80ak6aa92e", "-x-", "a--b", "Ä", "ab", "parenggean"])
def test_an_address_that_cannot_be_is_said_at_its_cell(operator, label):
    make_kim("parenggean")
    make_villages(1)
    job = start(operator, [record(1, alamat=label)])
    assert errors(job) == [{"alamat"}]


def test_a_village_with_a_kim_is_there_or_taken(operator):
    make_villages(2)
    for number in (1, 2):
        provision_kim(kim_request(f"uji-{number}", region_code=f"62.02.05.200{number}", name=f"KIM Uji {number}"))
    job = start(operator, [record(1, nama="kim uji 1"), record(2, nama="KIM Tandingan")])
    assert states(job) == ["there", "faulty"]
    assert "KIM Uji 2" in job.rows.get(number=3).errors["kode"]


def test_a_row_that_fails_neither_stops_nor_spoils_the_others(operator, monkeypatch):
    make_villages(3)
    job = start(operator, [record(number) for number in (1, 2, 3)])
    real = import_work.provision_kim

    def provision(request):
        made = real(request)
        if request.region_code == "62.02.05.2002":
            raise RuntimeError("half-way")
        return made

    monkeypatch.setattr(import_work, "provision_kim", provision)
    imports.carry_out(operator, job)
    assert states(job) == ["made", "failed", "made"]
    assert not Kim.objects.filter(region="62.02.05.2002").exists()
    assert not User.objects.filter(email="ketua.uji2@example.id").exists()
    assert Page.find_problems() == ([], [], [], [], [])

    monkeypatch.setattr(import_work, "provision_kim", real)
    imports.carry_out(operator, job)
    assert states(job) == ["made"] * 3
    assert AuditEntry.objects.filter(action="imported").count() == 1


def test_what_changed_since_the_check_is_asked_again(operator):
    make_villages(4)
    job = start(operator, [record(1), record(2), record(3, alamat="rebutan"), record(4)])
    provision_kim(kim_request("lain", region_code="62.02.05.2001", name="KIM Tandingan"))
    provision_kim(kim_request("uji-2", region_code="62.02.05.2002", name="KIM Uji 2"))
    make_kim("rebutan")
    make_kim("desa-uji-4")
    imports.carry_out(operator, job)
    assert states(job) == ["failed", "there", "failed", "made"]
    assert "KIM Tandingan" in job.rows.get(number=2).errors[""]
    assert Kim.objects.get(region="62.02.05.2004").slug == "desa-uji-4-baamang"


def test_after_a_killed_worker_another_one_goes_on(operator, monkeypatch):
    make_villages(3)
    job = start(operator, [record(number) for number in (1, 2, 3)])
    real = import_work.make_row

    def die(job, number):
        if number == 3:
            raise KeyboardInterrupt
        real(job, number)

    monkeypatch.setattr(import_work, "make_row", die)
    ImportJob.objects.filter(pk=job.pk).update(state=State.RUNNING, carried_out_by=operator)
    with pytest.raises(KeyboardInterrupt):
        import_work.work(job.pk)
    monkeypatch.setattr(import_work, "make_row", real)
    assert states(job) == ["made", "good", "good"]

    call_command("resume_imports", verbosity=0)
    assert states(job) == ["made", "good", "good"]  # the lease of the first one still holds
    ImportJob.objects.update(leased_until=timezone.now() - datetime.timedelta(seconds=1))
    call_command("resume_imports", verbosity=0)
    assert states(job) == ["made"] * 3
    job.refresh_from_db()
    assert job.state == State.DONE


def test_a_check_that_was_killed_begins_anew(operator):
    make_villages(2)
    job = start(operator, [record(1), record(2)])
    ImportJob.objects.update(state=State.CHECKING, leased_until=timezone.now() - datetime.timedelta(seconds=1))
    call_command("resume_imports", verbosity=0)
    job.refresh_from_db()
    assert (job.state, job.total, states(job)) == (State.CHECKED, 2, ["good", "good"])


def test_long_work_lets_others_have_their_turn(operator, monkeypatch):
    make_villages(2)
    job = start(operator, [record(1), record(2)])
    monkeypatch.setattr(import_work, "AT_ONCE", -1)
    ImportJob.objects.filter(pk=job.pk).update(state=State.RUNNING, carried_out_by=operator)
    assert import_work.work(job.pk)
    assert states(job) == ["made", "good"]
    imports.run_import.call(job.pk)
    assert states(job) == ["made", "made"]


def test_whoever_lost_the_hub_makes_nothing_any_more():
    person = curator("62.02")
    make_villages(1)
    job = start(person, [record(1)])
    ImportJob.objects.filter(pk=job.pk).update(state=State.RUNNING, carried_out_by=person)
    person.groups.clear()
    import_work.work(job.pk)
    job.refresh_from_db()
    assert (job.state, bool(job.problem), Kim.objects.count()) == (State.DONE, True, 0)


def test_chairs_are_invited_only_when_asked_for():
    person = curator("62.02")
    make_villages(2)
    job = start(person, [record(1)])
    imports.carry_out(person, job)
    assert mail.outbox == []
    job = start(person, [record(2)])
    imports.carry_out(person, job, with_invitations=True)
    invitation = Invitation.objects.get()
    assert (invitation.email, invitation.role, invitation.invited_by) == ("ketua.uji2@example.id", "chair", person)
    assert [message.to for message in mail.outbox] == [["ketua.uji2@example.id"]]


def test_a_chair_who_can_sign_in_already_is_no_obstacle(operator):
    make_villages(1)
    User.objects.create_user("ketua.uji1@example.id", "rahasia-sekali")
    job = start(operator, [record(1)])
    imports.carry_out(operator, job, with_invitations=True)
    assert states(job) == ["made"]
    assert not Invitation.objects.exists()


def test_old_imports_go_with_their_files(operator):
    job = start(operator, [record(1)])
    storage, name = job.file.storage, job.file.name
    assert storage.exists(name)
    ImportJob.objects.update(created_at=timezone.now() - datetime.timedelta(days=91))
    call_command("resume_imports", verbosity=0)
    assert not ImportJob.objects.exists()
    assert not storage.exists(name)
