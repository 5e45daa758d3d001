"""The one way in which a tenant comes into being, and how it is closed and opened again."""

import datetime
from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.validators import validate_email
from django.db import IntegrityError, transaction
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from wagtail.models import Collection, Locale, Page, Site

from kim_sites.models import Kim, KimRole, LegalPaper, Officer, Region, User
from kim_sites.services import hosts
from kim_sites.services.hub_pages import HubPlace, hub_for
from kim_sites.services.regions import get_region
from kim_sites.services.roles import make_roles
from kim_sites.services.starter import add_starter_pages, make_home
from kim_sites.signals import kim_status_changed

SOURCE_LANGUAGE = "id-id"


class ProvisioningError(ValueError):
    """Something about the request is wrong; the message is one sentence for people."""


@dataclass(frozen=True)
class DecreeData:
    """The SK on which a KIM stands."""

    number: str
    issued_on: datetime.date
    signer: str
    office: str = LegalPaper.Office.KEPALA_DESA
    valid_until: datetime.date | None = None
    scan: File | None = None  # as `services.scans.clean_scan` returns it


@dataclass(frozen=True)
class OfficerData:
    """Somebody of the roster beside the chair; `position` is one of `Officer.Position`."""

    name: str
    position: str


@dataclass(frozen=True)
class ChairData:
    """The chair: becomes an officer and an account."""

    name: str
    email: str


@dataclass(frozen=True)
class KimRequest:
    """Everything that is asked of a new KIM."""

    region_code: str
    name: str
    slug: str
    decree: DecreeData | None
    chair: ChairData | None
    founded_on: datetime.date | None = None
    kind_of_group: str = Kim.GroupKind.KIM
    registration_number: str = ""
    officers: tuple[OfficerData, ...] = ()
    # A village has one KIM. Whoever means to make a second one (an operator, by command) says so.
    may_be_second: bool = True


@dataclass(frozen=True)
class Provisioned:
    """The tenant, and whether this call made it."""

    kim: Kim
    created: bool


def provision_kim(request: KimRequest) -> Provisioned:
    """Make a KIM with site, pages, collection, groups, legal paper, officer and chair's account: all or nothing.

    The same request twice makes one tenant. Calls may run side by side: they queue on the row of the regency's hub.
    Raises ProvisioningError with one sentence if something is wrong; then nothing has been written.
    """
    region = _check(request)
    try:
        with translation.override(SOURCE_LANGUAGE), transaction.atomic():
            place = hub_for(region)
            hub = _hold(place)
            existing = _existing(request, region)
            if existing:
                return Provisioned(existing, created=False)
            if not request.may_be_second:
                _check_village(region)
            return Provisioned(_make(request, region, hub, place.collection), created=True)
    except IntegrityError as error:
        # Another call took the address between our look and our write.
        existing = _existing(request, region)
        if existing:
            return Provisioned(existing, created=False)
        raise ProvisioningError(
            _("The address “%(label)s” is taken already, please choose another one.") % {"label": request.slug}
        ) from error


def _check(request: KimRequest) -> Region:
    """Look at everything that needs no lock; returns the region."""
    try:
        region = get_region(request.region_code)
    except ValueError as error:
        raise ProvisioningError(str(error)) from error
    if region.level < Region.Level.DISTRICT:
        raise ProvisioningError(
            _("A KIM sits in a village or a district; %(name)s (%(code)s) is larger.")
            % {"name": region.name, "code": region.code}
        )
    if not request.name.strip():
        raise ProvisioningError(_("The KIM needs a name."))
    if len(request.name) > 120:
        raise ProvisioningError(_("The name of the KIM may have at most 120 characters."))
    decree = request.decree
    if decree is None or not (decree.number.strip() and decree.signer.strip() and decree.issued_on):
        raise ProvisioningError(_("A KIM needs a decree (SK) with number, date and signer."))
    if decree.issued_on > timezone.localdate():
        raise ProvisioningError(_("The date of the decree (SK) lies in the future."))
    _check_chair(request.chair)
    return region


def _check_chair(chair: ChairData | None) -> None:
    if chair is None or not chair.name.strip():
        raise ProvisioningError(_("A KIM needs a chair with a name and an e-mail address."))
    try:
        validate_email(chair.email)
    except ValidationError as error:
        raise ProvisioningError(_("“%(email)s” is not an e-mail address.") % {"email": chair.email}) from error


