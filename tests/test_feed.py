"""What rises to the hubs, and when."""

import datetime

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from wagtail.models import PageViewRestriction

from home.models import FeedEntry
from home.services.feed import rebuild_feed
from kim_sites.models import NewsIndexPage, NewsPage
from kim_sites.services.domains import DomainError, set_domain
from kim_sites.services.provisioning import resume_kim, suspend_kim
from tests.factories import index_of, make_achievement, make_image, make_info, make_news, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _no_drift(db):
    """Whatever a test does in the ordinary way, feed and pages agree at its end."""
    yield
    drift = rebuild_feed(check_only=True)
    assert not drift, drift


def entry(page) -> FeedEntry | None:
    """The entry of a page as it stands in the database."""
    return FeedEntry.objects.filter(pk=page.pk).first()


def test_a_published_article_rises_with_everything_its_card_needs(kim):
    image = make_image(kim)
    page = make_news(kim, lead_image=image, lead_image_alt="Warga di sawah", summary="Ringkasan.")

    row = entry(page)
    assert row.url == "http://parenggean.localhost:8000/berita/warga-menanam-bibit/"
    assert (row.kim_name, row.province_code, row.regency_code, row.district_code) == (
        "KIM Parenggean", "62", "62.02", "62.02.04",
    )  # fmt: skip
    assert row.card["alt"] == "Warga di sawah"
    assert {source["type"] for source in row.card["sources"]} == {"image/avif", "image/webp"}


def test_it_rises_to_the_hub_of_its_province_and_to_no_other(kim, other_kim, site_client):
    make_news(kim, title="Panen raya di Parenggean")
    make_news(other_kim, title="Tenun dari Sambas")

    kalteng = site_client("kalteng").get("/berita/").content.decode()
    kalbar = site_client("kalbar").get("/berita/").content.decode()
    nation = site_client("").get("/berita/").content.decode()
    assert "Panen raya" in kalteng
    assert "Tenun dari" not in kalteng
    assert "Tenun dari" in kalbar
    assert "Panen raya" not in kalbar
    assert "Panen raya" in nation
    assert "Tenun dari" in nation


def test_a_draft_does_not_rise_and_editing_a_draft_does_not_leak(kim):
    draft = make_news(kim, live=False)
    assert entry(draft) is None

    live = make_news(kim, title="Sudah terbit")
    live = NewsPage.objects.get(pk=live.pk)
    live.title = "Rahasia yang belum terbit"
    live.summary = "Rahasia"
    live.save_revision()
    assert entry(live).title == "Sudah terbit"
    assert "Rahasia" not in entry(live).summary


def test_publish_and_unpublish_follow_at_once(kim):
    page = make_news(kim, live=False)
    page.get_latest_revision().publish()
    assert entry(page)
    NewsPage.objects.get(pk=page.pk).unpublish()
    assert entry(page) is None


def test_entry_and_page_are_written_in_one_transaction(kim):
    def publish_and_fail():
        with transaction.atomic():
            make_news(kim)
            assert FeedEntry.objects.filter(kim=kim, kind="news").exists()
            raise ConnectionError

    with pytest.raises(ConnectionError):
        publish_and_fail()
    assert not FeedEntry.objects.filter(kim=kim, kind="news").exists()


def test_deleting_a_page_removes_its_entry(kim):
    page = make_news(kim)
    NewsPage.objects.get(pk=page.pk).delete()
    assert not FeedEntry.objects.filter(kim=kim, kind="news").exists()


def test_a_new_slug_of_page_or_index_changes_the_address_before_the_commit(kim):
    page = make_news(kim)
    page = NewsPage.objects.get(pk=page.pk)
    page.slug = "nama-baru"
    page.save_revision().publish()
    assert entry(page).url.endswith("/berita/nama-baru/")

    index = index_of(kim, NewsIndexPage)
    index.slug = "kabar"
    index.save()
    assert entry(page).url.endswith("/kabar/nama-baru/")


def test_a_new_host_changes_every_address_and_the_old_one_redirects(kim, site_client):
    page = make_news(kim)
    set_domain(kim, "parenggean.desa.id")

    assert entry(page).url.startswith("http://parenggean.desa.id:8000/berita/")
    old = site_client(kim).get("/berita/?halaman=1")
    assert (old.status_code, old["Location"]) == (301, "http://parenggean.desa.id:8000/berita/?halaman=1")


@pytest.mark.parametrize("host", ["kalteng.localhost", "nama tanpa titik", "localhost", "xn--abc.id", "-a.id"])
def test_a_host_that_is_not_the_kims_to_take_is_refused(kim, host):
    with pytest.raises(DomainError):
        set_domain(kim, host)


def test_suspension_removes_every_entry_and_resuming_brings_them_back(kim):
    make_news(kim)
    make_product(kim)
    before = FeedEntry.objects.filter(kim=kim).count()
    suspend_kim(kim)
    assert FeedEntry.objects.filter(kim=kim).count() == 0
    resume_kim(kim)
    assert FeedEntry.objects.filter(kim=kim).count() == before


def test_renaming_the_kim_renames_it_on_every_card(kim):
    page = make_news(kim)
    kim.name = "KIM Parenggean Jaya"
    kim.save()
    assert entry(page).kim_name == "KIM Parenggean Jaya"


def test_moving_a_page_below_a_private_section_removes_it(kim):
    page = make_info(kim)
    private = make_info(kim, title="Khusus anggota")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    assert entry(private) is None
    assert entry(page)

    page.move(private, pos="last-child")
    assert entry(page) is None


def test_lifting_a_restriction_brings_the_section_back(kim):
    page = make_news(kim)
    restriction = PageViewRestriction.objects.create(page=index_of(kim, NewsIndexPage), restriction_type="login")
    assert entry(page) is None
    restriction.delete()
    assert entry(page)


def test_scheduled_publishing_and_expiry_follow(kim):
    page = make_news(kim, live=False)
    page.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    page.save_revision().publish()
    assert entry(page) is None

    later = timezone.now() + datetime.timedelta(hours=2)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timezone, "now", lambda: later)
        call_command("publish_scheduled")
    assert entry(page)

    NewsPage.objects.filter(pk=page.pk).update(expire_at=timezone.now() - datetime.timedelta(minutes=1))
    call_command("publish_scheduled")
    assert entry(page) is None


def test_rebuild_reports_and_heals_drift(kim, capsys):
    page, other = make_news(kim), make_achievement(kim)
    FeedEntry.objects.filter(pk=page.pk).update(title="Lain")
    FeedEntry.objects.filter(pk=other.pk).delete()

    with pytest.raises(SystemExit) as stop:
        call_command("rebuild_feed", "--check")
    assert stop.value.code == 1
    assert entry(page).title == "Lain"

    call_command("rebuild_feed")
    assert entry(page).title == page.title
    assert entry(other)
    call_command("rebuild_feed", "--check")
    assert "agree" in capsys.readouterr().out


def test_a_replaced_picture_changes_the_card(kim):
    image = make_image(kim)
    page = make_news(kim, lead_image=image, lead_image_alt="Lama")
    before = entry(page).card["src"]
    image.focal_point_x, image.focal_point_y, image.focal_point_width, image.focal_point_height = 10, 10, 20, 20
    image.save()
    assert entry(page).card["src"] != before
