"""What a page costs: exact numbers of queries with a cold cache, for none, few and many rows."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext

from home.models import FeedEntry
from kim_sites.models import NewsPage
from tests.factories import make_achievement, make_image, make_kim, make_news, make_product, make_seller

pytestmark = pytest.mark.django_db


def queries(client, path: str) -> int:
    """Queries of one request with a cold cache. A first request made the picture sizes; those are kept for good."""
    assert client.get(path).status_code == 200
    cache.clear()
    with CaptureQueriesContext(
        connection,
    ) as captured:
        client.get(path)
    return len(captured)


def fill(kim, rows: int) -> None:
    """The same number of articles, products and achievements."""
    seller = make_seller(kim)
    for number in range(rows):
        make_news(kim, title=f"Kabar {number}")
        make_product(kim, title=f"Produk {number}", seller=seller, image=make_image(kim))
        make_achievement(kim, title=f"Prestasi {number}")


@pytest.mark.parametrize("rows", [0, 1, 15])
def test_kim_home(kim, site_client, rows):
    fill(kim, rows)
    home = kim.home_page.specific
    home.cover, home.cover_alt, home.logo = make_image(kim), "Sungai", make_image(kim)
    home.save_revision().publish()
    assert queries(site_client(kim), "/") == 7


@pytest.mark.parametrize("others", [0, 12])
def test_article(kim, site_client, others):
    images = [make_image(kim) for _number in range(6)]
    body = [("image", {"image": image, "alt": "Foto", "caption": ""}) for image in images]
    make_news(kim, body=body, slug="panjang")
    fill(kim, others)
    assert queries(site_client(kim), "/berita/panjang/") == 7


@pytest.mark.parametrize("others", [0, 12])
def test_product(kim, site_client, others):
    page = make_product(kim, slug="sendiri", image=make_image(kim))
    page.photos.add(*[type(page.photos.first())(image=make_image(kim), alt="Foto") for _number in range(4)])
    page.save_revision().publish()
    fill(kim, others)
    assert queries(site_client(kim), "/produk/sendiri/") == 7


@pytest.mark.parametrize(("kims", "rows"), [(0, 0), (1, 1), (4, 12)])
def test_hub(kim, site_client, kims, rows):
    for number in range(kims):
        fill(make_kim(f"tetangga-{number}"), rows)
    client = site_client("kalteng")
    assert queries(client, "/") == 8
    assert queries(client, "/kim/") == 5
    assert queries(client, "/kotawaringin-timur/kim/") == 5
    # An empty list is not read once it has been counted.
    assert queries(client, "/berita/") == (5 if rows else 4)
    assert queries(client, "/produk/?wilayah=62.02") == (5 if rows else 4)
    assert queries(client, "/kotawaringin-timur/prestasi/") == (6 if rows else 5)


def test_numbers_are_the_same_for_few_and_many(kim, site_client):
    client, hub = site_client(kim), site_client("kalteng")
    fill(kim, 2)
    few = [queries(client, "/"), queries(client, "/berita/"), queries(hub, "/"), queries(hub, "/berita/")]
    fill(kim, 20)
    many = [queries(client, "/"), queries(client, "/berita/"), queries(hub, "/"), queries(hub, "/berita/")]
    assert few == many
    assert FeedEntry.objects.filter(kim=kim, kind="news").count() == NewsPage.objects.count() == 22
