"""Measures every page of the database that the environment names; prints one JSON object. A program of its own."""

import json
import statistics
import sys
import time

import django

django.setup()

from django.conf import settings  # noqa: E402
from django.db import connection, transaction  # noqa: E402
from django.test import Client  # noqa: E402
from django.test.utils import CaptureQueriesContext  # noqa: E402
from django.urls import reverse  # noqa: E402
from django.utils import timezone  # noqa: E402
from wagtail.models import Page as WagtailPage  # noqa: E402
from wagtail.test.utils.form_data import inline_formset, nested_form_data, rich_text, streamfield  # noqa: E402

from bench.scale.timing import Page, measure  # noqa: E402
from home.models import HubPage  # noqa: E402
from kim_sites.models import Kim, NewsPage, ProductPage, Region, User  # noqa: E402
from kim_sites.services.provisioning import ChairData, DecreeData, KimRequest, provision_kim  # noqa: E402

WORD = "desa"  # stands in every article that was made
PROVISIONINGS = 5


class Portal:
    """The tenant, the hubs and the people whose pages are measured: the same at every number of KIM."""

    def __init__(self):
        self.kim = Kim.objects.select_related("site", "home_page").order_by("pk").first()
        self.host = self.kim.url.split("/")[2]
        self.hub = HubPage.objects.get(region_id=self.kim.region_id[:2], locale__language_code=settings.LANGUAGE_CODE)
        self.hub_host = self.hub.full_url.split("/")[2]
        self.article, self.published = NewsPage.objects.filter(kim=self.kim).order_by("-pk")[:2]
        self.product = ProductPage.objects.filter(kim=self.kim).order_by("-pk").first()
        self.people = {
            "editor": User.objects.get(groups__kim_role__kim=self.kim, groups__kim_role__role="editor"),
            "curator": User.objects.get(email="curator.province@example.id"),
            "operator": User.objects.get(email="operator@example.id"),
        }
        self.clients = {name: self.sign_in(user) for name, user in self.people.items()}

    def sign_in(self, user: User) -> Client:
        """Somebody in the admin."""
        client = Client(headers={"host": settings.ADMIN_HOST})
        client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
        return client

    def form(self) -> dict:
        """The editing form of an article with a new text each time, sent with the button that publishes."""
        page = self.published
        text = f"<p>Desa kami. Ditulis pada {timezone.now().isoformat()}.</p>"
        values = {name: getattr(page, name) for name in ("title", "slug", "summary", "category", "lead_image_alt")}
        values |= {"date": page.date.isoformat(), "lead_image": page.lead_image_id}
        values |= {"body": streamfield([("text", rich_text(text))]), "comments": inline_formset([])}
        return nested_form_data(values) | {"action-publish": "1"}

    def public_pages(self) -> list[Page]:
        """What readers open."""
        kim, hub, nation = (Client(headers={"host": host}) for host in (self.host, self.hub_host, settings.BASE_DOMAIN))
        return [
            Page("KIM home", kim, "/"),
            Page("article", kim, self.article.get_url_parts()[2]),
            Page("product", kim, self.product.get_url_parts()[2]),
            Page("list of news", kim, "/berita/"),
            Page("hub home", hub, "/"),
            Page("nation home", nation, "/"),
            Page("hub list", hub, "/berita/"),
            Page("hub list, page 50", hub, "/berita/?halaman=50"),
            Page("nation list", nation, "/berita/"),
            Page("hub directory", hub, "/kim/"),
            Page("nation directory", nation, "/kim/"),
            Page("search in site", kim, f"/cari/?q={WORD}"),
            Page("search in hub", hub, f"/cari/?q={WORD}"),
            Page("search in nation", nation, f"/cari/?q={WORD}"),
            Page("not found", kim, "/tidak-ada/", status=404),
            Page("site map", kim, "/sitemap.xml"),
            Page("hub site map", hub, "/sitemap.xml"),
            Page("nation site map", nation, "/sitemap.xml"),
        ]

    def admin_pages(self) -> list[Page]:
        """What people who sign in open."""
        home, article = self.kim.home_page_id, self.published.pk
        group = self.kim.roles.get(role="editor").group_id
        users, groups = "wagtailusers_users", "wagtailusers_groups"
        rows = [
            ("dashboard", "editor", "wagtailadmin_home", []),
            ("explorer", "editor", "wagtailadmin_explore", [home]),
            ("edit", "editor", "wagtailadmin_pages:edit", [article]),
            ("image chooser", "editor", "wagtailimages_chooser:choose", []),
            ("page chooser", "editor", "wagtailadmin_choose_page", []),
            ("images", "editor", "wagtailimages:index", []),
            ("account", "editor", "wagtailadmin_account", []),
            ("edit home", "editor", "wagtailadmin_pages:edit", [home]),
            ("dashboard", "curator", "wagtailadmin_home", []),
            ("explorer", "curator", "wagtailadmin_explore", [self.hub.pk]),
            ("curation", "curator", "kim_curation:list", [self.hub.pk]),
            ("dashboard", "operator", "wagtailadmin_home", []),
            ("users", "operator", f"{users}:index", []),
            ("groups", "operator", f"{groups}:index", []),
            ("sites", "operator", "wagtailsites:index", []),
            ("collections", "operator", "wagtailadmin_collections:index", []),
            ("images", "operator", "wagtailimages:index", []),
            ("edit group", "operator", f"{groups}:edit", [group]),
            ("edit user", "operator", f"{users}:edit", [self.people["editor"].pk]),
            ("explorer", "operator", "wagtailadmin_explore", [WagtailPage.get_first_root_node().pk]),
            ("explorer of hub", "operator", "wagtailadmin_explore", [self.hub.pk]),
        ]
        pages = [Page(f"{who}: {name}", self.clients[who], reverse(url, args=args)) for name, who, url, args in rows]
        publish = reverse("wagtailadmin_pages:edit", args=[article])
        return [*pages, Page("editor: publish", self.clients["editor"], publish, status=302, data=self.form)]


