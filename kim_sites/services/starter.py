"""The first pages of a new KIM: a site that reads well on its first day."""

from django.utils.html import format_html
from django.utils.translation import gettext as _

from kim_sites.models import AchievementIndexPage, InfoPage, Kim, KimHomePage, NewsIndexPage, ProductIndexPage
from kim_sites.services.places import place_line

# Addresses are Indonesian on every installation: they go round by WhatsApp and must not change with a language.
NEWS_SLUG, PRODUCT_SLUG, ACHIEVEMENT_SLUG, PROFILE_SLUG = "berita", "produk", "prestasi", "tentang"


def make_home(kim: Kim, locale, **fields) -> KimHomePage:
    """The unsaved home page of a KIM, with a welcome that names the place."""
    place = place_line(kim)
    defaults = {
        "title": kim.name,
        "draft_title": kim.name,
        "slug": kim.slug,
        "kim": kim,
        "locale": locale,
        "tagline": _("News and stories from %(place)s") % {"place": kim.region.name},
        "welcome": _(
            "Welcome to the website of %(name)s in %(place)s. Here we tell what happens in our village, show what our"
            " neighbours make, and keep what we are proud of."
        )
        % {"name": kim.name, "place": place},
    }
    return KimHomePage(**{**defaults, **fields})


def add_starter_pages(home: KimHomePage, kim: Kim) -> None:
    """Add the indexes and the profile below a saved home page."""
    shared = {"locale": home.locale, "show_in_menus": True, "kim": kim}
    home.add_child(
        instance=NewsIndexPage(
            title=_("News"), slug=NEWS_SLUG, intro=_("What happens in our village, told by ourselves."), **shared
        )
    )
    home.add_child(
        instance=ProductIndexPage(
            title=_("Products"),
            slug=PRODUCT_SLUG,
            intro=_("Made and grown by our neighbours. Buy from them directly."),
            **shared,
        )
    )
    home.add_child(
        instance=AchievementIndexPage(
            title=_("Achievements"),
            slug=ACHIEVEMENT_SLUG,
            intro=_("What our village has won, and what it has."),
            **shared,
        )
    )
    home.add_child(
        instance=InfoPage(
            title=_("About us"),
            slug=PROFILE_SLUG,
            intro=_("Who we are and what we do."),
            body=profile_body(kim),
            **shared,
        )
    )


def profile_body(kim: Kim) -> list[tuple[str, str]]:
    """The first text of the profile, in sentences that are true of every KIM."""
    paragraphs = [
        _(
            "%(name)s is a community information group (KIM) in %(place)s. We are villagers who gather local information,"
            " talk it over and pass it on: to our neighbours, to other villages and to the government."
        )
        % {"name": kim.name, "place": place_line(kim)},
        _(
            "We write about what happens here, help small businesses to be seen, and carry what villagers want to be"
            " heard. Everyone may tell us news: write to us or come to one of our meetings."
        ),
    ]
    if kim.founded_on:
        paragraphs.append(_("The group was founded in %(year)s.") % {"year": kim.founded_on.year})
    return [("text", "".join(format_html("<p>{}</p>", text) for text in paragraphs))]
