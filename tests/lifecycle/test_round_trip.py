"""Out and back in: nothing differs, here and in another installation."""

import re

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Page, ReferenceIndex, Revision

from home.models import FeedEntry
from home.services.feed import rebuild_feed
from home.services.hubs import curator_group, ensure_hub
from kim_sites.models import Kim, KimHomePage, NewsPage, NewsTag, Region, User
from lifecycle.models.archives import JobState
from lifecycle.services.archive import restore
from tests import factories
from tests.lifecycle.rich import archive_of, contents, forget, make_rich_kim

pytestmark = pytest.mark.django_db
# What is made anew: names of pictures and keys of rows.
MADE = [
    (re.compile(r"/media/images/[^\s\"&,]+"), "/media/images/…"),
    (re.compile(r"/media/[^\s\"&,]+"), "/media/…"),
    (re.compile(r"/documents/\d+/"), "/documents/…/"),
    (re.compile(r'csrfmiddlewaretoken" value="[^"]+'), "csrf"),
    (re.compile(r"authenticate_with_password/\d+/\d+/"), "authenticate_with_password/…/"),
    (re.compile(r"_util/[^\s\"]+"), "_util/…"),
    (re.compile(r"/-/[^\s\"]+"), "/-/…"),
]


@pytest.fixture
def curator(db):
    """A curator of the regency."""
    factories.make_regions()
    person = User.objects.create_user("kurator@example.id", "rahasia-sekali")
    person.groups.add(curator_group(ensure_hub(Region.objects.get(code="62.02"))))
    return person


def bring_back(person, archive: bytes, slug: str = "parenggean", **wish):
    """Upload, look, and start; returns the job when it is through."""
    job = restore.bring(person, ContentFile(archive, name="kim.zip"))
    restore.order(person, job, slug, **wish)
    job.refresh_from_db()
    return job


def public_pages(kim: Kim, client) -> dict[str, str]:
    """Every page that readers may ask for, as text without what is made anew."""
    texts = {}
    for page in Page.objects.filter(path__startswith=kim.home_page.path, live=True).order_by("path"):
        url = page.specific.get_url()
        response = client.get(url)
        text = response.content.decode()
        for pattern, stand_in in MADE:
            text = pattern.sub(stand_in, text)
        texts[url] = f"{response.status_code} {text}"
    return texts


def test_export_remove_restore_and_nothing_differs(curator, site_client):
    kim = make_rich_kim()
    before, pages_before = archive_of(kim), public_pages(kim, site_client(kim))
    entries_before = sorted(FeedEntry.objects.filter(kim=kim).values_list("title", "url", "date", "language"))
    old_keys = set(Page.objects.filter(path__startswith=kim.home_page.path).values_list("pk", flat=True))
    forget(kim)
    assert not Kim.objects.filter(slug="parenggean").exists()

    job = bring_back(curator, before)

    assert (job.state, job.problem, job.summary["report"]) == (JobState.DONE, "", [])
    again = Kim.objects.get(slug="parenggean")
    one, two = contents(before), contents(archive_of(again))
    assert sorted(one) == sorted(two)
    for name in one:
        if name != "manifest.json":
            assert one[name] == two[name], name
    assert one["manifest.json"] == two["manifest.json"]
    assert public_pages(again, site_client(again)) == pages_before
    entries = sorted(FeedEntry.objects.filter(kim=again).values_list("title", "url", "date", "language"))
    assert entries == entries_before
    assert not rebuild_feed(check_only=True)
    assert old_keys.isdisjoint(Page.objects.filter(path__startswith=again.home_page.path).values_list("pk", flat=True))


def test_what_hangs_on_pages_is_there_again(curator):
    kim = make_rich_kim()
    archive = archive_of(kim)
    forget(kim)

    bring_back(curator, archive)

    kim = Kim.objects.get(slug="parenggean")
    news = NewsPage.objects.get(kim=kim, title="Warga menanam")
    assert news.card["src"]
    assert set(NewsTag.objects.filter(page=news).values_list("slug", flat=True)) == {"sungai", "pohon"}
    assert news.get_latest_revision_as_object().title == "Warga menanam lagi"
    assert news.latest_revision.user.email == "penulis.parenggean@example.id"
    assert ReferenceIndex.get_references_for_object(news).exists()
    scheduled = NewsPage.objects.get(kim=kim, title="Terjadwal")
    assert Revision.page_revisions.get(object_id=scheduled.pk, approved_go_live_at__isnull=False).as_object().go_live_at
    scheduled.get_latest_revision().publish()
    scheduled.refresh_from_db()
    assert scheduled.lead_image.collection == kim.collection
    assert KimHomePage.objects.filter(kim=kim).count() == 2
    assert Page.find_problems() == ([], [], [], [], [])
    editor = User.objects.get(email="penulis.parenggean@example.id")
    assert news.permissions_for_user(editor).can_publish()
    assert KimHomePage.objects.get(kim=kim, locale__language_code="en").permissions_for_user(editor).can_edit()


def test_restore_into_another_installation(curator, settings, site_client):
    kim = make_rich_kim()
    archive = archive_of(kim)
    forget(kim)
    User.objects.filter(email__endswith="parenggean@example.id").delete()
    # There other rows have the keys, and another domain.
    other = make_rich_kim("tetangga", region_code="62.02.05.1002")
    settings.BASE_DOMAIN = "kim.example.org"

    job = bring_back(curator, archive, invite=True)

    assert (job.state, job.problem) == (JobState.DONE, "")
    again = Kim.objects.get(slug="parenggean")
    assert again.site.hostname == "parenggean.kim.example.org"
    one, two = contents(archive), contents(archive_of(again))
    for name in ("data/pages.json", "data/images.json", "data/sellers.json", "data/papers.json", "data/kim.json"):
        assert one[name] == two[name], name
    chair = User.objects.get(email="ketua.parenggean@example.id")
    assert chair.groups.filter(kim_role__kim=again, kim_role__role="chair").exists()
    assert not chair.has_usable_password()
    assert again.invitations.filter(email=chair.email, state="open").exists()
    assert not User.objects.get(email="dulu.parenggean@example.id").is_active
    assert contents(archive_of(other))["data/pages.json"]  # the neighbour is whole


def test_a_file_comes_back_beside_a_kim_that_still_stands(curator):
    kim = make_rich_kim()
    archive = archive_of(kim)
    Kim.objects.filter(pk=kim.pk).update(status=Kim.Status.ARCHIVED)

    job = bring_back(curator, archive, "parenggean-lagi")

    assert (job.state, job.problem) == (JobState.DONE, "")
    copy = Kim.objects.get(slug="parenggean-lagi")
    assert copy.home_page.slug == "parenggean-lagi"
    assert copy.home_page.get_latest_revision_as_object().slug == "parenggean-lagi"
    one, two = contents(archive)["data/pages.json"], contents(archive_of(copy))["data/pages.json"]
    assert [page["fields"]["title"] for page in one] == [page["fields"]["title"] for page in two]
    assert contents(archive_of(kim))["data/pages.json"] == one


@pytest.mark.parametrize("status", [Kim.Status.SUSPENDED, Kim.Status.ARCHIVED])
def test_a_closed_kim_comes_back_closed(curator, status):
    kim = make_rich_kim()
    Kim.objects.filter(pk=kim.pk).update(status=status, status_reason="Alasan")
    archive = archive_of(kim)
    forget(kim)

    bring_back(curator, archive)

    again = Kim.objects.get(slug="parenggean")
    assert (again.status, again.status_reason) == (status, "Alasan")
    assert not FeedEntry.objects.filter(kim=again).exists()
