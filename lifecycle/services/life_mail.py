"""Mail to the chair about the state of the site."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim
from kim_sites.services.mail import Mail, writes
from members.services.roles import chairs


@writes("kim_status", gettext_lazy("State of a KIM changed"))
def kim_status(kim_id: int, status: str) -> Mail | None:
    """Tell the chair what happened; nothing if it has changed again meanwhile or there is no chair."""
    kim = Kim.objects.filter(pk=kim_id, status=status).first()
    chair = _chair(kim)
    if chair is None:
        return None
    subjects = {
        Kim.Status.SUSPENDED: _("The site of %(kim)s is closed for now"),
        Kim.Status.ACTIVE: _("The site of %(kim)s is open again"),
        Kim.Status.ARCHIVED: _("The site of %(kim)s is an archive now"),
    }
    subject = subjects[Kim.Status(status)] % {"kim": kim.name}
    url = settings.WAGTAILADMIN_BASE_URL + reverse("kim_life:status", args=[kim.pk])
    return Mail(chair.email, subject, "lifecycle/mail/kim_status.txt", {"kim": kim, "name": chair, "url": url})


@writes("kim_moved", gettext_lazy("Address of a KIM changed"))
def kim_moved(kim_id: int, what: str, target: str) -> Mail | None:
    """Tell the chair of another address or village; nothing if there is no chair."""
    kim = Kim.objects.select_related("site").filter(pk=kim_id).first()
    chair = _chair(kim)
    if chair is None:
        return None
    subject = _("The new address of %(kim)s") if what != "region" else _("The village of %(kim)s was changed")
    url = settings.WAGTAILADMIN_BASE_URL + reverse("kim_life:status", args=[kim.pk])
    context = {"kim": kim, "what": what, "target": target, "url": url}
    return Mail(chair.email, subject % {"kim": kim.name}, "lifecycle/mail/kim_moved.txt", context)


@writes("kim_merged", gettext_lazy("KIM merged"))
def kim_merged(kim_id: int, successor_id: int) -> Mail | None:
    """Tell the chair of the KIM that goes on; the other one's hears that its site is an archive."""
    ended = Kim.objects.filter(pk=kim_id, merged_into=successor_id).first()
    successor = Kim.objects.select_related("site").filter(pk=successor_id).first()
    chair = _chair(successor) if ended else None
    if chair is None:
        return None
    url = settings.WAGTAILADMIN_BASE_URL + reverse("kim_members:list", args=[successor.pk])
    subject = _("%(ended)s was merged into %(kim)s") % {"ended": ended.name, "kim": successor.name}
    context = {"ended": ended, "kim": successor, "url": url}
    return Mail(chair.email, subject, "lifecycle/mail/kim_merged.txt", context)


def _chair(kim: Kim | None):
    return chairs(kim).filter(is_active=True).order_by("pk").first() if kim else None
