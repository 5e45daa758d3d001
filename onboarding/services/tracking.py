"""How far an application is, in words for the applicant."""

import datetime
from dataclasses import dataclass

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kim_sites.models import Region
from onboarding.models import Application, ApplicationStep, ProvinceRules
from onboarding.services import drafts
from onboarding.services.pruning import DRAFTS_KEPT

State, Kind = Application.State, ApplicationStep.Kind
# What the office notes for itself.
HIDDEN = (Kind.STUCK,)
# Steps whose words are meant for the applicant, or are the applicant's own.
WITH_WORDS = (Kind.ASKED, Kind.ANSWERED, Kind.REFUSED, Kind.REOPENED)


@dataclass(frozen=True)
class Standing:
    """The state in a headline, and what happens next."""

    headline: str
    next: str
    words: str = ""  # the office's question or reason
    tone: str = "plain"  # plain, good or warn


@dataclass(frozen=True)
class Entry:
    """One line of the diary."""

    at: datetime.datetime
    title: str
    who: str
    words: str


def standing(application: Application) -> Standing:
    """Where the application stands now."""
    return {
        State.DRAFT: _draft,
        State.SUBMITTED: _submitted,
        State.QUESTION: _question,
        State.APPROVED: _approved,
        State.DONE: _done,
        State.REFUSED: _refused,
        State.WITHDRAWN: _withdrawn,
    }[application.state](application)


def office_name(application: Application) -> str:
    """The office that checks it."""
    if application.regency is None:
        return _("the Diskominfo")
    return _("the Diskominfo of %(place)s") % {"place": application.regency.name}


def _draft(application) -> Standing:
    until = (application.changed_at + DRAFTS_KEPT).date()
    text = _("It is saved, and nobody but you sees it. Finish and send it before %(date)s; after that it is deleted.")
    return Standing(_("Not sent yet"), text % {"date": _day(until)})


def _submitted(application) -> Standing:
    days = _silent_days(application)
    text = ngettext(
        "%(office)s compares what you wrote with the SK. That usually takes less than %(days)s day; if it takes"
        " longer, the province may step in. You need not do anything now.",
        "%(office)s compares what you wrote with the SK. That usually takes less than %(days)s days; if it takes"
        " longer, the province may step in. You need not do anything now.",
        days,
    )
    sentence = text % {"office": office_name(application), "days": days}
    return Standing(_("Your application is being checked"), sentence[0].upper() + sentence[1:])


def _question(application) -> Standing:
    return Standing(
        _("The office has a question"),
        _("Please answer below. You can also correct what you wrote, or hand in a better photo of the SK."),
        _last_words(application, Kind.ASKED),
        "warn",
    )


def _approved(application) -> Standing:
    if application.failure:
        text = _("Making the website takes longer than usual. The office knows it and tries again; nothing is lost.")
        return Standing(_("Approved"), text, tone="good")
    text = _(
        "Your website is being made. That usually takes some minutes; then the chair gets an invitation by e-mail."
    )
    return Standing(_("Approved"), text, tone="good")


def _done(application) -> Standing:
    text = _(
        "The chair has got an invitation by e-mail. Open it, choose a password, and follow the first steps there."
        " Nothing in the inbox? Please look under spam."
    )
    return Standing(_("Your website is open"), text, tone="good")


def _refused(application) -> Standing:
    text = _("You may apply again as soon as the reason is gone. For questions please ask %(office)s.")
    return Standing(
        _("The application was refused"),
        text % {"office": office_name(application)},
        _last_words(application, Kind.REFUSED),
        "warn",
    )


def _withdrawn(application) -> Standing:
    return Standing(
        _("You have withdrawn the application"),
        _(
            "The office does nothing more about it. Your data are deleted after 180 days. You may apply again at any time."
        ),
    )


def stages(application: Application) -> list[dict]:
    """The way to the website in four stations, for an application that is on it."""
    names = [_("Written"), _("Checked by the office"), _("Website is made"), _("Open for readers")]
    at = {State.DRAFT: 0, State.SUBMITTED: 1, State.QUESTION: 1, State.APPROVED: 2, State.DONE: 4}
    if application.state not in at:
        return []
    current = at[application.state]
    return [
        {"title": name, "is_past": number < current, "is_current": number == current}
        for number, name in enumerate(names)
    ]


def diary(application: Application) -> list[Entry]:
    """Everything that happened, newest first. Of the office's people only the office is named."""
    return [
        Entry(step.at, _title(step), _who(application, step), step.text if step.kind in WITH_WORDS else "")
        for step in reversed(application.steps.all())
        if step.kind not in HIDDEN
    ]


def next_step(application: Application) -> str:
    """The first step of a draft that is not begun or not in order."""
    if application.region is None:
        return drafts.VILLAGE
    reading = drafts.read(application)
    if not application.scan:
        reading.problems.setdefault("kelompok", []).append("")
    return reading.first_problem


def _title(step: ApplicationStep) -> str:
    titles = {
        Kind.SUBMITTED: _("The application was sent"),
        Kind.ASKED: _("The office asked a question"),
        Kind.ANSWERED: _("The question was answered"),
        Kind.CHANGED: _("Something was corrected"),
        Kind.REFUSED: _("The application was refused"),
        Kind.REOPENED: _("The application was opened again"),
        Kind.APPROVED: _("The application was approved"),
        Kind.STEPPED_IN: _("The province took over the check"),
        Kind.DONE: _("The website was made"),
        Kind.WITHDRAWN: _("The application was withdrawn"),
    }
    return titles.get(step.kind, step.get_kind_display())


def _who(application: Application, step: ApplicationStep) -> str:
    if step.kind == Kind.STEPPED_IN and application.regency:
        province = Region.objects.filter(code=application.regency.parent_id).first()
        return _("the Diskominfo of %(place)s") % {"place": province} if province else ""
    if step.actor_name or step.kind in (Kind.ASKED, Kind.REFUSED, Kind.APPROVED):
        return office_name(application)
    return _("you") if step.kind in (Kind.SUBMITTED, Kind.ANSWERED, Kind.WITHDRAWN) else ""


def _last_words(application: Application, kind: str) -> str:
    step = application.steps.filter(kind=kind).last()
    return step.text if step else ""


def _silent_days(application: Application) -> int:
    province = (application.regency_id or "").split(".")[0]
    days = ProvinceRules.objects.filter(region_id=province).values_list("silent_days", flat=True).first()
    return days if days is not None else ProvinceRules._meta.get_field("silent_days").default


def _day(day: datetime.date) -> str:
    return date_format(day, "j F Y")
