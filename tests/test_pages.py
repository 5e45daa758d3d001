"""What readers see on a KIM's site."""

import datetime
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import PageViewRestriction

from kim_sites.models import NewsIndexPage, NewsPage, ProductIndexPage, ProductPage, Seller
from kim_sites.models.blocks import VideoLinkBlock, video_service
from kim_sites.money import price_text, rupiah
from kim_sites.services.phones import display_phone, parse_whatsapp
from tests.factories import (
    make_achievement,
    make_image,
    make_info,
    make_kim,
    make_news,
    make_product,
    make_seller,
)

pytestmark = pytest.mark.django_db


def read(client, path: str, status: int = 200) -> str:
    """The text of a page, which must answer with `status`."""
    response = client.get(path)
    assert response.status_code == status, (path, response.status_code)
    return response.content.decode()


def test_a_new_site_reads_well_on_its_first_day(kim, site_client):
    client = site_client(kim)
    home = read(client, "/")
    assert "KIM Parenggean" in home
    assert "Selamat datang" in home or "Welcome" in home
    for path in ("/berita/", "/produk/", "/prestasi/", "/tentang/"):
        text = read(client, path)
        assert "KIM Parenggean" in text
        assert "lorem" not in text.lower()


def test_the_home_page_shows_the_latest_of_everything_officers_and_contact(kim, site_client):
    make_news(kim, title="Panen jagung")
    make_product(kim, title="Madu kelulut")
    make_achievement(kim, title="Juara lomba posyandu")
    kim.officers.update(is_public=True)
    home = kim.home_page.specific
    home.whatsapp, home.address = "+6281200000001", "Jalan Mentaya 1"
    home.latitude, home.longitude = "-2.15", "112.70"
    home.save_revision().publish()

    text = read(site_client(kim), "/")
    for words in ("Panen jagung", "Madu kelulut", "Rp75.000", "Juara lomba posyandu", "Siti Rahmah", "Jalan Mentaya 1"):
        assert words in text
    assert "wa.me/6281200000001" in text
    assert "openstreetmap.org" in text


def test_an_officer_who_is_not_public_is_not_shown(kim, site_client):
    assert "Siti Rahmah" not in read(site_client(kim), "/")


def test_news_are_filtered_by_category_and_tag_and_paged_in_a_stable_order(kim, site_client):
    day = datetime.date(2026, 5, 1)
    for number in range(14):
        make_news(kim, title=f"Kabar nomor {number:02}", date=day, category="health", tag_names="posyandu, balita")
    make_news(kim, title="Jalan diperbaiki", category="government")
    client = site_client(kim)

    first, second = read(client, "/berita/?kategori=health"), read(client, "/berita/?kategori=health&halaman=2")
    shown = [number for number in range(14) if f"Kabar nomor {number:02}" in first]
    assert shown == list(range(2, 14))
    assert "Kabar nomor 01" in second
    assert "Jalan diperbaiki" not in first + second
    assert "Jalan diperbaiki" not in read(client, "/berita/?tag=posyandu")
    assert "Kabar nomor" in read(client, "/berita/?tag=posyandu")


@pytest.mark.parametrize("query", ["halaman=0", "halaman=99", "halaman=satu", "halaman=-1", "halaman="])
def test_a_page_of_a_list_that_does_not_exist_is_a_404(kim, site_client, query):
    read(site_client(kim), f"/berita/?{query}", status=404)


def test_a_filter_without_matches_says_so_and_offers_everything(kim, site_client):
    make_news(kim, category="health")
    text = read(site_client(kim), "/berita/?kategori=culture")
    assert "Warga menanam bibit" not in text
    assert 'href="/berita/"' in text


def test_an_unknown_filter_value_shows_everything(kim, site_client):
    make_news(kim)
    assert "Warga menanam bibit" in read(site_client(kim), "/berita/?kategori=%3Cscript%3E")