def _existing(request: KimRequest, region: Region) -> Kim | None:
    """The tenant that this very request made before. Raises ProvisioningError if the address is another one's."""
    kim = Kim.objects.filter(slug=request.slug).first()
    if kim and kim.region_id == region.code and kim.name == request.name:
        return kim
    problem = hosts.label_problem(request.slug)
    if problem:
        raise ProvisioningError(problem)
    if kim:
        raise ProvisioningError(
            _("The address “%(label)s” is taken already, please choose another one.") % {"label": request.slug}
        )
    return None


def hold_villages(region: Region) -> None:
    """Let nobody else fill a village of the regency until the end of the transaction: look with `kim_of_village` then.

    Whoever holds the row of a KIM may call it; nobody waits for such a row while holding a hub's.
    """
    _hold(hub_for(region))


def _hold(place: HubPlace) -> Page:
    """All work on one branch of the tree queues here; see treebeard, which counts children in the parent's row."""
    return Page.objects.select_for_update().get(pk=place.page.pk)


def kim_of_village(region: Region) -> Kim | None:
    """The KIM that a village (or a district, for its own) has already; one that is archived makes room."""
    return Kim.objects.filter(region=region).exclude(status=Kim.Status.ARCHIVED).select_related("site").first()


def _check_village(region: Region) -> None:
    """Called behind the lock on the regency's hub, so of two requests for one village the second one ends here."""
    other = kim_of_village(region)
    if other:
        raise ProvisioningError(
            _("%(place)s has a KIM already: %(name)s.") % {"place": region.name, "name": other.name}
        )


def _make(request: KimRequest, region: Region, hub: Page, parent_collection: Collection) -> Kim:
    kim = Kim.objects.create(
        name=request.name,
        slug=request.slug,
        region=region,
        founded_on=request.founded_on,
        kind_of_group=request.kind_of_group,
        registration_number=request.registration_number,
    )
    # treebeard locks the parent's row and reads it anew before it counts the children.
    kim.collection = parent_collection.add_child(instance=Collection(name=f"{request.name} ({request.slug})"))
    home = make_home(kim, Locale.objects.get(language_code=SOURCE_LANGUAGE))
    hub.add_child(instance=home)
    kim.home_page = home.page_ptr
    kim.site = Site.objects.create(
        hostname=hosts.subdomain(request.slug), port=hosts.site_port(), site_name=request.name, root_page=home.page_ptr
    )
    kim.save()
    add_starter_pages(home, kim)
    home.save_revision()
    groups = make_roles(kim)
    paper = LegalPaper.objects.create(
        kim=kim,
        number=request.decree.number.strip(),
        issued_on=request.decree.issued_on,
        signer=request.decree.signer.strip(),
        office=request.decree.office,
        valid_until=request.decree.valid_until,
        scan=request.decree.scan or "",
    )
    _add_people(request, kim, paper, groups[KimRole.Role.CHAIR.value])
    # Read anew: the page in memory does not know of its children yet.
    return Kim.objects.get(pk=kim.pk)


def _add_people(request: KimRequest, kim: Kim, paper: LegalPaper, group) -> None:
    chair = request.chair
    roster = [OfficerData(chair.name, Officer.Position.CHAIR), *request.officers]
    Officer.objects.bulk_create(
        Officer(kim=kim, name=person.name.strip(), position=person.position, sort_order=order, legal_paper=paper)
        for order, person in enumerate(roster)
    )
    user = User.objects.filter(email=chair.email.strip().lower()).first()
    if user is None:
        user = User.objects.create_user(chair.email, first_name=chair.name.strip()[:150])
    user.groups.add(group)


@transaction.atomic
def set_status(kim: Kim, status: str, reason: str = "") -> Kim:
    """Change the status of a KIM; hubs follow in the same transaction. Content stays as it is.

    Raises ProvisioningError if the KIM is archived: an archive is not opened by the way.
    """
    kim = Kim.objects.select_for_update().get(pk=kim.pk)
    if kim.status == Kim.Status.ARCHIVED and status != Kim.Status.ARCHIVED:
        raise ProvisioningError(_("%(name)s is archived and can't be opened again.") % {"name": kim.name})
    if kim.status != status:
        kim.status, kim.status_reason, kim.status_changed_at = status, reason, timezone.now()
        kim.save()
        kim_status_changed.send(sender=Kim, kim=kim, reason=reason)
    return kim


def suspend_kim(kim: Kim, reason: str = "") -> Kim:
    """Close a site to readers: they get a friendly page, editors may go on, hub entries vanish. Safe to repeat."""
    return set_status(kim, Kim.Status.SUSPENDED, reason)


def resume_kim(kim: Kim) -> Kim:
    """Open a suspended site again. Safe to repeat."""
    return set_status(kim, Kim.Status.ACTIVE)
