"""Asking, correcting, refusing, opening again and approving: by whom, when, and once."""

import datetime

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone

from access.models import AuditEntry
from kim_sites.models import Kim, OutgoingMail, User
from onboarding.models import Application, ApplicationStep, ProvinceRules
from onboarding.services import correcting, deciding, reach
from onboarding.services.links import tracking_url
from onboarding.services.reach import Right
from onboarding.signals import application_waiting
from tests.factories import make_kim, member
from tests.onboarding.factories import curator, make_application, operator
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db
State = Application.State


def url(name: str, application) -> str:
    """An address of an application."""
    return reverse(f"kim_applications:{name}", args=[application.pk])


def kinds(application) -> list[str]:
    """The steps of the diary."""
    return list(application.steps.values_list("kind", flat=True))


def test_a_question_waits_for_the_applicant_and_goes_out_by_mail_with_the_link():
    office, application = curator("62.02"), make_application()
    deciding.ask(office, application, "  Fotonya buram, tolong kirim lagi. ")
    application.refresh_from_db()
    assert application.state == State.QUESTION
    assert application.waiting_since > timezone.now() - datetime.timedelta(minutes=1)
    step = application.steps.last()
    assert (step.kind, step.text, step.actor) == ("asked", "Fotonya buram, tolong kirim lagi.", office)
    (message,) = mail.outbox
    assert message.to == [application.contact_email]
    assert "Fotonya buram" in message.body
    assert tracking_url(application) in message.body


def test_the_same_question_twice_is_asked_once_and_an_empty_one_never():
    office, application = curator("62.02"), make_application()
    for _click in range(2):
        deciding.ask(office, application, "Nomor SK?")
    assert kinds(application) == ["submitted", "asked"]
    for words in ("   ", "x" * 2001):
        with pytest.raises(ValidationError):
            deciding.ask(office, application, words)
    assert len(mail.outbox) == 1


def test_a_refusal_has_a_reason_and_can_be_taken_back():
    office, application = curator("62.02"), make_application()
    with pytest.raises(ValidationError):
        deciding.refuse(office, application, " ")
    deciding.refuse(office, application, "SK bukan dari desa ini.")
    deciding.refuse(office, application, "SK bukan dari desa ini.")
    application.refresh_from_db()
    assert (application.state, application.decided_by) == (State.REFUSED, office)
    assert "SK bukan dari desa ini." in mail.outbox[0].body
    deciding.reopen(office, application)
    application.refresh_from_db()
    assert (application.state, application.decided_by, application.decided_at) == (State.SUBMITTED, None, None)
    assert kinds(application) == ["submitted", "refused", "reopened"]
    assert AuditEntry.objects.filter(action="application", region_id="62.02", actor=office).count() == 2


def test_the_second_curator_is_told_who_decided():
    first, second, application = curator("62.02", "pertama@example.id"), curator("62.02"), make_application()
    deciding.refuse(first, application, "Tidak lengkap.")
    with pytest.raises(ValidationError) as told:
        deciding.approve(second, application)
    assert "pertama@example.id" in told.value.messages[0]
    assert not Kim.objects.exists()


def test_double_click_on_approve_makes_one_site(admin_client_for):
    application = make_application()
    client = admin_client_for(curator("62.02"))
    assert client.get(url("approve", application)).status_code == 200
    assert not Kim.objects.exists()
    for _click in range(2):
        assert client.post(url("approve", application)).headers["location"] == url("detail", application)
    assert Kim.objects.count() == 1
    assert kinds(application) == ["submitted", "approved", "done"]
    assert client.get(url("detail", application)).status_code == 200


@pytest.mark.parametrize("code", ["62.13", "61", "61.01"])
def test_offices_of_other_places_find_nothing_and_change_nothing(admin_client_for, code):
    stranger, application = curator(code), make_application()
    for call in (
        lambda: deciding.ask(stranger, application, "?"),
        lambda: deciding.refuse(stranger, application, "!"),
        lambda: deciding.reopen(stranger, application),
        lambda: deciding.approve(stranger, application),
        lambda: correcting.correct(stranger, application, {"kim_name": "Lain"}),
    ):
        with pytest.raises(PermissionDenied):
            call()
    client = admin_client_for(stranger)
    for name in ("detail", "paper", "progress", "ask", "refuse", "reopen", "approve", "correct"):
        assert client.get(url(name, application)).status_code == 404, name
        assert client.post(url(name, application), {"text": "x", "kim_name": "Lain"}).status_code == 404, name
    assert client.get(reverse("kim_applications:scan", args=[application.pk, 1])).status_code == 404
    application.refresh_from_db()
    assert (application.state, kinds(application)) == (State.SUBMITTED, ["submitted"])


