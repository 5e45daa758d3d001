"""The public side: each host answers for its own tenant only, and what people write carries no script."""

import pytest
from django.core.files.base import ContentFile
from django.urls import reverse
from wagtail.models import CollectionViewRestriction, Page
from wagtail.test.utils.form_data import rich_text

from kim_sites.models import KimDocument, KimImage, NewsPage
from tests import factories
from tests.conftest import HostClient
from tests.isolation import forms
from tests.isolation.test_references import add_url, client_of, says_nothing
from tests.isolation.world import regency_hub

pytestmark = pytest.mark.django_db


def on(label: str) -> HostClient:
    return HostClient(f"{label}.localhost:8000")


class TestDocuments:
    """A file is had where its owner lives, and nowhere else."""

    def test_a_document_is_served_on_its_own_host_only(self, world):
        own, other = world.a.objects["document"], world.b.objects["document"]
        assert on("desa-a").get(own.url).status_code == 200
        for label in ("zmarkb-desa", "kalbar", "admin"):
            assert on(label).get(own.url).status_code == 404
        for label in ("desa-a", "kalteng", "admin"):
            assert on(label).get(other.url).status_code == 404
        assert HostClient("localhost:8000").get(own.url).status_code == 404

    def test_in_the_admin_only_those_who_may_use_it_get_it(self, world):
        url = world.a.objects["document"].url
        assert client_of(world.people["contributor"]).get(url).status_code == 200
        assert client_of(world.people["provincial curator"]).get(url).status_code == 200
        assert client_of(world.b.people["chair"]).get(url).status_code == 404

    def test_what_a_hub_shares_is_served_on_the_hosts_below_it(self, world):
        shared = KimDocument.objects.create(
            title="Panduan", collection=regency_hub(world.a).collection, file=ContentFile(b"isi", name="panduan.txt")
        )
        assert on("desa-a").get(shared.url).status_code == 200
        assert on("kalteng").get(shared.url).status_code == 200
        assert on("zmarkb-desa").get(shared.url).status_code == 404

    def test_the_form_for_a_password_of_another_kim_is_not_shown(self, world):
        restriction = CollectionViewRestriction.objects.create(
            collection=world.b.kim.collection, restriction_type="password", password="rahasia"
        )
        assert on("desa-a").get(f"/documents/authenticate_with_password/{restriction.pk}/").status_code == 404
        page_rule = world.b.objects["restriction"]
        url = f"/_util/authenticate_with_password/{page_rule.pk}/{page_rule.page_id}/"
        assert on("desa-a").get(url).status_code == 404
        reader = on("zmarkb-desa")
        answer = reader.post(url, {"password": "ZMARKB sandi", "return_url": page_rule.page.url})
        assert answer.status_code == 302
        assert "ZMARKB rahasia" in reader.get(answer.headers["location"]).content.decode()


class TestPages:
    """No parameter and no path leads to another site."""

    def test_asking_for_another_site_in_the_query_changes_nothing(self, world):
        for query in (f"?site={world.b.kim.site.hostname}", f"?site={world.b.kim.site.pk}", "?_site=zmarkb-desa"):
            for path in ("/", "/berita/", "/cari/", "/sitemap.xml", "/umpan.atom", "/robots.txt"):
                answer = on("desa-a").get(path + query + "&q=zmarkb")
                text = answer.content.decode()
                assert "ZMARKB " not in text, path

    def test_forwarded_host_names_are_not_believed(self, world):
        answer = on("desa-a").get("/", headers={"x-forwarded-host": world.b.kim.site.hostname})
        assert says_nothing(answer)

    def test_share_pictures_of_another_kim_are_not_drawn(self, world):
        page = world.b.pages["draft"]
        assert on("desa-a").get(f"/-/bagikan/{page.pk}-x.png").status_code == 404

    def test_there_is_no_sign_in_on_public_hosts(self, world):
        assert on("desa-a").get("/_util/login/").status_code == 404

    def test_a_page_is_closed_by_a_password_and_by_nothing_else(self, world):
        chair = client_of(world.people["chair"])
        page = world.a.pages["info"]
        group = world.b.kim.roles.get(role="chair").group.pk
        url = reverse("wagtailadmin_pages:set_privacy", args=[page.pk])
        for form in ({"restriction_type": "groups", "groups": [group]}, {"restriction_type": "login"}):
            chair.post(url, form)
            assert not page.get_view_restrictions().exists()
        chair.post(url, {"restriction_type": "password", "password": "kunci-desa"})
        assert Page.objects.get(pk=page.pk).get_view_restrictions().exists()

    def test_the_names_of_picture_files_are_not_guessed(self, world):
        names = {KimImage.objects.create(title="Foto", file=factories.picture_file()).file.name for _ in range(3)}
        assert len(names) == 3
        assert all(name != "original_images/foto.jpg" for name in names)


