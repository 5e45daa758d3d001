"""Small helpers that every public template may use without loading them.

The library is named in the ``builtins`` of the template engine, so it must never
touch the database when it is imported, and its names must not clash with Django's.
"""

from django import template
from django.conf import settings

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


@register.filter
def language_name(code: str) -> str:
    """The name of a language in that language, for a link to the translation."""
    return dict(settings.LANGUAGES).get(code, code)


@register.filter
def province_name(kim) -> str:
    """The province of a KIM, as people say it; nothing is asked of the database that was not read already."""
    region = kim.region
    while region.parent_id and region.level > region.Level.PROVINCE:
        region = region.parent
    return region.short_name


@register.filter
def hub_address(kim) -> str:
    """The address of the hub of a KIM's province."""
    from home.services.provinces import province_address

    return province_address(kim.region.code_at(1))


@register.simple_tag
def portal_address() -> str:
    """The address of the nation's hub."""
    return f"{settings.PUBLIC_SCHEME}://{settings.BASE_DOMAIN}/"


@register.filter
def whatsapp_link(number: str) -> str:
    """The address that opens a chat with a number in E.164 form."""
    return f"https://wa.me/{number.lstrip('+')}"


@register.filter
def place_line(kim) -> str:
    """The place of a KIM up to its regency."""
    from kim_sites.services.places import place_line as line

    return line(kim) if kim else ""


@register.simple_tag(takes_context=True)
def site_title(context) -> str:
    """The name of the site that the reader is on: the KIM's or the hub's; on error pages its site's; or just KIM."""
    request = context.get("request")
    home = context.get("kim_home") or context.get("hub_home") or getattr(request, "kim_home", None)
    if home:
        return home.title
    site = getattr(request, "_wagtail_site", None)
    return (site.site_name if site else "") or "KIM"
