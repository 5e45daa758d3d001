"""In which KIM a person writes from the phone, and what those read who write in none."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from kim_sites.models import Kim
from kim_sites.services.approval import curated_paths
from kim_sites.services.scope import kim_for_user, own_kim

NO_KIM = gettext_lazy(
    "Nothing new can be written in this KIM: it is archived, or you have no role in it any more. Ask its chair."
)
OPEN = (Kim.Status.ACTIVE, Kim.Status.REGISTERED, Kim.Status.SUSPENDED)


@dataclass(frozen=True)
class Advice:
    """What somebody reads who has nowhere to write."""

    heading: str
    text: str
    leads_to_dashboard: bool = False


def kim_to_write_in(user):
    """The person's KIM that are not archived."""
    return own_kim(user).filter(status__in=OPEN).order_by("name", "pk")


def may_add_sellers(user, kim: Kim) -> bool:
    """Whether the person keeps sellers of the KIM."""
    return kim_for_user(user, "add_seller").filter(pk=kim.pk).exists()


def advice_without_kim(user) -> Advice:
    """Why nothing can be written here, and where to go: people above the KIM, of an archived one, and newcomers."""
    if user.is_superuser or curated_paths(user):
        return Advice(
            _("This page is for people of a KIM"),
            _("Here a KIM writes what is new in its village. What you take care of stands on the dashboard."),
            leads_to_dashboard=True,
        )
    if own_kim(user).exists():
        return Advice(
            _("Your KIM is archived"), _("It can be read, but nothing new can be written in it. Ask its chair.")
        )
    return Advice(
        _("You have no role yet"),
        _(
            "Ask the chair of your KIM for an invitation, or the Diskominfo of your regency. When you have accepted it, "
            "your KIM stands here."
        ),
    )
