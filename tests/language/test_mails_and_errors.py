"""Mails come in the language of whoever reads them; refusals and errors of the admin's host are Indonesian."""

import pytest
from django.core import mail as django_mail
from django.test import RequestFactory
from django.utils import translation
from django.views import defaults
from wagtail.users.models import UserProfile

from kim_sites.models import User
from kim_sites.services import mail
from lifecycle.services import life_mail  # noqa: F401  (registers its mails)
from members.services import invitations
from tests import factories
from tests.conftest import HostClient
from tests.language.reading import english_in, texts_of

pytestmark = pytest.mark.django_db


def prefer(user: User, language: str) -> None:
    """Choose a language as the account's page does."""
    profile = UserProfile.get_for_user(user)
    profile.preferred_language = language
    profile.save()


def english_of_mail(message) -> set[str]:
    """English words of a mail, without its addresses."""
    return english_in(f"{message.subject}\n{message.body}".replace("\n", " "))


@pytest.mark.parametrize(("language", "is_english"), [("", False), ("id-id", False), ("en", True)])
def test_a_mail_is_in_the_language_of_its_reader_and_not_of_its_sender(kim, language, is_english):
    chair = factories.member(kim, "chair", "ketua@example.id")
    reader = User.objects.create_user("pembaca@example.id", password="rahasia-sekali")
    prefer(reader, language)
    prefer(chair, "id-id" if is_english else "en")
    with translation.override("id-id" if is_english else "en"):
        invitations.invite(chair, kim, "pembaca@example.id", "editor")
    (message,) = django_mail.outbox
    assert bool(english_of_mail(message)) == is_english, (message.subject, message.body)


def test_whoever_has_no_account_reads_indonesian(kim):
    chair = factories.member(kim, "chair", "ketua@example.id")
    with translation.override("en"):
        invitations.invite(chair, kim, "tamu@example.id", "contributor")
    (message,) = django_mail.outbox
    assert not english_of_mail(message), message.body


def test_a_language_that_is_no_longer_offered_is_indonesian(db):
    reader = User.objects.create_user("pembaca@example.id", password="rahasia-sekali")
    prefer(reader, "fr")
    assert mail.language_of("Pembaca@example.id") == "id-id"


def test_what_is_closed_or_not_there_is_said_in_indonesian(kim, admin_client_for):
    client = admin_client_for(factories.member(kim, "contributor", "warga@example.id"))
    for url in ("/admin/tidak-ada/", "/admin/sites/", "/admin/pages/999999/edit/", "/documents/9/tidak-ada.pdf"):
        response = client.get(url, headers={"accept-language": "en"})
        assert response.status_code == 404
        texts = texts_of(response.content.decode())
        assert texts
        assert not [text for text in texts if english_in(text)]


def test_a_form_that_is_too_old_to_be_sent_says_so_in_indonesian(kim):
    client = HostClient("admin.localhost:8000", enforce_csrf_checks=True)
    client.force_login(factories.member(kim, "contributor", "warga@example.id"))
    response = client.post("/admin/account/", headers={"accept-language": "en"})
    assert response.status_code == 403
    assert not [text for text in texts_of(response.content.decode()) if english_in(text)]


@pytest.mark.parametrize(
    ("view", "status"),
    [
        (defaults.bad_request, 400),
        (defaults.permission_denied, 403),
        (defaults.page_not_found, 404),
        (defaults.server_error, 500),
    ],
)
def test_every_kind_of_error_has_an_indonesian_page(view, status):
    request = RequestFactory().get("/admin/", headers={"host": "admin.localhost:8000"})
    request._wagtail_site = None
    arguments = () if status == 500 else (Exception("nothing"),)
    response = view(request, *arguments)
    assert response.status_code == status
    texts = texts_of(response.content.decode())
    assert len(texts) > 2
    assert not [text for text in texts if english_in(text)]


def test_refused_files_are_answered_in_indonesian(kim, admin_client_for):
    client = admin_client_for(factories.member(kim, "editor", "redaksi@example.id"))
    response = client.post(
        "/admin/documents/multiple/add/",
        {"title": "x", "files[]": factories.picture_file(name="x.exe")},
        headers={"x-requested-with": "XMLHttpRequest"},
    )
    words = response.json()["error_message"]
    assert words
    assert not english_in(words), words
