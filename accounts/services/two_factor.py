"""The second step at sign-in: a code from an authenticator app, or one of ten codes on paper (django-otp)."""

import binascii
import datetime
from base64 import b32encode
from dataclasses import dataclass

import django_otp
from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice
from django_otp.util import random_hex

from access.models import AuditEntry
from access.services import audit
from home.services.curation import hubs_of
from kim_sites.models import User

Action = AuditEntry.Action
RECOVERY_CODES = 10
DEVICE_NAME = "app"
PAPER_NAME = "paper"


@dataclass(frozen=True)
class Checked:
    """What came of a code: `device` accepted it; or nothing did, and `locked_until` says when one may try again."""

    device: object | None = None
    locked_until: datetime.datetime | None = None


def is_privileged(user) -> bool:
    """Whether much hangs on the account: an operator, or somebody who may publish on a hub. Two queries at most."""
    return user.is_superuser or hubs_of(user).exists()


def must_have(user) -> bool:
    """Whether the person can't go without the second step."""
    return settings.TWO_FACTOR_REQUIRED and is_privileged(user)


def device_of(user) -> TOTPDevice | None:
    """The person's authenticator app, or None."""
    return TOTPDevice.objects.filter(user_id=user.pk, confirmed=True).order_by("-pk").first()


def codes_left(user) -> int:
    """How many recovery codes the person still has."""
    return StaticToken.objects.filter(device__user_id=user.pk).count()


def new_key() -> str:
    """A secret for an app, in hexadecimal digits, 160 bits long."""
    return random_hex(20)


def app_address(user, key: str) -> str:
    """The `otpauth://` address that an app reads from a picture or opens from a link."""
    return TOTPDevice(user=user, key=key).config_url


def secret_in_groups(key: str) -> str:
    """The secret for typing, in groups of four letters."""
    secret = b32encode(binascii.unhexlify(key)).decode()
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))


def plain(code: str) -> str:
    """A typed code without the spaces and dashes that make it readable."""
    return "".join(sign for sign in code.lower() if sign.isascii() and sign.isalnum())


@transaction.atomic
def switch_on(user, key: str, code: str) -> TOTPDevice | None:
    """Keep the app that showed `code` for the secret `key`; None if the code is wrong. A former app is forgotten.

    The code can't be used a second time. Two calls at once queue on the person's row; the last one stands.
    """
    User.objects.select_for_update().get(pk=user.pk)
    device = TOTPDevice(user_id=user.pk, key=key, name=DEVICE_NAME, confirmed=True)
    totp = TOTP(device.bin_key, device.step, device.t0, device.digits, device.drift)
    totp.time = timezone.now().timestamp()
    code = plain(code)
    if not code.isdigit() or not totp.verify(int(code), device.tolerance):
        return None
    TOTPDevice.objects.filter(user_id=user.pk).delete()
    device.last_t, device.drift = totp.t(), totp.drift
    device.save()
    audit.record_for_person(Action.TWO_FACTOR_ON, user)
    return device


@transaction.atomic
def new_recovery_codes(user) -> list[str]:
    """Make ten new recovery codes; the former ones are worth nothing any more."""
    User.objects.select_for_update().get(pk=user.pk)
    device, _created = StaticDevice.objects.get_or_create(user_id=user.pk, defaults={"name": PAPER_NAME})
    device.token_set.all().delete()
    codes: set[str] = set()
    while len(codes) < RECOVERY_CODES:
        codes.add(StaticToken.random_token())
    StaticToken.objects.bulk_create(StaticToken(device=device, token=code) for code in sorted(codes))
    return [f"{code[:4]}-{code[4:]}" for code in sorted(codes)]


def check_code(user, code: str) -> Checked:
    """Try a code of the app (six digits) or a recovery code. Each code works once; wrong ones make the next wait longer."""
    code = plain(code)
    app = device_of(user)
    paper = StaticDevice.objects.filter(user_id=user.pk).first()
    device = app if code.isdigit() and len(code) <= 6 else paper
    if device is None:
        return Checked()
    allowed, why = device.verify_is_allowed()
    if not allowed:
        return Checked(locked_until=why["locked_until"])
    accepted = django_otp.verify_token(user, device.persistent_id, code)
    if accepted is None:
        audit.record_for_person(Action.TWO_FACTOR_FAILED, user)
        device.refresh_from_db()
        return Checked(locked_until=(device.verify_is_allowed()[1] or {}).get("locked_until"))
    return Checked(device=accepted)


@transaction.atomic
def switch_off(user, by=None) -> bool:
    """Forget the person's app and recovery codes; False if there were none. `by` is who did it, else the person."""
    apps, _rows = TOTPDevice.objects.filter(user_id=user.pk).delete()
    papers, _rows = StaticDevice.objects.filter(user_id=user.pk).delete()
    if not apps + papers:
        return False
    audit.record_for_person(Action.TWO_FACTOR_OFF, user, user=by, target=user)
    return True
