"""The request that is being answered: who does what, for code that is told of it by a signal."""

from contextlib import contextmanager
from contextvars import ContextVar

_request = ContextVar("request", default=None)


def current_request():
    """The request being answered, or None in a command or a task."""
    return _request.get()


@contextmanager
def answering(request):
    """Remember `request` while it is being answered."""
    token = _request.set(request)
    try:
        yield
    finally:
        _request.reset(token)
