"""Translating a hub and a KIM's pages with wagtail-localize, the way an editor does it."""

import pytest
from django.test import TestCase
from django.urls import reverse
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation

from home.models import FeedEntry, HubPage
from kim_sites.models import KimHomePage, User
from tests.factories import make_news

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator(db):
    """Somebody who may do everything."""
    return User.objects.create_superuser("operator@example.id", "rahasia-sekali")


def submit(client, page) -> Translation:
    """Press "Translate this page" and choose English."""
    english = Locale.objects.get(language_code="en")
    url = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.get(url).status_code == 200
    response = client.post(url, {"locales": [english.pk]})
    assert response.status_code == 302, response.content.decode()[:2000]
    return Translation.objects.get(source__object_id=page.translation_key, target_locale=english)


def fill_in(translation: Translation, words: dict[str, str]) -> None:
    """Type the English words and publish."""
    for segment in translation.source.stringsegment_set.select_related("string", "context"):
        if segment.string.data in words:
            StringTranslation.objects.create(
                translation_of=segment.string,
                context=segment.context,
                locale=translation.target_locale,
                data=words[segment.string.data],
            )
    with TestCase.captureOnCommitCallbacks(execute=True):
        translation.save_target(publish=True)


def test_a_kims_home_and_article_are_translated_and_read_below_en(kim, operator, admin_client_for, site_client):
    article = make_news(kim, title="Warga menanam bibit")
    client = admin_client_for(operator)
    home = KimHomePage.objects.get(pk=kim.home_page_id)

    fill_in(submit(client, home), {home.welcome: "Welcome to Parenggean."})
    fill_in(submit(client, article), {"Warga menanam bibit": "Villagers plant seedlings"})

    reader = site_client(kim)
    assert "Welcome to Parenggean." in reader.get("/en/").content.decode()
    assert "Villagers plant seedlings" in reader.get("/en/berita/warga-menanam-bibit/").content.decode()
    assert "Welcome to Parenggean." not in reader.get("/").content.decode()
    entry = FeedEntry.objects.get(title="Villagers plant seedlings")
    assert entry.url == "http://parenggean.localhost:8000/en/berita/warga-menanam-bibit/"
    assert entry.language == "en"


def test_a_hub_is_translated_and_read_below_en(kim, operator, admin_client_for, site_client):
    hub = HubPage.objects.get(region_id="62")
    hub.intro = "Kabar dari desa."
    hub.save_revision().publish()

    fill_in(submit(admin_client_for(operator), hub), {"Kabar dari desa.": "News from the villages."})

    assert "News from the villages." in site_client("kalteng").get("/en/").content.decode()
    assert HubPage.objects.filter(region_id="62").count() == 2
    assert HubPage.objects.get(region_id="62", locale__language_code="en").collection == hub.collection


def test_every_language_of_the_settings_has_a_locale(settings, db):
    assert set(Locale.objects.values_list("language_code", flat=True)) == set(dict(settings.LANGUAGES))
