"""The short form: what becomes of an item, who may send one, and that it arrives once and whole."""

import gzip
import io
import json
import re
import uuid
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from PIL import Image
from wagtail.models import Workflow, WorkflowState

from kim_sites.models import AchievementPage, Kim, KimImage, NewsPage, ProductPage, Seller, User
from kim_sites.services.plain_text import fits_plain
from posting.models import Post, PostPhoto
from tests.factories import make_kim, make_seller, member, picture_file
from tests.posting.test_review import read

pytestmark = pytest.mark.django_db

AJAX = {"x-requested-with": "XMLHttpRequest", "accept": "application/json"}
TEXT = "Warga membersihkan sungai. Ada **40 orang** yang ikut.\n\n- ember\n- sapu"


@pytest.fixture
def editor(kim):
    return member(kim, "editor", "penulis@example.id")


@pytest.fixture
def phone(editor, admin_client_for):
    return admin_client_for(editor)


def upload(name="foto.jpg", **options):
    return SimpleUploadedFile(name, picture_file(**options).read(), "image/jpeg")


def send_photo(client, kim, key=None, file=None):
    key = key or str(uuid.uuid4())
    data = {"kim": kim.pk, "key": key, "photo": file or upload()}
    return key, client.post(reverse("posting:photo"), data, headers=AJAX)


def item(kim, photos, kind="berita", **changes) -> dict:
    rows = [{"key": key, "alt": f"Foto {number}"} for number, key in enumerate(photos, 1)]
    values = {
        "jenis": kind, "kim": kim.pk, "key": str(uuid.uuid4()), "text": TEXT, "photos": json.dumps(rows),
        "category": "environment", "product_category": "food",
    }  # fmt: skip
    return {**values, **changes}


def send(client, data):
    return client.post(reverse("posting:send"), data, headers=AJAX)


def send_whole(client, kim, kind="berita", count=1, **changes):
    photos = [send_photo(client, kim)[0] for _number in range(count)]
    return send(client, item(kim, photos, kind, **changes))


class TestPages:
    def test_news_with_three_photos_is_published_with_a_gallery(self, kim, editor, phone, site_client):
        response = send_whole(phone, kim, count=3)
        assert response.status_code == 200, response.content
        page = NewsPage.objects.get()
        assert (page.live, page.title, page.owner) == (True, "Warga membersihkan sungai", editor)
        assert page.lead_image_alt == "Foto 1"
        text, gallery = page.body
        assert [picture["alt"] for picture in gallery.value["pictures"]] == ["Foto 2", "Foto 3"]
        assert "<b>40 orang</b>" in text.value.source
        assert "<li>ember</li>" in text.value.source
        assert fits_plain(text.value.source)
        assert response.json()["url"] == page.full_url
        assert "40 orang" in site_client(kim).get(page.get_url()).content.decode()

    def test_the_full_editor_opens_and_saves_it_without_loss(self, kim, phone):
        send_whole(phone, kim, count=2)
        page = NewsPage.objects.get()
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        assert page.title in phone.get(url).content.decode()
        form = phone.get(url).context["form"]
        assert form.initial["lead_image"] == page.lead_image_id
        assert len(page.get_latest_revision_as_object().body) == 2

    def test_a_product_with_a_price_and_a_new_seller(self, kim, phone):
        changes = {
            "price": "Rp 25.000",
            "seller_name": "Dapur Ibu",
            "seller_phone": "0812 0000 0001",
            "seller_agrees": "on",
        }
        response = send_whole(phone, kim, "produk", 2, **changes)
        assert response.status_code == 200, response.content
        page = ProductPage.objects.get()
        assert (page.live, page.price_min, page.seller.name) == (True, 25_000, "Dapur Ibu")
        assert page.seller.public_whatsapp == "+6281200000001"
        assert page.photos.count() == 2

    def test_a_product_without_a_price_says_ask_the_seller(self, kim, phone):
        seller = make_seller(kim)
        assert send_whole(phone, kim, "produk", seller=seller.pk).status_code == 200
        assert ProductPage.objects.get().price_kind == "ask"

    def test_an_achievement(self, kim, phone):
        assert send_whole(phone, kim, "prestasi", level="regency", year="2026").status_code == 200
        page = AchievementPage.objects.get()
        assert (page.live, page.level, page.year) == (True, "regency", 2026)

    def test_an_event_says_when_and_where_first(self, kim, phone):
        at = f"{timezone.localdate():%Y-%m-%d}T09:30"
        assert send_whole(phone, kim, "acara", at=at, place="Balai desa *baru*").status_code == 200
        page = NewsPage.objects.get()
        html = page.body[0].value.source
        assert page.category == "announcement"
        assert "09.30" in html
        assert "Balai desa *baru*" in html
        assert html.index("09.30") < html.index("Warga membersihkan")

    def test_a_title_of_signs_alone_is_refused_at_the_title(self, kim, phone):
        response = send_whole(phone, kim, title="🎉🎉")
        assert response.status_code == 422
        assert response.json()["fields"]["title"]

    def test_two_items_with_one_title_both_arrive(self, kim, phone):
        assert [send_whole(phone, kim).status_code for _number in range(2)] == [200, 200]
        assert NewsPage.objects.filter(live=True).count() == 2


