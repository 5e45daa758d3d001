"""The applicant follows the application by its link."""

import pytest
from django.core.exceptions import ValidationError

from home.services.hubs import ensure_hub
from kim_sites.models import Region, User
from onboarding.models import Application, ApplicationStep
from onboarding.services import applying
from onboarding.services.links import secret_of
from onboarding.services.steps import note
from tests.factories import make_kim, make_regions, picture_file
from tests.onboarding.applicant import CONTACT, GROUP, draft, path, sent

pytestmark = pytest.mark.django_db
State, Kind = Application.State, ApplicationStep.Kind


@pytest.fixture
def hub(site_client):
    make_regions()
    ensure_hub(Region.objects.get(code="62"))
    return site_client("kalteng")


@pytest.fixture
def curator(db):
    return User.objects.create_user("rahasia.kurator@example.id", first_name="Rahasia", last_name="Kurator")


def ask(application, curator, text="Foto SK kurang jelas, tolong foto lagi."):
    """What the office does when it asks."""
    Application.objects.filter(pk=application.pk).update(state=State.QUESTION)
    note(application, Kind.ASKED, text, curator)
    application.refresh_from_db()
    return application


def words(answer):
    return answer.content.decode()


def test_link_shows_state_and_diary_without_people_of_the_office(hub, curator):
    application = ask(sent(), curator)
    shown = words(hub.get(path(application)))
    assert "Foto SK kurang jelas" in shown
    assert "Kabupaten Barito Timur" in shown
    assert "kurator@" not in shown
    assert "Rahasia Kurator" not in shown


@pytest.mark.parametrize("state", State.values)
def test_every_state_has_a_page(hub, state):
    application = sent()
    Application.objects.filter(pk=application.pk).update(state=state)
    answer = hub.get(path(application))
    assert answer.status_code == 200
    assert 'id="keadaan"' in words(answer)
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_open_site_is_linked(hub):
    application = sent()
    application.kim, application.state = make_kim("baru"), State.DONE
    application.save()
    assert "http://baru.localhost:8000/" in words(hub.get(path(application)))


def test_trouble_of_the_office_is_not_told(hub):
    application = sent()
    Application.objects.update(state=State.APPROVED, failure="IntegrityError")
    note(application, Kind.STUCK, "IntegrityError: slug")
    assert "IntegrityError" not in words(hub.get(path(application)))


def test_answer_with_corrections_goes_back_to_the_office(hub, curator):
    application = ask(sent(), curator)
    asked_at = application.waiting_since
    folder = path(application, "kelompok", folder="isi")
    assert GROUP["paper_signer"] in words(hub.get(folder))
    answer = hub.post(folder, GROUP | {"paper_number": "99/2025", "scan": picture_file()})
    assert answer.headers["Location"].startswith(path(application))
    application.refresh_from_db()
    assert application.paper_number == GROUP["paper_number"]  # not before it is sent
    answer = hub.post(path(application, "jawab"), {"jawaban": "Sudah saya foto ulang."})
    assert answer.headers["Location"] == path(application)
    application.refresh_from_db()
    assert application.state == State.SUBMITTED
    assert application.paper_number == "99/2025"
    assert application.waiting_since > asked_at
    assert application.draft == {}
    step = application.steps.last()
    assert step.kind == Kind.ANSWERED
    assert step.text.startswith("Sudah saya foto ulang.")
    assert step.actor is None
    assert application.officers.count() == 4


def test_what_the_office_has_corrected_stands_when_the_applicant_answers(curator):
    application = ask(sent(), curator)
    Application.objects.filter(pk=application.pk).update(kim_name="KIM Tamiang Layang Maju")
    answered = applying.answer(application, "Ya, betul.")
    assert answered.kim_name == "KIM Tamiang Layang Maju"
    assert answered.label == CONTACT["label"]


def test_empty_answer_is_refused_and_a_wrong_correction_keeps_the_words(hub, curator):
    application = ask(sent(), curator)
    assert 'role="alert"' in words(hub.post(path(application, "jawab"), {"jawaban": "  "}))
    applying.save_step(application, "kelompok", GROUP | {"paper_signer": ""})
    shown = words(hub.post(path(application, "jawab"), {"jawaban": "Sudah benar"}))
    assert 'role="alert"' in shown
    assert "Sudah benar" in shown
    application.refresh_from_db()
    assert application.state == State.QUESTION


def test_second_tap_on_answer_writes_one_step(curator):
    application = ask(sent(), curator)
    applying.answer(application, "Ya.")
    applying.answer(application, "Ya.")
    assert application.steps.filter(kind=Kind.ANSWERED).count() == 1


def test_village_corrected_after_a_question_changes_the_office(curator):
    application = ask(sent(), curator)
    applying.choose_village(application, "62.02.05.1002")
    application.refresh_from_db()
    assert application.regency_id == "62.13"
    assert applying.answer(application, "").regency_id == "62.02"


