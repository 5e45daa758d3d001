"""Another address, another village: the old address goes on leading to the site."""

import datetime

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from access.models import AuditEntry
from access.services import audit
from kim_sites.models import HostAlias, Kim, Region
from kim_sites.services import domains, hosts, mail
from kim_sites.services.frozen import refuse_if_archived
from kim_sites.services.provisioning import hold_villages, kim_of_village
from lifecycle.services.domain_check import check_points_here
from lifecycle.services.reach import lock_from_above
from members.services.reach import lock, stands_above

MOVED = AuditEntry.Action.MOVED
# A chair changes the address at most so often: people have it on paper and in their phones.
PAUSE = datetime.timedelta(days=30)


def next_change_on(actor, kim: Kim) -> datetime.date | None:
    """The day from which the actor may change the address again; None if at once."""
    if stands_above(actor, kim):
        return None
    last = AuditEntry.objects.filter(kim=kim, action=MOVED, data__what="label", at__gt=timezone.now() - PAUSE).first()
    return timezone.localdate(last.at + PAUSE) if last else None


@transaction.atomic
def change_label(actor, kim: Kim, label: str) -> Kim:
    """Give the site another address below the platform's domain; the old one redirects for good, path and query too.

    Raises PermissionDenied unless the actor looks after the KIM, ValidationError for an address that can't be, that is
    taken (also by somebody at the same moment), or for a chair who changed it within the last 30 days.
    """
    kim = lock(actor, kim)
    label = label.strip().lower()
    if label == kim.slug:
        raise ValidationError({"label": _("This is the address already.")})
    wait_until = next_change_on(actor, kim)
    if wait_until:
        text = _("The address was changed a short time ago. You may change it again from %(day)s on.")
        raise ValidationError({"label": text % {"day": date_format(wait_until)}})
    # An old address of its own may be taken back.
    HostAlias.objects.filter(hostname=hosts.subdomain(label), kim=kim).delete()
    problem = hosts.label_problem(label) or _taken(label)
    if problem:
        raise ValidationError({"label": problem})
    try:
        with transaction.atomic():
            _rename(kim, label)
    except IntegrityError as error:
        raise ValidationError({"label": _taken_sentence(label)}) from error
    _note(actor, kim, "label", kim.url)
    return kim


def _rename(kim: Kim, label: str) -> None:
    old_host, new_host = hosts.subdomain(kim.slug), hosts.subdomain(label)
    kim.slug = label
    if kim.site.hostname == old_host:
        kim.site.hostname = new_host
        kim.site.save()
        HostAlias.objects.get_or_create(hostname=old_host, defaults={"kim": kim})
    else:  # it has a domain of its own: both addresses below the platform's lead there
        HostAlias.objects.get_or_create(hostname=new_host, defaults={"kim": kim})
    kim.save()


def _taken(label: str) -> str:
    return _taken_sentence(label) if Kim.objects.filter(slug=label).exists() else ""


def _taken_sentence(label: str) -> str:
    return _("The address “%(label)s” is taken already, please choose another one.") % {"label": label}


@transaction.atomic
def use_domain(actor, kim: Kim, hostname: str) -> Kim:
    """Let the site answer on a domain of its own, if that proves to lead here; the address before redirects.

    Raises PermissionDenied unless the actor looks after the KIM, ValidationError with one sentence otherwise.
    """
    kim = lock(actor, kim)
    try:
        hostname = domains.clean_hostname(kim, hostname)
        if hostname != hosts.subdomain(kim.slug):
            check_points_here(hostname)
        kim = domains.set_domain(kim, hostname)
    except domains.DomainError as error:
        raise ValidationError({"hostname": str(error)}) from error
    _note(actor, kim, "domain", kim.url)
    return kim


@transaction.atomic
def leave_domain(actor, kim: Kim) -> Kim:
    """Go back to the address below the platform's domain; the own domain redirects there for as long as it leads here."""
    return use_domain(actor, kim, hosts.subdomain(kim.slug))


@transaction.atomic
def change_region(actor, kim: Kim, region: Region) -> Kim:
    """Say that the KIM lives in another village of the same regency: villages merge, and slips happen.

    Raises PermissionDenied unless the actor stands above the KIM, ValidationError for a region that is not in use, too
    large, in another regency, or has a KIM.
    """
    kim = lock_from_above(actor, kim)
    refuse_if_archived(kim.pk)
    if region.pk == kim.region_id:
        return kim
    regency = kim.region.code_at(Region.Level.REGENCY)
    if not region.is_active or region.level < Region.Level.DISTRICT or region.code_at(Region.Level.REGENCY) != regency:
        raise ValidationError({"region": _("Please choose a village or district of the same regency.")})
    hold_villages(region)
    other = kim_of_village(region)
    if other:
        raise ValidationError(
            {"region": _("%(place)s has a KIM already: %(name)s.") % {"place": region.name, "name": other.name}}
        )
    kim.region = region
    kim.save()
    _note(actor, kim, "region", region.name)
    return kim


def _note(actor, kim: Kim, what: str, target: str) -> None:
    audit.record(MOVED, user=actor, kim=kim, target=target, data={"what": what})
    mail.send("kim_moved", kim.pk, what, target)
