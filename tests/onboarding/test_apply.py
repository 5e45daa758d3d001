"""A village group applies for a website."""

import threading
from datetime import timedelta
from io import BytesIO

import pytest
from django.core import mail
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from PIL import Image

from home.services.hubs import ensure_hub
from kim_sites.models import Kim, Region
from onboarding.models import Application
from onboarding.services import applying, drafts
from onboarding.services.links import secret_of
from onboarding.services.pruning import prune
from tests.factories import make_kim, make_regions, picture_file
from tests.onboarding.applicant import ANSWERS, CONTACT, GROUP, PEOPLE, VILLAGE, draft, guards, path, sent, step_path

pytestmark = pytest.mark.django_db
State = Application.State


@pytest.fixture
def hub(site_client):
    """A browser on the hub of Kalimantan Tengah."""
    make_regions()
    ensure_hub(Region.objects.get(code="62"))
    return site_client("kalteng")


# The way through ------------------------------------------------------------


def test_whole_way_in_a_browser_without_javascript(hub, mailoutbox):
    found = hub.get("/daftar/?q=tamiang+layang+barito+timur")
    assert f'value="{VILLAGE}"' in found.content.decode()
    begun = hub.post("/daftar/", guards(region=VILLAGE))
    application = Application.objects.get()
    assert begun.headers["Location"] == step_path(application, "kelompok")
    answer = hub.post(step_path(application, "kelompok"), GROUP | {"scan": picture_file("PNG", name="sk.png")})
    assert answer.headers["Location"] == step_path(application, "pengurus")
    answer = hub.post(step_path(application, "pengurus"), PEOPLE)
    assert answer.headers["Location"] == step_path(application, "kontak")
    answer = hub.post(step_path(application, "kontak"), CONTACT)
    assert answer.headers["Location"] == step_path(application, "periksa")
    assert hub.get(step_path(application, "periksa")).status_code == 200
    answer = hub.post(step_path(application, "periksa"), guards(setuju="1"))
    assert answer.headers["Location"] == path(application)
    assert hub.get(path(application)).status_code == 200
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert len(mailoutbox) == 2
    assert all(secret_of(application) in mail.body and mail.to == ["siti@example.id"] for mail in mailoutbox)


def test_sending_writes_every_field_once():
    application = sent()
    application.refresh_from_db()
    assert application.regency_id == "62.13"
    assert application.region_id == VILLAGE
    assert application.kim_name == GROUP["kim_name"]
    assert str(application.paper_issued_on) == "2025-03-14"
    assert application.paper_office == "lurah"
    assert application.label == "tamiang-layang"
    assert application.contact_phone == "+6281234567890"
    assert application.chair_email == application.contact_email == "siti@example.id"
    assert application.consent_at
    assert application.submitted_at == application.waiting_since
    assert application.draft == {}
    assert application.scan.name.endswith(".jpg")
    positions = list(application.officers.values_list("position", "name"))
    assert positions[0] == ("chair", "Siti Rahmah")
    assert positions[-1] == ("member", "Jono")
    assert [entry.kind for entry in application.steps.all()] == ["submitted"]


def test_second_tap_on_send_changes_nothing(mailoutbox):
    application = sent()
    before = len(mailoutbox)
    applying.submit(application, has_consented=True)
    assert application.steps.count() == 1
    assert len(mailoutbox) == before


def test_day_of_an_old_browser_is_read():
    assert str(sent(paper_issued_on="14/03/2025").paper_issued_on) == "2025-03-14"


# Nothing is lost --------------------------------------------------------------


def test_wrong_step_keeps_what_was_typed_and_the_scan(hub):
    application = applying.begin(VILLAGE)
    wrong = GROUP | {"kim_name": "", "paper_issued_on": "kemarin", "scan": picture_file()}
    answer = hub.post(step_path(application, "kelompok"), wrong)
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "kemarin" in words
    assert "Ardi Wijaya" in words
    assert 'id="salah-kim_name"' in words
    assert 'aria-describedby="bantuan-kim_name salah-kim_name"' in words
    application.refresh_from_db()
    assert application.scan
    assert application.draft["kelompok"]["paper_issued_on"] == "kemarin"
    again = hub.get(step_path(application, "kelompok")).content.decode()
    assert "kemarin" in again
    assert "141/12/2025" in again


