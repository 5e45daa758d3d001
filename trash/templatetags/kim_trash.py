"""What templates ask about the bin of pages."""

from django import template

from trash.services.bin import days_kept, may_put_away

register = template.Library()


@register.simple_tag
def days_in_bin(page) -> int:
    """For how many days the page could be brought back if it were deleted now; 0 if the bin does not take it."""
    return days_kept() if may_put_away(page) else 0
