"""What is refused when somebody applies, and where the pages answer."""

import pytest

from home.services.hubs import ensure_hub
from kim_sites.models import Region
from onboarding.models import Application
from onboarding.services import applying, drafts
from onboarding.services.guarding import CLOCK, TRAP, opened
from tests.factories import make_kim, make_regions
from tests.onboarding.applicant import CONTACT, GROUP, VILLAGE, draft, guards, sent, step_path

pytestmark = pytest.mark.django_db
State = Application.State


@pytest.fixture
def hub(site_client):
    """A browser on the hub of Kalimantan Tengah."""
    make_regions()
    ensure_hub(Region.objects.get(code="62"))
    return site_client("kalteng")


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
    answer = hub.post(step_path(application, "kontak"), CONTACT | {"label": label})
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
    assert 'value="tamiang-layang-dusun-timur"' in hub.get(step_path(application, "kontak")).content.decode()


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
    assert 'role="alert"' in hub.post(step_path(application, "periksa"), guards()).content.decode()
    application.refresh_from_db()
    assert application.state == State.DRAFT
    assert application.consent_at is None


def test_few_members_bring_a_hint_and_no_refusal(hub, settings):
    settings.KIM_FEWEST_MEMBERS, settings.KIM_MOST_MEMBERS = 10, 30
    application = draft()
    assert "apply-hint" in hub.get(step_path(application, "periksa")).content.decode()
    settings.KIM_FEWEST_MEMBERS = 3
    assert "apply-hint" not in hub.get(step_path(application, "periksa")).content.decode()


# Programs -----------------------------------------------------------------------


def test_filled_trap_is_refused_with_a_sentence(hub):
    answer = hub.post("/daftar/", guards(region=VILLAGE, **{TRAP: "http://spam"}))
    assert 'role="alert"' in answer.content.decode()
    assert not Application.objects.exists()
    application = draft()
    assert (
        'role="alert"'
        in hub.post(step_path(application, "periksa"), guards(setuju="1", **{TRAP: "x"})).content.decode()
    )
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
    hub.post(step_path(application, "periksa"), guards(setuju="1", **{CLOCK: clock}))
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
    hub.post(step_path(first, "periksa"), guards(setuju="1"))
    assert 'role="alert"' in hub.post(step_path(second, "periksa"), guards(setuju="1")).content.decode()
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
    answer = hub.get(step_path(draft(), name))
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert not answer.cookies


def test_step_that_is_none_is_not_found(hub):
    assert hub.get(step_path(draft(), "rahasia")).status_code == 404
