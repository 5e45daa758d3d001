"""The made-up KIM of `build_scale` are as real ones, so what is measured with them holds."""

from collections import Counter

import pytest
from django.core.cache import cache
from django.core.management import CommandError, call_command
from django.db import connection, transaction
from django.urls import reverse
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page, ReferenceIndex

from cms.scale import checks
from home.models import FeedEntry, HubPage
from home.services.feed import rebuild_feed
from kim_sites.models import Kim, KimImage, NewsPage, Region, User
from kim_sites.services.provisioning import provision_kim
from search.models import SearchDocument
from search.services.index import rebuild_search
from tests.conftest import HostClient
from tests.factories import kim_request, make_news
from tests.isolation.forms import news

REGENCIES = {"51.01": "Kabupaten Jembrana", "51.02": "Kabupaten Tabanan", "62.02": "Kabupaten Kotawaringin Timur"}
VILLAGES = 6  # of each regency


def make_country() -> None:
    """Two provinces with three regencies, a district in each, and villages of which some share a name."""
    rows = [("00", "Indonesia", 0, "negara"), ("51", "Bali", 1, "provinsi"), ("62", "Kalimantan Tengah", 1, "provinsi")]
    for code, name in REGENCIES.items():
        rows += [(code, name, 2, "kabupaten"), (f"{code}.01", f"Kecamatan {code[-1]}", 3, "kecamatan")]
        rows += [(f"{code}.01.20{number:02}", f"Sumber Ma'u {number or 1}", 4, "desa") for number in range(VILLAGES)]
    Region.objects.bulk_create(
        Region(
            code=code, name=name, level=level, kind=kind,
            parent_id=code.rpartition(".")[0] or ("00" if level else None),
        )
        for code, name, level, kind in rows
    )  # fmt: skip


def test_refuses_without_regions(db):
    with pytest.raises(CommandError, match="load_regions"):
        call_command("build_scale", sites=10)


@pytest.fixture(scope="module")
def _built(django_db_setup, django_db_blocker):
    cache.clear()
    with django_db_blocker.unblock(), transaction.atomic():
        make_country()
        call_command("build_scale", sites=12, articles=2, archive=20, picture_width=60, verbosity=0)
        with django_db_blocker.block():
            yield
        transaction.set_rollback(True)


@pytest.fixture
def built(_built, db):
    """Twelve KIM: ten rich ones and two plain ones, the same for every test of this file."""
    return list(Kim.objects.select_related("site", "home_page", "collection").order_by("pk"))


def client_of(kim: Kim) -> HostClient:
    """A reader on a KIM's own host."""
    return HostClient(kim.url.split("/")[2])


def editor_of(kim: Kim, role: str = "editor") -> HostClient:
    """Somebody of a KIM in the admin."""
    client = HostClient("admin.localhost:8000")
    client.force_login(User.objects.get(groups__kim_role__kim=kim, groups__kim_role__role=role))
    return client


def shape(kim: Kim) -> dict[str, object]:
    """What a KIM consists of, without keys, names and dates."""
    kim = Kim.objects.select_related("site", "home_page", "collection").get(pk=kim.pk)
    pages = Page.objects.filter(path__startswith=kim.home_page.path).specific()
    groups = [role.group for role in kim.roles.order_by("role")]
    return {
        "pages": Counter(
            (type(page), page.depth, page.live, page.show_in_menus, page.kim_id == kim.pk) for page in pages
        ),
        "index": Counter(type(page) for page in pages for _entry in page.index_entries.all()),
        "references": Counter(
            (type(page), row.content_path) for page in pages for row in ReferenceIndex.get_references_for_object(page)
        ),
        "roles": [(role.role, role.group.name.replace(kim.slug, "")) for role in kim.roles.order_by("role")],
        "rights": [sorted(group.permissions.values_list("codename", flat=True)) for group in groups],
        "page rights": [
            sorted(
                (row.permission.codename, row.page_id == kim.home_page_id)
                for row in GroupPagePermission.objects.filter(group=group)
            )
            for group in groups
        ],
        "media rights": [
            sorted(
                (row.permission.codename, row.collection_id == kim.collection_id)
                for row in GroupCollectionPermission.objects.filter(group=group)
            )
            for group in groups
        ],
        "site": (kim.site.port, kim.site.is_default_site, kim.site.root_page_id == kim.home_page_id),
        "host": kim.site.hostname == f"{kim.slug}.localhost",
        "collection": (kim.collection.depth, kim.collection.name == f"{kim.name} ({kim.slug})"),
        "papers": list(kim.legal_papers.values_list("office", flat=True)),
        "officers": list(kim.officers.values_list("position", flat=True)),
        "home": (kim.home_page.numchild, kim.home_page.slug == kim.slug, kim.home_page.title == kim.name),
        "revisions of home": kim.home_page.revisions.count(),
        "entries": Counter(FeedEntry.objects.filter(kim=kim).values_list("kind", flat=True)),
        "documents": SearchDocument.objects.filter(entry__kim=kim).count(),
    }


