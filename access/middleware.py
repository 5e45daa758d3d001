"""Remembers the request for the audit."""

from access.services.current import answering


class CurrentRequestMiddleware:
    """Lets signal handlers know who does what, and from where."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        with answering(request):
            return self.get_response(request)
