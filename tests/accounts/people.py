"""Signing in as somebody, rightly and wrongly; shared by the tests of accounts."""

import time

from django_otp.oath import TOTP
from django_otp.plugins.otp_totp.models import TOTPDevice

from access.models import AuditEntry
from accounts.services import two_factor
from home.models import HubPage
from home.services.hubs import curator_group
from kim_sites.models import User
from tests.conftest import HostClient

LOGIN = "/admin/login/"
PASSWORD = "rahasia-sekali"


def admin(address: str = "203.0.113.5", **headers) -> HostClient:
    """A client on the admin's host, from a network address."""
    return HostClient("admin.localhost:8000", REMOTE_ADDR=address, **headers)


def sign_in(client, email: str, password: str = PASSWORD, **data):
    return client.post(LOGIN, {"username": email, "password": password, **data})


def fail(client, email: str, times: int):
    for _number in range(times):
        response = sign_in(client, email, "salah")
    return response


def code_of(user, steps: int = 0) -> str:
    """The code that the person's app shows; `steps` looks into the future."""
    device = two_factor.device_of(user)
    totp = TOTP(device.bin_key, device.step)
    totp.time = time.time() + 30 * steps
    return f"{totp.token():06d}"


def give_app(user, key: str = "") -> TOTPDevice:
    """An app that was added some time ago."""
    return TOTPDevice.objects.create(user=user, name="app", key=key or two_factor.new_key())


def curator_of(kim) -> User:
    """A curator of the KIM's regency."""
    user = User.objects.create_user("kurator@example.id", PASSWORD, first_name="Kurator")
    hub = HubPage.objects.get(region_id="62.02")
    user.groups.add(curator_group(hub))
    return user


def actions() -> list[str]:
    return list(AuditEntry.objects.order_by("pk").values_list("action", flat=True))


def enrol(client, user, next_url: str = ""):
    """Go through the screens as a person does; returns the answer to the first code."""
    page = client.get("/admin/two-factor/enrol/", {"next": next_url} if next_url else {})
    assert page.status_code == 200
    totp = TOTP(bytes.fromhex(client.session["two_factor_key"]))
    totp.time = time.time()
    return client.post("/admin/two-factor/enrol/", {"code": f"{totp.token():06d}", "next": next_url})