def test_products_are_filtered_and_sorted_by_price(kim, site_client):
    seller = make_seller(kim)
    for title, price in [("Murah", 5_000), ("Mahal", 90_000), ("Sedang", 20_000)]:
        make_product(kim, title=title, price_min=price, seller=seller)
    make_product(kim, title="Tanya", price_kind="ask", price_min=None, seller=seller, category="craft")
    client = site_client(kim)

    cheap, dear = read(client, "/produk/?urut=termurah"), read(client, "/produk/?urut=termahal")
    order = [cheap.index(f">{title}<") for title in ("Murah", "Sedang", "Mahal", "Tanya")]
    assert order == sorted(order)
    order = [dear.index(f">{title}<") for title in ("Mahal", "Sedang", "Murah", "Tanya")]
    assert order == sorted(order)
    crafts = read(client, "/produk/?kategori=craft")
    assert ">Tanya<" in crafts
    assert ">Murah<" not in crafts


def test_the_whatsapp_button_carries_the_products_name_and_address(kim, site_client):
    make_product(kim, title="Madu & sirup", seller=make_seller(kim, whatsapp="+6281234567890"))
    text = read(site_client(kim), "/produk/madu-sirup/")
    link = next(part for part in text.split('"') if part.startswith("https://wa.me/6281234567890"))
    words = parse_qs(urlsplit(link.replace("&amp;", "&")).query)["text"][0]
    assert "Madu & sirup" in words
    assert "http://parenggean.localhost:8000/produk/madu-sirup/" in words


def test_a_seller_who_did_not_agree_shows_neither_number_nor_address(kim, site_client):
    seller = make_seller(kim, owner_consents=False, whatsapp="+6281234567890", address="Gang Rahasia 7")
    make_product(kim, seller=seller)
    text = read(site_client(kim), "/produk/madu-kelulut/")
    assert "6281234567890" not in text
    assert "Gang Rahasia" not in text


def test_papers_of_a_seller_need_the_day_on_which_they_were_seen(kim):
    with pytest.raises(ValidationError):
        Seller(kim=kim, name="Dapur", nib="123").full_clean()


def test_a_seller_of_another_kim_is_refused(kim, other_kim):
    product = make_product(kim)
    product.seller = make_seller(other_kim)
    with pytest.raises(ValidationError):
        product.full_clean()


@pytest.mark.parametrize(
    ("kind", "low", "high", "words"),
    [
        ("fixed", 25_000, None, "Rp25.000"),
        ("range", 5_000, 1_250_000, "Rp5.000 – Rp1.250.000"),
        ("fixed", 0, None, "Rp0"),
    ],
)
def test_prices_are_written_as_indonesians_read_them(kind, low, high, words):
    assert price_text(kind, low, high) == words


def test_prices_are_written_in_the_readers_form():
    from django.utils import translation

    with translation.override("en"):
        assert rupiah(25_000) == "Rp25,000"


@pytest.mark.parametrize(
    "typed", ["081234567890", "6281234567890", "+62 812-3456-7890", "0812 3456 7890", "62 812.3456.7890"]
)
def test_whatsapp_numbers_are_understood_however_they_are_typed(typed):
    assert parse_whatsapp(typed) == "+6281234567890"
    assert display_phone("+6281234567890") == "0812-3456-7890"


