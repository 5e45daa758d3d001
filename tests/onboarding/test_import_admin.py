"""The screens of an import: for whom they are there, what they show, and the copy with remarks."""

import datetime
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from kim_sites.models import Kim, Region, User
from members.models import Invitation
from onboarding.models import ImportJob, ImportRow
from onboarding.services import import_check, import_files, imports
from tests.factories import make_regions
from tests.onboarding.sheets import (
    curator,
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


def test_a_curator_imports_for_the_own_area_only():
    person = curator("62.13")
    make_villages(1)
    make_villages(1, "62.13.01")
    job = start(person, [record(1, kode="62.13.01.2001"), record(1)])
    assert states(job) == ["good", "faulty"]
    with pytest.raises(PermissionDenied):
        start(person, [record(1)], nation())
    with pytest.raises(PermissionDenied):
        start(person, [record(1)], Region.objects.get(code="62.02"))


def test_people_of_a_kim_import_nothing(kim, admin_client_for):
    chair = User.objects.get(email="ketua.parenggean@example.id")
    assert imports.regions_for(chair) == []
    client = admin_client_for(chair)
    for path in ("", "template.xlsx", "1/", "1/progress/", "1/run/", "1/copy/"):
        assert client.get(f"/admin/import/{path}").status_code == 404
    assert client.post("/admin/import/", {"file": ContentFile(xlsx(rows_of([record(1)])), "a.xlsx")}).status_code == 404
    with pytest.raises(PermissionDenied):
        start(chair, [record(1)], nation())
    assert "admin/import/" not in client.get("/admin/").content.decode()


def test_the_import_of_another_office_does_not_exist(admin_client_for):
    owner, stranger, province = curator("62.02"), curator("62.13"), curator("62")
    make_villages(1)
    job = start(owner, [record(1)])
    client = admin_client_for(stranger)
    for path in ("", "progress/", "run/", "copy/"):
        assert client.get(f"/admin/import/{job.pk}/{path}").status_code == 404
        assert client.post(f"/admin/import/{job.pk}/{path}").status_code == 404
    assert job not in client.get("/admin/import/").context["jobs"]
    with pytest.raises(PermissionDenied):
        imports.carry_out(stranger, job)
    assert Kim.objects.count() == 0

    above = admin_client_for(province)
    assert above.get(f"/admin/import/{job.pk}/").status_code == 200
    assert start(province, [record(1)]) not in imports.jobs_for(owner)


def test_the_copy_marks_what_is_wrong_and_can_be_imported_again(operator):
    make_villages(3)
    rows = rows_of([record(1), record(2, email="salah"), record(3, penanda_tangan="=1+1", alamat="admin")])
    for row, extra in zip(rows, ["Catatan", "x", "@y", "z"], strict=True):
        row.append(extra)
    job = imports.start(operator, nation(), ContentFile(xlsx(rows)), "kim.xlsx")
    book = load_workbook(BytesIO(import_files.corrected_copy(job)))
    sheet = book.active
    assert [cell.value for cell in sheet[1]] == [*rows[0], "Keterangan"]
    email = sheet.cell(3, 11)
    assert email.comment
    assert email.fill.fgColor.rgb.endswith("FFD6CC")
    assert "Email ketua" in sheet.cell(3, 13).value
    assert not sheet.cell(3, 10).comment
    assert sheet.cell(4, 7).data_type == "s"  # a formula came back as a text
    assert sheet.cell(3, 12).value == "@y"
    assert isinstance(sheet.cell(2, 6).value, datetime.datetime)

    email.value, sheet.cell(4, 7).value, sheet.cell(4, 3).value = "ketua.uji2@example.id", "Ardi", None
    buffer = BytesIO()
    book.save(buffer)
    again = imports.start(operator, nation(), ContentFile(buffer.getvalue()), "kim-periksa.xlsx")
    assert states(again) == ["good"] * 3


def test_a_file_that_cannot_be_read_says_why_and_leaves_nothing(operator, admin_client_for):
    client = admin_client_for(operator)
    answer = client.post(
        "/admin/import/", {"file": ContentFile(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 99, "a.xlsx")}
    )
    assert answer.status_code == 200
    assert answer.context["form"].errors["file"]
    assert not ImportJob.objects.exists()
    job = start(operator, [], as_file=xlsx)
    assert (job.state, bool(job.problem)) == (State.FAILED, True)
    assert job.problem in client.get(f"/admin/import/{job.pk}/").content.decode()
    with pytest.raises(ValidationError):
        imports.carry_out(operator, job)


def test_from_the_upload_to_the_kim_in_the_admin(admin_client_for):
    client = admin_client_for(curator("62.02"))
    make_villages(2)
    assert client.get("/admin/import/template.xlsx").content.startswith(b"PK")
    assert client.get("/admin/import/template.csv").status_code == 200
    content = xlsx(rows_of([record(1), record(2, email="salah")]))
    answer = client.post("/admin/import/", {"file": ContentFile(content, "../../data kim.xlsx")})
    job = ImportJob.objects.get()
    url = f"/admin/import/{job.pk}/"
    assert answer.headers["location"] == url
    assert job.file_name == "data kim.xlsx"
    assert len(client.get(url).context["rows"]) == 2
    assert len(client.get(url, {"show": "faulty"}).context["rows"]) == 1
    copy = client.get(f"{url}copy/")
    assert "data_kim-periksa.xlsx" in copy.headers["content-disposition"]
    assert client.get(f"{url}run/").context["to_make"] == 1
    for _click in range(2):
        assert client.post(f"{url}run/", {"invitations": "1"}).status_code == 302
    assert client.get(f"{url}progress/").json()["state"] == "done"
    assert Kim.objects.count() == Invitation.objects.count() == 1
    page = client.get(url).content.decode()
    assert Kim.objects.get().url in page
    assert client.get("/admin/import/").context["jobs"].get() == job


def test_the_list_of_rows_costs_the_same_for_few_and_many(operator, admin_client_for):
    make_villages(40)
    few = start(operator, [record(number) for number in range(1, 4)])
    many = start(operator, [record(number) for number in range(1, 41)])
    client = admin_client_for(operator)
    numbers = []
    for job in (few, few, many):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/admin/import/{job.pk}/")
        numbers.append(len(queries))
    assert numbers[1] == numbers[2]


def test_a_file_that_is_gone_is_said(operator, admin_client_for):
    make_villages(1)
    job = start(operator, [record(1)])
    job.file.storage.delete(job.file.name)
    client = admin_client_for(operator)
    assert client.get(f"/admin/import/{job.pk}/copy/").status_code == 302
    ImportJob.objects.update(state=State.CHECKING)
    import_check.check(job.pk)
    job.refresh_from_db()
    assert job.state == State.FAILED
