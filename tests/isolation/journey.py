"""The journey of one person through all addresses, and what must be true at its end."""

import sys

from django.test import override_settings

from tests.conftest import HostClient
from tests.isolation.addresses import addresses
from tests.isolation.crawl import Crawler
from tests.isolation.snapshot import differences, rows_of

# With the packages of Wagtail that the project does not use: closed too, before anybody has thought about them.
URLCONF = "tests.isolation.more_urls"
ADMIN_HOST = "admin.localhost:8000"
# Ends the session, and with it the journey: asked last.
LAST = {"wagtailadmin_logout"}


# Wagtail stumbles over a form without its field; a browser always sends it. Nothing is shown, nothing changes.
STOCK_DEFECTS = {"/admin/choose-external-link/"}


def journey(world, person, host: str, is_thorough: bool) -> Crawler:
    """Ask for every address on one host: reading and writing, with the ids of B, of A, and mixed."""
    client = HostClient(host)
    if person is not None:
        client.force_login(person)
    crawler = Crawler(client, world, host, is_thorough)
    query = crawler.query(world.b)
    for address in sorted(addresses(URLCONF), key=lambda item: (item.name in LAST, item.pattern)):
        visit(crawler, address, query)
    return crawler


def visit(crawler: Crawler, address, query: str) -> None:
    """Ask for one address in every way."""
    a, b = crawler.world.a, crawler.world.b
    foreign = crawler.urls(address, b)
    if address.is_admin and crawler.host != ADMIN_HOST:
        # A public host sends all of `/admin/` to the admin's: once is enough.
        crawler.ask(address, min(foreign))
        return
    mixed = crawler.urls(address, a, b) - foreign if len(address.arguments) > 1 else set()
    own = crawler.urls(address, a)
    for urls in (foreign, mixed):
        for url in sorted(urls)[: crawler.most]:
            crawler.ask(address, url)
            crawler.ask(address, url, "post", crawler.poison(b))
    for url in sorted(own)[: 1 if crawler.most else 2]:
        crawler.ask(address, url)
        crawler.ask(address, f"{url}?{query}")
    if not address.arguments and address.name not in LAST:
        crawler.ask(address, min(own), "post", crawler.poison(b))
        crawler.ask(address, f"{min(own)}?export=csv")


@override_settings(ROOT_URLCONF=URLCONF)
def prove_isolation(world, role: str, capsys, is_thorough: bool = False) -> None:
    """One role asks for everything on the admin's host and on A's own; nothing of B shows or changes.

    A thorough journey asks about every kind of page, any other about two.
    """
    before = rows_of(world.b)
    hosts = [ADMIN_HOST, world.a.kim.site.hostname + ":8000"]
    crawlers = [journey(world, world.people.get(role), host, is_thorough) for host in hosts]
    patterns = set().union(*(crawler.tally.patterns for crawler in crawlers))
    with capsys.disabled():
        for crawler in crawlers:
            print(f"\n  {role} on {crawler.host}: {crawler.tally}", file=sys.stderr, end="")
    errors = [error for crawler in crawlers for error in crawler.tally.errors if error[1] not in STOCK_DEFECTS]
    leaks = [leak for crawler in crawlers for leak in crawler.tally.leaks]
    assert not leaks, "\n".join(map(str, leaks[:40]))
    assert not differences(before, rows_of(world.b))
    assert not errors, errors[:20]
    assert len(patterns) >= 330
