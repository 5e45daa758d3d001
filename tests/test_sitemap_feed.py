"""sitemap.xml, robots.txt and the Atom feed: each host speaks for itself alone."""

import datetime

import defusedxml.ElementTree as ElementTree
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Locale, PageViewRestriction, Site

from home.models import Curation, HubPage
from kim_sites.models import InfoPage
from kim_sites.services.provisioning import suspend_kim
from search.views import sitemaps
from tests import factories

pytestmark = pytest.mark.django_db

MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def parse(response):
    """The root of an XML answer."""
    assert response.status_code == 200
    return ElementTree.fromstring(response.content)


def locations(response) -> list[str]:
    """Addresses of a sitemap or of a sitemap index."""
    return [item.text for item in parse(response).iterfind(".//s:loc", MAP)]


def entries(response) -> list[str]:
    """Titles of a feed."""
    return [item.text for item in parse(response).iterfind("a:entry/a:title", ATOM)]


def test_the_sitemap_of_a_kim_lists_its_own_public_pages(kim, other_kim, site_client):
    factories.make_news(kim, "Terbit")
    factories.make_news(kim, "Draf", live=False)
    private = factories.make_news(kim, "Rahasia")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    factories.make_news(other_kim, "Lain")

    response = site_client(kim).get("/sitemap.xml")
    base = "http://parenggean.localhost:8000"
    assert locations(response) == [
        f"{base}/", f"{base}/berita/", f"{base}/produk/", f"{base}/prestasi/", f"{base}/tentang/", f"{base}/berita/terbit/",
    ]  # fmt: skip
    assert response.headers["Content-Type"].startswith("application/xml")
    assert parse(response).findall("s:url/s:lastmod", MAP)[-1].text == timezone.now().date().isoformat()
    for location in locations(response):
        assert site_client(kim).get(location.removeprefix(base)).status_code == 200


def test_the_sitemap_names_translations(kim, site_client):
    english = Locale.objects.get_or_create(language_code="en")[0]
    page = factories.make_news(kim, "Panen")
    copy = page.copy_for_translation(english, copy_parents=True)
    copy.title = "Harvest"
    copy.save_revision().publish()

    base = "http://parenggean.localhost:8000"
    response = site_client(kim).get("/sitemap.xml")
    assert f"{base}/en/berita/panen/" in locations(response)
    assert f"{base}/en/" not in locations(response), "an untranslated copy of the home is no page of its own"
    found = {
        item.find("s:loc", MAP).text: {link.get("hreflang"): link.get("href") for link in item.iterfind("x:link", MAP)}
        for item in parse(response).iterfind("s:url", MAP)
    }
    both = {"id-id": f"{base}/berita/panen/", "en": f"{base}/en/berita/panen/"}
    assert found[both["id-id"]] == found[both["en"]] == both
    assert found[f"{base}/"] == {}


def test_the_sitemap_of_a_hub_has_hubs_and_lists_and_no_kim(kim, other_kim, site_client):
    factories.make_news(kim, "Terbit")
    hub = HubPage.objects.get(region_id="62")
    page = InfoPage(title="Tentang portal", body=[("text", "<p>x</p>")], locale=hub.locale)
    hub.add_child(instance=page)
    page.save_revision().publish()

    base = "http://kalteng.localhost:8000"
    lists = ["", "berita/", "produk/", "prestasi/", "kim/"]
    assert locations(site_client("kalteng").get("/sitemap.xml")) == [
        *(f"{base}/{part}" for part in lists),
        *(f"{base}/kotawaringin-timur/{part}" for part in lists),
        f"{base}/tentang-portal/",
    ]
    assert locations(site_client("").get("/sitemap.xml")) == [f"http://localhost:8000/{part}" for part in lists]


def test_a_large_sitemap_is_cut_into_files(kim, site_client, monkeypatch):
    monkeypatch.setattr(sitemaps, "PER_FILE", 3)
    for number in range(5):
        factories.make_news(kim, f"Berita {number}")
    client, base = site_client(kim), "http://parenggean.localhost:8000"
    files = locations(client.get("/sitemap.xml"))
    assert files == [f"{base}/sitemap-1.xml", f"{base}/sitemap-2.xml"]
    found = [address for name in files for address in locations(client.get(name.removeprefix(base)))]
    assert len(found) == len(set(found)) == 4 + 6
    for name in ("/sitemap-0.xml", "/sitemap-3.xml", "/sitemap-99999999999999999999.xml"):
        assert client.get(name).status_code == 404


@pytest.mark.parametrize("count", [0, 1, 9])
def test_the_sitemap_costs_the_same_for_many_pages(kim, site_client, count):
    for number in range(count):
        factories.make_news(kim, f"Berita {number}")
    for target, budget in ((kim, 10), ("kalteng", 8)):
        client = site_client(target)
        client.get("/sitemap.xml")
        with CaptureQueriesContext(connection) as queries:
            client.get("/sitemap.xml")
        assert len(queries) == budget


