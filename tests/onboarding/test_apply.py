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
from onboarding.services.guarding import CLOCK, TRAP, opened
from onboarding.services.links import secret_of
from onboarding.services.pruning import prune
from tests.factories import make_kim, make_regions, picture_file
from tests.onboarding.applicant import ANSWERS, CONTACT, GROUP, PEOPLE, VILLAGE, draft, path, sent

pytestmark = pytest.mark.django_db
State = Application.State


@pytest.fixture
def hub(site_client):
    """A browser on the hub of Kalimantan Tengah."""
    make_regions()
    ensure_hub(Region.objects.get(code="62"))
    return site_client("kalteng")


def guards(**values):
    return {CLOCK: opened(), TRAP: "", **values}


def step(application, name):
    return path(application, name, folder="isi")


# The way through ------------------------------------------------------------


def test_whole_way_in_a_browser_without_javascript(hub, mailoutbox):
    found = hub.get("/daftar/?q=tamiang+layang+barito+timur")
    assert f'value="{VILLAGE}"' in found.content.decode()
    begun = hub.post("/daftar/", guards(region=VILLAGE))
    application = Application.objects.get()
    assert begun.headers["Location"] == step(application, "kelompok")
    answer = hub.post(step(application, "kelompok"), GROUP | {"scan": picture_file("PNG", name="sk.png")})
    assert answer.headers["Location"] == step(application, "pengurus")
    answer = hub.post(step(application, "pengurus"), PEOPLE)
    assert answer.headers["Location"] == step(application, "kontak")
    answer = hub.post(step(application, "kontak"), CONTACT)
    assert answer.headers["Location"] == step(application, "periksa")
    assert hub.get(step(application, "periksa")).status_code == 200
    answer = hub.post(step(application, "periksa"), guards(setuju="1"))
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
    answer = hub.post(step(application, "kelompok"), wrong)
    words = answer.content.decode()
    assert answer.status_code == 200
    assert "kemarin" in words
    assert "Ardi Wijaya" in words
    assert 'id="salah-kim_name"' in words
    assert 'aria-describedby="bantuan-kim_name salah-kim_name"' in words
    application.refresh_from_db()
    assert application.scan
    assert application.draft["kelompok"]["paper_issued_on"] == "kemarin"
    again = hub.get(step(application, "kelompok")).content.decode()
    assert "kemarin" in again
    assert "141/12/2025" in again


def test_wrong_scan_says_so_and_keeps_the_words_and_the_scan_before(hub):
    application = draft()
    before = application.scan.name
    broken = ContentFile(b"MZ not a picture", name="sk.pdf")
    answer = hub.post(step(application, "kelompok"), GROUP | {"kim_name": "KIM Baru", "scan": broken})
    assert 'id="salah-scan"' in answer.content.decode()
    application.refresh_from_db()
    assert application.scan.name == before
    assert application.draft["kelompok"]["kim_name"] == "KIM Baru"


def test_huge_scan_is_refused_with_a_sentence(hub):
    application = applying.begin(VILLAGE) if Region.objects.exists() else None
    huge = ContentFile(b"%PDF-" + b"0" * (10 * 1024 * 1024), name="sk.pdf")
    answer = hub.post(step(application, "kelompok"), GROUP | {"scan": huge})
    assert 'id="salah-scan"' in answer.content.decode()
    application.refresh_from_db()
    assert not application.scan
    assert application.draft["kelompok"]["paper_signer"] == "Ardi Wijaya"


def test_missing_scan_is_asked_for(hub):
    application = applying.begin(VILLAGE)
    assert 'id="salah-scan"' in hub.post(step(application, "kelompok"), GROUP).content.decode()


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
    answer = hub.post(step(application, "pengurus"), {"chair": "Siti", "members": ["Jono", ""], "lagi": "1"})
    words = answer.content.decode()
    assert 'value="Siti"' in words
    assert 'value="Jono"' in words
    assert words.count('name="members"') == 6
    answer = hub.post(step(application, "pengurus"), {"chair": "Siti R", "nanti": "1"})
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
    answer = hub.post(step(second, "periksa"), guards(setuju="1"))
    words = answer.content.decode()
    assert 'role="alert"' in words
    assert "checked" in words.replace("> checked>", "")
    assert first.number not in words
    second.refresh_from_db()
    assert second.state == State.DRAFT
    assert drafts.raw_values(second, "kelompok")["kim_name"] == GROUP["kim_name"]


def test_village_can_be_changed_in_a_draft(hub):
    application = draft()
    answer = hub.post(step(application, "desa"), {"region": "62.02.05.1002"})
    assert answer.headers["Location"] == step(application, "kelompok")
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


# Addresses ----------------------------------------------------------------------


@pytest.mark.parametrize(
    "label",
    [
        "admin",
        "www",
        "kalteng",
        "a.b",
        "xn--abc",
        "-abc",
        "abc-",
        "a--b",
        "ab",
        "a" * 41,
        "desa maju",
        "dé-sa",
        "",
        "ADMIN",
    ],
)
def test_address_with_a_trick_gets_a_sentence(hub, label):
    application = draft(label=label)
    answer = hub.post(step(application, "kontak"), CONTACT | {"label": label})
    assert 'id="salah-label"' in answer.content.decode()
    with pytest.raises(applying.Incomplete):
        applying.submit(application, has_consented=True)
    if label:
        assert hub.get("/daftar/alamat.json", {"label": label}).json()["problem"]