class TestOnce:
    def test_an_item_sent_again_is_the_same_one(self, kim, phone):
        key, _response = send_photo(phone, kim)
        data = item(kim, [key])
        first, second = send(phone, data).json(), send(phone, data).json()
        assert (first.pop("known"), second.pop("known")) == (False, True)
        assert first == second
        assert NewsPage.objects.count() == Post.objects.count() == 1

    def test_a_photo_sent_again_is_stored_once(self, kim, phone):
        key, _response = send_photo(phone, kim)
        before = KimImage.objects.count()
        assert send_photo(phone, kim, key)[1].json() == {"key": key}
        assert KimImage.objects.count() == before

    def test_photos_that_did_not_arrive_are_asked_for(self, kim, phone):
        there, _response = send_photo(phone, kim)
        lost = str(uuid.uuid4())
        response = send(phone, item(kim, [there, lost]))
        assert (response.status_code, response.json()["missing"]) == (409, [lost])
        assert not NewsPage.objects.exists()

    def test_what_is_missing_leaves_nothing_behind(self, kim, phone):
        key, _response = send_photo(phone, kim)
        changes = {"seller_name": "Dapur Ibu", "product_category": ""}
        assert send(phone, item(kim, [key], "produk", **changes)).status_code == 422
        assert not Seller.objects.exists()
        assert not Post.objects.exists()

    def test_photos_lose_their_place_and_time(self, kim, phone):
        exif = Image.Exif()
        exif[0x0112], exif[0x010F] = 6, "Telepon"
        path = picture_file(size=(80, 40))
        buffer = io.BytesIO()
        Image.open(path).save(buffer, "JPEG", exif=exif)
        send_photo(phone, kim, file=SimpleUploadedFile("a.jpg", buffer.getvalue(), "image/jpeg"))
        image = PostPhoto.objects.get().image
        assert (image.width, image.height) == (40, 80)
        with image.open_file() as file:
            assert not Image.open(file).getexif()


