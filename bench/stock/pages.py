"""Fills the yardstick's database if it is empty and measures its page; prints one JSON object."""

import json
import sys

import django

django.setup()

from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page as WagtailPage  # noqa: E402
from wagtail.models import Site  # noqa: E402

from bench.scale.timing import Page, measure  # noqa: E402
from bench.stock.models import HomePage  # noqa: E402

CHILDREN = 10


def fill() -> None:
    """A home page with ten pages below, in the place of Wagtail's welcome page."""
    if HomePage.objects.exists():
        return
    now = timezone.now()
    home = HomePage(title="Home", slug="stock", first_published_at=now, last_published_at=now)
    WagtailPage.get_first_root_node().add_child(instance=home)
    for number in range(CHILDREN):
        home.add_child(instance=HomePage(title=f"Page {number}", first_published_at=timezone.now()))
    Site.objects.update(root_page=home, hostname="localhost", port=80)


if __name__ == "__main__":
    fill()
    json.dump(
        measure([Page("stock page", Client(headers={"host": "localhost"}), "/")], runs=60)["stock page"], sys.stdout
    )
