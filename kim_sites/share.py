"""What a shared link shows: title, description, picture, canonical address, languages, structured data.

Kept by hand in one module; links go round by WhatsApp, which reads Open Graph and needs a picture with its size.
"""

import hashlib
import json
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from wagtail.models import Site

from kim_sites.services.cards import SHARE_SIZE


@dataclass(frozen=True)
class Crumb:
    """One step of the way to a page."""

    title: str
    url: str


@dataclass
class ShareMeta:
    """Everything about a page that stands in its head. Addresses are absolute."""

    title: str
    description: str
    url: str
    site_name: str
    site_url: str
    language: str
    kind: str = "website"
    image: str = ""
    image_alt: str = ""
    image_width: int = SHARE_SIZE[0]
    image_height: int = SHARE_SIZE[1]
    alternates: list[tuple[str, str]] = field(default_factory=list)
    data: list[dict] = field(default_factory=list)

    @classmethod
    def for_page(cls, page, request, breadcrumbs: list[Crumb]) -> "ShareMeta":
        """Collect a page's metadata. Costs a query only on a site with a second language."""
        url = page.get_full_url(request) or request.build_absolute_uri()
        site = Site.find_for_request(request)
        site_url = site.root_url if site else settings.WAGTAILADMIN_BASE_URL
        meta = cls(
            title=page.share_title,
            description=Truncator(page.share_description).chars(200),
            url=url,
            site_name=site.site_name if site else settings.WAGTAIL_SITE_NAME,
            site_url=site_url,
            language=page.locale.language_code,
            kind=getattr(page, "share_kind", "website"),
        )
        meta.set_image(page, site_url)
        meta.alternates = alternates(page, request)
        meta.data = [*page.json_ld(meta)]
        if breadcrumbs:
            meta.data.append(breadcrumb_list(breadcrumbs, site_url))
        return meta

    def set_image(self, page, site_url: str) -> None:
        """Use the page's picture; without one, the address of a picture drawn from its title."""
        self.image_alt = page.card.get("alt") or self.title
        picture = page.card.get("share")
        if picture:
            self.image = absolute(picture["url"], site_url)
            self.image_width, self.image_height = picture["width"], picture["height"]
            return
        digest = hashlib.sha256(f"{self.title}|{self.site_name}".encode()).hexdigest()[:12]
        self.image = f"{site_url}{reverse('share_picture', args=[page.pk or 0, digest])}"

    @property
    def json_ld(self) -> SafeString:
        """The structured data as scripts, safe to stand in a page."""
        table = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}
        # Nothing in it can end the script: the signs that could are written as escapes.
        return SafeString(
            "".join(
                '<script type="application/ld+json">'
                + json.dumps({"@context": "https://schema.org", **item}, ensure_ascii=False).translate(table)
                + "</script>"
                for item in self.data
            )
        )

    @property
    def full_title(self) -> str:
        """The title of the browser's tab."""
        return self.title if self.title == self.site_name else f"{self.title} · {self.site_name}"


def absolute(url: str, site_url: str) -> str:
    """Make an address of this site absolute; a storage's own address stays as it is."""
    return f"{site_url}{url}" if url.startswith("/") else url


def alternates(page, request) -> list[tuple[str, str]]:
    """Language codes and addresses of the page in every language, itself included; empty if there is only one.

    Routing has read the other languages together with the page (`in_other_languages`); without it, as in a preview,
    they are asked for here.
    """
    others = getattr(page, "in_other_languages", None)
    if others is None:
        others = type(page).objects.filter(translation_key=page.translation_key).exclude(pk=page.pk)
        others = list(others.select_related("locale")) if page.pk else []
    others = [other for other in others if other.live and not other.alias_of_id]
    if not others:
        return []
    found = [(other.locale.language_code, other.get_full_url(request)) for other in [page, *others]]
    return sorted((code, url) for code, url in found if url)


def breadcrumb_list(crumbs: list[Crumb], site_url: str) -> dict:
    """Schema.org's BreadcrumbList."""
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": crumb.title, "item": absolute(crumb.url, site_url)}
            for position, crumb in enumerate(crumbs, 1)
        ],
    }
