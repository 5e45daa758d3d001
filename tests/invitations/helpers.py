"""Inviting, and following the link in the mail."""

import re

from django.core import mail
from django.urls import reverse

from members.services import invitations
from tests.conftest import HostClient
from tests.test_members import chair_of

NEW_PASSWORD = "sungai-mentaya-77"
ADDRESS = "budi@example.id"
NEW_PERSON = {"name": "Budi Santoso", "password": NEW_PASSWORD, "again": NEW_PASSWORD}


def invite(kim, email: str = ADDRESS, role: str = "editor", actor=None) -> str:
    """Invite, and return the secret from the mail."""
    invitations.invite(actor or chair_of(kim), kim, email, role)
    return secret_of(mail.outbox[-1])


def secret_of(message) -> str:
    """The secret in a mail."""
    return re.search(r"/admin/invitation/([^/\s]+)/", message.body)[1]


def page(secret: str) -> str:
    """The address of an invitation."""
    return reverse("kim_invitation:show", args=[secret])


def visitor() -> HostClient:
    """Somebody who is not signed in."""
    return HostClient("admin.localhost:8000")


def accept(client, secret: str, **values):
    """Press the button."""
    return client.post(reverse("kim_invitation:accept"), {"secret": secret, **values})
