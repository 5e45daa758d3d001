"""What a session remembers of its sign-in, so that no request has to ask the database again."""

import time

from django.conf import settings
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from access.models import AuditEntry
from accounts.services import two_factor

PRIVILEGED, HAS_DEVICE, SEEN_AT, PREVIOUS = "is_privileged", "has_second_step", "seen_at", "previous_sign_in"
TOUCH_EVERY = 10 * 60  # seconds after which the last request is noted again


def begin(request, user) -> None:
    """Note what holds for the whole session. Call it before the sign-in itself is written into the audit."""
    request.session[PRIVILEGED] = two_factor.is_privileged(user)
    request.session[HAS_DEVICE] = two_factor.device_of(user) is not None
    request.session[SEEN_AT] = int(time.time())
    request.session[PREVIOUS] = previous_sign_in(user)


def previous_sign_in(user) -> dict | None:
    """When and from which network the person signed in last; None if the audit knows of no time."""
    entries = AuditEntry.objects.filter(actor=user, action=AuditEntry.Action.SIGNED_IN)
    last = entries.order_by("-at").values("at", "network").first()
    return {"at": last["at"].isoformat(), "network": last["network"] or ""} if last else None


def previous(request) -> tuple | None:
    """The sign-in before this one: local time and shortened network address; None if there is none to show."""
    noted = request.session.get(PREVIOUS)
    if not noted:
        return None
    return timezone.localtime(parse_datetime(noted["at"])), shorten(noted["network"])


def shorten(network: str) -> str:
    """A network address of which only the first half is shown."""
    if ":" in network:
        return ":".join(network.split(":")[:2]) + ":…"
    return ".".join(network.split(".")[:2]) + ".x.x" if network else ""


def needs_second_step(request) -> bool:
    """Whether this session's person has to show a code before anything else."""
    if PRIVILEGED not in request.session:  # signed in before this was noted
        begin(request, request.user)
    required = settings.TWO_FACTOR_REQUIRED and (request.session[PRIVILEGED] or request.user.is_superuser)
    return required or request.session[HAS_DEVICE]


def is_over(request) -> bool:
    """Whether a session on which much hangs was left alone too long; otherwise this request is noted."""
    if not request.session.get(PRIVILEGED):
        return False
    now = int(time.time())
    seen_at = request.session.get(SEEN_AT, now)
    if now - seen_at > settings.PRIVILEGED_SESSION_IDLE:
        return True
    if now - seen_at > TOUCH_EVERY:
        request.session[SEEN_AT] = now
    return False


def verified(request, device) -> None:
    """Let the session pass the second step, under a new key."""
    import django_otp

    request.session.cycle_key()
    django_otp.login(request, device)
    request.session[HAS_DEVICE] = True
