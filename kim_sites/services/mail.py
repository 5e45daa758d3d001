"""Every notice goes through here: written down in the transaction that causes it, sent by the worker, tried again.

A kind of mail is a function that is registered with `writes`; it gets the arguments and returns a `Mail`, or None when
there is nothing to tell any more. See docs/operating.md for the mail server.
"""

import datetime
import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django_tasks import task
from wagtail.users.models import UserProfile

from kim_sites.models import OutgoingMail

logger = logging.getLogger(__name__)
State = OutgoingMail.State
MINUTE, HOUR = datetime.timedelta(minutes=1), datetime.timedelta(hours=1)
# Pauses after the first, second, … failure. After the last one the mail is given up.
PAUSES = (MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 24 * HOUR)
# Whoever sends a mail has it for so long; if the process dies meanwhile, another one takes it.
LEASE = 10 * MINUTE
KEPT = datetime.timedelta(days=30)
MOST_AT_ONCE = 200  # mails of one run by the clock


@dataclass(frozen=True)
class Mail:
    """What is sent: plain text, so that any phone shows it. `template` is rendered with `context`."""

    to: str
    subject: str
    template: str
    context: dict = field(default_factory=dict)
    language: str = ""  # what the account of `to` prefers if empty, or the project's own
    # Called once the server has taken the mail.
    after: Callable[[], None] | None = None


_writers: dict[str, Callable[..., Mail | None]] = {}
_names: dict[str, str] = {}


def writes(kind: str, name: str):
    """Register the function that writes mails of this kind; `name` is what people read in its place, translated lazily.

    Raises ValueError if another function does already.
    """

    def register(function: Callable[..., Mail | None]):
        if _writers.setdefault(kind, function) is not function:
            raise ValueError(f"two functions write mails of the kind {kind}")
        _names[kind] = name
        return function

    return register


def name_of(kind: str) -> str:
    """What mails of this kind are about, in words; of a kind that nobody writes any more, its own name."""
    return str(_names.get(kind, kind))


def send(kind: str, *arguments) -> OutgoingMail:
    """Let a mail of this kind be sent soon; `arguments` are JSON. Never waits for a server and never fails because of one.

    Raises LookupError for a kind that nobody writes.
    """
    if kind not in _writers:
        raise LookupError(f"nobody writes mails of the kind {kind}")
    mail = OutgoingMail.objects.create(kind=kind, arguments=list(arguments))
    deliver.enqueue(mail.pk)
    return mail


@task()
def deliver(mail_id: int) -> None:
    """Send one mail if it is due; what fails is tried again by `send_mail` after a pause."""
    now = timezone.now()
    due = OutgoingMail.objects.filter(pk=mail_id, state=State.WAITING, next_try_at__lte=now)
    if not due.update(next_try_at=now + LEASE):
        return
    mail = OutgoingMail.objects.get(pk=mail_id)
    mail.attempts += 1
    try:
        mail.state = State.SENT if _send(mail) else State.NOT_NEEDED
        mail.sent_at, mail.last_error = timezone.now(), ""
    except Exception as error:
        logger.warning("mail %s (%s) was not sent: %s", mail.pk, mail.kind, error)
        mail.last_error = f"{type(error).__name__}: {error}"[:254]
        if mail.attempts > len(PAUSES):
            mail.state = State.FAILED
        else:
            mail.next_try_at = timezone.now() + PAUSES[mail.attempts - 1]
    mail.save()


def try_again(actor, mail_id: int) -> None:
    """Let a mail that waits or was given up be tried now, with all its pauses before it again.

    Raises PermissionDenied for anybody but an operator, LookupError if there is no such mail.
    """
    if not (actor.is_active and actor.is_superuser):
        raise PermissionDenied
    again = OutgoingMail.objects.filter(pk=mail_id, state__in=(State.WAITING, State.FAILED))
    # One that is being sent at this moment stays with whoever sends it.
    again = again.exclude(state=State.WAITING, attempts=0)
    if not again.update(state=State.WAITING, attempts=0, next_try_at=timezone.now()):
        raise LookupError(f"there is no mail {mail_id} to be tried again")
    deliver.enqueue(mail_id)


def deliver_due() -> int:
    """Send what waits and is due, oldest first; returns how many were tried."""
    due = OutgoingMail.objects.filter(state=State.WAITING, next_try_at__lte=timezone.now()).order_by("next_try_at")
    numbers = list(due.values_list("pk", flat=True)[:MOST_AT_ONCE])
    for number in numbers:
        deliver.call(number)
    return len(numbers)


def prune() -> int:
    """Forget mails that are older than `KEPT`; returns how many."""
    return OutgoingMail.objects.filter(created_at__lt=timezone.now() - KEPT).delete()[0]


def _write(mail: OutgoingMail) -> tuple[str, Mail | None]:
    """The mail and its language, which is known only once it is known who reads it."""
    with translation.override(settings.LANGUAGE_CODE):
        written = _writers[mail.kind](*mail.arguments)
    if written is None or written.language:
        return (written.language if written else settings.LANGUAGE_CODE), written
    language = language_of(written.to)
    if language != settings.LANGUAGE_CODE:
        with translation.override(language):
            written = _writers[mail.kind](*mail.arguments)
    return language, written


def language_of(address: str) -> str:
    """What the person with this e-mail address chose to read; the project's own language for anybody else."""
    chosen = UserProfile.objects.filter(user__email__iexact=address).values_list("preferred_language", flat=True)
    permitted = dict(settings.WAGTAILADMIN_PERMITTED_LANGUAGES)
    return next((language for language in chosen if language in permitted), settings.LANGUAGE_CODE)


def _send(mail: OutgoingMail) -> bool:
    """Write and send; whether there was anything to tell."""
    language, written = _write(mail)
    if written is None:
        return False
    with translation.override(language):
        body = render_to_string(written.template, written.context).strip() + "\n"
    subject = " ".join(written.subject.split())
    EmailMessage(subject, body, to=[written.to], headers={"Auto-Submitted": "auto-generated"}).send()
    if written.after:
        written.after()
    return True
