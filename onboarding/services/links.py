"""Numbers and secrets of applications: what the applicant keeps to come back."""

import secrets

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac

from home.services.provinces import province_address
from kim_sites.services.hosts import base_domain
from onboarding.models import Application

# Without 0, O, 1, I and L: numbers are read out on the phone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
SECRET_LENGTH = 12


def new_number() -> str:
    """A number nobody has yet, like `P-7KQ4M2XW`; it tells nothing about how many there are."""
    while True:
        number = "P-" + "".join(secrets.choice(LETTERS) for _place in range(8))
        if not Application.objects.filter(number=number).exists():
            return number


def secret_of(application: Application) -> str:
    """The secret that goes with the number; worked out, so that mails can repeat the link and no table holds it."""
    digest = salted_hmac("onboarding.application", f"{application.number}:{application.nonce}", algorithm="sha256")
    return "".join(LETTERS[byte % len(LETTERS)] for byte in digest.digest()[:SECRET_LENGTH])


def find(number: str, secret: str) -> Application | None:
    """The application that number and secret open together; spelling with small letters and blanks is forgiven."""
    number, secret = _tidy(number), _tidy(secret)
    application = Application.objects.select_related("region", "regency", "kim__site").filter(number=number).first()
    if application is None or not constant_time_compare(secret_of(application), secret):
        return None
    return application


def tracking_url(application: Application) -> str:
    """The whole address of the tracking page, on the hub of the province (the nation's while no village is chosen)."""
    path = reverse("apply:track", args=[application.number, secret_of(application)])
    return public_hub_url(application.regency_id or "") + path.lstrip("/")


def public_hub_url(region_code: str) -> str:
    """The address of the hub site on which a region's people are served, with a slash at the end."""
    if region_code and region_code != "00":
        return province_address(region_code.split(".")[0])
    base = base_domain()
    return f"{settings.PUBLIC_SCHEME}://{base.name}{f':{base.port}' if base.port else ''}/"


def _tidy(text: str) -> str:
    return "".join(text.split()).upper()[:40]