@pytest.mark.parametrize("typed", ["halo", "12", "+", "0812345678901234567890"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(ValidationError):
        parse_whatsapp(typed)


def test_a_summary_is_made_from_the_text_when_it_is_empty(kim):
    page = make_news(kim, body=[("text", "<h2>Judul</h2><p>Kalimat pertama.</p>" + "<p>Kata lagi.</p>" * 60)])
    assert page.summary_text.startswith("Judul Kalimat pertama.")
    assert len(page.summary_text) <= 180
    assert NewsPage(summary="Sendiri").summary_text == "Sendiri"


def test_tags_are_the_kims_own(kim, other_kim, site_client):
    make_news(kim, title="Satu", tag_names="Kebun Karet, kebun karet ,  ")
    make_news(other_kim, title="Dua", tag_names="kebun karet")
    assert NewsPage.objects.get(kim=kim).tags == [("kebun-karet", "kebun karet")]
    text = read(site_client(kim), "/berita/?tag=kebun-karet")
    assert ">Satu<" in text
    assert ">Dua<" not in text


def test_a_draft_is_neither_listed_nor_served(kim, site_client):
    make_news(kim, title="Masih rahasia", live=False)
    client = site_client(kim)
    assert "Masih rahasia" not in read(client, "/") + read(client, "/berita/")
    read(client, "/berita/masih-rahasia/", status=404)


@pytest.mark.parametrize(
    ("url", "service"),
    [
        ("https://youtu.be/abc", "YouTube"),
        ("https://www.youtube.com/watch?v=1", "YouTube"),
        ("https://evil.example/youtube.com", ""),
        ("https://notyoutube.com/", ""),
        ("javascript:alert(1)//youtube.com", ""),
    ],
)
def test_video_links_lead_to_known_services_only(url, service):
    assert video_service(url) == service


def test_a_video_link_elsewhere_is_refused_with_a_sentence():
    block = VideoLinkBlock()
    with pytest.raises(ValidationError):
        block.clean(block.to_python({"url": "https://evil.example/v", "title": "Video"}))


def test_an_article_can_be_shared_with_title_picture_and_its_size(kim, site_client):
    make_news(
        kim, lead_image=make_image(kim, size=(1300, 800)), lead_image_alt="Sawah", summary="Ringkas <b>sekali</b>."
    )
    text = read(site_client(kim), "/berita/warga-menanam-bibit/")
    for part in (
        '<link rel="canonical" href="http://parenggean.localhost:8000/berita/warga-menanam-bibit/">',
        'property="og:title" content="Warga menanam bibit"',
        'property="og:image:width" content="1200"',
        'property="og:image:height" content="630"',
        'property="og:type" content="article"',
        '"@type": "NewsArticle"',
        '"@type": "BreadcrumbList"',
    ):
        assert part in text
    assert "<b>sekali" not in text


def test_a_title_cannot_break_out_of_the_structured_data(kim, site_client):
    make_news(kim, title="</script><script>alert(1)</script>", slug="jahat")
    text = read(site_client(kim), "/berita/jahat/")
    assert "<script>alert(1)" not in text
    assert "\\u003c/script\\u003e" in text


def test_a_page_without_picture_gets_a_drawn_one(kim, other_kim, site_client):
    make_info(kim)
    text = read(site_client(kim), "/jadwal-posyandu/")
    address = next(part for part in text.split('"') if "/-/bagikan/" in part)
    path = urlsplit(address).path
    response = site_client(kim).get(path)
    assert (response.status_code, response["Content-Type"]) == (200, "image/png")
    assert response.content.startswith(b"\x89PNG")
    assert len(response.content) < 120_000
    assert site_client(other_kim).get(path).status_code == 404


def test_a_suspended_kim_names_no_reason_to_readers(site_client):
    from kim_sites.services.provisioning import suspend_kim

    kim = make_kim("tutup")
    suspend_kim(kim, "Sengketa pengurus")
    assert "Sengketa" not in read(site_client(kim), "/", status=503)


def test_indexes_hold_only_their_own_kind():
    assert NewsIndexPage.subpage_types == ["kim_sites.NewsPage"]
    assert ProductIndexPage.subpage_types == ["kim_sites.ProductPage"]
    assert ProductPage.subpage_types == []


def test_last_confirmed_is_told_with_the_product(kim, site_client):
    make_product(kim, confirmed_on=datetime.date(2026, 8, 17))
    assert "17 Agustus 2026" in read(site_client(kim), "/produk/madu-kelulut/")


@pytest.mark.parametrize("make", [make_news, make_product, make_achievement, make_info])
def test_a_page_behind_a_password_asks_for_it_and_tells_nothing_before(kim, site_client, make):
    page = make(kim, title="Rahasia warga")
    rule = PageViewRestriction.objects.create(page=page, restriction_type="password", password="kunci-desa")
    client, path = site_client(kim), page.get_url().partition("localhost:8000")[2] or page.get_url()
    assert "Rahasia warga" not in read(client, path)

    door = f"/_util/authenticate_with_password/{rule.pk}/{page.pk}/"
    answer = client.post(door, {"password": "salah", "return_url": path})
    assert answer.status_code == 200
    assert "Rahasia warga" not in answer.content.decode()

    assert client.post(door, {"password": "kunci-desa", "return_url": path}).status_code == 302
    assert "Rahasia warga" in read(client, path)
