"""Who may reach the addresses of this application; see docs/isolation.md."""

from access.gate.checks import number
from access.gate.rules import OPERATORS, TENANTS, named, objects, same
from kim_sites.models import LegalPaper
from kim_sites.services.scans import MOST_PAGES
from lifecycle.models import ExportJob, ForumOfficer
from lifecycle.services.archive.look import may_restore_anything
from lifecycle.services.archive.restore import jobs_for
from lifecycle.services.forum import forum_hubs
from members.services.reach import curated_kim, manageable_kim


def kim(scope, value, **kwargs) -> bool:
    """A KIM that the person looks after: its chair, a curator of a hub above it."""
    pk = number(value)
    return pk is not None and manageable_kim(scope.user).filter(pk=pk).exists()


def kim_below(scope, value, **kwargs) -> bool:
    """A KIM over which the person decides: a curator of a hub above it."""
    pk = number(value)
    return pk is not None and curated_kim(scope.user).filter(pk=pk).exists()


# Papers, roster, forum ------------------------------------------------------------------------------------------------


def paper(scope, value, kim_id, **kwargs) -> bool:
    """A paper of the KIM that the address names."""
    pk = number(value)
    return pk is not None and LegalPaper.objects.filter(pk=pk, kim=number(kim_id)).exists()


def sheet(scope, value, **kwargs) -> bool:
    """The number of a page of a scan."""
    return 1 <= (number(value) or 0) <= MOST_PAGES


def forum_hub(scope, value, **kwargs) -> bool:
    """The hub of a regency whose forum the person keeps."""
    pk = number(value)
    return pk is not None and forum_hubs(scope.user).filter(pk=pk).exists()


def forum_officer(scope, value, hub_id, **kwargs) -> bool:
    """Somebody in the forum of the regency whose hub the address names."""
    pk = number(value)
    return pk is not None and ForumOfficer.objects.filter(pk=pk, region__hubs=number(hub_id)).exists()


PAPERS = {
    **same(TENANTS, "index expired"),
    **same(objects(kim_id=kim), "list add officers"),
    **same(objects(kim_id=kim_below), "tolerate suspend"),
    **same(objects(kim_id=kim, paper_id=paper), "paper change remove"),
    "sheet": objects(kim_id=kim, paper_id=paper, number=sheet),
}
FORUM = {
    "index": TENANTS,
    **same(objects(hub_id=forum_hub), "list add"),
    **same(objects(hub_id=forum_hub, officer_id=forum_officer), "change delete"),
}


# Exports and restores ------------------------------------------------------------------------------------------------


def export_job(scope, value, kim_id, **kwargs) -> bool:
    """A file of the KIM that the address names."""
    pk = number(value)
    return pk is not None and ExportJob.objects.filter(pk=pk, kim=number(kim_id)).exists()


def restore_job(scope, value, **kwargs) -> bool:
    """A restore of the person's own."""
    pk = number(value)
    return pk is not None and may_restore_anything(scope.user) and jobs_for(scope.user).filter(pk=pk).exists()


ARCHIVES = {
    **same(TENANTS, "index restore"),
    "exports": objects(kim_id=kim),
    "download": objects(kim_id=kim, export_id=export_job),
    "restore_job": objects(restore_id=restore_job),
}


# Life: status, closing, archiving, removing ----------------------------------------------------------------------------

LIFE = {
    **same(objects(kim_id=kim), "status address domain leave_domain"),
    **same(objects(kim_id=kim_below), "suspend resume archive unarchive region merge unmerge"),
    "remove": OPERATORS,
}

RULES = {
    **named("kim_papers", PAPERS),
    **named("kim_forum", FORUM),
    **named("kim_archive", ARCHIVES),
    **named("kim_life", LIFE),
}
