"""Brings derived fields of pages in line after something above or beside them changed."""

from django.apps import apps
from django.db import transaction
from django.db.models import Q
from wagtail.models import Site

from kim_sites.models import AchievementPage, Kim, KimHomePage, KimImage, NewsPage, ProductPage, PublicPage


def public_page_models() -> list[type[PublicPage]]:
    """Every concrete public page type."""
    return [model for model in apps.get_models() if issubclass(model, PublicPage)]


@transaction.atomic
def resave_below(path: str) -> None:
    """Save every public page at or below a tree path: tenant, privacy, card and all listeners follow.

    As many saves as there are pages; moves and renames of whole sections are rare. Nothing in them changes, so archived
    ones are saved too.
    """
    from kim_sites.services.frozen import thawed

    with thawed():
        for model in public_page_models():
            for page in model.objects.filter(path__startswith=path).iterator():
                page.save(clean=False)


@transaction.atomic
def resave_users_of_image(image: KimImage) -> None:
    """Save the pages whose card shows `image`, also those of an archive that show a hub's."""
    from kim_sites.services.frozen import thawed

    uses = [
        (KimHomePage, Q(cover=image) | Q(logo=image)),
        (NewsPage, Q(lead_image=image)),
        (AchievementPage, Q(lead_image=image)),
        (ProductPage, Q(photos__image=image)),
    ]
    with thawed():
        for model, condition in uses:
            for page in model.objects.filter(condition).distinct():
                page.save(clean=False)


def kim_of_site(site: Site) -> int | None:
    """The tenant that a site belongs to; None for a hub's."""
    return Kim.objects.filter(site=site).values_list("pk", flat=True).first()