def test_address_of_another_application_is_taken(hub):
    sent()
    other = draft("62.02.05.1002")
    with pytest.raises(applying.Incomplete):
        applying.submit(other, has_consented=True)
    assert hub.get("/daftar/alamat.json?label=tamiang-layang").json()["problem"]
    assert hub.get("/daftar/alamat.json?label=baamang").json() == {
        "problem": "", "good": hub.get("/daftar/alamat.json?label=baamang").json()["good"],
    }  # fmt: skip


def test_free_address_is_proposed_from_the_village(hub):
    make_kim("tamiang-layang")
    application = applying.begin(VILLAGE)
    assert 'value="tamiang-layang-dusun-timur"' in hub.get(step(application, "kontak")).content.decode()


# What else is checked --------------------------------------------------------------


@pytest.mark.parametrize(
    "changes",
    [
        {"paper_issued_on": "2999-01-01"},
        {"founded_on": "0024-01-01"},
        {"paper_valid_until": "2020-01-01"},
        {"paper_office": "presiden"},
        {"kind_of_group": "partai"},
        {"kim_name": "x" * 200},
        {"kim_name": "   "},
        {"chair": ""},
        {"members": ["x" * 130]},
        {"contact_phone": "halo"},
        {"contact_email": "siti@"},
        {"chair_email": "ketua"},
    ],
)
def test_wrong_answer_keeps_the_application_from_being_sent(changes):
    application = draft(**changes)
    with pytest.raises(applying.Incomplete):
        applying.submit(application, has_consented=True)
    application.refresh_from_db()
    assert application.state == State.DRAFT
    assert not application.officers.exists()


def test_consent_is_needed(hub):
    application = draft()
    assert 'role="alert"' in hub.post(step(application, "periksa"), guards()).content.decode()
    application.refresh_from_db()
    assert application.state == State.DRAFT
    assert application.consent_at is None


def test_few_members_bring_a_hint_and_no_refusal(hub, settings):
    settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS = 10, 30
    application = draft()
    assert "apply-hint" in hub.get(step(application, "periksa")).content.decode()
    settings.KIM_FEWEST_MEMBERS = 3
    assert "apply-hint" not in hub.get(step(application, "periksa")).content.decode()


# Programs -----------------------------------------------------------------------


def test_filled_trap_is_refused_with_a_sentence(hub):
    answer = hub.post("/daftar/", guards(region=VILLAGE, **{TRAP: "http://spam"}))
    assert 'role="alert"' in answer.content.decode()
    assert not Application.objects.exists()
    application = draft()
    assert 'role="alert"' in hub.post(step(application, "periksa"), guards(setuju="1", **{TRAP: "x"})).content.decode()
    application.refresh_from_db()
    assert application.state == State.DRAFT
    assert application.draft["kelompok"] == GROUP


@pytest.mark.parametrize("clock", ["", "form:forged:signature"])
def test_form_without_its_clock_is_refused(hub, clock):
    assert 'role="alert"' in hub.post("/daftar/", guards(region=VILLAGE, **{CLOCK: clock})).content.decode()
    assert not Application.objects.exists()


def test_form_sent_at_once_is_asked_to_wait(hub, settings):
    settings.APPLY_FEWEST_SECONDS = settings.APPLY_FEWEST_SECONDS_TO_SEND = 5
    answer = hub.post("/daftar/", guards(region=VILLAGE))
    assert 'role="alert"' in answer.content.decode()
    assert f'value="{VILLAGE}"' in answer.content.decode()
    with pytest.MonkeyPatch.context() as patch:
        early = opened.__globals__["signing"].time.time() - 60
        patch.setattr("django.core.signing.time.time", lambda: early)
        clock = opened()
    assert hub.post("/daftar/", guards(region=VILLAGE, **{CLOCK: clock})).status_code == 302
    application = draft(label="lain-lagi")
    hub.post(step(application, "periksa"), guards(setuju="1", **{CLOCK: clock}))
    application.refresh_from_db()
    assert application.state == State.DRAFT


def test_network_has_a_limit(hub, settings):
    settings.APPLICATIONS_PER_NETWORK = 2
    codes = [hub.post("/daftar/", guards(region=VILLAGE)).status_code for _number in range(3)]
    assert codes == [302, 302, 200]
    assert Application.objects.count() == 2


def test_address_has_a_limit(hub, settings):
    settings.APPLICATIONS_PER_ADDRESS = 1
    first, second = draft(), draft("62.02.05.1002", label="baamang")
    hub.post(step(first, "periksa"), guards(setuju="1"))
    assert 'role="alert"' in hub.post(step(second, "periksa"), guards(setuju="1")).content.decode()
    assert sorted(Application.objects.values_list("state", flat=True)) == ["draft", "submitted"]


# Where it answers -----------------------------------------------------------------


def test_site_of_a_kim_sends_to_its_hub_and_the_admin_has_nothing(site_client, kim):
    answer = site_client(kim).get("/daftar/?q=baamang")
    assert answer.headers["Location"] == "http://kalteng.localhost:8000/daftar/?q=baamang"
    assert site_client("admin").get("/daftar/").headers["Location"] == "/admin/"
    assert site_client("").get("/daftar/").status_code == 200
    assert site_client("nirgendwo").get("/daftar/").status_code == 404


def test_hub_links_it(hub, site_client):
    for address in ("/", "/kim/"):
        assert hub.get(address).content.decode().count('href="/daftar/"') == 2


@pytest.mark.parametrize("name", [*drafts.STEPS])
def test_pages_of_an_application_are_private(hub, name):
    answer = hub.get(step(draft(), name))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert not answer.cookies


def test_step_that_is_none_is_not_found(hub):
    assert hub.get(step(draft(), "rahasia")).status_code == 404


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
