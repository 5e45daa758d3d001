"""One address per page, whatever host or language asks."""

import pytest
from django.test import RequestFactory
from wagtail.models import Locale, Page, Site

from home.models import FeedEntry, HubPage
from kim_sites.models import KimHomePage, NewsIndexPage, NewsPage
from kim_sites.services.provisioning import suspend_kim
from tests.factories import index_of, make_kim, make_news
from tests.onboarding.factories import operator

pytestmark = pytest.mark.django_db


@pytest.fixture
def english(db):
    """The second language."""
    return Locale.objects.get_or_create(language_code="en")[0]


def translate(page, locale, **fields):
    """Publish a page in another language; what is above it comes along as aliases."""
    copy = page.copy_for_translation(locale, copy_parents=True)
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.live = True
    copy.save_revision().publish()
    return copy


def test_the_nearest_root_wins_on_every_host(kim):
    page = make_news(kim)
    for site in Site.objects.all():
        request = RequestFactory().get("/", headers={"host": site.hostname})
        request._wagtail_site = site
        assert page.get_full_url(request) == "http://parenggean.localhost:8000/berita/warga-menanam-bibit/"


def test_a_hub_redirects_the_path_of_a_kim_to_its_own_address(kim, site_client):
    make_news(kim)
    hub = site_client("kalteng")
    for path, target in [
        ("/kotawaringin-timur/parenggean/", "/"),
        ("/kotawaringin-timur/parenggean/berita/", "/berita/"),
        ("/kotawaringin-timur/parenggean/berita/warga-menanam-bibit/", "/berita/warga-menanam-bibit/"),
    ]:
        response = hub.get(path)
        assert (response.status_code, response["Location"]) == (301, f"http://parenggean.localhost:8000{target}")


def test_the_nations_host_redirects_a_province_to_its_own_address(kim, site_client):
    response = site_client("").get("/kalteng/kotawaringin-timur/")
    assert (response.status_code, response["Location"]) == (301, "http://kalteng.localhost:8000/kotawaringin-timur/")


def test_a_regency_is_read_on_the_site_of_its_province(kim, site_client):
    assert site_client("kalteng").get("/kotawaringin-timur/").status_code == 200
    assert site_client("kalteng").get("/kotawaringin-timur/kim/").status_code == 200


@pytest.mark.parametrize("host", ["tidak-ada.localhost:8000", "example.id", "127.0.0.1:8000", "kalteng.example.id"])
def test_an_unknown_host_gets_a_clear_404_and_never_another_tenant(kim, site_client, host):
    response = site_client(host).get("/")
    assert response.status_code == 404
    assert "KIM Parenggean" not in response.content.decode()
    assert "http://localhost:8000/" in response.content.decode()


def test_one_kims_page_is_not_found_on_anothers_host(kim, other_kim, site_client):
    make_news(kim)
    assert site_client(other_kim).get("/berita/warga-menanam-bibit/").status_code == 404


def test_the_admin_answers_on_its_own_host_only(kim, site_client):
    response = site_client(kim).get("/admin/pages/?q=1")
    assert (response.status_code, response["Location"]) == (302, "http://admin.localhost:8000/admin/pages/?q=1")
    admin = site_client("admin")
    assert admin.get("/")["Location"] == "/admin/"
    assert admin.get("/admin/login/").status_code == 200


def test_reading_sets_no_cookie(kim, site_client):
    make_news(kim)
    for path in ("/", "/berita/", "/berita/warga-menanam-bibit/", "/produk/", "/tentang/"):
        response = site_client(kim).get(path)
        assert response.status_code == 200
        assert not response.cookies


def test_a_translated_page_is_read_below_en_on_the_kims_own_host(kim, english, site_client):
    page = make_news(kim)
    translate(KimHomePage.objects.get(pk=kim.home_page_id), english, welcome="Welcome to Parenggean.")
    copy = translate(page, english, title="Villagers plant seedlings")

    assert copy.full_url == "http://parenggean.localhost:8000/en/berita/warga-menanam-bibit/"
    response = site_client(kim).get("/en/berita/warga-menanam-bibit/")
    text = response.content.decode()
    assert response.status_code == 200
    assert "Villagers plant seedlings" in text
    assert '<html lang="en"' in text
    assert 'hreflang="id"' in text
    assert "Welcome to Parenggean." in site_client(kim).get("/en/").content.decode()


def test_a_language_in_which_a_page_does_not_exist_leads_to_the_page_itself(kim, site_client):
    make_news(kim)
    response = site_client(kim).get("/en/berita/warga-menanam-bibit/")
    assert (response.status_code, response["Location"]) == (
        302, "http://parenggean.localhost:8000/berita/warga-menanam-bibit/",
    )  # fmt: skip


def test_a_translated_hub_shows_entries_in_the_readers_language_where_there_is_one(kim, english, site_client):
    both, only = make_news(kim, title="Dua bahasa"), make_news(kim, title="Satu bahasa")
    translate(HubPage.objects.get(region_id="62"), english, title="Central Kalimantan")
    translate(both, english, title="Two languages")

    text = site_client("kalteng").get("/en/berita/").content.decode()
    assert "Two languages" in text
    assert "Satu bahasa" in text
    assert "Dua bahasa" not in text
    indonesian = site_client("kalteng").get("/berita/").content.decode()
    assert "Two languages" not in indonesian
    assert FeedEntry.objects.filter(page=only.pk).exists()


def test_roles_and_suspension_cover_the_home_in_every_language(kim, english, site_client):
    home = translate(KimHomePage.objects.get(pk=kim.home_page_id), english)
    for kim_role in kim.roles.all():
        permissions = kim_role.group.page_permissions
        assert permissions.filter(page_id=home.pk).count() == permissions.filter(page_id=kim.home_page_id).count() > 0
    assert home.kim == kim
    suspend_kim(kim)
    assert site_client(kim).get("/en/").status_code == 503


def test_plain_page_rows_lead_to_the_right_site_through_at_most_one_redirect(kim, site_client):
    page = Page.objects.get(pk=make_news(kim).pk)
    response = site_client(kim).get(f"/{page.specific.get_url_parts()[2].lstrip('/')}")
    assert response.status_code == 200


def test_pages_below_an_index_share_its_site(kim):
    index = index_of(kim, NewsIndexPage)
    assert index.get_url_parts()[1] == "http://parenggean.localhost:8000"
    assert NewsPage.objects.count() == 0


def test_a_kim_keeps_its_address_when_it_brings_its_own_domain_and_goes_back(kim):
    from kim_sites.services.domains import set_domain

    set_domain(kim, "parenggean.desa.id")
    back = set_domain(kim, "parenggean.localhost")
    assert back.url == "http://parenggean.localhost:8000/"
    assert list(back.host_aliases.values_list("hostname", flat=True)) == ["parenggean.desa.id"]
    other = make_kim("tetangga")
    with pytest.raises(ValueError, match=r"parenggean\.desa\.id"):
        set_domain(other, "parenggean.desa.id")


def test_in_the_admin_a_page_of_any_site_is_linked_with_its_host(kim, admin_client_for):
    html = admin_client_for(operator()).get("/admin/pages/").content.decode()
    assert 'href="http://localhost:8000/"' in html
    assert 'href="/"' not in html
