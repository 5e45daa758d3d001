"""Writes into the audit what happens to accounts, and notes in the session what holds for it."""

from axes.signals import user_locked_out
from django.contrib.auth import get_user_model
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_save

from access.models import AuditEntry
from access.services import audit
from accounts.services import sessions
from accounts.services.throttling import account_name
from accounts.tasks import note_sign_in_trouble

Action = AuditEntry.Action


def on_sign_in(sender, request, user, **kwargs):
    """Somebody gave the right password."""
    sessions.begin(request, user)
    audit.record_for_person(Action.SIGNED_IN, user, request=request)


def on_sign_out(sender, request, user, **kwargs):
    """Somebody left; `user` is None if nobody was signed in."""
    if user is not None and user.pk:
        audit.record_for_person(Action.SIGNED_OUT, user, request=request)


def on_sign_in_failure(sender, credentials, request=None, **kwargs):
    """A wrong password. Tries during a lock are not counted: there could be any number of them."""
    if request is not None and not getattr(request, "axes_locked_out", False):
        _note(Action.SIGN_IN_FAILED, request, account_name(request, credentials))


def on_lock(sender, request, username, **kwargs):
    """The try that closed the account for a while; later ones during the lock are left out."""
    if request.axes_failures_since_start is not None:
        _note(Action.LOCKED_OUT, request, username)


def _note(action, request, email: str) -> None:
    network = audit.network_of(request)
    note_sign_in_trouble.enqueue(action=str(action.value), email=email, address=request.path, network=network)


def on_user_save(sender, instance, created, **kwargs):
    """Somebody set a password: until the save is over the person carries it."""
    if not created and instance._password is not None:
        audit.record_for_person(Action.PASSWORD_CHANGED, instance, target=instance)


def register() -> None:
    """Connect every handler; called once when the application is ready."""
    user_logged_in.connect(on_sign_in)
    user_logged_out.connect(on_sign_out)
    user_login_failed.connect(on_sign_in_failure)
    user_locked_out.connect(on_lock)
    post_save.connect(on_user_save, sender=get_user_model())