class TestRefusals:
    @pytest.mark.parametrize(
        ("changes", "field"),
        [
            ({"text": " "}, "text"),
            ({"photos": "[]"}, "photos"),
            ({"photos": "{"}, "photos"),
            ({"photos": '[{"key": 1}]'}, "photos"),
            ({"category": "tidak-ada"}, "category"),
            ({"text": "x" * 10_001}, "text"),
            ({"jenis": "produk", "price": "mahal"}, "price"),
            ({"jenis": "produk"}, "seller"),
            ({"jenis": "acara"}, "at"),
            ({"jenis": "prestasi", "year": "99999", "level": "regency"}, "year"),
        ],
    )
    def test_says_at_which_field(self, kim, phone, changes, field):
        key, _response = send_photo(phone, kim)
        response = send(phone, {**item(kim, [key]), **changes})
        assert response.status_code == 422
        assert response.json()["fields"][field]
        assert not Post.objects.exists()

    def test_a_file_that_is_no_photo(self, kim, phone):
        _key, response = send_photo(phone, kim, file=SimpleUploadedFile("a.jpg", b"bukan foto", "image/jpeg"))
        assert response.status_code == 422
        assert response.json()["error"]

    def test_another_kim_is_closed(self, kim, other_kim, phone):
        assert send_photo(phone, other_kim)[1].status_code == 422
        key, _response = send_photo(phone, kim)
        response = send(phone, item(other_kim, [key]))
        assert response.status_code == 422
        assert response.json()["fields"]["kim"]

    def test_another_persons_photo_is_not_there(self, kim, phone, admin_client_for):
        key, _response = send_photo(admin_client_for(member(kim, "editor")), kim)
        assert send(phone, item(kim, [key])).status_code == 409

    def test_another_kims_seller_is_not_there(self, kim, other_kim, phone):
        response = send_whole(phone, kim, "produk", seller=make_seller(other_kim).pk)
        assert response.json()["fields"]["seller"]

    def test_a_contributor_adds_no_seller(self, kim, admin_client_for):
        client = admin_client_for(member(kim, "contributor"))
        assert send_whole(client, kim, "produk", seller_name="Baru").json()["fields"]["seller"]
        assert 'name="seller_name"' not in client.get(reverse("posting:new")).content.decode()

    def test_an_archived_kim_is_refused_in_words(self, kim, phone):
        key, _response = send_photo(phone, kim)
        Kim.objects.filter(pk=kim.pk).update(status=Kim.Status.ARCHIVED)
        response = send(phone, item(kim, [key]))
        assert response.status_code == 422
        assert response.json()["fields"]["kim"]
        assert send_photo(phone, kim)[1].json()["error"]

    def test_whoever_is_signed_out_gets_a_refusal_and_no_page(self, kim, phone):
        key, _response = send_photo(phone, kim)
        phone.logout()
        for answer in (send(phone, item(kim, [key])), phone.get(reverse("posting:who"), headers=AJAX)):
            assert answer.status_code == 403
        assert not Post.objects.exists()

    def test_somebody_without_a_role_reads_whom_to_ask(self, kim, editor, phone):
        editor.groups.clear()
        response = phone.get(reverse("posting:home"), follow=True)
        assert response.status_code == 200
        operator = User.objects.create_superuser("operator@example.id", "rahasia-sekali")
        phone.force_login(operator)
        assert "posting/home.js" not in phone.get(reverse("posting:home")).content.decode()
        assert phone.get(reverse("posting:new")).status_code == 302

    def test_other_hosts_lead_to_the_admins(self, kim, site_client):
        response = site_client(kim).get("/kirim/tulis/?jenis=produk")
        assert response.url == "http://admin.localhost:8000/kirim/tulis/?jenis=produk"


class TestWithoutScript:
    def form(self, kim, **changes):
        return {
            "jenis": "berita",
            "kim": kim.pk,
            "key": str(uuid.uuid4()),
            "text": TEXT,
            "category": "health",
            **changes,
        }

    def test_the_plain_form_makes_a_page_with_its_photos(self, kim, phone):
        data = self.form(kim, photo=[upload("a.jpg"), upload("b.jpg", size=(300, 200))], alt="Warga di sungai")
        response = phone.post(reverse("posting:new"), data, follow=True)
        assert response.redirect_chain[0][0] == reverse("posting:home")
        page = NewsPage.objects.get()
        assert (page.live, page.lead_image_alt, len(page.body)) == (True, "Warga di sungai", 2)
        assert page.title in response.content.decode()

    def test_a_form_that_lacks_something_keeps_words_and_photos(self, kim, phone):
        data = self.form(kim, category="", photo=[upload()])
        response = phone.post(reverse("posting:new"), data)
        assert response.status_code == 422
        html = response.content.decode()
        assert "Ada **40 orang** yang ikut." in html
        again = {name: response.context["form"][name].value() for name in ("key", "photos", "text")}
        phone.post(reverse("posting:new"), {**data, **again, "category": "health", "photo": []})
        assert NewsPage.objects.get().lead_image is not None

    def test_one_bad_photo_is_named_and_the_good_one_stays(self, kim, phone):
        bad = SimpleUploadedFile("b.jpg", b"bukan foto", "image/jpeg")
        response = phone.post(reverse("posting:new"), self.form(kim, photo=[upload(), bad]))
        assert response.status_code == 422
        assert response.context["kept_photos"] == 1

    def test_the_form_opens_for_each_kind_and_kim(self, kim, editor, phone):
        second = make_kim("kedua")
        editor.groups.add(second.roles.get(role="editor").group)
        for kind in ("berita", "produk", "prestasi", "acara", "lain", ""):
            response = phone.get(reverse("posting:new"), {"jenis": kind, "kim": second.pk})
            assert response.status_code == 200
            ids = re.findall(r'\bid="([^"]+)"', response.content.decode())
            assert len(ids) == len(set(ids))
        assert response.context["form"]["kim"].value() == second.pk


