"""Addresses of pages are Wagtail's own, found without the list of all sites; one difference is meant.

Where an upgrade of Wagtail changes what an address is, these tests say so.
"""

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils import translation
from wagtail.models import Locale, Page, Site
from wagtail.models import sites as wagtail_sites

from kim_sites.models import KimHomePage, KimPage, NewsPage
from kim_sites.wagtail_addresses import REPLACED
from tests.factories import make_kim, make_news

pytestmark = pytest.mark.django_db

HOSTS = ["a.example", "a2.example", "inner.example:8000", "b.example", "b.example:443", "unknown.example", "localhost:8000",
         "parenggean.localhost:8000", "kalteng.localhost:8000"]  # fmt: skip


def add(parent: Page, title: str, **fields) -> Page:
    """A plain page."""
    return parent.add_child(instance=Page(title=title, slug=title.lower().replace(" ", "-"), **fields))


@pytest.fixture
def tree(db):
    """Sites in all shapes: nested, two on one root, three ports, in two languages; and the portal's own beside them."""
    english = Locale.objects.get(language_code="en")
    root = Page.get_first_root_node()
    kim = make_kim("parenggean")
    make_news(kim)
    home = KimHomePage.objects.get(pk=kim.home_page_id)
    home.copy_for_translation(english, copy_parents=True)
    a = add(root, "A")
    inner = add(add(a, "Middle"), "Inner")
    leaf = add(inner, "Leaf")
    add(a, "Draft", live=False)
    b = add(root, "B")
    add(b, "Below B")
    add(add(root, "Outside"), "Below outside")
    Site.objects.filter(is_default_site=True).update(is_default_site=False)
    for hostname, port, page in [
        ("a2.example", 80, a), ("a.example", 80, a), ("inner.example", 8000, inner), ("b.example", 443, b),
    ]:  # fmt: skip
        Site.objects.create(hostname=hostname, port=port, root_page=page, is_default_site=hostname == "b.example")
    leaf.copy_for_translation(english, copy_parents=True, alias=True)
    inner.get_children().first().create_alias(parent=b, update_slug="alias")
    return root


@pytest.fixture
def stock(monkeypatch):
    """Calls a function while Wagtail's own look-ups are back in their places."""

    def run(function):
        with monkeypatch.context() as patch:
            for owner, name, function_of_wagtail in REPLACED.values():
                patch.setattr(owner, name, function_of_wagtail)
            patch.delattr(KimPage, "_get_relevant_site_root_paths")
            cache.clear()
            return function()

    return run


def request_to(host: str):
    """A request to a host; None for no request."""
    return RequestFactory().get("/", headers={"host": host}) if host else None


def addresses(page: Page, host: str) -> dict:
    """Every address that a page says of itself."""
    site = Site.find_for_request(request_to(host))
    found = page.get_site() if not host else None
    return {
        "parts": page.get_url_parts(request_to(host)),
        "url": page.get_url(request_to(host)),
        "full": page.get_full_url(request_to(host)),
        "relative": page.relative_url(site) if site else None,
        "site": found and found.pk,
        "properties": (page.url, page.full_url),
        "current": site and site.pk,
    }


def all_pages(specific: bool) -> dict[str, Page]:
    """Every page of the tree, as a plain row or as its own type, without what came with it."""
    pages = Page.objects.order_by("path")
    return {page.path: page for page in (pages.specific() if specific else pages)}


def nearest_is_asked(page: Page, host: str) -> bool:
    """Whether the asked host's site is that of the page's nearest root, or none of those above the page."""
    site = Site.find_for_request(request_to(host))
    mine = page.get_url_parts()
    if site is None or mine is None or site.pk == mine[0]:
        return True
    keys = [above.translation_key for above in page.get_ancestors(inclusive=True)]
    return site.root_page.translation_key not in keys or site.root_page_id == Site.objects.get(pk=mine[0]).root_page_id


@pytest.mark.parametrize("specific", [False, True])
@pytest.mark.parametrize("language", ["id-id", "en"])
@pytest.mark.parametrize("host", ["", *HOSTS])
def test_addresses_are_wagtails_own(tree, stock, host, language, specific):
    with translation.override(language):
        ours = {path: addresses(page, host) for path, page in all_pages(specific).items()}
        theirs = stock(lambda: {path: addresses(page, host) for path, page in all_pages(specific).items()})
        assert len(ours) > 25
        for path, page in all_pages(specific).items():
            if nearest_is_asked(page, host):
                assert ours[path] == theirs[path], (page, host)


