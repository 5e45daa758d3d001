"""Kept pages: what readers get from memory, and what makes a page be worked out anew."""

import gzip

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction, Site

from home.models import HubPage
from home.services import curation
from home.services.hubs import find_hub
from kim_sites.models import Officer, Region, Seller, User
from kim_sites.services.provisioning import resume_kim, suspend_kim
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def kept(settings):
    """The cache, switched on and empty."""
    settings.PAGE_CACHE = True
    caches["pages"].clear()
    return caches["pages"]


@pytest.fixture
def changing(django_capture_on_commit_callbacks):
    """Around what stands for one request that changes something: what waits for the commit is done at its end."""

    def request():
        connection.run_on_commit.clear()  # what was made before it is another request's
        return django_capture_on_commit_callbacks(execute=True)

    return request


@pytest.fixture
def article(kim):
    return factories.make_news(kim, "Panen raya", slug="panen")


def state(client, path: str) -> str:
    """`hit` if the page was kept, `miss` if it was made now, empty if it never is kept."""
    return client.get(path).headers.get("X-Page-Cache", "")


def words(client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_second_reader_is_answered_without_the_database(article, kim, site_client):
    for path in ("/", "/berita/", "/berita/panen/", "/umpan.atom", "/sitemap.xml"):
        first = site_client(kim).get(path)
        with CaptureQueriesContext(connection) as queries:
            second = site_client(kim).get(path)
        assert (first.headers["X-Page-Cache"], second.headers["X-Page-Cache"]) == ("miss", "hit"), path
        assert len(queries) == 0
        assert first.content == second.content
        same = {name: value for name, value in first.headers.items() if name != "X-Page-Cache"}
        assert same == {name: second.headers[name] for name in same}
        assert "Content-Security-Policy" in second.headers
        assert "X-Content-Type-Options" in second.headers


def test_hosts_paths_languages_and_pages_of_lists_are_kept_apart(kim, site_client):
    other = factories.make_kim("tamiang", region_code="62.13.01.1012", name="KIM Tamiang")
    for number in range(14):
        factories.make_news(kim, f"Kabar nomor {number}")
    assert "KIM Tamiang" in words(site_client(other), "/")
    assert "KIM Tamiang" not in words(site_client(kim), "/")
    first, second = words(site_client(kim), "/berita/"), words(site_client(kim), "/berita/?halaman=2")
    assert "Kabar nomor 13" in first
    assert "Kabar nomor 13" not in second
    assert site_client(kim).get("/en/").status_code == 302
    assert "Kabar nomor 13" in words(site_client("kalteng"), "/berita/")


def test_marks_of_other_services_lead_to_the_same_kept_page(article, kim, site_client):
    client = site_client(kim)
    assert state(client, "/berita/panen/") == "miss"
    assert state(client, "/berita/panen/?utm_source=wa&fbclid=abc") == "hit"
    assert state(client, "/berita/panen/?halaman=1&x=1") == ""  # unknown: worked out each time
    assert state(client, "/berita/?tag=" + "a" * 61) == ""


@pytest.mark.parametrize("path", ["/berita/", "/", "/berita/panen/"])
def test_readers_see_a_change_as_soon_as_it_is_published(article, kim, site_client, changing, path):
    client = site_client(kim)
    words(client, path)
    article.title = "Panen kedua"
    with changing():
        article.save_revision().publish()
    assert "Panen kedua" in words(client, path)
    assert state(client, path) == "hit"
    if path != "/berita/panen/":
        with changing():
            article.unpublish()
        assert "Panen kedua" not in words(client, path)


def test_a_draft_throws_nothing_away(article, kim, site_client, changing):
    hosts = [site_client(kim), site_client("kalteng")]
    for client in hosts:
        words(client, "/")
    with changing():
        article.title = "Belum jadi"
        article.save_revision()
        factories.make_news(kim, "Rancangan", live=False)
    assert [state(client, "/") for client in hosts] == ["hit", "hit"]


def test_publishing_concerns_the_own_kim_and_the_hubs_above_and_nobody_else(article, kim, site_client, changing):
    factories.make_kim("tamiang", region_code="62.13.01.1012")
    factories.make_kim("sambas", region_code="61.01.01.2024")
    places = {
        "kim": (site_client(kim), "/"),
        "regency": (site_client("kalteng"), "/kotawaringin-timur/"),
        "province": (site_client("kalteng"), "/"),
        "nation": (site_client(""), "/"),
        "other kim": (site_client("tamiang"), "/"),
        "other regency": (site_client("kalteng"), "/barito-timur/"),
        "other province": (site_client("kalbar"), "/"),
    }
    for client, path in places.values():
        assert state(client, path) == "miss"
    with changing():
        article.save_revision().publish()
    assert {name: state(client, path) for name, (client, path) in places.items()} == {
        "kim": "miss",
        "regency": "miss",
        "province": "miss",
        "nation": "miss",
        "other kim": "hit",
        "other regency": "hit",
        "other province": "hit",
    }


def change_home(kim):
    home = kim.home_page.specific
    home.tagline = "Desa di tepi sungai"
    home.save_revision().publish()


def add_officer(kim):
    Officer.objects.create(kim=kim, name="Ibu Ketua Baru", is_public=True)


def rename(kim):
    kim.name = "KIM Nama Baru"
    kim.save()


CHANGES = {
    "look": (change_home, "/", "Desa di tepi sungai"),
    "officer": (add_officer, "/", "Ibu Ketua Baru"),
    "suspended": (lambda kim: suspend_kim(kim), "/", ""),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_stands_beside_the_articles_is_fresh_too(kim, site_client, changing, name):
    change, path, expected = CHANGES[name]
    client = site_client(kim)
    before = words(client, path)
    assert not expected or expected not in before
    with changing():
        change(kim)
    after = words(client, path)
    assert after != before
    assert expected in after


def test_a_seller_is_fresh_on_the_product(kim, site_client, changing):
    product = factories.make_product(kim, slug="madu")
    words(site_client(kim), "/produk/madu/")
    seller = Seller.objects.get(pk=product.seller_id)
    seller.name = "Dapur Ibu Rina"
    with changing():
        seller.save()
    assert "Dapur Ibu Rina" in words(site_client(kim), "/produk/madu/")


def test_a_closed_site_is_never_kept_and_opens_at_once(article, kim, site_client, changing):
    client = site_client(kim)
    words(client, "/")
    assert "Panen raya" in words(site_client("kalteng"), "/")
    with changing():
        suspend_kim(kim, "Alasan")
    assert client.get("/").status_code == 503
    assert state(client, "/") == ""
    assert "Panen raya" not in words(site_client("kalteng"), "/")
    with changing():
        resume_kim(kim)
    assert client.get("/").status_code == 200
    assert "Panen raya" in words(site_client("kalteng"), "/")


def test_curation_concerns_its_own_hub_only(article, kim, site_client, changing):
    hub = find_hub(Region.objects.get(code="62"))
    user = User.objects.create_superuser("op@example.id", "rahasia-sekali")
    province, nation = site_client("kalteng"), site_client("")
    for client in (province, nation, site_client(kim)):
        words(client, "/")
    assert state(province, "/kotawaringin-timur/") == "miss"
    with changing():
        curation.hide(hub, article, user, "Ganda")
    assert "Panen raya" not in words(province, "/")
    others = [(nation, "/"), (site_client(kim), "/"), (province, "/kotawaringin-timur/")]
    assert [state(client, path) for client, path in others] == ["hit"] * 3
    with changing():
        curation.undo(hub, article, user)
    assert "Panen raya" in words(province, "/")


def test_a_hub_page_is_fresh_after_it_is_edited_and_so_are_the_hubs_that_name_it(kim, site_client, changing):
    client = site_client("kalteng")
    for path in ("/", "/kotawaringin-timur/"):
        words(client, path)
    hub = HubPage.objects.get(region_id="62", locale=kim.home_page.locale)
    hub.title, hub.intro = "Kabar Kalteng", "Selamat datang di Kalteng"
    with changing():
        hub.save_revision().publish()
    assert "Selamat datang di Kalteng" in words(client, "/")
    assert "Kabar Kalteng" in words(client, "/kotawaringin-timur/")


def test_a_new_kim_stands_in_the_directory_and_drops_no_other_kim(kim, site_client, changing):
    regency, tenant = site_client("kalteng"), site_client(kim)
    assert "KIM Tetangga" not in words(regency, "/kotawaringin-timur/kim/")
    words(tenant, "/")
    with changing():
        factories.make_kim("tetangga", region_code="62.02.05.1002", name="KIM Tetangga")
    assert "KIM Tetangga" in words(regency, "/kotawaringin-timur/kim/")
    assert state(tenant, "/") == "hit"


def test_another_address_of_a_kim_is_fresh_on_its_hubs(article, kim, site_client, changing):
    words(site_client("kalteng"), "/")
    with changing():
        Site.objects.get(pk=kim.site_id).save()
        site = Site.objects.get(pk=kim.site_id)
        site.hostname = "warga.localhost"
        site.save()
    assert "http://warga.localhost:8000/berita/panen/" in words(site_client("kalteng"), "/")
    assert site_client(kim).get("/").status_code == 404


def test_private_pages_searches_and_errors_are_never_kept(article, kim, site_client, changing):
    client = site_client(kim)
    assert state(client, "/berita/panen/") == "miss"
    with changing():
        PageViewRestriction.objects.create(page=article, restriction_type="password", password="rahasia")
    for _time in range(2):
        answer = client.get("/berita/panen/")
        assert "X-Page-Cache" not in answer.headers
        assert "bibit pohon" not in answer.content.decode()
    for path in ("/cari/?q=panen", "/tidak-ada/", "/-/live"):
        assert [state(client, path) for _time in range(2)] == ["", ""]


def test_a_reader_with_a_session_gets_no_kept_page(article, kim, site_client, settings):
    client = site_client(kim)
    words(client, "/")
    client.cookies[settings.SESSION_COOKIE_NAME] = "abc"
    assert state(client, "/") == ""
    assert site_client("admin").post("/", {}).headers.get("X-Page-Cache") is None


def test_what_a_browser_has_already_is_not_sent_again(article, kim, site_client):
    client = site_client(kim)
    first = client.get("/berita/panen/")
    again = client.get("/berita/panen/", headers={"if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    assert "max-age=0, must-revalidate" in again.headers["Cache-Control"]
    # Also when the page has to be made anew first, and turns out the same.
    caches["pages"].clear()
    anew = client.get("/berita/panen/", headers={"if-none-match": first.headers["ETag"]})
    assert (anew.status_code, anew.headers["X-Page-Cache"]) == (304, "miss")


def test_head_tells_of_the_page_without_sending_it(article, kim, site_client):
    client = site_client(kim)
    body = client.get("/").content
    head = client.head("/")
    assert (head.headers["X-Page-Cache"], head.content) == ("hit", b"")
    assert head.headers["Content-Length"] == str(len(body))


def test_a_page_is_compressed_once_and_sent_whole_to_who_cannot_read_that(article, kim, site_client, monkeypatch):
    client = site_client(kim)
    packed = client.get("/", headers={"accept-encoding": "gzip, br"})
    monkeypatch.setattr(gzip, "compress", None)  # from here on nobody may compress again
    again = client.get("/", headers={"accept-encoding": "gzip"})
    plain = client.get("/")
    assert packed.headers["Content-Encoding"] == again.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(again.content) == plain.content
    assert "Content-Encoding" not in plain.headers
    assert "Content-Encoding" not in client.get("/", headers={"accept-encoding": "gzip;q=0, br"}).headers
    assert len(packed.content) < len(plain.content) / 2


def test_a_proxy_in_front_may_keep_what_browsers_have_to_ask_for(article, kim, site_client, settings):
    settings.EDGE_SECONDS, settings.EDGE_STALE_SECONDS = 60, 600
    control = site_client(kim).get("/").headers["Cache-Control"]
    assert control == "public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600"
    feed = site_client(kim).get("/umpan.atom").headers["Cache-Control"]
    assert "max-age=300" in feed
    assert "s-maxage=60" in feed


def test_the_cache_can_be_switched_off(article, kim, site_client, settings):
    settings.PAGE_CACHE = False
    assert [state(site_client(kim), "/") for _time in range(2)] == ["", ""]
