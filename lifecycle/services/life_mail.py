"""Mail to the chair about the state of the site."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from kim_sites.models import Kim
from kim_sites.services.mail import Mail, writes
from members.services.roles import chairs


@writes("kim_status")
def kim_status(kim_id: int, status: str) -> Mail | None:
    """Tell the chair what happened; nothing if it has changed again meanwhile or there is no chair."""
    kim = Kim.objects.filter(pk=kim_id, status=status).first()
    chair = chairs(kim).filter(is_active=True).order_by("pk").first() if kim else None
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
