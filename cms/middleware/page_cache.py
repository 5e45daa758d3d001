"""Keeps finished pages: what nobody has signed in for is answered before Django does anything else.

A page is kept ready to be sent: compressed, with all its headers. It stands on the numbers of its KIM or hub
(kim_sites.services.versions), and is gone as soon as one of them has grown.
"""

import gzip
import hashlib
import re
import time
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.core.cache import caches
from django.core.exceptions import DisallowedHost
from django.http import HttpResponse, HttpResponseNotModified
from django.http.request import split_domain_port
from django.utils import timezone

from dashboard.services import readers
from kim_sites.services import versions

# Never kept: the admin, files, and what tells about the machine itself.
PASSED = ("/admin/", "/static/", "/media/", "/documents/", "/-/", "/_util/", "/cari/", "/daftar/")
# What lists understand; an address with anything else is worked out each time.
PARAMETERS = frozenset(["halaman", "jenis", "kategori", "tag", "tingkat", "urut", "wilayah"])
LONGEST_VALUE = 60  # characters
# What other services add to a link on its way; no page looks at it.
MARKS = re.compile(r"^(utm_.*|fbclid|gclid|igshid|igsh|mc_cid|mc_eid|ref|si)$")
# Headers that belong to one answer and not to the page.
FLEETING = frozenset(["date", "content-length", "etag", "content-encoding", "vary", "connection"])
SMALLEST_COMPRESSED = 200  # bytes
LOCK_SECONDS = 10
WAIT_SECONDS = 5.0
PAUSE = 0.02


@dataclass(frozen=True)
class KeptPage:
    """One page as it is sent."""

    body: bytes  # compressed if `is_gzip`
    is_gzip: bool
    headers: tuple[tuple[str, str], ...]
    etag: str
    names: list[str]
    numbers: list
    counted: tuple[int, int] | None = None  # the keys of the KIM and of the page whose readers are counted

    @property
    def is_current(self) -> bool:
        """Whether nothing that it stands on has changed."""
        return versions.current(self.names) == self.numbers


