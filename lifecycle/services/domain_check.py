"""Whether a domain leads to this installation: asked of DNS first, then of whoever answers there.

Nothing is ever fetched from an address that is not the installation's own, so nobody can make the server knock at
others' doors.
"""

import http.client
import secrets
import socket
import ssl
from concurrent.futures import ThreadPoolExecutor
from concurrent.futures import TimeoutError as NoAnswer

from django.conf import settings
from django.core.cache import cache
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext as _

from kim_sites.services import hosts
from kim_sites.services.domains import DomainError

PATIENCE = 4  # seconds for a name, and for an answer
PENDING = 10 * 60  # seconds for which a web server may get a certificate for a domain that is being checked
PATH = "/-/points-here/"


def proof(hostname: str, nonce: str) -> str:
    """What only this installation can answer."""
    return salted_hmac("lifecycle.points-here", f"{hostname.lower()}:{nonce}", algorithm="sha256").hexdigest()


def is_pending(hostname: str) -> bool:
    """Whether a domain that leads to this server is being checked right now."""
    return bool(cache.get(f"pending-domain:{hostname}"))


def own_addresses() -> set[str]:
    """The network addresses at which this installation is reached. Raises DomainError if its own name is not found."""
    return set(settings.SERVER_ADDRESSES) or resolve(hosts.base_domain().name)


def resolve(hostname: str) -> set[str]:
    """The network addresses of a host name. Raises DomainError if there are none, or DNS is too slow."""
    pool = ThreadPoolExecutor(max_workers=1)
    try:
        found = pool.submit(socket.getaddrinfo, hostname, None, type=socket.SOCK_STREAM).result(timeout=PATIENCE)
    except (OSError, UnicodeError, NoAnswer) as error:
        raise DomainError(
            _("“%(host)s” is not found yet. Set the DNS record as shown; it may take some hours until it is seen.")
            % {"host": hostname}
        ) from error
    finally:
        pool.shutdown(wait=False)
    return {str(row[4][0]) for row in found}


def check_points_here(hostname: str) -> None:
    """Raise DomainError with one sentence unless the domain leads to this installation."""
    ours, theirs = own_addresses(), resolve(hostname)
    if not ours & theirs:
        raise DomainError(
            _("“%(host)s” leads elsewhere (%(found)s). It has to lead to %(wanted)s.")
            % {"host": hostname, "found": ", ".join(sorted(theirs)[:3]), "wanted": ", ".join(sorted(ours)[:3])}
        )
    cache.set(f"pending-domain:{hostname}", True, PENDING)
    nonce = secrets.token_hex(16)
    answers = [_ask(hostname, address, nonce) for address in sorted(ours & theirs)[:2]]
    if any(constant_time_compare(answer, proof(hostname, nonce)) for answer in answers):
        return
    if any(answers):
        raise DomainError(_("Another website answers on “%(host)s”.") % {"host": hostname})
    raise DomainError(
        _("“%(host)s” leads here, but nothing answers yet. Please try again in some minutes.") % {"host": hostname}
    )


def _ask(hostname: str, address: str, nonce: str) -> str:
    """What the server at `address` says on this host, plainly or with TLS; empty if nothing."""
    plain = http.client.HTTPConnection(address, hosts.base_domain().port or 80, timeout=PATIENCE)
    return _fetch(plain, hostname, nonce) or _fetch(_Encrypted(address, hostname), hostname, nonce)


class _Encrypted(http.client.HTTPSConnection):
    """TLS to an address under another name. The certificate is not judged: the proof is what counts."""

    def __init__(self, address: str, hostname: str):
        context = ssl.create_default_context()
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
        super().__init__(address, 443, timeout=PATIENCE, context=context)
        self.asked_for = hostname

    def connect(self):
        """Name the domain in the handshake, so that the web server chooses its certificate."""
        sock = socket.create_connection((self.host, self.port), self.timeout)
        self.sock = self._context.wrap_socket(sock, server_hostname=self.asked_for)


def _fetch(connection: http.client.HTTPConnection, hostname: str, nonce: str) -> str:
    try:
        connection.request("GET", f"{PATH}{nonce}", headers={"Host": hostname})
        response = connection.getresponse()
        return response.read(200).decode("ascii", "replace").strip() if response.status == 200 else ""
    except (OSError, http.client.HTTPException):
        return ""
    finally:
        connection.close()
