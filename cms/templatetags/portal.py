"""Small helpers that every public template may use without loading them.

The library is named in the ``builtins`` of the template engine, so it must never
touch the database when it is imported, and its names must not clash with Django's.
"""

from django import template

from kim_sites.services.phones import display_phone

register = template.Library()


@register.filter
def html_lang(code: str | None) -> str:
    """The language of a page for ``<html lang>``: no region, ``id`` when unknown."""
    return (code or "id").split("-")[0].lower()


@register.filter
def whatsapp_display(number: str | None) -> str:
    """A number stored as E.164, written the way people in Indonesia read it."""
    return display_phone(number) if number else ""
