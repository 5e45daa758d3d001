"""The link from a screen to its page of the guide."""

from urllib.parse import urlencode

from django import template
from django.urls import reverse

from guide.services.screens import screen_of

register = template.Library()


@register.simple_tag(takes_context=True)
def guide_here(context) -> str:
    """The address of the guide for the screen that is being shown; empty in the guide itself and without sign-in."""
    request = context.get("request")
    match = getattr(request, "resolver_match", None)
    user = getattr(request, "user", None)
    if match is None or user is None or not user.is_authenticated or match.namespace == "kim_guide":
        return ""
    screen = screen_of(match, context.get("page"))
    return f"{reverse('kim_guide:here')}?{urlencode({'layar': screen})}"