class TestScripts:
    """Nothing that people upload or write runs in a reader's browser."""

    SCRIPT = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    PAGE = b"<html><script>alert(1)</script></html>"

    @pytest.mark.parametrize(
        ("name", "content"), [("gambar.svg", SCRIPT), ("gambar.png", SCRIPT), ("gambar.jpg", PAGE), ("a.html", PAGE)]
    )
    def test_a_picture_with_a_script_is_refused(self, world, name, content):
        editor = client_of(world.people["editor"])
        pictures = KimImage.objects.count()
        form = {"title": "Foto", "file": ContentFile(content, name=name), "collection": world.a.kim.collection.pk}
        response = editor.post(reverse("wagtailimages:add"), form)
        assert response.status_code == 200
        assert "error-message" in response.content.decode()
        assert KimImage.objects.count() == pictures

    @pytest.mark.parametrize(
        "name", ["halaman.html", "halaman.htm", "gambar.svg", "skrip.js", "halaman.xhtml", "x.xml"]
    )
    def test_a_document_that_a_browser_would_run_is_refused(self, world, name):
        editor = client_of(world.people["editor"])
        documents = KimDocument.objects.count()
        form = {"title": "x", "file": ContentFile(self.PAGE, name=name), "collection": world.a.kim.collection.pk}
        assert editor.post(reverse("wagtaildocs:add"), form).status_code == 200
        assert KimDocument.objects.count() == documents

    def test_a_document_with_a_false_name_is_a_download(self, world):
        document = KimDocument.objects.create(
            title="x", collection=world.a.kim.collection, file=ContentFile(self.PAGE, name="halaman.csv")
        )
        answer = on("desa-a").get(document.url)
        assert answer.headers["Content-Disposition"].startswith("attachment")
        assert answer.headers["Content-Security-Policy"].startswith("default-src 'none'")
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "html" not in answer.headers["Content-Type"]

    @pytest.mark.parametrize(
        "written",
        [
            '<p>Halo <script>alert("x")</script></p>',
            '<p><a href="javascript:alert(1)">klik</a></p>',
            '<p>Halo <img src="x" onerror="alert(1)"/> <iframe src="https://contoh.id"></iframe></p>',
            '<p onclick="alert(1)">Halo</p><embed embedtype="media" url="https://contoh.id/x"/>',
        ],
    )
    def test_rich_text_carries_no_script(self, world, written):
        editor = client_of(world.people["editor"])
        body = [("text", rich_text(written, features=["link", "bold", "image", "embed"]))]
        form = {**forms.news(world.a.objects["image"], body), "action-publish": "1"}
        editor.post(add_url(world.a, "newspage"), form)
        page = NewsPage.objects.filter(slug="kerja-bakti").first()
        assert page is not None
        html = on("desa-a").get("/berita/kerja-bakti/").content.decode()
        article = html[html.index("<main") : html.index("</main")]
        for danger in ("<script>alert", "javascript:", "onerror=", "onclick=", "<iframe", "<embed"):
            assert danger not in article

    @pytest.mark.parametrize(
        "url", ["https://contoh.id/video", "https://youtube.com.contoh.id/x", "javascript:alert(1)//youtube.com"]
    )
    def test_video_links_lead_to_known_services_only(self, world, url):
        editor = client_of(world.people["editor"])
        form = forms.news(world.a.objects["image"], [("video", {"url": url, "title": "Video"})])
        response = editor.post(add_url(world.a, "newspage"), {**form, "action-publish": "1"})
        assert response.status_code == 200
        assert not NewsPage.objects.filter(slug="kerja-bakti").exists()
