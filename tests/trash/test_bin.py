"""A deleted page comes back whole, and nothing in the bin is on any address or in any list."""

import datetime

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from wagtail.models import Page

from home.models import Curation, FeedEntry, HubPage
from home.services import curation
from kim_sites.models import Kim, NewsIndexPage, NewsPage, ProductPage, User
from kim_sites.services.provisioning import set_status
from lifecycle.services.removal import remove_kim
from tests.factories import index_of, make_image, make_news, make_product, make_seller, member
from trash.models import DeletedPage
from trash.services import bin as bins

pytestmark = pytest.mark.django_db
ARCHIVED = r"arsip|archived"


@pytest.fixture
def editor(kim):
    return member(kim, "editor")


@pytest.fixture
def operator():
    return User.objects.create_superuser("operator@example.id", "rahasia-sekali")


def test_a_deleted_page_is_gone_for_readers_and_hubs_and_comes_back_with_its_key_address_and_history(
    kim, editor, site_client
):
    news = make_news(kim, "Panen raya")
    url, versions = news.get_url_parts()[2], news.revisions.count()

    (row,) = bins.put_away(editor, [news])

    assert site_client(kim).get(url).status_code == 404
    assert not FeedEntry.objects.filter(page_id=news.pk).exists()
    assert Page.objects.get(pk=news.pk).get_url_parts() is None
    page, is_whole = bins.bring_back(editor, row.pk)
    assert (page.pk, is_whole, page.live) == (news.pk, True, True)
    assert page.revisions.count() >= versions
    assert site_client(kim).get(url).status_code == 200
    assert FeedEntry.objects.filter(page_id=news.pk).exists()
    assert NewsPage.objects.get(pk=news.pk).kim_id == kim.pk
    assert not DeletedPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_draft_comes_back_as_a_draft_and_work_on_a_published_page_is_not_published(kim, editor):
    draft, news = make_news(kim, "Draf", live=False), make_news(kim, "Terbit")
    news.title = "Terbit, diubah"
    news.save_revision()
    rows = bins.put_away(editor, [draft, NewsPage.objects.get(pk=news.pk)])

    for row in rows:
        bins.bring_back(editor, row.pk)

    assert not Page.objects.get(pk=draft.pk).live
    news = NewsPage.objects.get(pk=news.pk)
    assert (news.live, news.title, news.has_unpublished_changes) == (True, "Terbit", True)
    assert news.get_latest_revision_as_object().title == "Terbit, diubah"


def test_a_section_comes_back_with_all_below_it(kim, editor):
    news = make_news(kim, "Di bawahnya")
    index = index_of(kim, NewsIndexPage)

    (row,) = bins.put_away(editor, [index, news])
    assert not NewsPage.objects.live().exists()
    bins.bring_back(editor, row.pk)

    news = NewsPage.objects.get(pk=news.pk)
    assert news.live
    assert news.get_parent().pk == index.pk
    assert news.kim_id == kim.pk


def test_an_address_that_somebody_else_took_meanwhile_gets_a_number(kim, editor):
    news = make_news(kim, "Panen raya")
    (row,) = bins.put_away(editor, [news])
    other = make_news(kim, "Panen raya")
    assert other.slug == news.slug

    page, _is_whole = bins.bring_back(editor, row.pk)

    assert page.slug == f"{news.slug}-1"


def test_a_page_whose_section_was_deleted_too_waits_for_it(kim, editor):
    news = make_news(kim)
    (row,) = bins.put_away(editor, [news])
    (above,) = bins.put_away(editor, [index_of(kim, NewsIndexPage)])

    assert row not in bins.deleted_for(editor)
    bins.bring_back(editor, above.pk)
    assert bins.bring_back(editor, row.pk)[0].pk == news.pk


def test_a_schedule_and_an_approval_end_with_the_deletion(kim, editor):
    news = make_news(kim, live=False)
    news.save_revision(approved_go_live_at=timezone.now() + datetime.timedelta(hours=1))
    (row,) = bins.put_away(editor, [news])

    later = timezone.now() + datetime.timedelta(days=1)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")

    assert not Page.objects.get(pk=news.pk).live
    assert row in bins.deleted_for(editor)


