"""English versions of a hub, a KIM's home and one of its articles, to show how a translation is read."""

from wagtail.models import Locale

from home.demo.content.english import ARTICLE, HUB_KALTENG, PARENGGEAN_HOME
from home.demo.painter import Painter
from home.demo.writing import body_blocks
from home.models import HubPage
from kim_sites.models import InfoPage, Kim, KimHomePage, NewsPage

INDEX_TITLES = {
    "berita": ("News", "What happens in our villages, told by ourselves."),
    "produk": ("Products", "Made and grown by our neighbours. Buy from them directly."),
    "prestasi": ("Achievements", "What our villages have won, and what they have."),
    "tentang": ("About us", "Who we are and what we do."),
}


def add_english(painter: Painter) -> None:
    """Translate Kalimantan Tengah's hub, KIM Parenggean's home and indexes, and one article. Safe to repeat."""
    english, _created = Locale.objects.get_or_create(language_code="en")
    kim = Kim.objects.get(slug="parenggean")
    source = KimHomePage.objects.get(pk=kim.home_page_id)
    if source.has_translation(english):
        return
    hub = HubPage.objects.get(region_id="62", locale=source.locale)
    _translate(hub, english, title="Central Kalimantan", tagline="News from the villages", intro=HUB_KALTENG["intro"])
    _translate(source, english, title=source.title, **PARENGGEAN_HOME)
    for index in source.get_children().specific():
        title, intro = INDEX_TITLES[index.slug]
        if not isinstance(index, InfoPage):
            _translate(index, english, title=title, intro=intro)
    article = NewsPage.objects.get(kim=kim, title=ARTICLE["source_title"])
    _translate(
        article,
        english,
        title=ARTICLE["title"],
        summary=ARTICLE["summary"],
        body=body_blocks(ARTICLE["body"], kim, painter),
        lead_image_alt="Illustration of villagers on fire watch",
        tag_names="fire watch, volunteers",
    )


def _translate(page, locale, **fields) -> None:
    """Copy a page (with what is above it) into a language, put the words in, and publish it."""
    existing = page.get_translation_or_none(locale)
    translated = existing.specific if existing else page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(translated, name, value)
    translated.draft_title = translated.title
    translated.alias_of = None
    translated.live = True
    translated.save_revision().publish()
