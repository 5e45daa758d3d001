"""What the admin's base template shows of the tenant."""

from django import template

from kim_sites.admin.here import kim_here

register = template.Library()


@register.simple_tag(takes_context=True)
def working_kim(context):
    """The KIM in which the person works on this screen, or None; worked out once for a request."""
    request = context.get("request")
    if request is None or not getattr(request, "user", None) or not request.user.is_authenticated:
        return None
    if not hasattr(request, "_working_kim"):
        request._working_kim = kim_here(request.user, context)
    return request._working_kim