@pytest.mark.parametrize("state", [State.SUBMITTED, State.APPROVED, State.DONE, State.REFUSED, State.WITHDRAWN])
def test_nothing_can_be_changed_while_the_office_is_at_turn(hub, state):
    application = sent()
    Application.objects.update(state=state)
    answer = hub.post(path(application, "kelompok", folder="isi"), GROUP | {"kim_name": "Lain"})
    assert answer.headers["Location"] == path(application)
    with pytest.raises(ValidationError):
        applying.save_step(application, "kelompok", GROUP)
    with pytest.raises(ValidationError):
        applying.save_scan(application, picture_file())
    application.refresh_from_db()
    assert application.kim_name == GROUP["kim_name"]
    assert application.draft == {}


def test_withdrawing_frees_the_village(hub):
    application = sent()
    hub.post(path(application, "tarik"))
    application.refresh_from_db()
    assert application.state == State.WITHDRAWN
    assert application.steps.last().kind == Kind.WITHDRAWN
    assert sent(label="tamiang-baru").state == State.SUBMITTED


def test_approved_application_can_not_be_withdrawn(hub):
    application = sent()
    Application.objects.update(state=State.APPROVED)
    assert 'role="alert"' in words(hub.post(path(application, "tarik")))
    application.refresh_from_db()
    assert application.state == State.APPROVED


def test_draft_is_deleted_with_its_scan(hub, django_capture_on_commit_callbacks):
    application = draft()
    scan = application.scan
    with django_capture_on_commit_callbacks(execute=True):
        hub.post(path(application, "tarik"))
    assert not Application.objects.exists()
    assert not scan.storage.exists(scan.name)


def test_wrong_secret_opens_nothing(hub):
    application = sent()
    other = draft("62.02.05.1002", label="lain")
    for method, parts in [
        ("get", ()),
        ("get", ("sk.jpg",)),
        ("post", ("tarik",)),
        ("post", ("jawab",)),
        ("post", ("tautan",)),
    ]:
        address = path(application, *parts).replace(secret_of(application), secret_of(other)).replace(".jpg/", ".jpg")
        answer = getattr(hub, method)(address)
        assert answer.status_code == 404, address
        assert GROUP["kim_name"] not in words(answer)
    application.refresh_from_db()
    assert application.state == State.SUBMITTED


@pytest.mark.parametrize(
    "address", ["/daftar/lacak/P-AAAA/BBBB/", "/daftar/lacak/%00/%00/", f"/daftar/lacak/{'x' * 300}/y/"]
)
def test_link_that_opens_nothing_says_so_and_offers_the_form(hub, address):
    answer = hub.get(address)
    assert answer.status_code == 404
    assert 'name="rahasia"' in words(answer)


def test_wrong_links_have_a_limit(hub, monkeypatch):
    monkeypatch.setattr("onboarding.views.hub.WRONG_LINKS_AN_HOUR", 2)
    codes = [hub.get("/daftar/lacak/P-AAAA/BBBB/").status_code for _number in range(3)]
    assert codes == [404, 404, 429]


def test_number_and_secret_typed_by_hand_are_forgiven_small_letters_and_blanks(hub):
    application = sent()
    secret = secret_of(application).lower()
    answer = hub.post("/daftar/lacak/", {"nomor": application.number.lower(), "rahasia": f" {secret[:6]} {secret[6:]}"})
    assert answer.headers["Location"] == path(application)
    assert 'role="alert"' in words(hub.post("/daftar/lacak/", {"nomor": application.number, "rahasia": "falsch"}))


def test_lost_link_comes_by_mail_and_the_answer_tells_nothing(hub, mailoutbox, settings):
    application = sent()
    del mailoutbox[:]
    settings.APPLICATION_LINKS_PER_ADDRESS = 4
    known = hub.post("/daftar/lacak/", {"email": "SITI@example.id"})
    assert path(application) in mailoutbox[0].body
    assert len(mailoutbox) == 1
    unknown = hub.post("/daftar/lacak/", {"email": "nobody@example.id"})
    assert (known.status_code, known.headers["Location"]) == (unknown.status_code, unknown.headers["Location"])
    for _number in range(5):
        hub.post(path(application, "tautan"))
    assert len(mailoutbox) <= 4


def test_scan_is_shown_to_whoever_has_the_link(hub):
    application = sent()
    answer = hub.get(path(application, "sk.jpg").rstrip("/"))
    assert answer.headers["Content-Type"] == "image/jpeg"
    assert answer.content[:3] == b"\xff\xd8\xff"
    assert answer.headers["Cache-Control"] == "private, no-store"


def test_words_of_people_are_not_html(hub, curator):
    application = ask(sent(kim_name="<script>alert(1)</script>"), curator, "<img src=x onerror=alert(1)>")
    shown = words(hub.get(path(application)))
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


def test_pages_cost_the_same_however_much_has_happened(hub, curator, django_assert_max_num_queries):
    application = ask(sent(), curator)
    with django_assert_max_num_queries(20) as few:
        hub.get(path(application))
    for number in range(20):
        note(application, Kind.ASKED, f"Lagi {number}", curator)
    with django_assert_max_num_queries(len(few)):
        hub.get(path(application))
