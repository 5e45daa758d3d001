"""A domain of a KIM's own, and old addresses that go on leading to it."""

import re

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from kim_sites.models import HostAlias, Kim
from kim_sites.services import hosts

HOSTNAME = re.compile(r"^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$")


class DomainError(ValueError):
    """The host name can't be used; the message is one sentence for people."""


def clean_hostname(kim: Kim, hostname: str) -> str:
    """The host name as it is kept. Raises DomainError if it is none, or lies below the platform's and is not the KIM's."""
    hostname = hostname.strip().lower().rstrip(".")
    if hostname == hosts.subdomain(kim.slug):
        return hostname
    if not HOSTNAME.match(hostname) or "xn--" in hostname:
        raise DomainError(_("“%(host)s” is not a host name like desaku.id.") % {"host": hostname})
    if hostname == hosts.base_domain().name or hostname.endswith(f".{hosts.base_domain().name}"):
        raise DomainError(_("“%(host)s” lies below the platform's own domain.") % {"host": hostname})
    return hostname


@transaction.atomic
def set_domain(kim: Kim, hostname: str) -> Kim:
    """Let a KIM answer on `hostname`; the address before it redirects from now on.

    Raises DomainError if it is no host name, is used by somebody else, or lies below the platform's own domain and is
    not the KIM's.
    """
    kim = Kim.objects.select_for_update(of=("self",)).select_related("site").get(pk=kim.pk)
    hostname = clean_hostname(kim, hostname)
    if hostname == kim.site.hostname:
        return kim
    HostAlias.objects.filter(hostname=hostname, kim=kim).delete()
    if hosts.host_is_taken(hostname) or hosts.is_admin_host(hostname):
        raise DomainError(_used(hostname))
    try:
        with transaction.atomic():
            HostAlias.objects.get_or_create(hostname=kim.site.hostname, defaults={"kim": kim})
            kim.site.hostname = hostname
            kim.site.port = hosts.site_port()
            kim.site.save()
    except IntegrityError as error:
        # Another KIM took it between our look and our write.
        raise DomainError(_used(hostname)) from error
    return kim


def _used(hostname: str) -> str:
    return _("“%(host)s” is used already.") % {"host": hostname}
