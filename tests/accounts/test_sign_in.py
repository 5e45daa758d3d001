"""Signing in: wrong tries, networks, passwords and their reset."""

import datetime
import re

import pytest
from django.conf import settings as project
from django.core import mail
from django.core.management import call_command
from django.test import RequestFactory
from django.utils import timezone

from access.models import AuditEntry
from accounts.middleware import ForwardedAddressMiddleware
from kim_sites.models import User
from tests.accounts.people import LOGIN, PASSWORD, admin, fail, give_app, sign_in
from tests.factories import member

pytestmark = pytest.mark.django_db


class TestThrottling:
    def test_after_five_wrong_tries_the_right_password_does_not_help(self, editor):
        fail(admin(), editor.email, 5)

        response = sign_in(admin(), editor.email)

        assert response.status_code == 429
        assert "Please wait 15 minutes" in response.content.decode() or "15 menit" in response.content.decode()
        assert "_auth_user_id" not in response.client.session

    def test_four_wrong_tries_are_forgiven_and_forgotten(self, editor):
        fail(admin(), editor.email, 4)
        assert sign_in(admin(), editor.email).status_code == 302
        fail(admin(), editor.email, 4)
        assert sign_in(admin(), editor.email).status_code == 302

    def test_spelling_the_address_differently_is_no_way_around(self, editor):
        for spelling in ("editor@example.id", "EDITOR@example.id", " Editor@Example.ID ", "eDITOR@example.id"):
            fail(admin(), spelling, 1)
        assert fail(admin(), editor.email, 1).status_code == 429

    def test_another_browser_on_the_same_line_is_no_way_around(self, editor):
        for number in range(5):
            client = admin()
            client.post(LOGIN, {"username": editor.email, "password": "salah"}, headers={"user-agent": f"B{number}"})
        assert sign_in(admin(), editor.email).status_code == 429

    def test_another_account_on_the_same_line_still_works(self, kim, editor):
        neighbour = member(kim, "editor", "tetangga@example.id")
        fail(admin(), editor.email, 6)
        assert sign_in(admin(), neighbour.email).status_code == 302

    def test_the_person_can_still_sign_in_from_elsewhere(self, editor):
        fail(admin(), editor.email, 6)
        assert sign_in(admin("198.51.100.9"), editor.email).status_code == 302

    def test_an_account_tried_from_many_places_is_locked_everywhere(self, editor, settings):
        settings.SIGN_IN_TRIES_PER_ACCOUNT = 6
        for number in range(3):
            fail(admin(f"198.51.100.{number}"), editor.email, 2)
        assert sign_in(admin("192.0.2.1"), editor.email).status_code == 429

    def test_a_network_that_tries_many_accounts_is_locked(self, editor, settings):
        settings.SIGN_IN_TRIES_PER_NETWORK = 4
        for number in range(4):
            fail(admin(), f"orang{number}@example.id", 1)
        assert sign_in(admin(), editor.email).status_code == 429

    def test_addresses_of_one_line_in_ipv6_count_together(self, editor):
        for number in range(5):
            fail(admin(f"2001:db8:1:2::{number}"), editor.email, 1)
        assert sign_in(admin("2001:db8:1:2::abcd"), editor.email).status_code == 429
        assert sign_in(admin("2001:db8:1:3::1"), editor.email).status_code == 302

    def test_the_answer_is_the_same_for_an_unknown_account(self, editor):
        known, unknown = fail(admin(), editor.email, 6), fail(admin(), "siapa@example.id", 6)

        def readable(response, email):
            text = re.sub(r"\b\w{64}\b", "", response.content.decode())  # tokens against forged requests
            return text.replace(email, "")

        assert known.status_code == unknown.status_code == 429
        assert readable(known, editor.email) == readable(unknown, "siapa@example.id")
        assert 880 <= int(known["Retry-After"]) <= 900

    def test_the_lock_ends_by_itself_and_trying_on_does_not_make_it_longer(self, editor):
        from axes.models import AccessAttempt

        fail(admin(), editor.email, 5)
        started = AccessAttempt.objects.get().attempt_time
        fail(admin(), editor.email, 3)
        assert AccessAttempt.objects.get().attempt_time == started
        AccessAttempt.objects.update(attempt_time=started - datetime.timedelta(minutes=16))

        assert sign_in(admin(), editor.email).status_code == 302

    def test_the_time_to_wait_grows_shorter(self, editor):
        from axes.models import AccessAttempt

        fail(admin(), editor.email, 5)
        AccessAttempt.objects.update(attempt_time=timezone.now() - datetime.timedelta(minutes=12))

        assert "3 men" in sign_in(admin(), editor.email).content.decode().replace("minutes", "menit")

    def test_an_operator_can_end_a_lock(self, editor):
        fail(admin(), editor.email, 6)
        call_command("axes_reset_username", editor.email)
        assert sign_in(admin(), editor.email).status_code == 302

    def test_passwords_are_not_kept_with_the_tries(self, editor):
        from axes.models import AccessAttempt

        sign_in(admin(), editor.email, "rahasia-yang-salah")
        assert "rahasia-yang-salah" not in str(AccessAttempt.objects.values().get())

    def test_a_request_without_a_network_address_is_counted_too(self, editor):
        fail(admin(""), editor.email, 5)
        assert sign_in(admin(""), editor.email).status_code == 429

    def test_readers_cost_no_query_more(self, kim, site_client, django_assert_num_queries):
        client = site_client(kim)
        client.get("/")
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        text = " ".join(query["sql"] for query in queries)
        assert not re.search("axes_|otp_|django_session|kim_sites_user|access_audit", text)