def test_wrong_scan_says_so_and_keeps_the_words_and_the_scan_before(hub):
    application = draft()
    before = application.scan.name
    broken = ContentFile(b"MZ not a picture", name="sk.pdf")
    answer = hub.post(step_path(application, "kelompok"), GROUP | {"kim_name": "KIM Baru", "scan": broken})
    assert 'id="salah-scan"' in answer.content.decode()
    application.refresh_from_db()
    assert application.scan.name == before
    assert application.draft["kelompok"]["kim_name"] == "KIM Baru"


def test_huge_scan_is_refused_with_a_sentence(hub):
    application = applying.begin(VILLAGE) if Region.objects.exists() else None
    huge = ContentFile(b"%PDF-" + b"0" * (10 * 1024 * 1024), name="sk.pdf")
    answer = hub.post(step_path(application, "kelompok"), GROUP | {"scan": huge})
    assert 'id="salah-scan"' in answer.content.decode()
    application.refresh_from_db()
    assert not application.scan
    assert application.draft["kelompok"]["paper_signer"] == "Ardi Wijaya"


def test_missing_scan_is_asked_for(hub):
    application = applying.begin(VILLAGE)
    assert 'id="salah-scan"' in hub.post(step_path(application, "kelompok"), GROUP).content.decode()


def test_new_scan_replaces_the_old_file(django_capture_on_commit_callbacks):
    application = draft()
    storage, before = application.scan.storage, application.scan.name
    with django_capture_on_commit_callbacks(execute=True):
        application = applying.save_scan(application, picture_file("PNG"))
    assert application.scan.name != before
    assert storage.exists(application.scan.name)
    assert not storage.exists(before)


def test_heic_of_an_iphone_becomes_a_jpeg():
    buffer = BytesIO()
    Image.linear_gradient("L").convert("RGB").save(buffer, "HEIF")
    make_regions()
    application = applying.save_scan(applying.begin(VILLAGE), ContentFile(buffer.getvalue(), name="IMG_1.HEIC"))
    assert application.scan.read(3) == b"\xff\xd8\xff"


def test_more_members_without_javascript_and_later_without_checks(hub):
    application = applying.begin(VILLAGE)
    answer = hub.post(step_path(application, "pengurus"), {"chair": "Siti", "members": ["Jono", ""], "lagi": "1"})
    words = answer.content.decode()
    assert 'value="Siti"' in words
    assert 'value="Jono"' in words
    assert words.count('name="members"') == 6
    answer = hub.post(step_path(application, "pengurus"), {"chair": "Siti R", "nanti": "1"})
    assert answer.headers["Location"].startswith(path(application))
    application.refresh_from_db()
    assert application.draft["pengurus"]["chair"] == "Siti R"


def test_link_is_mailed_once_when_an_address_is_known(mailoutbox):
    application = draft()
    applying.save_step(application, "kontak", CONTACT)
    assert len(mailoutbox) == 1
    assert path(application) in mailoutbox[0].body
    applying.save_step(application, "kontak", CONTACT | {"contact_email": "other@example.id"})
    assert mailoutbox[-1].to == ["other@example.id"]
    assert len(mailoutbox) == 2


# Villages ---------------------------------------------------------------------


@pytest.mark.parametrize("code", ["", "99.99.99.9999", "62.13", "62", "00", "\x00", "' or 1=1"])
def test_region_that_is_none_or_too_large_gets_a_sentence(hub, code):
    answer = hub.post("/daftar/", guards(region=code))
    assert answer.status_code == 200
    assert 'role="alert"' in answer.content.decode()
    assert not Application.objects.exists()