def first_page(portal: Portal) -> dict:
    """Queries of the very first page of a fresh process, all caches empty."""
    with CaptureQueriesContext(connection) as queries:
        status = Client(headers={"host": portal.host}).get("/").status_code
    return {"queries": len(queries), "status": status}


def provisioning(portal: Portal) -> dict:
    """Wall seconds and queries of making one more KIM, undone each time."""
    region = Region.objects.filter(parent__parent=portal.kim.region.parent.parent).order_by("code").last()
    seconds, counted = [], 0
    for number in range(PROVISIONINGS):
        request = KimRequest(
            region_code=region.code,
            name=f"KIM Baru {number}",
            slug=f"kim-baru-{number}",
            decree=DecreeData("141/1/2026", timezone.localdate(), "Kepala Desa"),
            chair=ChairData("Ketua Baru", f"baru{number}@example.id"),
        )
        with transaction.atomic():
            began = time.perf_counter()
            with CaptureQueriesContext(connection) as queries:
                provision_kim(request)
            seconds.append(time.perf_counter() - began)
            counted = len(queries)
            transaction.set_rollback(True)
    return {"seconds": round(statistics.median(seconds), 3), "queries": counted}


def main() -> None:
    """Measure and print."""
    portal = Portal()
    first = first_page(portal)
    pages = [*portal.public_pages(), *portal.admin_pages()]
    found = {
        "kim": Kim.objects.count(),
        "pages_in_tree": WagtailPage.objects.count(),
        "first_page": first,
        "pages": measure(pages),
        "provisioning": provisioning(portal),
        # For those who ask over the network.
        "hosts": {"kim": portal.host, "hub": portal.hub_host, "admin": settings.ADMIN_HOST},
        "article": portal.article.get_url_parts()[2],
        "sessions": {
            name: f"{settings.SESSION_COOKIE_NAME}={client.cookies[settings.SESSION_COOKIE_NAME].value}"
            for name, client in portal.clients.items()
        },
    }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main()