class TestProxy:
    def address(self, trusted, settings, **headers):
        settings.TRUST_PROXY = trusted
        seen = {}
        request = RequestFactory().get("/", REMOTE_ADDR="127.0.0.1", headers=headers)
        ForwardedAddressMiddleware(lambda given: seen.update(given.META))(request)
        return seen["REMOTE_ADDR"]

    def test_only_the_hop_of_the_own_proxy_counts(self, settings):
        assert self.address(True, settings, **{"x-forwarded-for": "6.6.6.6, 36.88.1.2"}) == "36.88.1.2"

    @pytest.mark.parametrize("value", ["", "unknown", "36.88.1.2, ", "36.88.1.2:80", "<script>"])
    def test_what_is_no_address_is_left_out(self, settings, value):
        assert self.address(True, settings, **{"x-forwarded-for": value}) == "127.0.0.1"

    def test_without_a_proxy_the_header_is_ignored(self, settings, editor):
        settings.TRUST_PROXY = False
        for number in range(5):
            admin().post(
                LOGIN, {"username": editor.email, "password": "x"}, headers={"x-forwarded-for": f"36.88.0.{number}"}
            )
        assert sign_in(admin(), editor.email).status_code == 429

    def test_behind_a_proxy_each_reader_has_an_address_of_their_own(self, settings, editor):
        settings.TRUST_PROXY = True
        for _number in range(6):
            admin().post(
                LOGIN, {"username": editor.email, "password": "x"}, headers={"x-forwarded-for": "9.9.9.9, 36.88.0.1"}
            )
        client = admin()
        response = client.post(
            LOGIN, {"username": editor.email, "password": PASSWORD}, headers={"x-forwarded-for": "36.88.0.1, 36.88.0.2"}
        )
        assert response.status_code == 302
        assert AuditEntry.objects.get(action="signed_in").network == "36.88.0.2"


