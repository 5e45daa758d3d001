"""Prints the pages to measure, one a line: name, host, path, queries with a cold cache, milliseconds of processor,
bytes before compression.

A program of its own, because it needs Django set up for the database that is measured.
"""

import time

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.core.cache import cache  # noqa: E402
from django.db import connection  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402

from home.models import HubPage  # noqa: E402
from kim_sites.models import Kim, NewsPage, ProductPage  # noqa: E402

REPEAT = 20


def pages() -> list[tuple[str, str, str]]:
    """Name, host and path of each page."""
    kim = Kim.objects.select_related("site").get(slug="parenggean")
    host = kim.url.split("/")[2]
    news = NewsPage.objects.live().filter(kim=kim, locale__language_code=settings.LANGUAGE_CODE).first()
    product = ProductPage.objects.live().filter(kim=kim, locale__language_code=settings.LANGUAGE_CODE).first()
    hub = HubPage.objects.get(region_id="62", locale__language_code=settings.LANGUAGE_CODE)
    hub_host = hub.full_url.split("/")[2]
    return [
        ("KIM home", host, "/"),
        ("article", host, news.get_url_parts()[2]),
        ("product", host, product.get_url_parts()[2]),
        ("hub home", hub_host, "/"),
        ("hub list of news", hub_host, "/berita/"),
    ]


def main() -> None:
    """Ask each page twice: the first answer makes pictures and compiles templates, the second is counted."""
    for name, host, path in pages():
        client = Client(headers={"host": host})
        client.get(path)
        cache.clear()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        counted = len(queries)
        began = time.process_time()
        for _ in range(REPEAT):
            client.get(path)
        processor = (time.process_time() - began) * 1000 / REPEAT
        print(name, host, path, counted, f"{processor:.1f}", len(response.content), sep="\t")


if __name__ == "__main__":
    main()
