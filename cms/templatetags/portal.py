"""Small helpers that every public template may use without loading them.

The library is named in the ``builtins`` of the template engine, so it must never
touch the database when it is imported, and its names must not clash with Django's.
"""

from django import template
from django.conf import settings
from django.utils.html import escape
from django.utils.safestring import SafeString

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
    """The province of a KIM, as people say it."""
    from kim_sites.services import places

    return places.province_name(kim)


@register.filter
def hub_address(kim) -> str:
    """The address of the hub of a KIM's province."""
    from home.services.provinces import province_address

    return province_address(kim.region_id[:2])


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
    from kim_sites.services import places

    return places.place_line(kim) if kim else ""


@register.filter
def short_place(kim) -> str:
    """The place of a KIM beside its name."""
    from kim_sites.services import places

    return places.short_place(kim)


CARD_WIDTHS = "(min-width: 62rem) 23rem, (min-width: 40rem) 45vw, 11rem"


@register.simple_tag
def picture_of(card: dict, sizes: str = CARD_WIDTHS, loading: str = "lazy") -> SafeString:
    """A picture whose sizes were worked out when its page was saved (kim_sites.services.cards), without a query.

    `sizes` says how wide it stands on the page, as browsers want it; `loading` is `lazy`, or `eager` for the picture
    that readers see first. Made by hand and not by a template: a page of cards has dozens of them.
    """
    sources = "".join(
        f'<source type="{escape(source["type"])}" srcset="{escape(source["srcset"])}" sizes="{sizes}">'
        for source in card["sources"]
    )
    hint = 'fetchpriority="high"' if loading == "eager" else 'loading="lazy" decoding="async"'
    return SafeString(
        f'<picture>{sources}<img src="{escape(card["src"])}" width="{card["width"]}" height="{card["height"]}"'
        f' alt="{escape(card["alt"])}" {hint}></picture>'
    )


@register.simple_tag(takes_context=True)
def site_title(context) -> str:
    """The name of the site that the reader is on: the KIM's or the hub's; on error pages its site's; or just KIM."""
    request = context.get("request")
    home = context.get("kim_home") or context.get("hub_home") or getattr(request, "kim_home", None)
    if home:
        return home.title
    site = getattr(request, "_wagtail_site", None)
    return (site.site_name if site else "") or "KIM"