def test_people_of_a_kim_and_drafts_have_no_place_here(admin_client_for, kim):
    draft = make_application(state=State.DRAFT)
    sent = make_application()
    for role in ("chair", "editor", "contributor"):
        client = admin_client_for(member(kim, role))
        assert client.get(reverse("kim_applications:index")).status_code == 404
        assert client.get(url("detail", sent)).status_code == 404
    assert admin_client_for(operator()).get(url("detail", draft)).status_code == 404
    assert admin_client_for(curator("62.02")).get(url("detail", draft)).status_code == 404


def test_the_province_sees_all_but_steps_in_only_when_the_regency_was_silent(admin_client_for):
    office, above = curator("62.02", "kabupaten@example.id"), curator("62")
    fresh, old = make_application(days=13), make_application("62.02.05.1002", days=15)
    assert set(reach.applications_for(above)) == {fresh, old}
    assert (reach.right_of(above, fresh), reach.right_of(above, old)) == (None, Right.STEP_IN)
    with pytest.raises(ValidationError):
        deciding.ask(above, fresh, "?")
    assert admin_client_for(above).get(url("detail", fresh)).status_code == 200
    assert admin_client_for(above).get(url("ask", fresh)).status_code == 302
    deciding.ask(above, old, "Siapa bendaharanya?")
    assert kinds(old) == ["submitted", "stepped_in", "asked"]
    assert [message.to for message in mail.outbox if "kabupaten@example.id" in message.to] == [[office.email]]
    # Having begun, the province goes on, and the regency may still decide too.
    old.refresh_from_db()
    assert reach.right_of(above, old) == Right.STEP_IN
    assert reach.right_of(office, old) == Right.OWN
    deciding.refuse(above, old, "Tidak ada jawaban.")
    assert kinds(old).count("stepped_in") == 1


def test_the_province_sets_how_long_it_waits():
    curator("62.02")
    above, application = curator("62"), make_application(days=5)
    assert reach.right_of(above, application) is None
    ProvinceRules.objects.create(region_id="62", silent_days=4)
    assert reach.right_of(above, application) == Right.STEP_IN


def test_a_regency_without_anybody_who_can_sign_in_is_served_by_the_province_at_once():
    above, application = curator("62"), make_application(days=0)
    gone = curator("62.02")
    assert reach.right_of(above, application) is None
    User.objects.filter(pk=gone.pk).update(is_active=False)
    assert reach.right_of(above, application) == Right.STEP_IN


def test_the_nation_counts_like_a_province_and_an_operator_like_the_regency():
    curator("62.02")
    nation, application = curator("00"), make_application(days=3)
    assert reach.right_of(nation, application) is None
    assert set(reach.applications_for(nation)) == {application}
    assert reach.right_of(operator(), application) == Right.OWN


def test_small_mistakes_are_put_right_and_the_diary_keeps_what_was_there():
    office, application = curator("62.02"), make_application(kim_name="KIM Harpan")
    lines = correcting.correct(office, application, {"kim_name": "KIM  Harapan", "label": "Harapan-Jaya"})
    application.refresh_from_db()
    assert (application.kim_name, application.label) == ("KIM Harapan", "harapan-jaya")
    assert len(lines) == 2
    step = application.steps.last()
    assert (step.kind, step.actor) == ("changed", office)
    assert "KIM Harpan → KIM Harapan" in step.text
    assert correcting.correct(office, application, {"kim_name": "KIM Harapan"}) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("label", "admin"), ("label", "www"), ("label", "kalteng"), ("label", "xn--desa"), ("label", "a.b"),
        ("label", "de--sa"), ("label", ""), ("kim_name", ""), ("kim_name", "x" * 121), ("paper_office", "raja"),
        ("paper_issued_on", datetime.date(2999, 1, 1)), ("paper_valid_until", datetime.date(2001, 1, 1)),
        ("contact_email", "bukan-surel"), ("contact_phone", "bukan nomor"), ("kind_of_group", "partai"),
    ],
)  # fmt: skip
def test_a_correction_that_can_not_be_names_its_field_and_writes_nothing(name, value):
    office, application = curator("62.02"), make_application()
    before = getattr(application, name)
    with pytest.raises(ValidationError) as refused:
        correcting.correct(office, application, {name: value})
    assert name in refused.value.message_dict
    application.refresh_from_db()
    assert getattr(application, name) == before
    assert kinds(application) == ["submitted"]


