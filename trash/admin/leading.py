"""Somebody opens or saves a page that was deleted meanwhile: the way to where it can be brought back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.admin import messages
from wagtail.models import Page
from wagtail.users.models import UserProfile

from trash.models import DeletedPage
from trash.services import bin as bins


def lead_to_list(request: HttpRequest, page_id: int) -> HttpResponse | None:
    """To the list of deleted pages, with a word about this one, for whoever may bring it back. None for all others."""
    page = Page.objects.filter(pk=page_id).first()
    row = bins.row_of(request.user, page) if page else None
    if row is None:
        return None
    # A warning, nothing that succeeded: the phone keeps what was typed until the server has saved it. The gate answers
    # before Wagtail has chosen the person's language.
    with override(UserProfile.get_for_user(request.user).get_preferred_language()):
        messages.warning(request, " ".join([deleted_sentence(page, row), *next_sentences()]))
    return redirect("kim_deleted:index")


def lead_operator_to_list(request: HttpRequest, page: Page) -> HttpResponse | None:
    """The same for operators, whom the gate asks about no page."""
    return lead_to_list(request, page.pk) if bins.may_lie_in_bin(page) else None


def deleted_sentence(page: Page, row: DeletedPage) -> str:
    """What was deleted, by whom and when."""
    person = row.deleted_by
    values = {
        "title": page.title,
        "above": row.title,
        "person": (person.get_full_name() or person.email) if person else _("Somebody"),
        "time": date_format(localtime(row.deleted_at), "DATETIME_FORMAT"),
    }
    if row.page_id == page.pk:
        return _("%(person)s deleted “%(title)s” on %(time)s.") % values
    return _("%(person)s deleted “%(above)s” on %(time)s, and “%(title)s” below it went along.") % values


def next_sentences() -> list[str]:
    """How to go on."""
    return [
        _("Tap “Bring back” in this list, and it stands where it was."),
        _(
            "What you typed and did not save yet is kept on this phone: you are asked about it when you open the page again."
        ),
    ]
