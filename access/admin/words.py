"""Audit entries in sentences."""

import ipaddress

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from access.models import AuditEntry
from kim_sites.models import KimRole

Action = AuditEntry.Action

# By their names in the menu of reports.
REPORTS_OF_APPROVAL = {
    "workflows": gettext_lazy("Approval of pages"),
    "workflow-tasks": gettext_lazy("Steps of each page"),
}

# With and without somebody who did it: signals of commands and of the worker know no person.
SENTENCES = {
    Action.SIGNED_IN: (gettext_lazy("%(who)s signed in"), ""),
    Action.SIGNED_OUT: (gettext_lazy("%(who)s signed out"), ""),
    Action.SIGN_IN_FAILED: ("", gettext_lazy("Somebody tried to sign in as %(whom)s with a wrong password")),
    Action.LOCKED_OUT: ("", gettext_lazy("Signing in as %(whom)s was locked after too many tries")),
    Action.PASSWORD_CHANGED: (
        gettext_lazy("%(who)s set a new password"),
        gettext_lazy("%(whom)s got a new password"),
    ),
    Action.TWO_FACTOR_ON: (gettext_lazy("%(who)s switched the second step on"), ""),
    Action.TWO_FACTOR_OFF: (
        gettext_lazy("%(who)s switched the second step of %(whom)s off"),
        gettext_lazy("The second step of %(whom)s was switched off"),
    ),
    Action.TWO_FACTOR_FAILED: (gettext_lazy("%(who)s gave a wrong code in the second step"), ""),
    Action.INVITED: (
        gettext_lazy("%(who)s invited %(whom)s (%(role)s)"),
        gettext_lazy("%(whom)s was invited (%(role)s)"),
    ),
    Action.INVITATION_WITHDRAWN: (
        gettext_lazy("%(who)s withdrew the invitation of %(whom)s"),
        gettext_lazy("The invitation of %(whom)s was withdrawn"),
    ),
    Action.JOINED: (gettext_lazy("%(who)s accepted the invitation (%(role)s)"), ""),
    Action.ROLE_GIVEN: (
        gettext_lazy("%(who)s gave %(whom)s the role %(role)s"),
        gettext_lazy("%(whom)s was given the role %(role)s"),
    ),
    Action.ROLE_TAKEN: (
        gettext_lazy("%(who)s took the role %(role)s from %(whom)s"),
        gettext_lazy("The role %(role)s was taken from %(whom)s"),
    ),
    Action.CHAIR_HANDED_OVER: (
        gettext_lazy("%(who)s handed the chair over to %(whom)s"),
        gettext_lazy("The chair was handed over to %(whom)s"),
    ),
    Action.DEACTIVATED: (
        gettext_lazy("%(who)s closed the account of %(whom)s"),
        gettext_lazy("The account of %(whom)s was closed"),
    ),
    Action.REACTIVATED: (
        gettext_lazy("%(who)s opened the account of %(whom)s again"),
        gettext_lazy("The account of %(whom)s was opened again"),
    ),
    Action.REFUSED: (gettext_lazy("%(who)s tried to open something that is not theirs"), ""),
    Action.SUSPENDED: (gettext_lazy("%(who)s suspended %(whom)s"), gettext_lazy("%(whom)s was suspended")),
    Action.RESUMED: (gettext_lazy("%(who)s opened %(whom)s again"), gettext_lazy("%(whom)s was opened again")),
    Action.ARCHIVED: (gettext_lazy("%(who)s archived %(whom)s"), gettext_lazy("%(whom)s was archived")),
    Action.REMOVED: (gettext_lazy("%(who)s removed %(whom)s"), gettext_lazy("%(whom)s was removed")),
    Action.APPLICATION: (
        gettext_lazy("%(who)s decided the application %(whom)s"),
        gettext_lazy("The application %(whom)s was decided"),
    ),
    Action.PAPER_CHANGED: (
        gettext_lazy("%(who)s changed the decree (SK) %(whom)s"),
        gettext_lazy("The decree (SK) %(whom)s was changed"),
    ),
    Action.MOVED: (
        gettext_lazy("%(who)s changed the address to %(whom)s"),
        gettext_lazy("The address is now %(whom)s"),
    ),
    Action.MERGED: (gettext_lazy("%(who)s merged %(whom)s"), gettext_lazy("%(whom)s was merged")),
    Action.EXPORTED: (gettext_lazy("%(who)s exported %(whom)s"), gettext_lazy("%(whom)s was exported")),
    Action.RESTORED: (gettext_lazy("%(who)s restored %(whom)s from a file"), gettext_lazy("%(whom)s was restored")),
    Action.IMPORTED: (gettext_lazy("%(who)s imported %(whom)s"), gettext_lazy("%(whom)s was imported")),
    Action.REDIRECT_CHANGED: (
        gettext_lazy("%(who)s changed the redirect %(whom)s"),
        gettext_lazy("The redirect %(whom)s was changed"),
    ),
}


def sentence(entry: AuditEntry) -> str:
    """What happened, in one sentence. Not escaped: templates do that."""
    with_actor, without = SENTENCES.get(entry.action, ("", ""))
    words = {"who": actor_name(entry), "whom": entry.target or _("somebody"), "role": role_name(entry)}
    text = (with_actor or without) if words["who"] else (without or with_actor)
    if not text:
        return str(entry)
    return str(text) % {**words, "who": words["who"] or _("Somebody")}


def actor_name(entry: AuditEntry) -> str:
    """Who did it, by the name that the person had then; empty for nobody."""
    return entry.actor_name or (str(entry.actor) if entry.actor else "")


def role_name(entry: AuditEntry) -> str:
    """The role in words; a group that is no role of a KIM keeps its own name."""
    role = str(entry.data.get("role", ""))
    if role == "curator":
        return _("curator")
    return str(dict(KimRole.Role.choices).get(role, role))


def place_name(entry: AuditEntry) -> str:
    """The KIM or hub that an entry concerns; empty for the installation."""
    if entry.kim_id:
        return entry.kim.name
    return entry.region.name if entry.region_id else ""


def short_network(network: str | None) -> str:
    """The first half of a network address: enough to see that it was another one, too little to find a person."""
    if not network:
        return ""
    address = ipaddress.ip_address(network)
    mapped = getattr(address, "ipv4_mapped", None)
    if address.version == 4 or mapped:
        return ".".join(str(mapped or address).split(".")[:2]) + ".x.x"
    return ":".join(address.exploded.split(":")[:2]) + ":…"