class PageCacheMiddleware:
    """The first of all middlewares. What it can't answer goes on to the others, and may be kept on its way back."""

    def __init__(self, get_response):
        self.get_response = get_response
        self.cache = caches["pages"]
        self.release = release()

    def __call__(self, request):
        response = self.respond(request)
        page = getattr(request, "counted_page", None)
        if page is not None and response.status_code in (200, 304):
            readers.note(request, page)
        return response

    def respond(self, request):
        """Answer with a kept page, or with what the others make."""
        key = self.key(request) if settings.PAGE_CACHE else None
        if key is None:
            return self.get_response(request)
        kept = self.cache.get(key)
        if kept is not None and kept.is_current:
            return answer(request, kept, "hit")
        if request.method == "HEAD":
            return self.get_response(request)
        return self.fill(request, key)

    def key(self, request) -> str | None:
        """Under which the page of this address is kept; None for what never is."""
        if request.method not in ("GET", "HEAD") or request.path_info.startswith(PASSED):
            return None
        if settings.SESSION_COOKIE_NAME in request.COOKIES or (
            settings.SECURE_SSL_REDIRECT and not request.is_secure()
        ):
            return None
        query = known_query(request.META.get("QUERY_STRING", ""))
        if query is None or len(request.path_info) > 500:
            return None
        try:
            host = split_domain_port(request.get_host().lower())[0]
        except DisallowedHost:
            return None
        address = f"{host}{request.path_info}?{query}".encode()
        return f"page:{self.release}:{hashlib.blake2b(address, digest_size=16).hexdigest()}"

    def fill(self, request, key: str):
        """Make the page, once: who asks for it meanwhile waits until it is there."""
        lock = f"{key}:lock"
        if not self.cache.add(lock, 1, LOCK_SECONDS):
            kept = self.wait(key, lock)
            if kept is not None:
                return answer(request, kept, "hit")
            return self.get_response(request)
        try:
            return self.make(request, key)
        finally:
            self.cache.delete(lock)

    def wait(self, key: str, lock: str) -> KeptPage | None:
        """The page as soon as whoever makes it is done; None if it can't be kept, or takes too long."""
        until = time.monotonic() + WAIT_SECONDS
        while time.monotonic() < until:
            time.sleep(PAUSE)
            # The lock first: when it has gone, the page is there or never will be.
            is_made = self.cache.get(lock) is None
            kept = self.cache.get(key)
            if kept is not None and kept.is_current:
                return kept
            if is_made:
                return None
        return None

    def make(self, request, key: str):
        """Let the page be made whole and uncompressed, keep it if it may be, and answer with it."""
        mark = versions.moment()
        wanted = {name: request.META.pop(name, None) for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MODIFIED_SINCE")}
        encodings = request.META.pop("HTTP_ACCEPT_ENCODING", None)
        response = self.get_response(request)
        request.META |= {name: value for name, value in wanted.items() if value is not None}
        if encodings is not None:
            request.META["HTTP_ACCEPT_ENCODING"] = encodings
        names = getattr(request, "page_versions", None)
        if not names or not may_be_kept(request, response):
            return response
        kept = keep(response, [versions.ALL, *names], getattr(request, "counted_page", None))
        if versions.unchanged_since(mark):
            self.cache.set(key, kept, seconds_to_keep())
        return answer(request, kept, "miss")


def release() -> str:
    """Changes when the program's files do: pages of an older release name stylesheets that may be gone."""
    return getattr(staticfiles_storage, "manifest_hash", "") or "0"


def known_query(query: str) -> str | None:
    """The part of a query string on which a page depends, in one order; None if there is something unknown in it."""
    if not query:
        return ""
    if len(query) > 1_000:
        return None
    pairs = [(name, value) for name, value in parse_qsl(query, keep_blank_values=True) if not MARKS.match(name)]
    if any(name not in PARAMETERS or len(value) > LONGEST_VALUE for name, value in pairs):
        return None
    return urlencode(sorted(pairs))


def may_be_kept(request, response) -> bool:
    """Whether an answer is a page for everybody: found, called public by its view, and asking nothing of the reader."""
    control = response.headers.get("Cache-Control", "")
    return (
        response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "public" in control
        and "immutable" not in control
        and "cookie" not in response.headers.get("Vary", "").lower()
    )


def keep(response, names: list[str], counted: tuple[int, int] | None = None) -> KeptPage:
    """A page as it will be sent from now on; `counted` says whose readers its readers are."""
    body = response.content
    digest = hashlib.blake2b(body, digest_size=12).hexdigest()
    is_gzip = len(body) >= SMALLEST_COMPRESSED
    headers = {name: value for name, value in response.items() if name.lower() not in FLEETING}
    headers["Cache-Control"] = cache_control(headers["Cache-Control"])
    headers["Vary"] = "Accept-Encoding"
    return KeptPage(
        body=gzip.compress(body, compresslevel=6, mtime=0) if is_gzip else body,
        is_gzip=is_gzip,
        headers=tuple(headers.items()),
        etag=f'W/"{digest}"',
        names=names,
        numbers=versions.current(names),
        counted=counted,
    )


def cache_control(stated: str) -> str:
    """How long others may keep the page.

    A browser asks again each time (a `304` costs next to nothing); `must-revalidate` keeps it from showing an old page
    meanwhile. A CDN or proxy in front may keep the page for EDGE_SECONDS, and show it while it fetches a new one.
    A view that names an age of its own, as a feed does, keeps it.
    """
    edge = f"s-maxage={settings.EDGE_SECONDS}, stale-while-revalidate={settings.EDGE_STALE_SECONDS}"
    if "no-cache" in stated:
        return f"public, max-age=0, must-revalidate, {edge}"
    return f"{stated}, {edge}"


def seconds_to_keep() -> int:
    """Until the day ends at the latest: what a hub features has a last day."""
    now = timezone.localtime()
    left = 24 * 3600 - (now.hour * 3600 + now.minute * 60 + now.second)
    return max(1, min(settings.PAGE_CACHE_SECONDS, left))


def answer(request, kept: KeptPage, how: str) -> HttpResponse:
    """Send a kept page: whole, compressed or not, or just that the reader has it already."""
    request.counted_page = kept.counted
    if kept.etag in request.META.get("HTTP_IF_NONE_MATCH", ""):
        response = HttpResponseNotModified()
        body, is_gzip = b"", False
    else:
        is_gzip = kept.is_gzip and takes_gzip(request.META.get("HTTP_ACCEPT_ENCODING", ""))
        body = kept.body if is_gzip or not kept.is_gzip else gzip.decompress(kept.body)
        response = HttpResponse(b"" if request.method == "HEAD" else body)
        response.headers["Content-Length"] = str(len(body))
    for name, value in kept.headers:
        if response.status_code != 304 or name in ("Cache-Control", "Vary", "Expires", "Content-Location"):
            response.headers[name] = value
    if is_gzip:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["ETag"] = kept.etag
    response.headers["X-Page-Cache"] = how
    return response


def takes_gzip(accepted: str) -> bool:
    """Whether a browser takes compressed answers."""
    return "gzip" in accepted and "gzip;q=0," not in f"{accepted.replace(' ', '')},"
