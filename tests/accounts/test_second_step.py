"""The second step: who needs it, how it is switched on, used, renewed and switched off."""

import re

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from accounts.services import two_factor
from kim_sites.models import User
from tests.accounts.people import LOGIN, PASSWORD, admin, code_of, curator_of, enrol, give_app, sign_in
from tests.factories import member

pytestmark = pytest.mark.django_db


class TestSecondStep:
    @pytest.mark.parametrize(
        "path", ["/admin/", "/admin/account/", "/admin/pages/", "/admin/images/", "/admin/nowhere/"]
    )
    def test_a_curator_without_it_is_led_to_it_from_everywhere(self, strict, kim, admin_client_for, path):
        response = admin_client_for(curator_of(kim)).get(path)
        assert response.status_code == 302
        assert response["Location"] == f"/admin/two-factor/enrol/?next={path.replace('/', '%2F')}"

    def test_an_operator_without_it_is_led_to_it(self, strict, admin_client_for):
        operator = User.objects.create_superuser("operator@example.id", PASSWORD)
        assert "/two-factor/enrol/" in admin_client_for(operator).get("/admin/")["Location"]

    def test_documents_and_the_api_of_the_admin_are_closed_too(self, strict, kim, admin_client_for):
        client = admin_client_for(curator_of(kim))
        assert client.get("/documents/1/x.pdf").status_code == 302
        assert client.get("/admin/api/main/pages/", headers={"accept": "application/json"}).status_code == 403

    def test_what_is_not_a_visit_is_refused_with_a_sentence(self, strict, kim, admin_client_for):
        client = admin_client_for(curator_of(kim))
        post = client.post("/admin/account/", {"name_email-first_name": "X"})
        ajax = client.get("/admin/", headers={"x-requested-with": "XMLHttpRequest"})

        assert post.status_code == ajax.status_code == 403
        assert "<h1>" in post.content.decode()
        assert ajax.json()["error"]

    def test_signing_out_and_the_texts_of_the_screens_stay_open(self, strict, kim, admin_client_for):
        client = admin_client_for(curator_of(kim))
        assert client.get("/admin/jsi18n/").status_code == 200
        assert client.get("/admin/sprite/").status_code == 200
        assert client.get("/admin/two-factor/enrol/").status_code == 200
        assert client.post("/admin/logout/")["Location"] == LOGIN

    def test_other_screens_of_the_second_step_do_not_open_before_it(self, strict, kim, admin_client_for):
        client = admin_client_for(curator_of(kim))
        for name in ("", "codes/", "new-codes/", "replace/", "off/"):
            assert "/enrol/" in client.get(f"/admin/two-factor/{name}")["Location"]

    def test_chairs_and_editors_are_not_asked(self, strict, kim, editor, admin_client_for):
        assert admin_client_for(editor).get("/admin/").status_code == 200
        assert admin_client_for(member(kim, "chair")).get("/admin/").status_code == 200

    def test_on_a_desk_nobody_is_asked(self, kim, admin_client_for):
        assert admin_client_for(curator_of(kim)).get("/admin/").status_code == 200

    def test_a_curator_enrols_keeps_the_codes_and_goes_on(self, strict, kim, admin_client_for):
        curator = curator_of(kim)
        client = admin_client_for(curator)
        before = client.session.session_key

        response = enrol(client, curator, "/admin/pages/")

        assert response["Location"] == "/admin/two-factor/codes/?next=%2Fadmin%2Fpages%2F"
        assert client.session.session_key != before
        shown = re.findall(r"<code>([a-z2-7]{4}-[a-z2-7]{4})</code>", client.get(response["Location"]).content.decode())
        assert len(set(shown)) == 10
        assert client.post(response["Location"], {"next": "/admin/pages/"})["Location"] == "/admin/pages/"
        assert client.get("/admin/two-factor/codes/").status_code == 302
        assert client.get("/admin/").status_code == 200

    def test_a_wrong_code_adds_nothing(self, editor, admin_client_for):
        client = admin_client_for(editor)
        client.get("/admin/two-factor/enrol/")
        for code in ("000000", "", "abcdef", "9" * 10, "１２３４５６"):
            response = client.post("/admin/two-factor/enrol/", {"code": code})
            assert response.status_code == 200
            assert "error" in response.content.decode()
        assert not TOTPDevice.objects.exists()

    def test_the_screen_has_picture_link_and_secret_and_asks_no_other_server(self, editor, admin_client_for):
        text = admin_client_for(editor).get("/admin/two-factor/enrol/").content.decode()
        assert "<svg" in text
        assert 'href="otpauth://totp/KIM%3Aeditor%40example.id?secret=' in text
        assert re.search(r"([A-Z2-7]{4} ){7}[A-Z2-7]{4}", text)
        assert not re.search(r'(src|href)="https?://(?!www.enable-javascript)', text)

    def test_at_sign_in_the_code_of_the_app_opens_the_admin(self, strict, kim):
        curator = curator_of(kim)
        give_app(curator)
        client = admin()
        sign_in(client, curator.email)
        page = client.get("/admin/pages/")
        assert page["Location"] == "/admin/two-factor/verify/?next=%2Fadmin%2Fpages%2F"
        before = client.session.session_key

        code = code_of(curator)
        response = client.post("/admin/two-factor/verify/", {"code": f"{code[:3]} {code[3:]}", "next": "/admin/pages/"})

        assert response["Location"] == "/admin/pages/"
        assert client.session.session_key != before
        assert client.get("/admin/").status_code == 200

    def test_somebody_who_chose_it_is_asked_as_well(self, editor, admin_client_for):
        give_app(editor)
        client = admin_client_for(editor)
        assert "/two-factor/verify/" in client.get("/admin/")["Location"]
        assert client.get("/admin/two-factor/enrol/")["Location"] == "/admin/two-factor/verify/"

    def test_a_code_works_once(self, editor, admin_client_for):
        give_app(editor)
        code = code_of(editor)
        first, second = admin_client_for(editor), admin_client_for(editor)
        assert first.post("/admin/two-factor/verify/", {"code": code}).status_code == 302
        assert second.post("/admin/two-factor/verify/", {"code": code}).status_code == 200
        assert second.get("/admin/").status_code == 302

    def test_the_code_that_added_the_app_does_not_work_again(self, editor, admin_client_for):
        client = admin_client_for(editor)
        enrol(client, editor)
        assert two_factor.check_code(editor, code_of(editor)).device is None

    def test_a_recovery_code_opens_the_admin_once(self, editor, admin_client_for):
        give_app(editor)
        code = two_factor.new_recovery_codes(editor)[0]
        client = admin_client_for(editor)
        assert client.post("/admin/two-factor/verify/", {"code": f" {code.upper()} "}).status_code == 302
        assert client.get("/admin/").status_code == 200
        again = admin_client_for(editor)
        assert again.post("/admin/two-factor/verify/", {"code": code}).status_code == 200
        assert StaticToken.objects.count() == 9

    def test_codes_of_others_do_not_help(self, kim, editor, admin_client_for):
        other = member(kim, "editor")
        give_app(editor)
        give_app(other)
        codes = [code_of(other), two_factor.new_recovery_codes(other)[0]]
        client = admin_client_for(editor)
        for code in codes:
            assert client.post("/admin/two-factor/verify/", {"code": code}).status_code == 200
        assert client.get("/admin/").status_code == 302

    def test_who_types_wrong_codes_has_to_wait_and_reads_how_long(self, editor, admin_client_for):
        device = give_app(editor)
        TOTPDevice.objects.filter(pk=device.pk).update(
            throttling_failure_count=9, throttling_failure_timestamp=timezone.now()
        )
        client = admin_client_for(editor)
        response = client.post("/admin/two-factor/verify/", {"code": code_of(editor)})
        text = response.content.decode()
        assert "5 minutes" in text or "5 menit" in text
        assert client.get("/admin/").status_code == 302

    @pytest.mark.parametrize(
        "target", ["https://evil.example/", "//evil.example/", "/\\evil.example", "javascript:alert(1)"]
    )
    def test_it_leads_nowhere_else(self, editor, admin_client_for, target):
        give_app(editor)
        client = admin_client_for(editor)
        response = client.post("/admin/two-factor/verify/", {"code": code_of(editor), "next": target})
        assert response["Location"] == "/admin/"

    def test_switching_off_needs_password_and_code(self, editor, admin_client_for):
        give_app(editor)
        client = admin_client_for(editor)
        client.post("/admin/two-factor/verify/", {"code": code_of(editor)})
        off = "/admin/two-factor/off/"
        later = code_of(editor, steps=1)
        assert client.post(off, {"password": "salah", "code": later}).status_code == 200
        assert client.post(off, {"password": PASSWORD, "code": "000000"}).status_code == 200
        assert two_factor.device_of(editor)
        TOTPDevice.objects.update(throttling_failure_count=0)

        assert client.post(off, {"password": PASSWORD, "code": later}).status_code == 302
        assert two_factor.device_of(editor) is None
        assert admin_client_for(editor).get("/admin/").status_code == 200
        assert client.get("/admin/").status_code == 200

    def test_curators_cannot_switch_it_off(self, strict, kim, admin_client_for):
        curator = curator_of(kim)
        give_app(curator)
        client = admin_client_for(curator)
        client.post("/admin/two-factor/verify/", {"code": code_of(curator)})
        data = {"password": PASSWORD, "code": code_of(curator, steps=1)}
        assert client.post("/admin/two-factor/off/", data)["Location"] == "/admin/two-factor/"
        assert two_factor.device_of(curator)

    def test_new_recovery_codes_make_the_old_ones_worthless(self, editor, admin_client_for):
        give_app(editor)
        old = two_factor.new_recovery_codes(editor)[0]
        client = admin_client_for(editor)
        client.post("/admin/two-factor/verify/", {"code": code_of(editor)})
        data = {"password": PASSWORD, "code": code_of(editor, steps=1)}
        assert client.post("/admin/two-factor/new-codes/", data)["Location"] == "/admin/two-factor/codes/"
        assert two_factor.check_code(editor, old).device is None
        assert two_factor.codes_left(editor) == 10

    def test_another_phone_takes_the_place_of_the_old_one_only_when_it_works(self, strict, kim, admin_client_for):
        curator = curator_of(kim)
        old = give_app(curator)
        paper = two_factor.new_recovery_codes(curator)
        client = admin_client_for(curator)
        client.post("/admin/two-factor/verify/", {"code": paper[0]})
        client.post("/admin/two-factor/replace/", {"password": PASSWORD, "code": paper[1]})
        assert two_factor.device_of(curator) == old

        enrol(client, curator)

        assert two_factor.device_of(curator) != old
        assert TOTPDevice.objects.count() == 1
        assert client.get("/admin/").status_code == 200

    def test_an_app_cannot_be_replaced_without_that_check(self, editor, admin_client_for):
        give_app(editor)
        client = admin_client_for(editor)
        client.post("/admin/two-factor/verify/", {"code": code_of(editor)})
        assert client.get("/admin/two-factor/enrol/")["Location"] == "/admin/two-factor/"
        assert client.post("/admin/two-factor/enrol/", {"code": "123456"}).status_code == 302

    def test_an_operator_can_help_somebody_who_lost_everything(self, editor, admin_client_for, capsys):
        give_app(editor)
        call_command("two_factor_off", "EDITOR@example.id")
        assert admin_client_for(editor).get("/admin/").status_code == 200
        with pytest.raises(CommandError):
            call_command("two_factor_off", editor.email)
        with pytest.raises(CommandError):
            call_command("two_factor_off", "siapa@example.id")

    def test_a_signed_in_person_costs_one_query_for_it(self, strict, kim, admin_client_for):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        curator = curator_of(kim)
        give_app(curator)
        client = admin_client_for(curator)
        client.post("/admin/two-factor/verify/", {"code": code_of(curator)})
        client.get("/admin/account/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/admin/jsi18n/")
        assert len([query for query in queries if "otp_" in query["sql"]]) <= 1
        assert len([query for query in queries if "grouppagepermission" in query["sql"]]) == 0