def test_a_hubs_decision_outlives_deleting_and_bringing_back(kim, editor, operator):
    news = make_news(kim)
    hub = HubPage.objects.get(region_id="62")
    curation.hide(hub, news, operator, reason="Bukan berita")
    (row,) = bins.put_away(editor, [news])

    bins.bring_back(editor, row.pk)

    assert Curation.objects.filter(page=news).count() == 1
    assert FeedEntry.objects.filter(page_id=news.pk).exists()


def test_each_sees_what_is_theirs(kim, editor, other_kim, operator):
    stranger = member(other_kim, "chair")
    contributor = member(kim, "contributor")
    own = make_news(kim, "Milik penulis", live=False, owner=contributor)
    rows = bins.put_away(editor, [own, make_news(kim, "Milik orang lain")])
    by_title = {row.title: row for row in rows}

    assert set(bins.deleted_for(editor)) == set(bins.deleted_for(operator)) == set(rows)
    assert list(bins.deleted_for(contributor)) == [by_title["Milik penulis"]]
    assert not bins.deleted_for(stranger).exists()
    for act in (bins.bring_back, bins.forget):
        with pytest.raises(PermissionDenied):
            act(stranger, rows[0].pk)
        with pytest.raises(PermissionDenied):
            act(contributor, by_title["Milik orang lain"].pk)


def test_what_a_contributor_brings_back_readers_see_only_when_somebody_publishes_it(kim, editor):
    contributor = member(kim, "contributor")
    (row,) = bins.put_away(editor, [make_news(kim, owner=contributor)])

    page, is_whole = bins.bring_back(contributor, row.pk)

    assert (page.live, is_whole) == (False, False)


def test_an_archived_kim_neither_loses_nor_gets_back_pages(kim, editor):
    (row,) = bins.put_away(editor, [make_news(kim, "Lama")])
    news = make_news(kim, "Tetap")
    set_status(kim, Kim.Status.ARCHIVED, "Kelompok bubar")

    with pytest.raises(ValidationError, match=ARCHIVED):
        bins.put_away(editor, [news])
    with pytest.raises(ValidationError, match=ARCHIVED):
        bins.bring_back(editor, row.pk)


def test_the_clock_removes_for_good_what_is_older_than_thirty_days(kim, editor):
    old, new = bins.put_away(editor, [make_news(kim, "Lama"), make_news(kim, "Baru")])
    for row, days in ((old, 31), (new, 29)):
        when = timezone.now() - datetime.timedelta(days=days)
        DeletedPage.objects.filter(pk=row.pk).update(deleted_at=when)

    call_command("prune_deleted_pages", verbosity=0)

    assert list(DeletedPage.objects.all()) == [new]
    assert not Page.objects.filter(pk=old.page_id).exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_a_removed_kim_takes_what_it_had_in_the_bin_along(kim, editor, operator):
    product = make_product(kim, seller=make_seller(kim), image=make_image(kim))
    bins.put_away(editor, [product])
    set_status(kim, Kim.Status.ARCHIVED, "Kelompok bubar")

    remove_kim(operator, kim, without_export=True)

    assert not ProductPage.objects.exists()
    assert not DeletedPage.objects.exists()
    assert Page.find_problems() == ([], [], [], [], [])


def test_homes_of_kim_and_hubs_never_go_into_the_bin(kim, operator):
    hub = HubPage.objects.get(region_id="62")
    assert bins.put_away(operator, [kim.home_page, hub]) == []


def test_as_many_queries_for_many_deleted_pages_as_for_few(
    kim,
    editor,
    admin_client_for,
):
    client = admin_client_for(editor)
    counts = []
    for wave in range(2):
        bins.put_away(editor, [make_news(kim, f"Berita {wave} {number}") for number in range(1 + 4 * wave)])
        client.get("/admin/deleted/")
        with CaptureQueriesContext(
            connection,
        ) as queries:
            client.get("/admin/deleted/")
        counts.append(len(queries))
    assert counts[0] == counts[1]