def test_the_form_of_a_correction_shows_the_sentence_beside_the_field(admin_client_for):
    office, application = curator("62.02"), make_application()
    client = admin_client_for(office)
    form = client.get(url("correct", application)).context["form"]
    data = {name: form[name].value() or "" for name in form.fields}
    page = client.post(url("correct", application), {**data, "label": "admin"})
    assert page.status_code == 200
    assert page.context["form"].errors["label"]
    assert client.post(url("correct", application), {**data, "label": "harapan-baru"}).status_code == 302
    application.refresh_from_db()
    assert application.label == "harapan-baru"


def test_what_hinders_is_told_before_anything_is_made():
    office = curator("62.02")
    make_kim("lama", region_code="62.02.04.1001", name="KIM Lama")
    taken = make_application(label="lama", paper_number="", kim_name="")
    with pytest.raises(ValidationError) as refused:
        deciding.approve(office, taken)
    assert len(refused.value.messages) == 4
    assert "KIM Lama" in refused.value.messages[0]
    taken.refresh_from_db()
    assert taken.state == State.SUBMITTED
    assert Kim.objects.count() == 1


def test_what_the_applicant_has_withdrawn_is_not_decided():
    office, application = curator("62.02"), make_application(state=State.WITHDRAWN)
    for call in (deciding.approve, deciding.reopen):
        with pytest.raises(ValidationError):
            call(office, application)


def test_curators_of_the_regency_hear_that_something_waits_else_those_of_the_province():
    above = curator("62", "provinsi@example.id")
    first = make_application()
    application_waiting.send(sender=Application, application=first)
    assert [message.to for message in mail.outbox] == [[above.email]]
    office = curator("62.02", "kabupaten@example.id")
    mail.outbox.clear()
    application_waiting.send(sender=Application, application=first)
    assert [message.to for message in mail.outbox] == [[office.email]]
    assert url("detail", first) in mail.outbox[0].body
    # Decided before the mail goes out: nothing to tell any more.
    Application.objects.filter(pk=first.pk).update(state=State.REFUSED)
    application_waiting.send(sender=Application, application=first)
    assert len(mail.outbox) == 1
    assert OutgoingMail.objects.filter(state="not_needed").count() == 1


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.postgres
class TestSideBySide:
    """Real threads, real transactions."""

    def test_two_curators_approve_at_once_and_one_site_is_made(self):
        offices, application = [curator("62.02"), curator("62.02")], make_application()
        results = at_once([lambda person=person: deciding.approve(person, application) for person in offices])
        assert sorted(type(result).__name__ for result in results) == ["Application", "ValidationError"]
        refused = next(result for result in results if isinstance(result, ValidationError))
        assert any(person.email in refused.messages[0] for person in offices)
        assert Kim.objects.count() == 1
        assert kinds(application) == ["submitted", "approved", "done"]

    def test_six_clicks_of_one_person_at_once_make_one_site(self):
        office, application = curator("62.02"), make_application()
        results = at_once([lambda: deciding.approve(office, application) for _click in range(6)])
        assert {type(result).__name__ for result in results} == {"Application"}
        assert Kim.objects.count() == 1
        assert ApplicationStep.objects.filter(kind="approved").count() == 1

    def test_of_an_approval_and_a_refusal_at_once_one_stands(self):
        first, second, application = curator("62.02"), curator("62.02"), make_application()
        results = at_once(
            [lambda: deciding.approve(first, application), lambda: deciding.refuse(second, application, "Tidak.")]
        )
        assert sorted(type(result).__name__ for result in results) == ["Application", "ValidationError"]
        application.refresh_from_db()
        assert Kim.objects.count() == (1 if application.state == State.DONE else 0)