def test_copy_has_what_provisioning_makes(built, django_capture_on_commit_callbacks):
    copy = built[-1]
    assert not copy.feed_entries.filter(kind="product")
    with django_capture_on_commit_callbacks(execute=True):
        real = provision_kim(kim_request("sungguhan", region_code="62.02.01.2001")).kim
        for number in range(2):
            make_news(real, title=f"Kabar {number}")
    wanted, found = shape(real), shape(copy)
    for name in wanted:
        assert found[name] == wanted[name], name


def test_everything_agrees(built):
    assert checks.problems() == []
    assert not rebuild_feed(check_only=True)
    assert not rebuild_search(check_only=True)
    assert Page.find_problems() == Collection.find_problems() == ([], [], [], [], [])
    assert len({kim.slug for kim in built}) == 12
    assert Counter(kim.region_id[:2] for kim in built[:10]) == {"51": 10}
    assert NewsPage.objects.filter(kim=built[0]).count() == 20


def test_rows_made_afterwards_get_keys_of_their_own(built):
    kim = provision_kim(kim_request("kemudian", region_code="62.02.01.2001")).kim
    make_news(kim)
    assert checks.tree_problems(Page, checks.TREE_QUESTIONS | checks.PAGE_QUESTIONS) == []


SPOILED = {
    "has no parent": "UPDATE wagtailcore_page SET path = substr(path, 1, 8) || 'ZZZZ' || substr(path, 13) WHERE id = {id}",
    "depth does not fit": "UPDATE wagtailcore_page SET depth = depth + 1 WHERE id = {id}",
    "number of children is wrong": "UPDATE wagtailcore_page SET numchild = numchild + 1 WHERE id = {id}",
    "address does not follow": "UPDATE wagtailcore_page SET url_path = '/x/' WHERE id = {id}",
}


@pytest.mark.parametrize("problem", SPOILED)
def test_spoiled_tree_is_noticed(built, problem):
    with connection.cursor() as cursor:
        cursor.execute(SPOILED[problem].format(id=NewsPage.objects.filter(kim=built[3]).first().pk))
    assert any(problem in line for line in checks.tree_problems(Page, checks.TREE_QUESTIONS | checks.PAGE_QUESTIONS))


def test_drifted_feed_is_noticed(built):
    FeedEntry.objects.filter(pk=NewsPage.objects.filter(kim=built[0]).first().pk).update(title="Lain")
    assert any(line.startswith("feed") for line in checks.problems())


@pytest.mark.parametrize("number", [0, 11])
def test_pages_open(built, number):
    kim, client = built[number], client_of(built[number])
    article = NewsPage.objects.filter(kim=kim).last()
    for path in ("/", "/berita/", article.get_url_parts()[2], "/tentang/", "/sitemap.xml"):
        assert client.get(path).status_code == 200, path
    assert article.slug in client.get(f"/cari/?q={article.title.split()[0]}").content.decode()


def test_hubs_open(built):
    for host in ("localhost:8000", "bali.localhost:8000"):
        client = HostClient(host)
        for path in ("/", "/berita/", "/berita/?halaman=2", "/kim/", "/cari/?q=warga"):
            assert client.get(path).status_code == 200, path
    assert HubPage.objects.count() == 1 + 2 + 3
    assert "Jembrana" in HostClient("bali.localhost:8000").get("/kim/").content.decode()


def test_editor_edits_and_chair_publishes(built):
    kim = built[11]
    page = NewsPage.objects.filter(kim=kim).first()
    editor, chair = editor_of(kim), editor_of(kim, "chair")
    assert editor.get(reverse("wagtailadmin_explore", args=[kim.home_page_id])).status_code == 200
    assert editor.get(reverse("wagtailadmin_explore", args=[built[0].home_page_id])).status_code != 200
    edit = reverse("wagtailadmin_pages:edit", args=[page.pk])
    assert editor.get(edit).status_code == 200
    response = chair.post(edit, news(page.lead_image, title="Judul baru", slug=page.slug) | {"action-publish": "1"})
    assert response.status_code == 302
    assert FeedEntry.objects.get(pk=page.pk).title == "Judul baru"


@pytest.mark.parametrize(("sites", "sentence"), [(9, "At least 10 KIM"), (10, "has KIM already")])
def test_refuses(built, sites, sentence):
    with pytest.raises(CommandError, match=sentence):
        call_command("build_scale", sites=sites)


def test_pictures_are_there(built):
    image = KimImage.objects.filter(collection=built[5].collection).first()
    assert image.file.storage.exists(image.file.name)
    assert image.renditions.exists()