class TestApproval:
    @pytest.fixture
    def author(self, kim):
        return member(kim, "contributor", "kontributor@example.id")

    @pytest.fixture
    def waiting(self, kim, author, admin_client_for):
        client = admin_client_for(author)
        answer = send_whole(client, kim, count=2)
        assert answer.json()["state"] == "waiting"
        return NewsPage.objects.get()

    def test_a_contributors_item_waits_and_the_chair_publishes_it(self, kim, waiting, admin_client_for):
        assert not waiting.live
        chair = admin_client_for(member(kim, "chair"))
        url = reverse("posting:review", args=[waiting.pk])
        assert url in chair.get(reverse("posting:home")).content.decode()
        html = chair.get(url).content.decode()
        assert "40 orang" in html
        assert html.count("<img") == 2
        chair.post(url, read(chair, url, approve="1"))
        waiting.refresh_from_db()
        assert waiting.live

    def test_sent_back_with_a_word_that_the_author_reads(self, kim, author, waiting, admin_client_for):
        chair = admin_client_for(member(kim, "chair"))
        url = reverse("posting:review", args=[waiting.pk])
        assert chair.post(url, read(chair, url, reject="1", comment=" ")).status_code == 422
        chair.post(url, read(chair, url, reject="1", comment="Siapa saja yang ikut?"))
        assert WorkflowState.objects.get().status == "needs_changes"
        html = admin_client_for(author).get(reverse("posting:home")).content.decode()
        assert "Siapa saja yang ikut?" in html

    def test_the_second_chair_reads_what_the_first_one_did(self, kim, waiting, admin_client_for):
        first, second = member(kim, "chair"), admin_client_for(member(kim, "chair"))
        first.first_name = "Rahmah"
        first.save()
        url = reverse("posting:review", args=[waiting.pk])
        late, one = read(second, url, reject="1", comment="x"), admin_client_for(first)
        one.post(url, read(one, url, approve="1"))
        html = second.post(url, late, follow=True).content.decode()
        assert "Rahmah" in html
        waiting.refresh_from_db()
        assert waiting.live

    @pytest.mark.parametrize("role", ["editor", "contributor"])
    def test_others_do_not_decide(self, kim, other_kim, waiting, admin_client_for, role):
        url = reverse("posting:review", args=[waiting.pk])
        for person in (member(kim, role), member(other_kim, "chair")):
            client = admin_client_for(person)
            assert client.get(url).status_code == 404
            assert client.post(url, {"approve": "1"}).status_code == 404
        waiting.refresh_from_db()
        assert not waiting.live

    def test_where_operators_switched_approval_off_it_stays_a_draft(self, kim, author, admin_client_for):
        Workflow.objects.get(workflow_pages__isnull=False).deactivate()
        assert send_whole(admin_client_for(author), kim).json()["state"] == "draft"


def test_the_first_load_is_light(kim, phone):
    """The list, the form, their files, and the worker, which fetches both pages a second time: 40 KB at most."""
    pages = [phone.get(reverse(name)).content for name in ("posting:home", "posting:new")]
    paths = {path for page in pages for path in re.findall(r'(?:src|href)="/static/([^"]+)"', page.decode())}
    assert "posting/write.js" in paths
    files = [Path(finders.find(path)).read_bytes() for path in paths]
    worker = phone.get(reverse("posting:worker")).content
    total = sum(len(gzip.compress(part)) for part in [*pages, *pages, *files, worker])
    print(f"{total:,} bytes")
    assert total <= 40 * 1024


def test_the_list_asks_no_more_for_many_items(kim, phone):
    def queries() -> int:
        with CaptureQueriesContext(connection) as found:
            phone.get(reverse("posting:home"))
            return len(found)

    for _number in range(2):
        send_whole(phone, kim)
    queries()
    few = queries()
    for _number in range(5):
        send_whole(phone, kim)
    assert queries() == few > 0
