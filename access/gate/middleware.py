"""The gate itself: runs before every view, and lets nothing through that no rule opens."""

from django.http import Http404
from wagtail.admin.auth import reject_request

from access.gate.rules import OPERATORS, Rule, Who, answer_in_words, answers, table
from access.scope import scope_of
from access.services.audit import record_refusal


class GateMiddleware:
    """Refuses with 404, so that a refusal does not tell whether the thing exists.

    What an application says in words instead is for whose own the thing was: see `answers`.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.rules = table()
        self.answers = answers()

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, view_args, view_kwargs):
        """Let the request go on, send it to the sign-in, answer in words, or raise Http404."""
        name = request.resolver_match.view_name
        rule = self.rules.get(name, OPERATORS)
        if rule.who is Who.ANYBODY:
            if rule.request is not None and not rule.request(None, request, **view_kwargs):
                raise Http404
            return None
        if request.user.is_anonymous:
            return self.stranger(request)
        if not admits(rule, request, view_kwargs):
            if answer := answer_in_words(self.answers, request, name, view_kwargs):
                return answer
            record_refusal(request, name)
            raise Http404
        return None

    def stranger(self, request):
        """Somebody without a sign-in: the admin asks for one, elsewhere there is nothing to see."""
        if not request.is_admin_host:
            raise Http404
        return reject_request(request)


def admits(rule: Rule, request, view_kwargs) -> bool:
    """Whether a rule lets this person reach this address with these objects."""
    if not request.user.is_active or rule.who is Who.NOBODY:
        return False
    if request.user.is_superuser:
        return True
    if rule.who is not Who.TENANTS:
        return False
    scope = scope_of(request.user)
    return (
        all(
            check(scope, view_kwargs[name], **_others(view_kwargs, name))
            for name, check in rule.arguments.items()
            if name in view_kwargs
        )
        and all(_parameter_is_own(scope, request, name, check) for name, check in rule.parameters.items())
        and (rule.request is None or rule.request(scope, request, **view_kwargs))
    )


def _others(view_kwargs: dict, name: str) -> dict:
    return {key: value for key, value in view_kwargs.items() if key != name}


def _parameter_is_own(scope, request, name: str, check) -> bool:
    """Every value of a parameter, in the query and in the form. An empty one names nothing."""
    values = [*request.GET.getlist(name), *request.POST.getlist(name)]
    return all(check(scope, value) for value in values if value)