def test_robots_know_the_sitemap_of_their_host(kim, site_client):
    for target, host in (
        (kim, "parenggean.localhost:8000"),
        ("kalteng", "kalteng.localhost:8000"),
        ("", "localhost:8000"),
    ):
        response = site_client(target).get("/robots.txt")
        assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
        assert response.content.decode().splitlines() == [
            "User-agent: *", "Disallow: /cari/", "Disallow: /en/cari/", "", f"Sitemap: http://{host}/sitemap.xml",
        ]  # fmt: skip
    assert site_client("tidak-ada").get("/robots.txt").status_code == 404


def test_the_sitemap_of_a_domain_of_its_own_has_that_name(kim, site_client):
    site = Site.objects.get(pk=kim.site_id)
    site.hostname, site.port = "kimparenggean.id", 443
    site.save()
    client = site_client("kimparenggean.id")
    assert "Sitemap: https://kimparenggean.id/sitemap.xml" in client.get("/robots.txt").content.decode()
    assert locations(client.get("/sitemap.xml"))[0] == "https://kimparenggean.id/"
    assert all(address.startswith("https://kimparenggean.id/") for address in locations(client.get("/sitemap.xml")))


def test_a_suspended_kim_is_closed_to_machines_too(kim, site_client):
    factories.make_news(kim, "Terbit")
    suspend_kim(kim, "SK habis")
    client = site_client(kim)
    assert client.get("/robots.txt").content.decode().splitlines() == ["User-agent: *", "Disallow: /"]
    assert client.get("/sitemap.xml").status_code == 404
    assert client.get("/umpan.atom").status_code == 503
    assert entries(site_client("kalteng").get("/umpan.atom")) == []


def test_the_feed_of_a_kim_has_its_newest_entries_with_absolute_links(kim, other_kim, site_client):
    today = timezone.localdate()
    factories.make_news(kim, "Lama & <b>baik</b>", date=today - datetime.timedelta(days=3), summary="Ringkas.")
    factories.make_product(kim, "Madu")
    factories.make_news(kim, "Draf", live=False)
    factories.make_news(other_kim, "Lain")

    response = site_client(kim).get("/umpan.atom")
    feed = parse(response)
    assert response.headers["Content-Type"].startswith("application/atom+xml")
    assert entries(response) == ["Madu", "Lama & <b>baik</b>"]
    assert feed.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"
    assert feed.find("a:title", ATOM).text == "KIM Parenggean"
    base = "http://parenggean.localhost:8000"
    assert {link.get("rel"): link.get("href") for link in feed.iterfind("a:link", ATOM)} == {
        "alternate": f"{base}/", "self": f"{base}/umpan.atom",
    }  # fmt: skip
    links = [link.get("href") for link in feed.iterfind("a:entry/a:link", ATOM)]
    assert all(link.startswith(f"{base}/") for link in links)
    assert {name.text for name in feed.iterfind("a:entry/a:author/a:name", ATOM)} == {"KIM Parenggean"}
    assert all(item.find("a:updated", ATOM).text for item in feed.iterfind("a:entry", ATOM))


def test_the_feed_of_a_hub_has_what_rises_and_was_not_hidden(kim, other_kim, site_client):
    hidden = factories.make_news(kim, "Disembunyikan")
    factories.make_news(kim, "Terbit")
    factories.make_info(kim, "Info")
    factories.make_news(other_kim, "Lain")
    hub = HubPage.objects.get(region_id="62")
    Curation.objects.create(hub_key=hub.translation_key, hub_name=hub.title, page_id=hidden.pk, decision="hidden")

    assert entries(site_client("kalteng").get("/umpan.atom")) == ["Terbit"]
    assert set(entries(site_client("").get("/umpan.atom"))) == {"Disembunyikan", "Terbit", "Lain"}


def test_the_feed_has_thirty_entries_in_a_fixed_number_of_queries(kim, site_client):
    counts = []
    for more in (0, 1, 31):
        for number in range(more):
            factories.make_news(kim, f"Berita {more} {number}")
        site_client(kim).get("/umpan.atom")
        with CaptureQueriesContext(connection) as queries:
            response = site_client(kim).get("/umpan.atom")
        counts.append(len(queries))
    assert len(entries(response)) == 30
    assert counts == [3, 3, 3]


@pytest.mark.parametrize("count", [0, 2])
def test_a_feed_that_has_not_changed_is_not_sent_again(kim, site_client, count):
    for number in range(count):
        factories.make_news(kim, f"Berita {number}")
    client = site_client(kim)
    first = client.get("/umpan.atom")
    assert "public" in first.headers["Cache-Control"]
    assert "max-age=300" in first.headers["Cache-Control"]
    assert first.headers["Last-Modified"]
    assert client.get("/umpan.atom", headers={"if-none-match": first.headers["ETag"]}).status_code == 304
    assert not first.cookies
    factories.make_news(kim, "Baru")
    assert client.get("/umpan.atom", headers={"if-none-match": first.headers["ETag"]}).status_code == 200


@pytest.mark.parametrize("path", ["/umpan.atom", "/sitemap.xml", "/robots.txt"])
def test_machines_only_read(kim, site_client, path):
    assert site_client(kim).post(path).status_code == 405
    assert site_client(kim).head(path).status_code == 200
