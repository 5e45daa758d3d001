"""Host names: which site answers where, and which names nobody may take."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _
from wagtail.models import Site

from kim_sites.services.province_labels import LABELS as PROVINCE_LABELS

# A label of a host name: letters, digits and single dashes inside. "xn--" (punycode) is refused with the double dash.
LABEL = re.compile(r"^[a-z0-9](?:-?[a-z0-9])*$")
RESERVED_LABELS = frozenset(
    [
        "admin",
        "api",
        "app",
        "assets",
        "autodiscover",
        "autoconfig",
        "blog",
        "cdn",
        "cms",
        "dashboard",
        "demo",
        "dev",
        "dns",
        "docs",
        "email",
        "en",
        "ftp",
        "help",
        "hub",
        "id",
        "imap",
        "kim",
        "localhost",
        "login",
        "mail",
        "media",
        "mx",
        "news",
        "ns",
        "ns1",
        "ns2",
        "operator",
        "pop",
        "portal",
        "private",
        "root",
        "smtp",
        "sso",
        "static",
        "status",
        "support",
        "test",
        "webmail",
        "www",
    ]
)


@dataclass(frozen=True)
class HostName:
    """A host name and its port (None: the scheme's own)."""

    name: str
    port: int | None

    @classmethod
    def parse(cls, value: str) -> "HostName":
        """Read `name` or `name:port`."""
        name, _sep, port = value.strip().lower().partition(":")
        return cls(name, int(port) if port else None)


def base_domain() -> HostName:
    """The domain below which hubs and KIM get their addresses."""
    return HostName.parse(settings.BASE_DOMAIN)


def site_port() -> int:
    """The port for a new `Site`: the desk's, or the one of the public scheme (Wagtail builds the scheme from it)."""
    return base_domain().port or (443 if settings.PUBLIC_SCHEME == "https" else 80)


def subdomain(label: str) -> str:
    """The host name of a KIM or a hub: `<label>.<base domain>`, or the base domain itself for an empty label."""
    base = base_domain().name
    return f"{label}.{base}" if label else base


def is_admin_host(host: str) -> bool:
    """Whether `host` (with or without a port) is the one where the admin answers."""
    return HostName.parse(host).name == HostName.parse(settings.ADMIN_HOST).name


def label_problem(label: str) -> str:
    """Say in one sentence why `label` can't be part of an address; an empty string if it can."""
    if not 3 <= len(label) <= 40:
        return _("The address “%(label)s” must have 3 to 40 characters.") % {"label": label}
    if not LABEL.match(label):
        return _("The address “%(label)s” may have only small letters, digits and single dashes between them.") % {
            "label": label
        }
    is_reserved = label in RESERVED_LABELS or label in PROVINCE_LABELS.values()
    if is_reserved or subdomain(label) == HostName.parse(settings.ADMIN_HOST).name:
        return _("The address “%(label)s” is reserved, please choose another one.") % {"label": label}
    if host_is_taken(subdomain(label)):
        return _("The address “%(label)s” is taken already, please choose another one.") % {"label": label}
    return ""


def host_is_taken(hostname: str) -> bool:
    """Whether a site or an old address that still redirects uses this host name."""
    from kim_sites.models import HostAlias

    return Site.objects.filter(hostname=hostname).exists() or HostAlias.objects.filter(hostname=hostname).exists()
