"""Keeps programs away from the forms for applicants without asking people for riddles: a trap, a clock and counters.

Who is refused gets a sentence and loses nothing that was typed.
"""

import datetime

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.services.throttling import count_once, network_name

TRAP = "situs_web"  # a field that people don't see
CLOCK = "dibuka"
SALT = "onboarding.apply"
LONGEST_OPEN = datetime.timedelta(days=2)


def opened() -> str:
    """The moment at which a form was shown, signed."""
    return signing.TimestampSigner(salt=SALT).sign("form")


def check_person(data) -> None:
    """Look at the trap and the clock of a sent form. Raises ValidationError with a sentence for people."""
    if data.get(TRAP):
        raise ValidationError(
            _("A hidden field of this page was filled in, as programs do. Please empty it, or open the page anew."),
            code="trap",
        )
    signer = signing.TimestampSigner(salt=SALT)
    try:
        signer.unsign(data.get(CLOCK, ""), max_age=LONGEST_OPEN)
    except signing.BadSignature as error:
        raise ValidationError(
            _("This page was open for very long. Please press the button once more."), code="old"
        ) from error
    try:
        signer.unsign(data.get(CLOCK, ""), max_age=settings.APPLY_FEWEST_SECONDS)
    except signing.SignatureExpired:
        return
    if settings.APPLY_FEWEST_SECONDS:
        raise ValidationError(
            _("That was very quick. Please wait a moment and press the button once more."), code="quick"
        )


def check_age(moment: datetime.datetime) -> None:
    """Nobody writes a whole application in some seconds. Raises ValidationError."""
    if (timezone.now() - moment).total_seconds() < settings.APPLY_FEWEST_SECONDS_TO_SEND:
        raise ValidationError(
            _("That was very quick. Please look over everything, then press Send once more."), code="quick"
        )


def check_network(request, purpose: str, limit: int, seconds: int = 3600) -> None:
    """Count one request of this network. Raises ValidationError beyond the limit."""
    network = network_name(request)
    if network and not count_once(f"apply-{purpose}", network, limit, seconds):
        raise ValidationError(_too_many(), code="too_many")


def check_address(email: str) -> None:
    """Count one application sent with this e-mail address. Raises ValidationError beyond the limit of a day."""
    if email and not count_once("apply-send", email.lower(), settings.APPLICATIONS_PER_ADDRESS, 24 * 3600):
        raise ValidationError(
            _(
                "Several applications were sent with this e-mail address today. Please send this one tomorrow; it is saved."
            ),
            code="too_many",
        )


def may_mail(email: str) -> bool:
    """Whether this address may get one more link today."""
    return count_once("apply-mail", email.lower(), settings.APPLICATION_LINKS_PER_ADDRESS, 24 * 3600)


def _too_many() -> str:
    return _("Too much came from your network within a short time. Please wait an hour; what you have saved is kept.")