class TestPasswords:
    def reset(self, client, email: str):
        return client.post("/admin/password_reset/", {"email": email})

    def link(self) -> str:
        return re.search(r"/admin/password_reset/confirm/\S+", mail.outbox[-1].body)[0]

    def choose(self, client, password: str):
        page = client.get(self.link(), follow=True)
        return client.post(page.redirect_chain[-1][0], {"new_password1": password, "new_password2": password})

    def test_the_answer_is_the_same_whether_there_is_an_account_or_not(self, editor):
        editor_gone = User.objects.create_user("pergi@example.id", PASSWORD, is_active=False)
        answers = [self.reset(admin(), email) for email in (editor.email, "siapa@example.id", editor_gone.email)]

        assert {(answer.status_code, answer["Location"]) for answer in answers} == {
            (302, "/admin/password_reset/done/")
        }
        assert [message.to for message in mail.outbox] == [[editor.email]]

    def test_the_request_itself_asks_nothing_about_the_account(self, editor, settings):
        """Only the queue does, so the time of the answer tells nothing."""
        settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(connection) as queries:
            self.reset(admin(), editor.email)
        assert "kim_sites_user" not in " ".join(query["sql"] for query in queries)

    def test_the_mail_leads_to_the_admin_whatever_host_was_asked(self, editor):
        self.reset(admin(), editor.email)
        assert "http://admin.localhost:8000/admin/password_reset/confirm/" in mail.outbox[0].body

    def test_somebody_who_never_had_a_password_gets_a_first_one(self, kim):
        chair = User.objects.get(email="ketua.parenggean@example.id")
        assert not chair.has_usable_password()
        self.reset(admin(), chair.email)
        self.choose(admin(), "jambu-mete-7")
        assert sign_in(admin(), chair.email, "jambu-mete-7").status_code == 302

    def test_one_person_is_not_flooded_with_mail(self, editor):
        for number in range(5):
            assert self.reset(admin(f"192.0.2.{number}"), editor.email).status_code == 302
        assert len(mail.outbox) == project.RESETS_PER_ACCOUNT

    def test_a_network_that_asks_too_often_reads_why(self, editor, settings):
        settings.RESETS_PER_NETWORK = 2
        for number in range(2):
            self.reset(admin(), f"orang{number}@example.id")
        response = self.reset(admin(), editor.email)
        assert response.status_code == 200
        assert "an hour" in response.content.decode() or "satu jam" in response.content.decode()
        assert self.reset(admin("198.51.100.7"), editor.email).status_code == 302
        assert len(mail.outbox) == 1

    def test_a_new_password_ends_every_other_session(self, editor, admin_client_for):
        elsewhere = admin_client_for(editor)
        assert elsewhere.get("/admin/account/").status_code == 200
        self.reset(admin(), editor.email)
        self.choose(admin(), "jambu-mete-7")
        assert LOGIN in elsewhere.get("/admin/account/")["Location"]

    def test_the_link_works_once_and_for_a_day(self, editor, settings):
        self.reset(admin(), editor.email)
        self.choose(admin(), "jambu-mete-7")
        assert "csrfmiddlewaretoken" not in admin().get(self.link(), follow=True).content.decode()

        self.reset(admin(), editor.email)
        assert project.PASSWORD_RESET_TIMEOUT == 24 * 3600
        settings.PASSWORD_RESET_TIMEOUT = -1
        assert "csrfmiddlewaretoken" not in admin().get(self.link(), follow=True).content.decode()

    @pytest.mark.parametrize("password", ["pendek-1", "1234567890", "password123", "parenggean", "KIM Parenggean 2026"])
    def test_easy_passwords_are_refused(self, editor, password):
        self.reset(admin(), editor.email)
        assert self.choose(admin(), password).status_code == 200
        editor.refresh_from_db()
        assert editor.check_password(PASSWORD)

    def test_a_new_password_does_not_open_the_second_step(self, editor):
        give_app(editor)
        self.reset(admin(), editor.email)
        client = admin()
        self.choose(client, "jambu-mete-7")
        sign_in(client, editor.email, "jambu-mete-7")
        assert "/two-factor/verify/" in client.get("/admin/")["Location"]
