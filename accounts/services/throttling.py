"""Who has tried too often: sign-ins by django-axes in the database, requests for a new password by the cache."""

import datetime
import hashlib
import ipaddress

from axes.handlers.database import AxesDatabaseHandler
from django.conf import settings
from django.core.cache import cache
from django.db.models import Max, Sum
from django.utils import timezone
from django.utils.translation import ngettext

from access.services.audit import network_of


def account_name(request, credentials: dict | None = None) -> str:
    """The account that a sign-in names, in the one spelling under which tries are counted."""
    given = credentials or request.POST
    return str(given.get("username") or given.get("email") or "").strip().lower()[:254]


def network_name(request) -> str | None:
    """The network address under which tries are counted: one line's whole block in IPv6, else the address itself."""
    address = network_of(request)
    if address is None:
        return None
    parsed = ipaddress.ip_address(address)
    if parsed.version == 4:
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network((parsed, 64), strict=False).network_address)


def keep_response(request, response, credentials=None):
    """Leave the answer as it is: `accounts.views.sign_in` has put it into words already."""
    return response


class SignInHandler(AxesDatabaseHandler):
    """Counts three ways: one account from one network, one account from anywhere, one network for any account."""

    def get_failures(self, request, credentials=None) -> int:
        """The tries of this account from this network; the limit itself if any of the three counts is full.

        Sets `request.locked_until`, the moment from which one may try again, or None.
        """
        account, network = account_name(request, credentials), network_name(request)
        attempts = self.fresh_attempts(request)
        own = attempts.filter(username=account, ip_address=network)
        counts = [
            (own, settings.AXES_FAILURE_LIMIT),
            (attempts.filter(username=account), settings.SIGN_IN_TRIES_PER_ACCOUNT),
            (attempts.filter(ip_address=network), settings.SIGN_IN_TRIES_PER_NETWORK),
        ]
        found = [
            (rows.aggregate(tries=Sum("failures_since_start"), last=Max("attempt_time")), limit)
            for rows, limit in counts
        ]
        full = [count["last"] for count, limit in found if (count["tries"] or 0) >= limit]
        request.locked_until = max(full) + settings.AXES_COOLOFF_TIME if full else None
        return settings.AXES_FAILURE_LIMIT if full else found[0][0]["tries"] or 0

    def fresh_attempts(self, request):
        """Tries that still count."""
        from axes.models import AccessAttempt

        return AccessAttempt.objects.filter(attempt_time__gte=request.axes_attempt_time - settings.AXES_COOLOFF_TIME)


def seconds_left(until: datetime.datetime | None) -> int:
    """Whole seconds from now to a moment, at least one."""
    return max(1, round((until - timezone.now()).total_seconds())) if until else 1


def wait_sentence(until: datetime.datetime | None) -> str:
    """Say how long to wait; nothing in it depends on whether there is such an account."""
    seconds = seconds_left(until)
    if seconds < 60:
        return ngettext(
            "Too many wrong tries. Please wait %(seconds)s second, then try again.",
            "Too many wrong tries. Please wait %(seconds)s seconds, then try again.",
            seconds,
        ) % {"seconds": seconds}
    minutes = -(-seconds // 60)
    return ngettext(
        "Too many wrong tries. Please wait %(minutes)s minute, then try again.",
        "Too many wrong tries. Please wait %(minutes)s minutes, then try again.",
        minutes,
    ) % {"minutes": minutes}


def count_once(purpose: str, name: str, limit: int, seconds: int = 3600) -> bool:
    """Count one request in the cache; False when `name` had `limit` of them within the time already."""
    key = f"accounts-{purpose}:{hashlib.sha256(name.encode()).hexdigest()}"
    cache.add(key, 0, seconds)
    try:
        return cache.incr(key) <= limit
    except ValueError:  # the key ran out in between
        return True