def test_the_one_meant_difference_is_that_the_nearest_root_wins_on_every_host(tree, stock):
    leaf, article = Page.objects.get(slug="leaf", locale__language_code="id-id"), NewsPage.objects.get(alias_of=None)
    cases = [
        (leaf, "a.example", "http://inner.example:8000/leaf/", "/middle/inner/leaf/"),
        (article, "kalteng.localhost:8000", "http://parenggean.localhost:8000/berita/warga-menanam-bibit/",
         "/kotawaringin-timur/parenggean/berita/warga-menanam-bibit/"),
    ]  # fmt: skip
    for page, host, ours, theirs in cases:
        assert page.get_url(request_to(host)) == ours
        assert (
            stock(lambda page=page, host=host: type(page).objects.get(pk=page.pk).get_url(request_to(host))) == theirs
        )


def test_with_a_single_site_an_address_without_a_request_is_absolute_too(stock):
    """Wagtail would count all sites to leave the host name out."""
    page = add(add(Page.get_first_root_node(), "Only"), "Page")
    Site.objects.create(hostname="only.example", root_page=page.get_parent(), is_default_site=True)
    assert page.url == "http://only.example/page/"
    assert stock(lambda: Page.objects.get(pk=page.pk).url) == "/page/"


def test_hosts_lead_to_the_site_that_wagtail_means(tree, stock):
    def ask(host: str, port: int):
        try:
            return wagtail_sites.get_site_for_hostname(host, port).pk
        except Site.DoesNotExist:
            return None

    Site.objects.create(hostname="a.example", port=8080, root_page=tree.get_children().last())
    Site.objects.create(hostname="b.example", port=80, root_page=tree.get_children().last())
    asked = [(host.partition(":")[0], port) for host in HOSTS for port in (80, 443, 8000, 8080)]
    for _round in range(2):
        ours = [ask(*one) for one in asked]
        assert ours == stock(lambda: [ask(*one) for one in asked])
        Site.objects.filter(is_default_site=True).update(is_default_site=False)


def count(function) -> int:
    """Queries of a call."""
    with CaptureQueriesContext(connection) as captured:
        function()
    return len(captured)


@pytest.mark.parametrize("sites", [3, 30])
def test_many_pages_cost_two_queries_however_many_there_are(tree, sites):
    a = Page.objects.get(slug="a", locale__language_code="id-id")
    for number in range(sites):
        Site.objects.create(hostname=f"s{number}.example", root_page=add(a, f"S{number}"))
    for specific, host in [(False, ""), (True, ""), (False, "a.example"), (True, "a.example")]:
        request = request_to(host)
        Site.find_for_request(request)
        pages = list(all_pages(specific).values())
        assert count(lambda pages=pages, request=request: [page.get_url(request) for page in pages]) == 2
        assert count(lambda pages=pages: [page.url for page in pages]) <= 2
    alone = Page.objects.get(slug="leaf", locale__language_code="id-id")
    assert count(lambda: alone.url) == 2


def test_the_articles_of_one_kim_are_looked_up_once(kim):
    for number in range(3):
        make_news(kim, title=f"Kabar {number}")
    request = request_to("a.example")
    request._wagtail_site = None
    assert count(lambda: [page.get_url(request) for page in NewsPage.objects.all()]) == 3  # with the list itself


def test_a_moved_page_has_the_address_of_its_new_place(tree):
    leaf = Page.objects.get(slug="leaf", locale__language_code="id-id")
    assert leaf.full_url == "http://inner.example:8000/leaf/"
    leaf.move(Page.objects.get(slug="b"), "last-child")
    assert Page.objects.get(pk=leaf.pk).full_url == "https://b.example/leaf/"


def test_nothing_is_kept_that_a_new_site_would_have_to_drop(tree, site_client, admin_client_for, django_user_model):
    """Wagtail keeps the list of all sites under one key, and drops it whenever one of them is saved."""
    admin_client_for(django_user_model.objects.create_superuser("o@example.id", "x")).get("/admin/pages/")
    site_client("parenggean").get("/")
    key = (wagtail_sites.SITE_ROOT_PATHS_CACHE_KEY, None, wagtail_sites.SITE_ROOT_PATHS_CACHE_VERSION)
    assert cache.get(*key) is None
    assert Site.get_site_root_paths() == []
    page = Page.objects.get(slug="leaf", locale__language_code="id-id")
    page.full_url  # noqa: B018
    Site.objects.filter(hostname="inner.example").update(hostname="new.example")
    assert Page.objects.get(pk=page.pk).full_url == "http://new.example:8000/leaf/"