def test_inactive_village_gets_a_sentence_also_at_the_end():
    application = draft()
    Region.objects.filter(code=VILLAGE).update(is_active=False)
    with pytest.raises(ValidationError):
        applying.submit(application, has_consented=True)
    with pytest.raises(ValidationError):
        applying.begin(VILLAGE)
    application.refresh_from_db()
    assert application.state == State.DRAFT


def test_district_may_have_a_kim():
    assert sent("62.02.10", label="cempaga").regency_id == "62.02"


def test_village_with_a_kim_is_refused_and_linked(hub):
    make_kim("parenggean", region_code="62.02.04.1001", name="KIM Parenggean")
    words = hub.get("/daftar/?q=parenggean").content.decode()
    assert "http://parenggean.localhost:8000/" in words
    assert 'value="62.02.04.1001"' not in words
    assert "KIM Parenggean" in hub.post("/daftar/", guards(region="62.02.04.1001")).content.decode()


def test_second_application_for_a_village_is_told_and_stays_a_draft(hub):
    first, second = draft(), draft(label="tamiang-dua")
    applying.submit(first, has_consented=True)
    answer = hub.post(step_path(second, "periksa"), guards(setuju="1"))
    words = answer.content.decode()
    assert 'role="alert"' in words
    assert first.number not in words
    second.refresh_from_db()
    assert second.state == State.DRAFT
    assert drafts.raw_values(second, "kelompok")["kim_name"] == GROUP["kim_name"]


def test_village_can_be_changed_in_a_draft(hub):
    application = draft()
    answer = hub.post(step_path(application, "desa"), {"region": "62.02.05.1002"})
    assert answer.headers["Location"] == step_path(application, "kelompok")
    application.refresh_from_db()
    assert (application.region_id, application.regency_id) == ("62.02.05.1002", "62.02")


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_two_who_send_for_one_village_at_once_make_one_application():
    applications = [draft(label=f"tamiang-{number}") for number in range(4)]
    start, told = threading.Barrier(len(applications)), []

    def send(application):
        start.wait()
        try:
            applying.submit(application, has_consented=True)
        except ValidationError as error:
            told.append(error.code)
        finally:
            connection.close()

    threads = [threading.Thread(target=send, args=[application]) for application in applications]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert Application.objects.filter(state=State.SUBMITTED).count() == 1
    assert told == ["taken"] * 3


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
def test_double_tap_at_the_same_moment_sends_once():
    application = draft()
    start = threading.Barrier(4)

    def send():
        start.wait()
        try:
            applying.submit(application, has_consented=True)
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _number in range(4)]
    [thread.start() for thread in threads]
    [thread.join() for thread in threads]
    assert application.steps.count() == 1
    assert application.officers.count() == 4


# What goes -------------------------------------------------------------------------


def test_old_drafts_and_refusals_go_with_their_scans(django_capture_on_commit_callbacks):
    old, fresh, waiting = draft(), draft(label="dua-dua"), draft("62.02.05.1002", label="tiga")
    applying.submit(waiting, has_consented=True)
    refused = draft("62.02.10", label="empat")
    scan = old.scan
    Application.objects.filter(pk=old.pk).update(changed_at=timezone.now() - timedelta(days=31))
    Application.objects.filter(pk=waiting.pk).update(changed_at=timezone.now() - timedelta(days=400))
    Application.objects.filter(pk=refused.pk).update(
        state=State.REFUSED, changed_at=timezone.now() - timedelta(days=181)
    )
    with django_capture_on_commit_callbacks(execute=True):
        call_command("prune_applications", verbosity=0)
    assert set(Application.objects.all()) == {fresh, waiting}
    assert not scan.storage.exists(scan.name)
    assert fresh.scan.storage.exists(fresh.scan.name)
    assert prune() == 0


def test_applying_makes_no_tenant():
    sent()
    assert not Kim.objects.exists()
    assert set(ANSWERS) == set(drafts.FORMS)
    assert not mail.outbox[2:]
