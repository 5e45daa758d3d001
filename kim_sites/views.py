"""Public views of tenants that are not pages."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe
from wagtail.models import Page, Site

from kim_sites.addresses import path_prefixes
from kim_sites.models import KimHomePage
from kim_sites.palette import ACCENTS, HUB_ACCENT
from kim_sites.services.share_picture import draw_share_picture


@require_safe
def share_picture(request, page_id: int, digest: str):
    """The picture of a shared link for a page that has none: its title on a woven ground.

    The digest in the address changes with the title, so the picture may be kept for a year. Only pages of the asked
    site are drawn.
    """
    site = Site.find_for_request(request)
    page = Page.objects.filter(pk=page_id, live=True).first()
    if site is None or page is None or not page.path.startswith(site.root_page.path):
        root_key = site.root_page.translation_key if site else None
        prefixes = path_prefixes(page.path) if page else []
        if not Page.objects.filter(path__in=prefixes, translation_key=root_key).exists():
            raise Http404
    home = KimHomePage.objects.filter(path__in=path_prefixes(page.path)).order_by("-depth").first()
    accent = home.accent_colours if home else ACCENTS[HUB_ACCENT]
    picture = draw_share_picture(page.seo_title or page.title, site.site_name, accent.base)
    response = HttpResponse(picture, content_type="image/png")
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response
