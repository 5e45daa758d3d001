"""Sessions, the last sign-in, what the audit keeps, and two at the same moment."""

import datetime
import subprocess
import sys
import time

import pytest
from django.conf import settings as project
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from access.models import AuditEntry
from accounts.services import two_factor
from tests.accounts.people import LOGIN, actions, admin, code_of, curator_of, enrol, fail, give_app, sign_in
from tests.factories import member
from tests.test_side_by_side import at_once

pytestmark = pytest.mark.django_db


class TestSessions:
    def test_remembered_people_stay_for_two_weeks_and_others_until_the_browser_closes(self, editor):
        client = admin()
        sign_in(client, editor.email, remember="on")
        assert client.cookies["sessionid"]["max-age"] == 14 * 24 * 3600
        client = admin()
        sign_in(client, editor.email)
        assert client.cookies["sessionid"]["max-age"] == ""

    def test_a_curator_is_signed_out_after_twelve_idle_hours(self, kim):
        curator = curator_of(kim)
        client = admin()
        sign_in(client, curator.email, remember="on")
        assert client.cookies["sessionid"]["max-age"] == 12 * 3600

        session = client.session
        session["seen_at"] = int(time.time()) - 11 * 3600
        session.save()
        assert client.get("/admin/account/").status_code == 200
        assert client.session["seen_at"] > time.time() - 60  # being there counts

        session = client.session
        session["seen_at"] = int(time.time()) - 13 * 3600
        session.save()
        assert client.get("/admin/account/")["Location"] == f"{LOGIN}?next=/admin/account/"
        assert "_auth_user_id" not in client.session

    def test_an_editor_is_not_signed_out_for_being_away(self, editor, admin_client_for):
        client = admin_client_for(editor)
        session = client.session
        session["seen_at"] = int(time.time()) - 13 * 3600
        session.save()
        assert client.get("/admin/account/").status_code == 200

    def test_the_key_of_the_session_changes_at_sign_in(self, editor):
        client = admin()
        client.get(LOGIN)
        session = client.session
        session["mark"] = 1
        session.save()
        before = session.session_key
        client.cookies["sessionid"] = before
        sign_in(client, editor.email)
        assert client.session.session_key != before

    def test_cookies_of_production_are_bound_to_the_admins_host(self):
        """Asked of a process of its own: the names are settled when settings are read."""
        program = (
            "import os; os.environ.update(ENV_FILE='', SECRET_KEY='x', BASE_DOMAIN='kim.example.id', DEBUG='false');"
            "os.environ.pop('PUBLIC_SCHEME', None); os.environ.pop('TWO_FACTOR_REQUIRED', None);"
            "import cms.settings as s;"
            "print(s.SESSION_COOKIE_NAME, s.CSRF_COOKIE_NAME, s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE,"
            " s.SESSION_COOKIE_HTTPONLY, s.SESSION_COOKIE_SAMESITE, s.TWO_FACTOR_REQUIRED)"
        )
        result = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
        assert result.stdout.split() == ["__Host-sessionid", "__Host-csrftoken", "True", "True", "True", "Lax", "True"]
        assert getattr(project, "SESSION_COOKIE_DOMAIN", None) is None


class TestLastSignIn:
    def test_the_dashboard_tells_the_sign_in_before_this_one(self, editor):
        sign_in(admin("36.88.7.9"), editor.email)
        at = timezone.make_aware(datetime.datetime(2026, 11, 21, 19, 2))
        AuditEntry.objects.filter(action="signed_in").update(at=at)
        client = admin("10.1.2.3")
        sign_in(client, editor.email)

        text = client.get("/admin/").content.decode()

        assert "36.88.x.x" in text
        assert "19.02" in text
        assert "36.88.7.9" not in text
        assert "10.1.x.x" not in text

    def test_the_first_time_there_is_nothing_to_tell(self, editor):
        client = admin()
        sign_in(client, editor.email)
        assert "kim-last-sign-in" not in client.get("/admin/").content.decode()

    def test_the_way_to_the_second_step_is_in_the_account(self, editor, admin_client_for):
        assert 'href="/admin/two-factor/"' in admin_client_for(editor).get("/admin/account/").content.decode()


class TestAudit:
    def test_a_chair_can_read_of_sign_ins_and_tries(self, kim, editor):
        client = admin()
        fail(client, editor.email, 1)
        fail(client, "siapa@example.id", 1)
        sign_in(client, editor.email)
        client.post("/admin/logout/")

        rows = AuditEntry.objects.filter(kim=kim).exclude(action="role_given").order_by("pk")
        assert [row.action for row in rows] == ["sign_in_failed", "signed_in", "signed_out"]
        assert rows[0].actor is None
        assert rows[0].target == "editor@example.id"
        assert {row.network for row in rows} == {"203.0.113.5"}

    def test_a_lock_is_noted_once(self, editor):
        fail(admin(), editor.email, 8)
        assert actions().count("locked_out") == 1
        assert actions().count("sign_in_failed") == 4

    def test_a_new_password_is_noted_but_not_the_first_one_or_a_better_hash(self, kim, editor, settings):
        assert "password_changed" not in actions()
        settings.PASSWORD_HASHERS = [
            "django.contrib.auth.hashers.PBKDF2PasswordHasher", "django.contrib.auth.hashers.MD5PasswordHasher",
        ]  # fmt: skip
        sign_in(admin(), editor.email)
        assert "password_changed" not in actions()
        editor.refresh_from_db()
        editor.set_password("jambu-mete-7")
        editor.save()
        assert AuditEntry.objects.get(action="password_changed").kim == kim

    def test_the_life_of_the_second_step_is_noted(self, editor, admin_client_for):
        client = admin_client_for(editor)
        enrol(client, editor)
        two_factor.check_code(editor, "000000")
        two_factor.switch_off(editor)
        assert [name for name in actions() if name.startswith("two_factor")] == [
            "two_factor_on", "two_factor_failed", "two_factor_off",
        ]  # fmt: skip


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True, serialized_rollback=True)
class TestAtTheSameMoment:
    def test_wrong_tries_at_once_are_all_counted(self, kim):
        editor = member(kim, "editor", "editor@example.id")
        results = at_once([lambda: fail(admin(), editor.email, 1) for _number in range(6)])
        assert {getattr(result, "status_code", result) for result in results} <= {200, 429}
        assert sign_in(admin(), editor.email).status_code == 429

    @pytest.mark.parametrize("kind", ["app", "paper"])
    def test_a_code_typed_in_several_places_at_once_opens_one(self, kim, admin_client_for, kind):
        editor = member(kim, "editor", "editor@example.id")
        give_app(editor)
        code = code_of(editor) if kind == "app" else two_factor.new_recovery_codes(editor)[0]
        clients = [admin_client_for(editor) for _number in range(5)]
        calls = [lambda client=client: client.post("/admin/two-factor/verify/", {"code": code}) for client in clients]
        statuses = [getattr(result, "status_code", result) for result in at_once(calls)]
        assert sorted(statuses) == [200, 200, 200, 200, 302]

    def test_two_phones_added_at_once_leave_one(self, kim):
        editor = member(kim, "editor", "editor@example.id")

        def add():
            key = two_factor.new_key()
            totp = TOTP(bytes.fromhex(key))
            totp.time = time.time()
            return two_factor.switch_on(editor, key, f"{totp.token():06d}")

        results = at_once([add, add, add])
        assert all(isinstance(result, TOTPDevice) for result in results), results
        assert TOTPDevice.objects.filter(user=editor).count() == 1
